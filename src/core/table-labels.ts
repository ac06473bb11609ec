import type { Passage } from './article.ts'
import type { Span } from './span.ts'

/** What stands before a value of a table: its column's label, which the page shows in the table's head alone. */
const LABEL = /(?:^|\| |\n)[^|:\n]{1,80}: (?=[^|\n])/g

/** The labels that our text repeats in the tables of an article, in reading order. */
export function tableLabels(text: string, passages: readonly Passage[]): Span[] {
  return passages
    .filter(({ kind }) => kind === 'table')
    .flatMap(({ start, end }) =>
      Array.from(text.slice(start, end).matchAll(LABEL), (match) => ({
        start: start + match.index,
        end: start + match.index + match[0].length,
      })),
    )
}
