import type { Article } from './article.ts'
import type { Quote } from './claim.ts'
import { quoteAt } from './quote.ts'
import type { Ranking } from './retrieval.ts'
import { isOutdated } from './support/live-entries.ts'

/** So many sentences are looked at before there is none: what comes behind them is not near any more. */
const MOST_TRIED = 4

/**
 * The sentence that comes closest to a question, to be shown where none answers it; null where none shares a word with it.
 * In a live blog, one that a newer entry tells otherwise is left out.
 */
export function nearestQuote(article: Article, sentences: Ranking['sentences']): Quote | null {
  const near = sentences.slice(0, MOST_TRIED).filter(({ score }) => score > 0)
  return near.map((span) => quoteAt(article, span)).find((quote) => !isOutdated(article, quote)) ?? null
}
