import type { Span } from './span.ts'

export interface RankedSentence extends Span {
  /** 0 to 1. */
  readonly score: number
}

export interface Ranking {
  /** Whether the best sentence is good enough to be called an answer. */
  readonly answerable: boolean
  /** 0 to 1. */
  readonly score: number
  /** Every sentence, best first, also when `answerable` is false. */
  readonly sentences: readonly RankedSentence[]
}

/** Ranks the sentences of a text by how well they answer a question, within the passages they stand in. */
export function rankSentences(_text: string, _passages: readonly Span[], _question: string): Ranking {
  return { answerable: false, score: 0, sentences: [] }
}
