import chardet from 'chardet'

/** The detector looks at this much of the text, from shortly before its first byte beyond ASCII. */
const LOOKED_AT_BYTES = 64 * 1024
const BEFORE = 256
/** Below this, a guess of a Latin set is worth less than the commonest one (docs/decisions/2026-11-26-character-sets.md). */
const LEAST_CONFIDENCE = 30
const LATIN = /^(?:iso-8859-[1239]|windows-125[02478])$/u

/** Where the detector knows a set by the name of one that holds less, or that the standard reads as another. */
const FULLER: ReadonlyMap<string, string> = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-8', 'windows-1255'],
  ['iso-8859-9', 'windows-1254'],
  // Ukrainian letters in the place of drawn lines, which nobody uses in articles.
  ['koi8-r', 'koi8-u'],
])

/** Words of markup are English and would be counted as such; what never ends goes to the end. */
const MARKUP = /<(script|style)(?=[\s/>])[\s\S]*?(?:<\/\1|$)|<[a-z/!][^<>]*>/giu

function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const start = Math.max(0, first - BEFORE)
  const sample = Buffer.from(bytes.subarray(start, start + LOOKED_AT_BYTES)).toString('latin1')
  return Buffer.from(sample.replace(MARKUP, ' '), 'latin1')
}

/** ISO-2022-JP is ASCII in its bytes, and known by the escapes that switch its sets (RFC 1468). */
export const isIso2022Jp = (bytes: Uint8Array): boolean => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hasEscape = view.includes('\u001b$B') || view.includes('\u001b$@')
  return hasEscape && bytes.every((byte) => byte < 0x80)
}

const THAI = /[\u0e01-\u0e5b]/gu
/** Vowels and tones that stand on a consonant, and vowels that stand before one. */
const THAI_BOUND = /[\u0e31\u0e34-\u0e3a\u0e40-\u0e44\u0e47-\u0e4e]/gu
const THAI_UNBOUND =
  /(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])/gu
const LEAST_THAI = 0.9

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Thai, which the detector takes for Japanese: nearly all letters Thai, and their marks where Thai has them. */
const isThai = (text: string): boolean =>
  count(text, THAI) > count(text, /[^\0-\x7f]/gu) * LEAST_THAI &&
  count(text, THAI_UNBOUND) < count(text, THAI_BOUND) * (1 - LEAST_THAI)

/** The encodings that a text may be in, likeliest first, by its letters and their neighbours. None that is sure of nothing. */
export function guessCharsets(bytes: Uint8Array): string[] {
  const sample = sampleOf(bytes)
  const guesses = chardet
    .analyse(sample)
    .filter(({ confidence, name }) => confidence > 0 && !/^(?:ascii|utf|iso-2022)/iu.test(name))
    .map(({ confidence, name }) => {
      const charset = name.toLowerCase()
      return LATIN.test(charset) && confidence < LEAST_CONFIDENCE ? 'windows-1252' : charset
    })
  const thai = new TextDecoder('windows-874').decode(sample)
  const all = isThai(thai) ? ['windows-874', ...guesses] : guesses
  return all.map((name) => (name === 'iso-8859-7' ? greekOf(sample) : (FULLER.get(name) ?? name)))
}

/** The two Greek sets differ in one letter, `Ά`: b6 in the standard's, where Windows has a sign that no word begins with. */
function greekOf(sample: Uint8Array): string {
  const isStandard = sample.some((byte, index) => byte === 0xb6 && (sample[index + 1] ?? 0) >= 0xc1)
  return isStandard ? 'iso-8859-7' : 'windows-1253'
}
