import type { Tokens } from './price.ts'

type RunNoticeCode = 'engine-fallback' | 'part-unread' | 'prompt-cut' | 'language-ignored'

/** How a result was made. For the built-in engine `model` and `prompt` are null and no calls are counted. */
export interface Run {
  readonly engine: 'extractive' | 'openai'
  readonly model: string | null
  /** `name@first 8 of sha256` of the prompt file. */
  readonly prompt: string | null
  readonly cached: boolean
  readonly calls: number
  /** In how many parts the article was cut for the model. */
  readonly parts: number
  /** What of the article the model was given, where that was not all of it: words, and whole parts. */
  readonly read?: { readonly words: number; readonly parts: number }
  readonly tokens: Tokens
  /** US dollars, null where no price is known. */
  readonly cost: number | null
  readonly milliseconds: number
  readonly notices: readonly { readonly code: RunNoticeCode; readonly message: string }[]
}
