import { readFileSync } from 'node:fs'
import type { Span } from '../../src/core/span.ts'

export interface LabelledText {
  readonly language: string
  readonly text: string
  /** The sentences as a person ends them. */
  readonly pieces: readonly string[]
}

/** One text a line: language, tab, the text with ¦ where a person ends a sentence; `\n` is a line break. */
export function labelledSentences(): LabelledText[] {
  return readFileSync(new URL('../fixtures/sentences/labelled.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [language = '', marked = ''] = line.split('\t')
      const pieces = marked.replaceAll('\\n', '\n').split('¦')
      return { language, text: pieces.join(''), pieces: pieces.map((piece) => piece.trim()) }
    })
}

/** How well a splitter ends sentences: precision and recall of the boundaries inside the labelled texts, as F1. */
export function scoreSentences(split: (text: string) => readonly Span[]): {
  f1: number
  wanted: number
  misses: readonly string[]
} {
  let hits = 0
  let found = 0
  let wanted = 0
  const misses: string[] = []
  for (const { language, text, pieces } of labelledSentences()) {
    const sentences = split(text).map(({ start, end }) => text.slice(start, end))
    const expected = new Set(boundaries(pieces))
    const actual = boundaries(sentences)
    const right = actual.filter((at) => expected.has(at)).length
    hits += right
    found += actual.length
    wanted += expected.size
    if (right < Math.max(actual.length, expected.size)) misses.push(`${language}: ${sentences.join(' ¦ ')}`)
  }
  return { f1: (2 * hits) / (found + wanted), wanted, misses }
}

/** Boundaries as the number of visible characters before them: white space belongs to no sentence. */
function boundaries(pieces: readonly string[]): number[] {
  let at = 0
  return pieces.slice(0, -1).map((piece) => (at += piece.replace(/\s/g, '').length))
}
