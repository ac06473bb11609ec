import { splitSentences } from './sentence.ts'
import type { Span } from './span.ts'

/** The `count` sentences that together say most of a text, in reading order. */
export function pickSentences(text: string, passages: readonly Span[], count: number): Span[] {
  return passages.flatMap(({ start, end }) => splitSentences(text, start, end)).slice(0, count)
}
