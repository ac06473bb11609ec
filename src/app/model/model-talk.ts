import { PromptTooLong } from '../../core/error.ts'
import { mostTokens } from '../../core/most-tokens.ts'
import { addTokens, NO_TOKENS } from '../../core/price.ts'
import { replyRoom } from '../../core/reply-room.ts'
import type { CountingMeter } from '../budget.ts'
import type { EngineRun } from '../engine.ts'
import type { Model, ModelMessage, ModelRequest } from '../ports.ts'
import type { Think } from '../thoughts.ts'
import { isCut } from './is-cut.ts'

/** Chat templates put a few tokens around every message. */
const TOKENS_AROUND_A_MESSAGE = 4

/** How much a server takes at once: what the host said, until the server turns out to take less. */
export interface Room {
  contextTokens: number
  maxOutputTokens: number
}

/** No article fits in less. */
const LEAST_CONTEXT = 1500
const SMALLER = 0.7

/** All calls that make up one result, with what they cost. */
export interface ModelTalk {
  readonly model: Model
  readonly room: Readonly<Room>
  readonly think: Think
  readonly signal: AbortSignal | undefined
  /** The reply's text; throws what `Model.complete` throws. */
  ask(messages: readonly ModelMessage[], reply: ModelRequest['reply']): Promise<string>
  estimate(messages: readonly ModelMessage[]): Promise<number>
  /** No less than `estimate` of what people write, and told at once: the vocabulary is not loaded for it. */
  most(messages: readonly ModelMessage[]): number
  /**
   * Clearly less room from now on than what the server refused as too long, for every talk with this model; false where
   * that is too little for any article.
   */
  shrink(): boolean
  note(notice: EngineRun['notices'][number]): void
  run(prompt: string | null, parts: number, read?: EngineRun['read']): EngineRun
}

export function startTalk(
  model: Model,
  room: Room,
  meter: CountingMeter,
  think: Think,
  signal: AbortSignal | undefined,
): ModelTalk {
  const notices = new Map<string, EngineRun['notices'][number]>()
  let tokens = NO_TOKENS
  /** Tokens, by our own count, of the request that the server refused as too long. */
  let refused = Number.POSITIVE_INFINITY

  const estimate = async (messages: readonly ModelMessage[]): Promise<number> => {
    const counts = await Promise.all(messages.map(({ content }) => model.countTokens(content)))
    return counts.reduce((sum, count) => sum + count + TOKENS_AROUND_A_MESSAGE, 0)
  }
  const most = (messages: readonly ModelMessage[]): number =>
    messages.reduce((sum, { content }) => sum + mostTokens(content) + TOKENS_AROUND_A_MESSAGE, 0)
  const note: ModelTalk['note'] = (notice) => {
    notices.set(`${notice.code} ${notice.message}`, notice)
  }
  return {
    model,
    room,
    think,
    signal,
    estimate,
    most,
    note,
    shrink: () => {
      // Another talk may have found the same out meanwhile.
      const contextTokens = Math.min(room.contextTokens, Math.floor(refused * SMALLER))
      if (contextTokens < LEAST_CONTEXT) return false
      room.contextTokens = contextTokens
      room.maxOutputTokens = replyRoom(contextTokens, room.maxOutputTokens)
      return true
    },
    async ask(messages, reply) {
      const request = { messages, reply, maxOutputTokens: room.maxOutputTokens }
      const options = { ...(signal !== undefined && { signal }), meter }
      const { text, tokens: counted } = await model
        .complete(request, options)
        .catch(async (error: unknown) => {
          if (error instanceof PromptTooLong) refused = (await estimate(messages)) + request.maxOutputTokens
          throw error
        })
      const output = counted.output ?? (await model.countTokens(text))
      tokens = addTokens(tokens, {
        input: counted.input ?? (await estimate(messages)),
        cached: counted.cached,
        output,
      })
      // Some servers leave out of their count what they had in memory.
      const read = (counted.input ?? 0) + counted.cached
      if (read > 0 && isCut(read, most(messages)) && isCut(read, await estimate(messages))) {
        note({
          code: 'prompt-cut',
          message:
            'The model server read less than it was sent: its context is smaller than OPENAI_CONTEXT_TOKENS says. Not all of the article was read.',
        })
      }
      return text
    },
    run: (prompt, parts, read) => ({
      model: model.name,
      prompt,
      ...meter.total(),
      parts,
      ...(read !== undefined && { read }),
      tokens,
      notices: [...notices.values()],
    }),
  }
}
