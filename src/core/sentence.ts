import type { Span } from './span.ts'

/** The sentences of `text` between `start` and `end`, without the white space between them. */
export function splitSentences(text: string, start = 0, end = text.length): Span[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })
  const sentences: Span[] = []
  for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
    const words = segment.trim()
    if (words === '') continue
    const from = start + index + segment.indexOf(words)
    sentences.push({ start: from, end: from + words.length })
  }
  return sentences
}
