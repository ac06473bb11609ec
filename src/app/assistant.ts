import type { Turn } from '../core/answer.ts'
import type { Article } from '../core/article.ts'
import type { Claim } from '../core/claim.ts'
import type { SummaryLength } from '../core/summary.ts'
import type { Admit } from './fair-use.ts'
import type { SettingsOfGuilds } from './guild-settings.ts'
import type { GuildUsage } from './guild-usage.ts'
import type { Voices } from './thoughts.ts'
import type {
  AnswerResult,
  Conversations,
  Forgetting,
  ReadArticle,
  Spending,
  SummaryResult,
  Tasks,
} from './ports.ts'

/** What a person gave us to read. */
export type SourceRequest =
  | { readonly kind: 'link'; readonly url: string }
  /** `url` says where the words came from; it is not opened. */
  | { readonly kind: 'text'; readonly text: string; readonly url?: string | undefined }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly bytes: Uint8Array
      readonly contentType?: string | undefined
      readonly url?: string | undefined
    }

export type Progress =
  | { readonly phase: 'reading'; readonly from: string }
  | { readonly phase: 'writing'; readonly words: number }
  | {
      readonly phase: 'part'
      readonly part: number
      readonly of: number
      /** Proven so far, in the order in which they came. */
      readonly claims: readonly Claim[]
    }
  | { readonly phase: 'checking'; readonly quotes: number }

export interface WorkOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** The guild whose budget pays for model calls beside the host's; none for a direct message or the terminal. */
  readonly guildId?: string | null | undefined
  /** Where work waits for its turn: behind what somebody waits for, and behind everything. */
  readonly urgency?: 'unasked' | 'refresh' | undefined
}

export interface ReadOptions extends WorkOptions {
  /** True: the page is asked for again, however lately it was read. */
  readonly refresh?: boolean | undefined
}

export interface EngineChoice {
  /** True: the built-in engine, whatever is configured (**Without a model**). */
  readonly withoutModel?: boolean | undefined
}

export interface SummaryChoice extends EngineChoice {
  readonly length?: SummaryLength | undefined
  /** BCP 47 primary language of the claims; the article's own when undefined. */
  readonly language?: string | undefined
}

export interface SummarizeOptions extends WorkOptions, SummaryChoice {}

/** All that a front-end can ask for. Every failure is a `FootnoteError`. */
export interface Assistant {
  read(request: SourceRequest, options?: ReadOptions): Promise<ReadArticle>
  summarize(article: Article, options?: SummarizeOptions): Promise<SummaryResult>
  /** What `summarize` has given before and the cache has not forgotten. */
  findSummary(article: Article, choice: SummaryChoice): Promise<SummaryResult | undefined>
  /** Answers from the article; `turns` are the questions asked before, oldest first. */
  answer(
    article: Article,
    turns: readonly Turn[],
    question: string,
    options?: WorkOptions & EngineChoice,
  ): Promise<AnswerResult>
  /**
   * Answers in a stored conversation: one question at a time each, and the turn is stored before it is returned.
   * Throws `conversation-unknown`.
   */
  ask(
    conversationId: string,
    question: string,
    options?: WorkOptions &
      EngineChoice & {
        readonly personId?: string | undefined
        /** The message that asked, where there is one. */
        readonly messageId?: string | null | undefined
        /** True: it was asked before and nobody saw an answer. One that was stored is given then, and no model asked. */
        readonly unseen?: boolean | undefined
      },
  ): Promise<AnswerResult>
  /** Who says what in an article. */
  voices(article: Article, options?: Pick<WorkOptions, 'signal'>): Promise<Voices>
  /** Numbers, from 1, of the claims of which a quote no longer stands in a newer reading of their article. */
  gone(claims: readonly Claim[], newer: Article): Promise<readonly number[]>
  /** The keys under which conversations about this address may be stored; none where it is no address. */
  addressKeys(url: string): Promise<readonly string[]>
  readonly conversations: Omit<Conversations, 'appendTurn'>
  readonly tasks: Tasks
  readonly forgetting: Forgetting
  /** Counts what a person asks for, before it is begun. Throws `limit-reached`. */
  readonly admit: Admit
  readonly settings: SettingsOfGuilds
  /** What a guild has used of what it may. */
  usageOf(guildId: string): Promise<GuildUsage>
  readonly spending: Pick<Spending, 'list' | 'listOpen'>
  close(): Promise<void>
}
