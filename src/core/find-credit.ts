import { isSureCredit, readCredit, readCreditInside } from './credit.ts'
import type { CreditLinks } from './credit-name.ts'
import { endsAsSentence } from './furniture.ts'
import { readDateline } from './dateline.ts'
import { isProse } from './paste-lines.ts'
import type { Origin } from './source.ts'

/** Paragraphs at either end of a text whose sentences may credit, and how far down a dateline is looked for. */
const FIRST = 2
const LAST = 4
const DATELINE_WITHIN = 4
/** Words of a first paragraph. */
const SHORT_LEAD = 6

export interface CreditLine {
  readonly text: string
  readonly links: CreditLinks
}

/**
 * Whom a document credits, the surest first: lines that say so in words, sentences at either end of the text, then
 * bylines, sign-offs and labels, then the dateline. `lines` stand above, between and below the paragraphs of `text`.
 */
export function findCredits(lines: readonly CreditLine[], text: readonly CreditLine[]): Origin[] {
  const read = lines
    .map((line) => ({
      line,
      credit: readCredit(line.text, line.links) ?? readCreditInside(line.text, false, line.links),
    }))
    .filter(({ credit }) => credit !== null)
    .map(({ line, credit }) => ({ credit, isSure: isSureCredit(line.text) }))
  const inside = text.map((paragraph, index) =>
    index < FIRST || index >= text.length - LAST
      ? readCreditInside(paragraph.text, index === text.length - 1, paragraph.links)
      : null,
  )
  const opening = text
    .slice(0, DATELINE_WITHIN)
    .filter(({ text: words }) => isProse(words, SHORT_LEAD) || endsAsSentence(words))
  const found = [
    ...read.filter(({ isSure }) => isSure).map(({ credit }) => credit),
    ...inside,
    ...read.filter(({ isSure }) => !isSure).map(({ credit }) => credit),
    ...opening.map((paragraph) => readDateline(paragraph.text)),
  ]
  return found.filter((credit) => credit !== null)
}
