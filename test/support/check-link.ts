import type { Article } from '../../src/core/article.ts'
import { foldedWords } from '../../src/core/link-words.ts'
import { normaliseText } from '../../src/core/normalise.ts'
import type { Span } from '../../src/core/span.ts'
import { tableLabels } from '../../src/core/table-labels.ts'
import type { Highlight } from './highlight.ts'

/** Words on either side that tell a place from others that say the same. */
const WORDS_AROUND = 3
const UNITS_AROUND = 160
/** Between two passages of a quote, the page may have so many words that are not the article's. */
const MOST_WORDS_BETWEEN = 40

const wordsOf = (text: string): string[] => foldedWords(normaliseText(text)).map(({ word }) => word)
const joined = (words: readonly string[]): string => words.map((word) => ` ${word}`).join('')

/**
 * What is wrong with a highlight of these words of the article, or null: it has to hold the same words, and to stand
 * between the same words, at least on one side (the page may have a picture or an advertisement on the other).
 */
export function wrongIn({ text, before, after }: Highlight, article: Article, span: Span): string | null {
  const labels = tableLabels(article.text, article.passages)
  // Labels of a table are put before each value by our reading; on the page they stand in its head.
  const ownWords = (from: number, to: number): string[] =>
    foldedWords(article.text.slice(Math.max(0, from), to))
      .map(({ word, start }) => ({ word, at: Math.max(0, from) + start }))
      .filter(({ at }) => !labels.some(({ start, end }) => start <= at && at < end))
      .map(({ word }) => word)
  const lines = linesOf(article.text, span).map(({ start, end }) => joined(ownWords(start, end)))
  const found = joined(wordsOf(text))
  if (!holdsInOrder(found, lines)) return `highlighted “${found.trim()}”, not “${lines.join(' /').trim()}”`
  const above = ownWords(span.start - UNITS_AROUND, span.start).slice(-WORDS_AROUND)
  const below = ownWords(span.end, span.end + UNITS_AROUND).slice(0, WORDS_AROUND)
  const isSameAbove = above.length > 0 && joined(wordsOf(before)).endsWith(joined(above))
  const isSameBelow = below.length > 0 && joined(wordsOf(after)).startsWith(joined(below))
  return isSameAbove || isSameBelow
    ? null
    : `the same words at another place, behind “${before.trim().slice(-60)}”`
}

function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== '\n') continue
    if (at > from) lines.push({ start: from, end: at })
    from = at + 1
  }
  return lines
}

/** One behind the other, from the first word to the last. */
function holdsInOrder(found: string, lines: readonly string[]): boolean {
  let at = 0
  for (const line of lines) {
    const place = found.indexOf(line, at)
    if (place === -1 || found.slice(at, place).split(' ').length - 1 > (at === 0 ? 0 : MOST_WORDS_BETWEEN))
      return false
    at = place + line.length
  }
  return at === found.length
}
