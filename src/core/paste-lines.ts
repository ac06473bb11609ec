import { groupLines, isLinePerParagraph } from './passage.ts'
import { endsAsSentence, isListItem } from './furniture.ts'
import { headRole } from './line-role.ts'
import { splitAtLines } from './sentence-lines.ts'
import type { Span } from './span.ts'
import { countWords, isWithoutSpaces } from './words.ts'

/** One thing on a pasted page: a paragraph, or a line that stands for itself. */
export interface Unit {
  readonly text: string
  /** Units of one group stand together, with no blank line between them. */
  readonly group: number
  /** How many visible lines of the paste it takes. */
  readonly lines: number
}

/** Lines up to this length may be verses, entries or labels; longer ones are wrapped prose or paragraphs. */
const LONGEST_SHORT_LINE = 45
/** Nobody wraps text narrower than this. */
const LEAST_WRAP = 24
const LEAST_PROSE_WORDS = 12
const LEAST_PROSE_CHARACTERS = 24
const SURELY_PROSE_WORDS = 25

/** A pasted text as units, in order. Wrapped lines are joined; a line per paragraph makes each its own group. */
export function readUnits(text: string): Unit[] {
  const units: Unit[] = []
  let group = 0
  for (const lines of groupLines(text)) {
    group += 1
    const separate = isLinePerParagraph(text, lines)
    let line = 0
    for (const unit of separate ? lines : unitsOf(text, lines)) {
      if (separate) group += 1
      const from = line
      while (line < lines.length && (lines[line]?.end ?? 0) <= unit.end) line += 1
      const inside = lines.slice(from, line)
      const joined = inside.map(({ start, end }) => text.slice(start, end)).join(' ')
      units.push({ text: joined, group, lines: inside.length })
    }
  }
  return units
}

function unitsOf(text: string, lines: readonly Span[]): readonly Span[] {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return []
  if (lines.some(({ start, end }) => end - start > LONGEST_SHORT_LINE)) {
    return splitAtSourceLines(text, lines).flatMap((part) =>
      part.length === 1 ? part : splitAtLines(text, part[0]?.start ?? 0, part.at(-1)?.end ?? 0),
    )
  }
  const lengths = lines.map(({ start, end }) => end - start)
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  const goOn = lines.slice(1).filter(({ start }) => /^\p{Ll}/u.test(text.slice(start, start + 2))).length
  const isWrapped =
    longest >= LEAST_WRAP &&
    goOn * 2 >= lines.length - 1 &&
    lengths.slice(0, -1).every((length) => length >= longest * 0.6) &&
    endsAsSentence(text.slice(last.start, last.end))
  return isWrapped ? [{ start: first.start, end: last.end }] : lines
}

/** A byline, a date or a credit is a line of its own, however close it stands to the headline. */
function splitAtSourceLines(text: string, lines: readonly Span[]): Span[][] {
  const parts: Span[][] = []
  let open: Span[] | null = null
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const goesOn = next !== undefined && /^\p{Ll}/u.test(text.slice(next.start, next.start + 2))
    const role = headRole(text.slice(line.start, line.end))
    const isSource = role === 'byline' || role === 'date' || role === 'credit'
    const nextRole = goesOn ? headRole(text.slice(next.start, next.end)) : 'label'
    if (isSource && (!goesOn || nextRole === 'byline')) {
      parts.push([line])
      open = null
    } else if (open === null) parts.push((open = [line]))
    else open.push(line)
  }
  return parts
}

/** Whether a unit is running text, as articles are made of; `least` is the number of words it must have. */
export function isProse(text: string, least = LEAST_PROSE_WORDS): boolean {
  if (isWithoutSpaces(text)) return text.length >= LEAST_PROSE_CHARACTERS && /[。！？.」』]/u.test(text)
  const words = countWords(text)
  if (words >= SURELY_PROSE_WORDS) return true
  return words >= least && (endsAsSentence(text) || /[.!?:…]["'”’)]*\s/u.test(text)) && !isListItem(text)
}
