import { linesOf } from './sentence-lines.ts'
import type { Span } from './span.ts'

/** In a text without blank lines, one line longer than this says that nothing was wrapped: each line is a paragraph. */
const PARAGRAPH_LINE = 120
const LONGEST_USUAL_WRAP = 80
const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»“)\]」』]*$/u

/**
 * The paragraphs of a text as it stands, nothing stripped: what blank lines separate. A text without blank lines whose
 * lines are long has a paragraph on each line; wrapped lines stay one paragraph. Spans are in order, never overlap, and
 * only white space stands outside them. Linear in the text.
 */
export function splitPassages(text: string): Span[] {
  const groups = groupLines(text)
  return groups.length === 1
    ? splitLongLines(text, groups[0] ?? [])
    : groups.flatMap((group) => (group.every(isLong) ? group : [spanOf(group)]))
}

/** Lines that no blank line separates, group by group. */
export function groupLines(text: string): Span[][] {
  const groups: Span[][] = []
  let group: Span[] = []
  for (const line of linesOf(text)) {
    if (line.end > line.start) group.push(line)
    else if (group.length > 0) {
      groups.push(group)
      group = []
    }
  }
  if (group.length > 0) groups.push(group)
  return groups
}

function splitLongLines(text: string, lines: readonly Span[]): Span[] {
  return isLinePerParagraph(text, lines) ? lines.map(({ start, end }) => ({ start, end })) : [spanOf(lines)]
}

/**
 * Whether each of these lines is a paragraph of its own. A hard wrap keeps all lines under one width and breaks them
 * inside sentences.
 */
export function isLinePerParagraph(text: string, lines: readonly Span[]): boolean {
  const longest = lines.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  if (longest > PARAGRAPH_LINE) return true
  const full = lines.filter(({ start, end }) => end - start > longest / 2)
  return (
    longest > LONGEST_USUAL_WRAP &&
    full.length > 1 &&
    full.every(({ end }) => SENTENCE_END.test(text.slice(end - 4, end)))
  )
}

const isLong = ({ start, end }: Span): boolean => end - start > PARAGRAPH_LINE

function spanOf(lines: readonly Span[]): Span {
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }
}
