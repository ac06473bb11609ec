import type { CountingMeter } from '../budget.ts'
import type { EngineRun } from '../engine.ts'
import type { Model, ModelMessage, ModelRequest } from '../ports.ts'

/** Chat templates put a few tokens around every message. */
const TOKENS_AROUND_A_MESSAGE = 4
/** Vocabularies differ by a third at most; a server that counts less than this share has not been given it all. */
const LEAST_SHARE_READ = 0.6
/** Contexts are multiples of 1,024: a count that ends there, and is short of ours, ended because there was no more room. */
const CONTEXT_STEP = 1024
const SHARE_READ_AT_A_STEP = 0.92
const TOKENS_OFF_A_STEP = 3

/** How much a server takes at once: what the host said, until the server turns out to take less. */
export interface Room {
  contextTokens: number
  maxOutputTokens: number
}

/** No article fits in less. */
const LEAST_CONTEXT = 1500
const REPLY_SHARE = 0.25

/** All calls that make up one result, with what they cost. */
export interface ModelTalk {
  readonly model: Model
  readonly room: Readonly<Room>
  /** The reply's text; throws what `Model.complete` throws. */
  ask(messages: readonly ModelMessage[], reply: ModelRequest['reply']): Promise<string>
  estimate(messages: readonly ModelMessage[]): Promise<number>
  /** Half of the room from now on, for every talk with this model; false where that is too little for any article. */
  shrink(): boolean
  note(notice: EngineRun['notices'][number]): void
  run(prompt: string | null, parts: number): EngineRun
}

export function startTalk(
  model: Model,
  room: Room,
  meter: CountingMeter,
  signal: AbortSignal | undefined,
): ModelTalk {
  const notices = new Map<string, EngineRun['notices'][number]>()
  const tokens = { input: 0, cached: 0, output: 0 }

  const estimate = async (messages: readonly ModelMessage[]): Promise<number> => {
    const counts = await Promise.all(messages.map(({ content }) => model.countTokens(content)))
    return counts.reduce((sum, count) => sum + count + TOKENS_AROUND_A_MESSAGE, 0)
  }
  const note: ModelTalk['note'] = (notice) => {
    notices.set(`${notice.code} ${notice.message}`, notice)
  }
  return {
    model,
    room,
    estimate,
    note,
    shrink: () => {
      const contextTokens = Math.floor(room.contextTokens / 2)
      if (contextTokens < LEAST_CONTEXT) return false
      room.contextTokens = contextTokens
      room.maxOutputTokens = Math.min(room.maxOutputTokens, Math.floor(contextTokens * REPLY_SHARE))
      return true
    },
    async ask(messages, reply) {
      const expected = await estimate(messages)
      const { text, tokens: counted } = await model.complete(
        { messages, reply, maxOutputTokens: room.maxOutputTokens },
        { ...(signal !== undefined && { signal }), meter },
      )
      tokens.input += counted.input ?? expected
      tokens.cached += counted.cached
      tokens.output += counted.output ?? (await model.countTokens(text))
      // Some servers leave out of their count what they had in memory.
      const read = (counted.input ?? 0) + counted.cached
      if (read > 0 && isCut(read, expected)) {
        note({
          code: 'prompt-cut',
          message:
            'The model server read less than it was sent: its context is smaller than OPENAI_CONTEXT_TOKENS says. Not all of the article was read.',
        })
      }
      return text
    },
    run: (prompt, parts) => ({
      model: model.name,
      prompt,
      ...meter.total(),
      parts,
      tokens: { ...tokens },
      notices: [...notices.values()],
    }),
  }
}

/** Whether a server that counted `read` tokens cannot have been given all of about `expected`. */
function isCut(read: number, expected: number): boolean {
  const belowStep = (CONTEXT_STEP - (read % CONTEXT_STEP)) % CONTEXT_STEP
  return (
    read < expected * LEAST_SHARE_READ ||
    (belowStep <= TOKENS_OFF_A_STEP && read < expected * SHARE_READ_AT_A_STEP)
  )
}
