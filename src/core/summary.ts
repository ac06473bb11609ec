import type { Claim, Dropped } from './claim.ts'

export type SummaryLength = 'short' | 'standard' | 'long'

/** How many points a summary of that length holds at most. */
export const POINTS: Readonly<Record<SummaryLength, number>> = { short: 3, standard: 6, long: 12 }

export interface Summary {
  /** The article's own title, else the first claim; never the model's words. */
  readonly headline: string
  readonly language: string
  readonly claims: readonly Claim[]
  readonly dropped: readonly Dropped[]
  readonly coverage: { readonly paragraphs: number; readonly of: number }
}
