import { linesOf } from './sentence-lines.ts'
import type { Span } from './span.ts'

/** In a text without blank lines, one line longer than this says that nothing was wrapped: each line is a paragraph. */
const PARAGRAPH_LINE = 120

/**
 * The paragraphs of a text as it stands, nothing stripped: what blank lines separate. A text without blank lines whose
 * lines are long has a paragraph on each line; wrapped lines stay one paragraph. Spans are in order, never overlap, and
 * only white space stands outside them. Linear in the text.
 */
export function splitPassages(text: string): Span[] {
  const groups = groupLines(text)
  return groups.length === 1 ? splitLongLines(groups[0] ?? []) : groups.map(spanOf)
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

function splitLongLines(lines: readonly Span[]): Span[] {
  return isLinePerParagraph(lines) ? lines.map(({ start, end }) => ({ start, end })) : [spanOf(lines)]
}

/** Whether each of these lines is a paragraph of its own: a hard wrap keeps all lines under one width. */
export function isLinePerParagraph(lines: readonly Span[]): boolean {
  const lengths = lines.map(({ start, end }) => end - start)
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  return longest > PARAGRAPH_LINE
}

function spanOf(lines: readonly Span[]): Span {
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }
}
