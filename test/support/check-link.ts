import type { Article } from '../../src/core/article.ts'
import { foldedWords } from '../../src/core/link-words.ts'
import type { Span } from '../../src/core/span.ts'
import type { Highlight } from './highlight.ts'

/** Words on either side that tell a place from others that say the same. */
const WORDS_AROUND = 3
const UNITS_AROUND = 120
const TABLE_LABEL = /(?:^|\| |\n)[^|:\n]{1,80}: (?=[^|\n])/g

const wordsOf = (text: string): string[] => foldedWords(text).map(({ word }) => word)
const joined = (words: readonly string[]): string => words.join(' ')

/**
 * What is wrong with a highlight of these words of the article, or null: it has to hold the same words, and to stand
 * between the same words, at least on one side (the page may have a picture or an advertisement on the other).
 */
export function wrongIn({ text, before, after }: Highlight, article: Article, span: Span): string | null {
  const passage = article.passages.find(({ start, end }) => start <= span.start && span.start < end)
  const quote = article.text.slice(span.start, span.end)
  // Labels of a table are put before each value by our reading; on the page they stand in its head.
  const wanted = joined(wordsOf(passage?.kind === 'table' ? quote.replaceAll(TABLE_LABEL, ' | ') : quote))
  const found = joined(wordsOf(text))
  if (found !== wanted) return `highlighted “${found}”, not “${wanted}”`
  const above = wordsOf(article.text.slice(Math.max(0, span.start - UNITS_AROUND), span.start)).slice(-WORDS_AROUND)
  const below = wordsOf(article.text.slice(span.end, span.end + UNITS_AROUND)).slice(0, WORDS_AROUND)
  const isSameAbove = above.length > 0 && joined(wordsOf(before)).endsWith(joined(above))
  const isSameBelow = below.length > 0 && joined(wordsOf(after)).startsWith(joined(below))
  return isSameAbove || isSameBelow ? null : `the same words at another place, behind “${before.trim().slice(-60)}”`
}
