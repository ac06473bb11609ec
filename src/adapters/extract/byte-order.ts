const LOOKED_AT_BYTES = 4096
/** Of every two bytes of Latin text in UTF-16 one is zero; in pages of other scripts at least those of the markup. */
const LEAST_SHARE = 0.05
/** `一` is 4e00: characters of other scripts have zeros at the other place, but few. */
const MOST_ELSEWHERE = 0.1

/** The encoding that a byte order mark says, with the length of the mark; null where there is none. UTF-32 is not read. */
export function readMark(bytes: Uint8Array): 'utf-8' | 'utf-16be' | 'utf-16le' | 'utf-32' | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32'
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32' : 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Text in UTF-16 without a mark, told by zeros that nearly all stand at every other byte; null for anything else. */
export function utf16ByZeros(bytes: Uint8Array): 'utf-16be' | 'utf-16le' | null {
  const length = Math.min(bytes.length - (bytes.length % 2), LOOKED_AT_BYTES)
  const zeros = [0, 0]
  for (let index = 0; index < length; index += 1) if (bytes[index] === 0) zeros[index % 2]! += 1
  const [even = 0, odd = 0] = zeros
  const least = Math.max(2, (length / 2) * LEAST_SHARE)
  if (odd >= least && even <= odd * MOST_ELSEWHERE) return 'utf-16le'
  return even >= least && odd <= even * MOST_ELSEWHERE ? 'utf-16be' : null
}
