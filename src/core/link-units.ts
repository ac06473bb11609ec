import type { Span } from './span.ts'

/** Words this far around a quote may tell it from the same words elsewhere. */
const CONTEXT = 160
const MAY_END_CONTEXT = /[\s\p{P}]/u

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * Words around and in a span as browsers bound them (UAX #29, with dictionaries for scripts without spaces): the terms of
 * a text fragment begin and end at these.
 */
export function unitsAround(text: string, span: Span): Span[] {
  const from = contextStart(text, span.start)
  const to = contextEnd(text, span.end)
  const units: Span[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, to))) {
    if (isWordLike === true) units.push({ start: from + index, end: from + index + segment.length })
  }
  return units
}

/** Not in the middle of a word, where the text lets that be seen. */
function contextStart(text: string, start: number): number {
  const least = Math.max(0, start - CONTEXT)
  for (let at = least; at < start && least > 0; at++) if (MAY_END_CONTEXT.test(text[at]!)) return at
  return least
}

function contextEnd(text: string, end: number): number {
  const most = Math.min(text.length, end + CONTEXT)
  for (let at = most; at > end && most < text.length; at--) if (MAY_END_CONTEXT.test(text[at - 1]!)) return at
  return most
}
