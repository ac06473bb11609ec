import type { Article } from './article.ts'
import { type Token, wordSequence } from './word-sequence.ts'

export interface ArticleWords {
  readonly tokens: readonly Token[]
  /** Where each word stands in `tokens`. */
  readonly places: ReadonlyMap<string, readonly number[]>
}

const known = new WeakMap<Article, ArticleWords>()

/** The words of an article in order. It never changes, so they are read once, however many claims are checked. */
export function articleWords(article: Article): ArticleWords {
  let words = known.get(article)
  if (words === undefined) {
    const tokens = wordSequence(article.text)
    const places = new Map<string, number[]>()
    for (const [at, { word }] of tokens.entries()) {
      const standing = places.get(word)
      if (standing === undefined) places.set(word, [at])
      else standing.push(at)
    }
    words = { tokens, places }
    known.set(article, words)
  }
  return words
}
