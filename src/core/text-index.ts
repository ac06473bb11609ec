import { COMMON_WORDS } from './common-words.ts'
import { detectLanguage } from './language.ts'
import { splitSentences } from './sentence.ts'
import type { Span } from './span.ts'
import { stemmerFor } from './stem.ts'
import { foldWord, type Token, tokenise } from './tokenise.ts'

/** A word as it is searched. */
export interface Term extends Token {
  /** The word's stem, the number without its grouping, or the pair of characters. */
  readonly key: string
  /** Function words keep their place in the sentence but are not searched for. */
  readonly isCommon: boolean
}

export interface IndexedSentence extends Span {
  /** Index of the passage it stands in. */
  readonly passage: number
  readonly terms: readonly Term[]
}

/** Where a term stands: sentence numbers in reading order, with how often it stands there. */
type Postings = ReadonlyMap<string, ReadonlyMap<number, number>>

export interface TextIndex {
  readonly sentences: readonly IndexedSentence[]
  /** First and last sentence number (exclusive) of each passage. */
  readonly passages: readonly Span[]
  readonly postings: Postings
  readonly averageLength: number
  termsOf(text: string, start?: number, end?: number): Term[]
}

/** Reads a text once for searching: its sentences within their passages, each with its stemmed words. */
export function indexText(
  text: string,
  passages: readonly Span[],
  language = detectLanguage(text),
): TextIndex {
  const termsOf = termReader(language)
  const sentences: IndexedSentence[] = []
  const ranges: Span[] = []
  for (const [passage, { start, end }] of passages.entries()) {
    const first = sentences.length
    for (const span of splitSentences(text, start, end)) {
      sentences.push({
        start: span.start,
        end: span.end,
        passage,
        terms: termsOf(text, span.start, span.end),
      })
    }
    ranges.push({ start: first, end: sentences.length })
  }
  const postings = new Map<string, Map<number, number>>()
  for (const [number, { terms }] of sentences.entries()) {
    for (const { key } of terms) {
      const standing = postings.get(key)
      if (standing === undefined) postings.set(key, new Map([[number, 1]]))
      else standing.set(number, (standing.get(number) ?? 0) + 1)
    }
  }
  const length = sentences.reduce((sum, { terms }) => sum + terms.length, 0)
  return {
    sentences,
    passages: ranges,
    postings,
    averageLength: length / Math.max(1, sentences.length),
    termsOf,
  }
}

function termReader(language: string): TextIndex['termsOf'] {
  const stemOf = stemmerFor(language)
  const common = new Set([...(COMMON_WORDS[language] ?? []), ...(COMMON_WORDS['en'] ?? [])].map(foldWord))
  return (text, start = 0, end = text.length) =>
    tokenise(text, start, end).map((token) => {
      const { word, isNumber, isPair } = token
      return {
        ...token,
        key: isPair ? word : isNumber ? withoutGrouping(word) : stemOf(text.slice(token.start, token.end)),
        isCommon: common.has(word) || (word.length === 1 && !isNumber && !isPair),
      }
    })
}

/** "10,000" and "10000" are one number. */
function withoutGrouping(number: string): string {
  return number.replace(/[.,](?=\p{N}{3}(?!\p{N}))/gu, '')
}
