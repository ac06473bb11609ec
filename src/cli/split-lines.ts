/** A line that is longer than allowed, or not UTF-8: the reader is told, and the next line is read. */
export interface BadLine {
  readonly problem: string
}

const NEW_LINE = 0x0a

/**
 * The lines of a byte stream, as they come, without `\n` or `\r\n`; the last one may lack its end. Only `\n` ends a
 * line: node:readline also cuts at U+2028, which may stand inside a JSON string. A longer line than `limit` bytes is
 * skipped to its end without being kept.
 */
export async function* splitLines(
  input: AsyncIterable<Uint8Array | string>,
  limit: number,
): AsyncGenerator<string | BadLine> {
  let kept: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    let rest: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    for (let at = rest.indexOf(NEW_LINE); at !== -1; at = rest.indexOf(NEW_LINE)) {
      yield size + at > limit ? tooLong(limit) : decode([...kept, rest.subarray(0, at)])
      kept = []
      size = 0
      rest = rest.subarray(at + 1)
    }
    size += rest.length
    if (size > limit) kept = []
    else if (rest.length > 0) kept.push(rest)
  }
  if (size > 0) yield size > limit ? tooLong(limit) : decode(kept)
}

function decode(parts: readonly Uint8Array[]): string | BadLine {
  try {
    const line = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
    return line.endsWith('\r') ? line.slice(0, -1) : line
  } catch {
    return { problem: 'The line is not UTF-8. Send every request as UTF-8 JSON.' }
  }
}

const tooLong = (limit: number): BadLine => ({
  problem: `The line is longer than ${Math.floor(limit / 1024 / 1024)} MB. Send a shorter text, or a file.`,
})
