import type { Span } from '../core/span.ts'

/** The first start of a word at or after `at`, kept within the span: no word and no surrogate pair is cut. */
export function wordStart(text: string, at: number, within: Span): number {
  if (at <= within.start) return within.start
  const space = text.indexOf(' ', Math.floor(at))
  return space === -1 ? within.end : Math.min(space + 1, within.end)
}

/** The last end of a word at or before `at`, kept within the span. */
export function wordEnd(text: string, at: number, within: Span): number {
  if (at >= within.end) return within.end
  return Math.max(text.lastIndexOf(' ', Math.floor(at)), within.start)
}

/** The words up to this many characters, with a mark where more follow. */
export function clipped(words: string, most: number): string {
  if (words.length <= most) return words
  return `${words.slice(0, wordEnd(words, most, { start: 0, end: words.length })).trimEnd()} …`
}
