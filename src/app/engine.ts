import type { AnswerStatus, Turn } from '../core/answer.ts'
import type { Article } from '../core/article.ts'
import type { Claim, Dropped, Quote } from '../core/claim.ts'
import type { Run } from '../core/run.ts'
import type { SummaryLength } from '../core/summary.ts'
import type { WorkOptions } from './assistant.ts'

/** The part of `Run` that an engine knows. */
export type EngineRun = Pick<
  Run,
  'model' | 'prompt' | 'calls' | 'parts' | 'read' | 'tokens' | 'cost' | 'notices'
>

export interface EngineSummary {
  /** Proven, in the order in which they are shown. */
  readonly claims: readonly Claim[]
  /** What they are written in, as a BCP 47 primary tag. */
  readonly language: string
  readonly dropped: readonly Dropped[]
  readonly run: EngineRun
}

export interface EngineAnswer {
  readonly status: AnswerStatus
  readonly claims: readonly Claim[]
  readonly dropped: readonly Dropped[]
  readonly missing: readonly string[]
  readonly nearest: Quote | null
  readonly run: EngineRun
}

/**
 * What writes summaries and answers. Whatever it is, it hands out proven claims only: a claim that has not passed
 * `proveClaims` does not leave an engine.
 */
export interface Engine {
  readonly name: Run['engine']
  /** Everything beside the article and the options that changes a result, for cache keys. */
  readonly version: string
  summarize(
    article: Article,
    options: { readonly length: SummaryLength; readonly language: string | null },
    work: WorkOptions,
  ): Promise<EngineSummary>
  answer(article: Article, turns: readonly Turn[], question: string, work: WorkOptions): Promise<EngineAnswer>
}
