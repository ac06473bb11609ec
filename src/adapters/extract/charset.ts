import { readMark, utf16ByZeros } from './byte-order.ts'
import { guessCharsets, isIso2022Jp } from './detect-charset.ts'
import { countUtf8, mendUtf8 } from './mend-utf-8.ts'
import { charsetOfHeader, charsetOfPage, isSingleByte } from './stated-charset.ts'

/** So many whole characters of all beyond ASCII make a text UTF-8; fewer do where it calls itself that. */
const LEAST_WHOLE = 0.9
const LEAST_WHOLE_WHERE_STATED = 0.5
/** In other sets of several bytes, pairs that are UTF-8 too come about by chance; so many in a row do not. */
const FEWEST_BY_DESIGN = 4
/** A text in a stated set may hold so many characters that are none, cut off by whoever shortened it. */
const MOST_BROKEN = 0.01
/** In Western languages most letters are ASCII. */
const MOST_BEYOND_ASCII = 0.4

/**
 * Bytes as text. What says the encoding, in order: a byte order mark; zeros at every other byte; the escapes of
 * ISO-2022-JP; UTF-8, which no other text looks like, also with a few broken characters; the `content-type` header and
 * the page's own `<meta>`, where the bytes are valid in what they name, and of two that are the likelier; the letters
 * themselves; and windows-1252, in which every byte means something. Control characters that only a mistaken label
 * makes are read as windows-1252.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  return mendControls(decode(bytes, contentType))
}

function decode(bytes: Uint8Array, contentType: string | null): string {
  const mark = readMark(bytes)
  if (mark !== null && mark !== 'utf-32') {
    return mark === 'utf-8' ? mendUtf8(bytes.subarray(3)) : new TextDecoder(mark).decode(bytes)
  }
  const byZeros = utf16ByZeros(bytes)
  if (byZeros !== null) return new TextDecoder(byZeros).decode(bytes)
  if (isIso2022Jp(bytes)) {
    const text = decodeStrictly(bytes, 'iso-2022-jp')
    if (text !== null) return text
  }
  const header = charsetOfHeader(contentType)
  const stated = [...new Set([header, charsetOfPage(bytes)])].filter((charset) => charset !== null)
  if (isUtf8(bytes, stated)) return mendUtf8(bytes)
  const named = stated.filter((charset) => charset !== 'utf-8')
  return decodeByName(bytes, named) ?? decodeByLetters(bytes, named)
}

function isUtf8(bytes: Uint8Array, stated: readonly string[]): boolean {
  // UTF-16 of a script without ASCII has no zeros, and no mark where the header names it.
  if (stated[0]?.startsWith('utf-16') === true && decodeStrictly(bytes, 'utf-8') === null) return false
  const { whole, broken } = countUtf8(bytes)
  if (broken === 0) {
    const isOtherwise = stated.length > 0 && stated.every((name) => name !== 'utf-8' && !isSingleByte(name))
    return !isOtherwise || whole === 0 || whole >= FEWEST_BY_DESIGN
  }
  const share = whole / (whole + broken)
  return share >= LEAST_WHOLE || (stated.includes('utf-8') && share >= LEAST_WHOLE_WHERE_STATED)
}

/** By what the header or the page names; null where the bytes are not valid in any of it, or plainly another script. */
function decodeByName(bytes: Uint8Array, named: readonly string[]): string | null {
  const valid = named.flatMap((charset) => {
    const text = decodeStrictly(bytes, charset)
    return text === null ? [] : [{ charset, text }]
  })
  const [first, second] = valid
  if (first === undefined) return decodeBroken(bytes, named)
  if (second !== undefined) {
    // Servers are often set to one encoding for all their pages.
    const guesses = guessCharsets(bytes).map(kinOf)
    const rank = (charset: string): number => guesses.indexOf(kinOf(charset)) + 1 || Number.POSITIVE_INFINITY
    return rank(second.charset) < rank(first.charset) ? second.text : first.text
  }
  return first.charset === 'windows-1252' && isBeyondAscii(first.text) ? null : first.text
}

/** Sets of one alphabet that differ in a few signs are one guess. */
const KIN: ReadonlyMap<string, string> = new Map([
  ['gbk', 'gb18030'],
  ['iso-8859-2', 'windows-1250'],
  ['iso-8859-6', 'windows-1256'],
  ['iso-8859-7', 'windows-1253'],
  ['iso-8859-8', 'windows-1255'],
  ['iso-8859-8-i', 'windows-1255'],
  ['koi8-r', 'koi8-u'],
])
const kinOf = (charset: string): string => KIN.get(charset) ?? charset

/** A stated set of several bytes in which only a few characters are broken. */
function decodeBroken(bytes: Uint8Array, named: readonly string[]): string | null {
  for (const charset of named) {
    const text = new TextDecoder(charset).decode(bytes)
    const beyondAscii = text.match(/[^\0-\x7f]/gu)?.length ?? 0
    const broken = text.match(/\ufffd/gu)?.length ?? 0
    if (broken <= beyondAscii * MOST_BROKEN) return text.replaceAll('\ufffd', '')
  }
  return null
}

function isBeyondAscii(text: string): boolean {
  const letters = text.replace(/<[^<>]*>/gu, ' ').match(/\p{L}/gu) ?? []
  const beyond = letters.filter((letter) => letter > '\u007f')
  return beyond.length > letters.length * MOST_BEYOND_ASCII
}

function decodeByLetters(bytes: Uint8Array, named: readonly string[]): string {
  for (const charset of guessCharsets(bytes)) {
    const text = decodeStrictly(bytes, charset)
    if (text !== null && !/[\u0080-\u009f]/u.test(text)) return text
  }
  return new TextDecoder(named.find(isSingleByte) ?? 'windows-1252').decode(bytes)
}

/** Null where the bytes are not valid in that encoding. */
function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const WINDOWS_1252 = new TextDecoder('windows-1252')

/** Quotation marks and dashes of Windows stand where other sets have control characters, and in many pages of those. */
const mendControls = (text: string): string =>
  text.replace(/[\u0080-\u009f]/gu, (character) =>
    WINDOWS_1252.decode(Uint8Array.of(character.charCodeAt(0))),
  )
