import type { Span } from './span.ts'
import { UNSPACED } from './unspaced-scripts.ts'

/** A word of a text as retrieval sees it; `start` and `end` are UTF-16 code units of the text it was read from. */
export interface Token extends Span {
  /** Lower case, without accents. */
  readonly word: string
  readonly isNumber: boolean
  /** Begins with a capital letter. */
  readonly isCapital: boolean
  /** One of the character pairs of a script without spaces: not a word that could be stemmed. */
  readonly isPair: boolean
}

/** Longer runs of letters are no words; cutting them keeps a text without spaces cheap. */
const LONGEST_WORD = 48

const TOKEN = new RegExp(
  `(?<run>${UNSPACED}[${UNSPACED}\\p{M}ー]{0,4095})` +
    `|(?<number>\\p{N}{1,${LONGEST_WORD}}(?:[.,]\\p{N}{1,${LONGEST_WORD}}){0,8}(?![[\\p{L}\\p{N}]--${UNSPACED}]))` +
    `|(?<word>[[\\p{L}\\p{N}\\p{M}]--${UNSPACED}]{1,${LONGEST_WORD}})`,
  'gv',
)

const STARTS_CAPITAL = /^\p{Lu}/u

/** Lower case without accents, so that "Guimarães" is found by a person who types "guimaraes". */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z0-9]*$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıßأإآىة]/g, (letter) => FOLDED[letter] ?? letter)
}

/** Letters that decomposition leaves alone, and the spellings of alef, ya and ta marbuta that Arabic writers mix. */
const FOLDED: Readonly<Record<string, string>> = { ı: 'i', ß: 'ss', أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ة: 'ه' }

/**
 * The words of `text` between `start` and `end`, in order. Chinese, Japanese, Thai and their like give overlapping
 * pairs of characters, the usual index of such scripts (Nie, Gao, Zhang and Zhou 2000, "On the use of words and n-grams
 * for Chinese information retrieval"); a lone character gives itself.
 */
export function tokenise(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  const words = text.slice(start, end)
  // Not matchAll: it copies the pattern for each call, which takes longer than the matching of a sentence.
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(words); match !== null; match = TOKEN.exec(words)) {
    const at = start + match.index
    const [written] = match
    const { run, number } = match.groups ?? {}
    if (run === undefined) {
      tokens.push({
        word: foldWord(written),
        start: at,
        end: at + written.length,
        isNumber: number !== undefined,
        isCapital: STARTS_CAPITAL.test(written),
        isPair: false,
      })
    } else tokens.push(...pairsOf(run, at))
  }
  return tokens
}

function pairsOf(run: string, at: number): Token[] {
  const characters = [...run]
  const shared = { isNumber: false, isCapital: false, isPair: true }
  if (characters.length === 1) return [{ word: run, start: at, end: at + run.length, ...shared }]
  let start = at
  return characters.slice(1).map((second, index) => {
    const first = characters[index] ?? ''
    const word = first + second
    const token = { word, start, end: start + word.length, ...shared }
    start += first.length
    return token
  })
}
