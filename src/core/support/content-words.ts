import { COMMON_WORDS } from '../common-words.ts'
import type { Span } from '../span.ts'
import { stemmerFor } from '../stem.ts'
import { foldWord, tokenise } from '../tokenise.ts'

/** A word that says what a sentence is about, by its stem; in scripts without spaces, a pair of characters. */
export interface ContentWord extends Span {
  readonly key: string
}

const commons = new Map<string, ReadonlySet<string>>()

function commonWordsOf(language: string): ReadonlySet<string> {
  let words = commons.get(language)
  if (words === undefined) {
    words = new Set([...(COMMON_WORDS[language] ?? []), ...(COMMON_WORDS['en'] ?? [])].map(foldWord))
    commons.set(language, words)
  }
  return words
}

export const isCommonWord = (word: string, language: string): boolean =>
  commonWordsOf(language).has(foldWord(word))

/** The content words of a text in order. Function words and numbers are left out. */
export function contentWords(text: string, language: string): ContentWord[] {
  const stem = stemmerFor(language)
  const common = commonWordsOf(language)
  return tokenise(text).flatMap(({ word, start, end, isNumber, isPair }) => {
    if (isNumber || common.has(word) || (word.length === 1 && !isPair)) return []
    return [{ key: isPair ? word : stem(word), start, end }]
  })
}

/** Words that share a long beginning are taken for forms of one word: "closure" and "closing". */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  const shorter = Math.min(one.length, other.length)
  if (shorter < 4) return false
  let shared = 0
  while (shared < shorter && one[shared] === other[shared]) shared += 1
  return shared >= Math.max(4, Math.ceil(Math.max(one.length, other.length) * 0.6))
}
