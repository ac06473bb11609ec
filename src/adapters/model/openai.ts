import { setTimeout as sleep } from 'node:timers/promises'
import type OpenAI from 'openai'
import type { Meter, Model, ModelReply, ModelRequest, Slots } from '../../app/ports.ts'
import { throwIfCancelled } from '../../core/error.ts'
import { NO_TOKENS } from '../../core/price.ts'
import { replyRoom } from '../../core/reply-room.ts'
import { type Breaker, createBreaker } from './breaker.ts'
import { costsNothing, usedTokens, worstCase } from './charge.ts'
import { cutText } from './cut-text.ts'
import { adaptDialect, type Dialect, firstDialect, requestBody } from './dialect.ts'
import { type Timeouts, guardedFetch } from './guarded-fetch.ts'
import { judgeFault, stillBusy } from './judge-fault.ts'
import { keepErrorBody } from './keep-error-body.ts'
import { type Gathered, judgeReply, readReply } from './read-reply.ts'
import { createSlots } from './slots.ts'
import { countTokens } from './tokens.ts'

export interface OpenAIModelSettings {
  readonly apiKey: string | null
  /** Null: OpenAI itself. */
  readonly baseUrl: string | null
  readonly name: string
  readonly contextTokens: number
  readonly maxOutputTokens: number
  /** Both shared by all models of one server. */
  readonly breaker?: Breaker
  readonly slots?: Slots
  readonly timeouts?: Partial<Timeouts> & {
    /** Milliseconds before the second try; the third waits twice as long. */
    readonly backoff?: number
  }
}

export interface OpenAIModel extends Model {
  /** Whether the server takes a JSON Schema for the reply, as far as its answers until now tell. */
  takesSchema(): boolean
}

export const OPENAI_ADDRESS = 'https://api.openai.com/v1'
const DEFAULT_TIMEOUTS: Timeouts = { firstByte: 60_000, betweenBytes: 30_000, total: 180_000 }
const DEFAULT_BACKOFF = 800
const DEFAULT_AT_ONCE = 2
const MORE_TRIES = 2
/** Timers of node may fire a little early. */
const WHOLE_MILLISECOND = 1
/** A token is rarely longer; an answer beyond this ignores its limit. */
const CHARACTERS_PER_TOKEN = 12

/**
 * A chat model behind any OpenAI-compatible chat-completions server. Requests are streamed; what a server turns out
 * not to understand is left out, and that is remembered for the life of the process.
 */
export function createOpenAIModel(settings: OpenAIModelSettings): OpenAIModel {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...settings.timeouts }
  const backoff = settings.timeouts?.backoff ?? DEFAULT_BACKOFF
  const maxOutputTokens = replyRoom(settings.contextTokens, settings.maxOutputTokens)
  const { breaker = createBreaker(), slots = createSlots(DEFAULT_AT_ONCE) } = settings
  let dialect = firstDialect(settings.baseUrl === null)
  let loading: Promise<Requester> | null = null
  /** Of `performance.now()`: a clock that is set back keeps nobody from the server. */
  let busyUntil = 0

  const sendOnce = async (
    send: Requester,
    spoken: Dialect,
    request: ModelRequest,
    { signal, meter }: CompleteOptions,
  ): Promise<ModelReply> => {
    const body = requestBody(spoken, settings.name, request)
    const reservation = await meter.reserve(worstCase(request, settings.contextTokens))
    let gathered: Gathered
    try {
      gathered = await send(body, request.maxOutputTokens * CHARACTERS_PER_TOKEN, signal)
    } catch (thrown) {
      await reservation.settle(costsNothing(thrown) ? NO_TOKENS : null)
      throw thrown
    }
    await reservation.settle(usedTokens(gathered.usage))
    return judgeReply(gathered)
  }

  const complete = async (request: ModelRequest, options: CompleteOptions): Promise<ModelReply> => {
    const { signal } = options
    const send = await (loading ??= loadRequester(settings, timeouts))
    const latest = performance.now() + timeouts.total
    let spoken = dialect
    // Our own loop: cockatiel's waits cannot be cancelled, and between two tries the dialect may change.
    for (let tries = 0; ;) {
      throwIfCancelled(signal)
      const busyFor = busyUntil - performance.now()
      if (busyFor > 0) throw stillBusy(Date.now() + Math.round(busyFor))
      try {
        const reply = await breaker.run(() => sendOnce(send, spoken, request, options))
        dialect = spoken
        return reply
      } catch (thrown) {
        throwIfCancelled(signal)
        const simpler = adaptDialect(spoken, thrown)
        if (simpler !== null) {
          spoken = simpler
          continue
        }
        const now = performance.now()
        const fault = judgeFault(thrown, Date.now())
        // The server has said when to come back: until then nobody asks it in vain.
        busyUntil = Math.max(busyUntil, now + (fault.wait ?? 0))
        const wait = Math.max(fault.wait ?? 0, backoff * 2 ** tries * (1 + Math.random() / 2))
        if (!fault.mayRetry || tries >= MORE_TRIES || now + wait > latest) throw fault.error
        tries++
        await pause(wait + WHOLE_MILLISECOND, signal)
      }
    }
  }

  return {
    name: settings.name,
    contextTokens: settings.contextTokens,
    maxOutputTokens,
    requestsAtOnce: slots.atOnce,
    countTokens,
    cut: cutText,
    takesSchema: () => dialect.schema,
    complete: (request, options) => slots.run(() => complete(request, options), options.signal),
  }
}

interface CompleteOptions {
  readonly signal?: AbortSignal
  readonly meter: Meter
}

type Requester = (
  body: OpenAI.ChatCompletionCreateParamsStreaming,
  mostCharacters: number,
  signal: AbortSignal | undefined,
) => Promise<Gathered>

/** The SDK takes half a second to load, so it waits for the first request. */
async function loadRequester(settings: OpenAIModelSettings, timeouts: Timeouts): Promise<Requester> {
  const [{ OpenAI: Client }, { Stream }] = await Promise.all([import('openai'), import('openai/streaming')])
  const guarded = guardedFetch(timeouts)
  const client = new Client({
    // It refuses to start without a key, and looks into the environment for all that it is not told.
    apiKey: settings.apiKey ?? 'none',
    baseURL: settings.baseUrl ?? OPENAI_ADDRESS,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    // Tries are ours to make: each has to be counted before it is sent.
    maxRetries: 0,
    timeout: timeouts.total * 2,
    fetch: async (input, init) => keepErrorBody(await guarded(input, init)),
  })
  return async (body, mostCharacters, signal) => {
    const controller = new AbortController()
    const cancel = (): void => controller.abort()
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      const response = await client.chat.completions.create(body, { signal: controller.signal }).asResponse()
      const openStream = (from: Response): AsyncIterable<OpenAI.ChatCompletionChunk> =>
        Stream.fromSSEResponse<OpenAI.ChatCompletionChunk>(from, controller, client)
      return await readReply(response, { openStream, mostCharacters })
    } finally {
      signal?.removeEventListener('abort', cancel)
      // Ends whatever of the response has not been read.
      controller.abort()
    }
  }
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal })
  } catch {
    throwIfCancelled(signal)
  }
}
