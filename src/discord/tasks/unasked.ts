import type { EffectiveSettings } from '../../app/guild-settings.ts'
import type { ReadArticle, SummaryResult } from '../../app/ports.ts'
import type { Article } from '../../core/article.ts'
import { POINTS, type SummaryLength } from '../../core/summary.ts'
import { countWords } from '../../core/words.ts'
import { pointWords } from '../cards/point.ts'

// Links that nobody asked about get a card only where it saves people most of the reading.

/** What the points may be of the article's words at most. */
const LARGEST_SHARE = 0.3
/** As many as a point of a model has, on average. */
const WORDS_OF_A_POINT = 18
const FROM_LONG_TO_SHORT: readonly SummaryLength[] = ['long', 'standard', 'short']

/** The lengths that can be short enough beside an article, the longest first; none: it is left alone. */
export function lengthsUnasked(
  { article, looksLikeArticle }: ReadArticle,
  { length, fewestWords }: Pick<EffectiveSettings, 'length' | 'fewestWords'>,
): readonly SummaryLength[] {
  if (!looksLikeArticle || article.words < fewestWords) return []
  return FROM_LONG_TO_SHORT.filter(
    (name) =>
      POINTS[name] <= POINTS[length] && POINTS[name] * WORDS_OF_A_POINT <= article.words * LARGEST_SHARE,
  )
}

/** The first summary that is short enough; null where none is. */
export async function summarizeUnasked(
  { article }: ReadArticle,
  lengths: readonly SummaryLength[],
  summarize: (length: SummaryLength) => Promise<SummaryResult>,
): Promise<SummaryResult | null> {
  for (const length of lengths) {
    const result = await summarize(length)
    if (shrinksEnough(article, result)) return result
    // Nobody asked, so a model is not paid twice; the built-in engine is free, and its points are long.
    if (result.run.engine !== 'extractive') return null
  }
  return null
}

/** Whether a summary that is there already may be shown to people who did not ask for it. */
export const isWorthShowing = (
  article: Article,
  result: SummaryResult,
  { fewestWords }: Pick<EffectiveSettings, 'fewestWords'>,
): boolean => article.words >= fewestWords && shrinksEnough(article, result)

/** Whether the points, as a card shows them, leave out seven tenths of the words or more. */
export function shrinksEnough(article: Article, { summary }: Pick<SummaryResult, 'summary'>): boolean {
  const shown = summary.claims.map((claim, index) =>
    pointWords(claim, article, { number: index + 1, limit: Number.POSITIVE_INFINITY, linked: false }),
  )
  const words = shown.reduce((sum, { text }) => sum + countWords(text), 0)
  return words <= article.words * LARGEST_SHARE
}
