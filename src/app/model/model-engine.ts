import type { CountingMeter } from '../budget.ts'
import type { Engine, EngineRun } from '../engine.ts'
import type { WorkOptions } from '../assistant.ts'
import { FootnoteError, isModelFault, PromptTooLong } from '../../core/error.ts'
import { addTokens } from '../../core/price.ts'
import { answerByModel } from './answer-by-model.ts'
import { type ModelTalk, type Room, startTalk } from './model-talk.ts'
import type { Model, Prompts } from '../ports.ts'
import { type Think, thinkHere } from '../thoughts.ts'
import { summarizeByModel } from './summarize-by-model.ts'

/** A model and who pays for its calls. */
export interface Seat {
  readonly model: Model
  readonly openMeter: (guildId: string | null, signal: AbortSignal | undefined) => CountingMeter
}

export interface ModelEngineParts extends Seat {
  readonly prompts: Prompts
  /** Asked where the first model does not work; null where none is named. */
  readonly fallback: Seat | null
  readonly think?: Think
}

/** The engine that asks a chat model for claims and hands on those that the article proves. */
export function createModelEngine({
  prompts,
  fallback,
  think = thinkHere,
  ...first
}: ModelEngineParts): Engine {
  const { summarize, merge, answer, repair } = prompts
  const ids = [summarize, merge, answer, repair].map(({ id }) => id)
  const { name, contextTokens, maxOutputTokens } = first.model
  const talkWith = openTalks(first, think)
  const talkInstead = fallback === null ? null : openTalks(fallback, think)

  /** Lets the first model make a result or, where it does not work, the one that is named for that. */
  const make = async <Result extends { readonly run: EngineRun }>(
    work: WorkOptions,
    attempt: (talk: ModelTalk) => Promise<Result>,
  ): Promise<Result> => {
    const talk = talkWith(work)
    try {
      return await inSmallerParts(talk, attempt)
    } catch (error) {
      const isFault = error instanceof FootnoteError && isModelFault(error.code)
      if (talkInstead === null || !isFault) throw error
      const instead = talkInstead(work)
      instead.note({
        code: 'engine-fallback',
        message: `${name} did not work (${error.code}), so ${instead.model.name} wrote this.`,
      })
      const result = await inSmallerParts(instead, attempt).catch((second: unknown) => {
        // The first failure is that of the model which the host chose; only who asked can have ended it here.
        throw second instanceof FootnoteError && second.code === 'cancelled' ? second : error
      })
      return { ...result, run: withSpent(result.run, talk.run(null, 0)) }
    }
  }

  return {
    name: 'openai',
    version: [name, contextTokens, maxOutputTokens, ...ids].join(' '),
    summarize: (article, options, work) =>
      make(work, (talk) => summarizeByModel(talk, prompts, article, options, work)),
    answer: (article, turns, question, work) =>
      make(work, (talk) => answerByModel(talk, prompts, article, turns, question, work)),
  }
}

function openTalks({ model, openMeter }: Seat, think: Think): (work: WorkOptions) => ModelTalk {
  const room: Room = { contextTokens: model.contextTokens, maxOutputTokens: model.maxOutputTokens }
  return ({ guildId = null, signal }) => startTalk(model, room, openMeter(guildId, signal), think, signal)
}

/** Starts again with less text at once as long as the server finds it too long. */
async function inSmallerParts<Result>(
  talk: ModelTalk,
  attempt: (talk: ModelTalk) => Promise<Result>,
): Promise<Result> {
  for (;;) {
    try {
      return await attempt(talk)
    } catch (error) {
      if (!(error instanceof PromptTooLong) || !talk.shrink()) throw error
    }
  }
}

/** A run with what was spent in vain before it. */
const withSpent = (run: EngineRun, before: EngineRun): EngineRun => ({
  ...run,
  calls: run.calls + before.calls,
  tokens: addTokens(run.tokens, before.tokens),
  cost: run.cost === null || before.cost === null ? null : run.cost + before.cost,
})
