import type { Span } from './span.ts'
import { countWords } from './words.ts'

/** Words between quotation marks of any style. What is longer than this between two marks is no quotation. */
const QUOTED =
  /“[^“”]{1,1000}”|„[^„“”]{1,1000}[“”]|«[^«»]{1,1000}»|»[^«»]{1,1000}«|「[^「」]{1,1000}」|『[^『』]{1,1000}』|"[^"]{1,1000}"|‘[^‘’]{1,600}(?:’\p{L}[^‘’]{1,600})*’(?!\p{L})|`[^`]{1,300}`/gu
/** With fewer words around it, nobody reports what is quoted: the quotation is what the sentence says. */
const LEAST_AROUND = 2

/**
 * Sentences with quotations emptied that others are reported to have said: of `He wrote "obey me".` stays `He wrote "*".`
 * A quotation that has no words around it in its sentences is left as it is. Sentences stand in order in the text.
 */
export function withoutReported(text: string, passage: Span, sentences: readonly Span[]): string[] {
  const quotations = quotationsIn(text, passage)
  if (quotations.length === 0) return sentences.map(({ start, end }) => text.slice(start, end))
  const outside = sentences.map((sentence) => countWords(emptied(text, sentence, quotations)))
  const reported: Span[] = []
  let first = 0
  for (const quotation of quotations) {
    while (first < sentences.length && sentences[first]!.end <= quotation.start) first += 1
    let around = 0
    for (let at = first; at < sentences.length && sentences[at]!.start < quotation.end; at++)
      around += outside[at]!
    if (around >= LEAST_AROUND) reported.push(quotation)
  }
  return sentences.map((sentence) => emptied(text, sentence, reported))
}

/** Of each of these spans of a passage, whether all its words stand between quotation marks. */
export function isAllQuoted(text: string, passage: Span, spans: readonly Span[]): boolean[] {
  const quotations = quotationsIn(text, passage)
  return spans.map(
    (span) =>
      quotations.length > 0 &&
      countWords(emptied(text, span, quotations)) === 0 &&
      countWords(text.slice(span.start, span.end)) > 0,
  )
}

const quotationsIn = (text: string, { start, end }: Span): Span[] =>
  [...text.slice(start, end).matchAll(QUOTED)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))

/** A sentence without the words of these quotations, which stand in order; their marks stay. */
function emptied(text: string, { start, end }: Span, quotations: readonly Span[]): string {
  let kept = ''
  let from = start
  for (let at = firstEndingAfter(quotations, start); at < quotations.length; at++) {
    const quotation = quotations[at]!
    if (quotation.start >= end) break
    kept += text.slice(from, Math.max(from, quotation.start + 1))
    kept += '*'
    from = Math.max(from, Math.min(end, quotation.end - 1))
  }
  return kept + text.slice(from, end)
}

function firstEndingAfter(spans: readonly Span[], place: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end <= place) low = middle + 1
    else high = middle
  }
  return low
}
