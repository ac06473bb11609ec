import type { Unit } from './link-units.ts'
import type { Span } from './span.ts'

/** The words in and around a span of a text. */
export interface SpanInText {
  readonly text: string
  readonly span: Span
  readonly units: readonly Unit[]
}

/** White space, and what our text puts between the cells of a table, where a line of the page ends. */
const LINE_END = /\s+(?:\| )?/

/** The words from one unit to another, with a sign before a number and the mark that ends the quote. */
export function termOf(words: SpanInText, first: number, last: number): string {
  const { text, span, units } = words
  const end = units[last]!.end
  const mark = /^[%‰°]*[.!?]?/u.exec(text.slice(end, Math.min(span.end, end + 3)))?.[0] ?? ''
  const hasMark = end < span.end && (units[last + 1]?.start ?? Infinity) >= span.end
  return text.slice(signedStart(words, first), hasMark ? end + mark.length : end)
}

/** A prefix has to reach up to the start, or up to the end of its line: all marks there are its own. */
export function prefixOf(words: SpanInText, from: number, first: number): string {
  const { text, units } = words
  const { end } = units[first - 1]!
  const marks = text.slice(end, startAfterPrefix(words, first))
  const own = units[first]!.isAdjacent ? marks.split(LINE_END, 1)[0]! : marks
  return (text.slice(units[from]!.start, end) + own).trim()
}

/** A suffix has to begin right behind `start`, or with the next line. */
export function suffixOf({ text, units }: SpanInText, start: string, first: number, last: number): string {
  const { end } = units[first - 1]!
  const all = text.slice(end, units[last]!.end)
  if (units[first]!.isAdjacent) return all.replace(/^[^\p{L}\p{N}\s]*\s+(?:\| )?/u, '').trim()
  // The mark that ends the quote is named with it.
  const mark = /[%‰°.!?]*$/u.exec(start)![0]
  return all.slice(mark.length).trim()
}

/** After a prefix in the line above, a start begins with its line: an opening quotation mark belongs to it. */
export function startAfterPrefix(words: SpanInText, first: number): number {
  const { text, units } = words
  const { start, isAdjacent } = units[first]!
  const marks = text.slice(units[first - 1]?.end ?? start, start)
  const own = marks.split(LINE_END).at(-1)!
  return isAdjacent && !/[\p{L}\p{N}]/u.test(own) ? start - own.length : signedStart(words, first)
}

export function signedStart({ text, span, units }: SpanInText, first: number): number {
  const { start } = units[first]!
  const isSigned = /[\p{Sc}\-−+±~≈<>]/u.test(text[start - 1] ?? '') && /\p{N}/u.test(text[start]!)
  return start > span.start && isSigned ? start - 1 : start
}
