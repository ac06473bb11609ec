import { COMMON_WORDS } from './common-words.ts'

/** How much of a text is looked at, in UTF-16 code units: more tells nothing more. */
const SAMPLE = 20_000
/** A language must explain this share of the words, and clearly more of them than the next one does. */
const LEAST_SHARE = 0.1
const LEAST_HITS = 2
const CLEARLY_MORE = 1.1

/** Scripts that one language (mostly) writes; the others are told by their words. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
]
/** Kana among Han is Japanese even where Han is most of the text. */
const KANA_SHARE = 0.1

const LANGUAGES_OF = indexWords()

/** The language of a text as a BCP 47 primary tag, told from its script and its commonest words; `und` where unclear. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const letters = count(sample, /\p{L}/gu)
  if (letters === 0) return 'und'
  const shares = new Map(SCRIPTS.map(([language, script]) => [language, count(sample, script) / letters]))
  const kana = shares.get('ja') ?? 0
  if (kana >= KANA_SHARE && kana + (shares.get('zh') ?? 0) > 0.5) return 'ja'
  for (const [language, share] of shares) if (share > 0.5) return language
  return fromWords(sample)
}

/** In how many of a language's common words another one must lead before a text is clearly not in it. */
const CLEARLY_OTHER = 2
/** Written so much alike that a few sentences do not tell them apart. */
const ALIKE = [
  ['da', 'no', 'nb', 'nn', 'sv'],
  ['es', 'pt', 'gl', 'ca'],
  ['cs', 'sk'],
  ['ru', 'uk', 'be', 'bg'],
  ['id', 'ms'],
  ['fa', 'ar', 'ur'],
  ['hi', 'mr', 'ne'],
  ['nl', 'af'],
]

/**
 * The language that a text is clearly written in where that is not the one expected (a BCP 47 primary tag); null where it
 * is, or where nobody can be sure.
 */
export function findOtherLanguage(text: string, expected: string): string | null {
  const found = detectLanguage(text)
  const isKnown = expected in COMMON_WORDS || SCRIPTS.some(([language]) => language === expected)
  if (found === 'und' || found === expected || !isKnown) return null
  if (ALIKE.some((languages) => languages.includes(found) && languages.includes(expected))) return null
  const { hits } = countHits(text.slice(0, SAMPLE))
  return (hits.get(found) ?? 1) >= (hits.get(expected) ?? 0) * CLEARLY_OTHER ? found : null
}

function countHits(sample: string): { readonly words: number; readonly hits: ReadonlyMap<string, number> } {
  // "Neumann's" is no Czech.
  const words =
    sample
      .toLowerCase()
      .replaceAll(/['’]s(?!\p{L})/gu, '')
      .match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const hits = new Map<string, number>()
  for (const word of words) {
    for (const language of LANGUAGES_OF.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1)
  }
  return { words: words.length, hits }
}

function fromWords(sample: string): string {
  const { words, hits } = countHits(sample)
  const [first, second] = [...hits].sort((one, other) => other[1] - one[1])
  if (first === undefined || first[1] < LEAST_HITS || first[1] < words * LEAST_SHARE) return 'und'
  return second === undefined || first[1] >= second[1] * CLEARLY_MORE ? first[0] : 'und'
}

function indexWords(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const [language, words] of Object.entries(COMMON_WORDS)) {
    for (const word of words) index.set(word, [...(index.get(word) ?? []), language])
  }
  return index
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
