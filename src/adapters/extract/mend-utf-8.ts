type Piece = { readonly length: number; readonly kind: 'whole' | 'cut' | 'stray' }

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && byte >> 6 === 0b10

/** The character that begins at a byte above 7f: whole, cut off in its middle, or a byte that is no part of one. */
function pieceAt(bytes: Uint8Array, at: number): Piece {
  const lead = bytes[at]!
  const second = bytes[at + 1]
  const size = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >> 4 === 0xe ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 1
  // RFC 3629, section 4: no longer spelling than needed, nothing above 10ffff. Halves of a pair (ed a0…) are cut emoji.
  const isImpossible =
    (lead === 0xe0 && second! < 0xa0) ||
    (lead === 0xf0 && second! < 0x90) ||
    (lead === 0xf4 && second! > 0x8f)
  if (size === 1 || isImpossible) return { length: 1, kind: 'stray' }
  let length = 1
  while (length < size && isContinuation(bytes[at + length])) length += 1
  if (length === 1) return { length, kind: 'stray' }
  const isHalf = lead === 0xed && second! > 0x9f
  return { length, kind: length === size && !isHalf ? 'whole' : 'cut' }
}

/** How many characters beyond ASCII are whole in UTF-8, and how many places are not. */
export function countUtf8(bytes: Uint8Array): { readonly whole: number; readonly broken: number } {
  let whole = 0
  let broken = 0
  for (let at = 0; at < bytes.length;) {
    if (bytes[at]! < 0x80) at += 1
    else {
      const { length, kind } = pieceAt(bytes, at)
      if (kind === 'whole') whole += 1
      else broken += 1
      at += length
    }
  }
  return { whole, broken }
}

/**
 * UTF-8 with a few bytes that are none: a stray one is read as windows-1252, which it nearly always came from; a
 * character that was cut off in its middle cannot be read as anything and goes.
 */
export function mendUtf8(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const western = new TextDecoder('windows-1252')
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length;) {
    if (bytes[at]! < 0x80) {
      at += 1
      continue
    }
    const { length, kind } = pieceAt(bytes, at)
    if (kind !== 'whole') {
      parts.push(decoder.decode(bytes.subarray(from, at)))
      if (kind === 'stray') parts.push(western.decode(bytes.subarray(at, at + length)))
      from = at + length
    }
    at += length
  }
  parts.push(decoder.decode(bytes.subarray(from)))
  return parts.join('')
}
