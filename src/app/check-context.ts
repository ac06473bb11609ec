import { PromptTooLong, throwIfCancelled } from '../core/error.ts'
import { type Check, failed, failedBy, ok, skipped, warning } from './check.ts'
import { isCut } from './model/is-cut.ts'
import { REPLY_FORMS } from './model/reply-forms.ts'
import type { ListedModel, Meter, Model } from './ports.ts'

/** What is known when the context is checked. */
interface Known {
  readonly model: Model
  /** What the server says of the model. */
  readonly listed: ListedModel | undefined
  readonly isOwnServer: boolean
  readonly hasReplied: boolean
  readonly meter: Meter | null
}

/** A server that nobody told otherwise reads as little; what reads more at once is not tried out. */
const LARGEST_TRIED = 32_768
const SHARE_TRIED = 0.75
/** Only what was read is looked at. */
const REPLY_TOKENS = 64

/** Whether the server reads as much at once as OPENAI_CONTEXT_TOKENS says: as it says itself, else as is tried out. */
export async function checkContext(
  { model, listed, isOwnServer, hasReplied, meter }: Known,
  signal: AbortSignal | undefined,
): Promise<Check> {
  const wanted = model.contextTokens
  const { contextTokens = null, mostContextTokens = null } = listed ?? {}
  const most = contextTokens ?? mostContextTokens
  if (most !== null && most < wanted) {
    const found = `The server reads ${say(most)} at once, and OPENAI_CONTEXT_TOKENS says ${say(wanted)}.`
    return failed('context', found, `Set OPENAI_CONTEXT_TOKENS=${most}, or give the server a larger context.`)
  }
  if (contextTokens !== null) {
    return ok('context', `The server reads ${say(contextTokens)} at once; ${say(wanted)} are used.`)
  }
  const unsaid = `The server does not say how much it reads at once; ${say(wanted)} are taken for granted`
  if (!isOwnServer || wanted > LARGEST_TRIED) return skipped('context', `Not checked. ${unsaid}.`)
  if (meter === null || !hasReplied) return skipped('context', 'Not tried out without a reply.')
  return tryContext(model, meter, signal)
}

const say = (tokens: number): string => `${tokens.toLocaleString('en')} tokens`

/** Ollama cuts what is too long for it and says nothing: only its own count shows it. */
async function tryContext(model: Model, meter: Meter, signal: AbortSignal | undefined): Promise<Check> {
  const content = await fillerOf(Math.floor(model.contextTokens * SHARE_TRIED), model)
  const sent = await model.countTokens(content)
  const counted = countingMeter(meter)
  let thrown: unknown = null
  try {
    const messages = [{ role: 'user' as const, content }]
    const request = { messages, reply: REPLY_FORMS.keep, maxOutputTokens: REPLY_TOKENS }
    await model.complete(request, { ...(signal !== undefined && { signal }), meter: counted.meter })
  } catch (error) {
    throwIfCancelled(signal)
    thrown = error
  }
  const read = counted.read()
  if (read > 0) return judgeRead(read, sent, model.contextTokens)
  if (thrown instanceof PromptTooLong) {
    const found = `The server refuses ${say(sent)} at once, and OPENAI_CONTEXT_TOKENS says ${say(model.contextTokens)}.`
    return failed('context', found, 'Lower OPENAI_CONTEXT_TOKENS, or give the server a larger context.')
  }
  if (thrown !== null) return failedBy('context', thrown)
  return skipped('context', 'Tried out without a result: the server does not say how many tokens it read.')
}

function judgeRead(read: number, sent: number, contextTokens: number): Check {
  // By our own count, which is not the server's.
  const about = say(Math.round(sent / 100) * 100)
  if (!isCut(read, sent)) return ok('context', `The server read all of a text of about ${about}.`)
  const found = `The server read ${say(read)} of a text of about ${about} and cut the rest without a word.`
  const remedy = `Start it with a larger context (Ollama: OLLAMA_CONTEXT_LENGTH=${contextTokens}), or set OPENAI_CONTEXT_TOKENS to what it has.`
  return warning('context', found, remedy)
}

/** Passes everything on, and keeps what the server says it read: also where its reply is none. */
function countingMeter(meter: Meter): { readonly meter: Meter; readonly read: () => number } {
  let read = 0
  const counting: Meter = {
    reserve: async (worst) => {
      const reservation = await meter.reserve(worst)
      return {
        settle: async (used) => {
          // Some servers leave out of their count what they had in memory.
          if (used !== null) read = used.input + used.cached
          await reservation.settle(used)
        },
      }
    },
  }
  return { meter: counting, read: () => read }
}

/** Short and common: one token each in every vocabulary. */
const FILLER = 'the ship went to the old town and the men on it sat in the sun for a day and then '
const LAST_WORDS = 'Answer with {"keep": [1]}'

async function fillerOf(tokens: number, model: Model): Promise<string> {
  const each = await model.countTokens(FILLER)
  // Some servers do not count what they remember from the last time: it begins otherwise each time.
  return `${crypto.randomUUID()} ${FILLER.repeat(Math.ceil(tokens / each))}${LAST_WORDS}`
}
