import type { Span } from './span.ts'

/** Words this far around a quote may tell it from the same words elsewhere. */
const CONTEXT = 160
/** Of a long quote the first and last characters: no link names more. */
const LONG = 1000
const MAY_END_CONTEXT = /[\s\p{P}]/u

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * Words around and in a span as browsers bound them (UAX #29, with dictionaries for scripts without spaces): the terms of
 * a text fragment begin and end at these.
 */
export function boundedWords(text: string, span: Span): Span[] {
  const { start, end } = span
  const from = contextStart(text, start)
  const to = contextEnd(text, end)
  if (end - start <= 2 * LONG) return wordsBetween(text, from, to, span)
  return [
    ...wordsBetween(text, from, contextStart(text, start + LONG), span),
    ...wordsBetween(text, contextEnd(text, end - LONG), to, span),
  ]
}

/** `span`: the quote, where a number and its unit belong together. */
function wordsBetween(text: string, from: number, to: number, span: Span): Span[] {
  const units: Span[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, to))) {
    if (isWordLike !== true) continue
    const unit = { start: from + index, end: from + index + segment.length }
    const before = units.at(-1)
    if (before !== undefined && isOneNumber(text, before, unit, span))
      units[units.length - 1] = { ...before, end: unit.end }
    else units.push(unit)
  }
  return units
}

/**
 * In "12 500 kg" the page may have narrow no-break spaces, which bound no words (UAX #29, ExtendNumLet), and our text has
 * plain ones.
 */
function isOneNumber(text: string, before: Span, unit: Span, span: Span): boolean {
  if (text.slice(before.end, unit.start) !== ' ' || !/\d$/.test(text.slice(before.start, before.end)))
    return false
  const next = text.slice(unit.start, unit.end)
  const isInside = span.start <= before.start && unit.end <= span.end
  return /^\d{3}$/.test(next) || (isInside && /^\p{L}{1,3}$/u.test(next))
}

/** Not in the middle of a word, where the text lets that be seen. */
function contextStart(text: string, start: number): number {
  const least = Math.max(0, start - CONTEXT)
  if (least === 0) return 0
  for (let at = least; at < start; at++) if (MAY_END_CONTEXT.test(text[at]!)) return at
  return least
}

function contextEnd(text: string, end: number): number {
  const most = Math.min(text.length, end + CONTEXT)
  if (most === text.length) return most
  for (let at = most; at > end; at--) if (MAY_END_CONTEXT.test(text[at - 1]!)) return at
  return most
}
