const MARKS: readonly (readonly [bytes: readonly number[], charset: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
]
/** Where a page states its own encoding, it has to do so early. */
const STATED_WITHIN_BYTES = 4096
const STATED =
  /<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i

/**
 * Bytes as text. What says the encoding, in order: a byte order mark, the `content-type` header unless the bytes are
 * not valid in it, the page's own `<meta>`, valid UTF-8, and windows-1252, in which every byte means something.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const mark = MARKS.find(([start]) => start.every((byte, index) => bytes[index] === byte))
  if (mark !== undefined) return new TextDecoder(mark[1]).decode(bytes)
  const header = /charset\s*=\s*["']?\s*([^\s"';]+)/i.exec(contentType ?? '')?.[1]
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, STATED_WITHIN_BYTES))
  const meta = STATED.exec(start)
  // A page that calls itself UTF-16 in letters that ASCII can read is not: browsers take it for UTF-8 too.
  const stated = (meta?.[1] ?? meta?.[2])?.replace(/^utf-16.*/i, 'utf-8')
  for (const charset of [header, stated, 'utf-8']) {
    const text = charset === undefined ? null : decodeStrictly(bytes, charset)
    if (text !== null) return text
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

/** Null where the bytes are not valid in that encoding, or nobody knows it. */
function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
