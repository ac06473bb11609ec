import { COMMON_WORDS } from './common-words.ts'
import { detectLanguage } from './language.ts'
import { splitSentences } from './sentence.ts'
import type { Span } from './span.ts'
import { stemmerFor } from './stem.ts'
import { foldWord, tokenise } from './tokenise.ts'

/** A word of a sentence after stemming. */
export interface Term {
  /** What is searched: the word's stem, the number without its grouping, or a pair of characters. */
  readonly key: string
  /** Lower case, without accents. */
  readonly word: string
  /** Function words are kept for their place in the sentence but are never searched. */
  readonly isCommon: boolean
  readonly isNumber: boolean
  readonly isCapital: boolean
}

export interface IndexedSentence extends Span {
  /** Index of the passage it stands in. */
  readonly passage: number
  readonly terms: readonly Term[]
}

/** Where a term stands: sentence numbers in reading order, with how often it stands there. */
export type Postings = ReadonlyMap<string, ReadonlyMap<number, number>>

export interface TextIndex {
  readonly language: string
  readonly sentences: readonly IndexedSentence[]
  /** First and last sentence number (exclusive) of each passage. */
  readonly passages: readonly Span[]
  readonly postings: Postings
  /** In how many passages a term stands. */
  readonly passageFrequency: ReadonlyMap<string, number>
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
  const passageFrequency = new Map<string, number>()
  for (const { start, end } of ranges) {
    const seen = new Set<string>()
    for (let number = start; number < end; number += 1) {
      for (const { key } of sentences[number]!.terms) {
        seen.add(key)
        const standing = postings.get(key)
        if (standing === undefined) postings.set(key, new Map([[number, 1]]))
        else standing.set(number, (standing.get(number) ?? 0) + 1)
      }
    }
    for (const key of seen) passageFrequency.set(key, (passageFrequency.get(key) ?? 0) + 1)
  }
  const length = sentences.reduce((sum, { terms }) => sum + terms.length, 0)
  return {
    language,
    sentences,
    passages: ranges,
    postings,
    passageFrequency,
    averageLength: length / Math.max(1, sentences.length),
    termsOf,
  }
}

function termReader(language: string): TextIndex['termsOf'] {
  const stem = stemmerFor(language)
  const common = new Set([...(COMMON_WORDS[language] ?? []), ...(COMMON_WORDS['en'] ?? [])].map(foldWord))
  return (text, start = 0, end = text.length) =>
    tokenise(text, start, end).map(({ word, isNumber, isCapital, isPair }) => ({
      word,
      key: isPair ? word : isNumber ? withoutGrouping(word) : stem(word),
      isCommon: common.has(word) || (word.length === 1 && !isNumber && !isPair),
      isNumber,
      isCapital,
    }))
}

/** "10,000" and "10000" are one number. */
function withoutGrouping(number: string): string {
  return number.replace(/[.,](?=\p{N}{3}(?!\p{N}))/gu, '')
}
