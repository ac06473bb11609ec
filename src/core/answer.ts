import type { Claim, Dropped, Quote } from './claim.ts'

export type AnswerStatus = 'answered' | 'partly-answered' | 'not-in-article' | 'unproven'

export interface Answer {
  readonly question: string
  readonly status: AnswerStatus
  readonly claims: readonly Claim[]
  readonly dropped: readonly Dropped[]
  /** What of the question stays open, in the question's own words. */
  readonly missing: readonly string[]
  /** The closest the article comes when it does not answer, or null. */
  readonly nearest: Quote | null
}

/** One question and its answer, as a conversation remembers them. */
export interface Turn {
  readonly question: string
  readonly answer: Answer
}
