import type { Article, PassageKind } from './article.ts'
import { splitSentences } from './sentence.ts'
import type { Span } from './span.ts'

export interface ArticleSentence extends Span {
  /** Id of the passage it stands in. */
  readonly passage: string
  readonly kind: PassageKind
}

const known = new WeakMap<Article, readonly ArticleSentence[]>()

/** The sentences of an article in order. It never changes, so they are split once, however many claims are checked. */
export function articleSentences(article: Article): readonly ArticleSentence[] {
  let sentences = known.get(article)
  if (sentences === undefined) {
    sentences = article.passages.flatMap(({ id, kind, start, end }) =>
      splitSentences(article.text, start, end).map((span) => ({ ...span, passage: id, kind })),
    )
    known.set(article, sentences)
  }
  return sentences
}
