import { expect } from 'vitest'
import { type OpenAIModelSettings, createOpenAIModel } from '../../../src/adapters/model/openai.ts'
import type { Meter, ModelReply, ModelRequest, WorstCase } from '../../../src/app/ports.ts'
import { FootnoteError } from '../../../src/core/error.ts'
import type { Tokens } from '../../../src/core/price.ts'
import { type LoopbackModel, type Script, startLoopbackModel } from '../../support/loopback-model.ts'

export const KEY = 'sk-secret-of-the-host'
export const ARTICLE_WORDS = 'The lighthouse of Varnö was switched off'
export const ANSWER = '{"claims":[]}'
export const REQUEST: ModelRequest = {
  messages: [
    { role: 'system', content: 'Answer in JSON.' },
    { role: 'user', content: ARTICLE_WORDS },
  ],
  reply: {
    name: 'claims',
    schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
  },
  maxOutputTokens: 500,
}

let open: LoopbackModel[] = []

/** The server of the latest `complete` or `serve`. */
export const latestServer = (): LoopbackModel => open.at(-1)!

export async function serve(script: Script): Promise<LoopbackModel> {
  const server = await startLoopbackModel(script)
  open.push(server)
  return server
}

export async function closeServers(): Promise<void> {
  await Promise.allSettled(open.map((server) => server.close()))
  open = []
}

export interface Outcome {
  readonly reply: ModelReply | null
  readonly error: FootnoteError | null
  readonly calls: number
  /** The worst case of each request, as it was set aside before it was sent. */
  readonly reserved: readonly WorstCase[]
  /** What was put in its place, in the order of the requests; null where the worst case stands; none may stay open. */
  readonly settled: readonly (Tokens | null | 'open')[]
}

/** A meter that has no end of money, and what it was told. */
export function aMeter(): { meter: Meter; reserved: WorstCase[]; settled: (Tokens | null | 'open')[] } {
  const reserved: WorstCase[] = []
  const settled: (Tokens | null | 'open')[] = []
  const reserve: Meter['reserve'] = async (worst) => {
    const at = reserved.push(worst) - 1
    settled.push('open')
    return {
      settle: async (used) => {
        settled[at] = used
      },
    }
  }
  return { meter: { reserve }, reserved, settled }
}

export async function complete(
  script: Script,
  settings: Partial<OpenAIModelSettings> = {},
  signal?: AbortSignal,
): Promise<Outcome> {
  await serve(script)
  return completeAgain(makeModel(settings), signal)
}

export const makeModel = (
  settings: Partial<OpenAIModelSettings> = {},
): ReturnType<typeof createOpenAIModel> =>
  createOpenAIModel({
    apiKey: KEY,
    baseUrl: latestServer().baseUrl,
    name: 'tiny',
    contextTokens: 8192,
    maxOutputTokens: 500,
    timeouts: { firstByte: 8000, betweenBytes: 5000, total: 15_000, backoff: 5 },
    ...settings,
  })

export async function completeAgain(
  model: ReturnType<typeof createOpenAIModel>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { meter, reserved, settled } = aMeter()
  const outcome = (): Pick<Outcome, 'calls' | 'reserved' | 'settled'> => ({
    calls: reserved.length,
    reserved,
    settled,
  })
  try {
    const reply = await model.complete(REQUEST, { ...(signal && { signal }), meter })
    return { reply, error: null, ...outcome() }
  } catch (error) {
    expect(error).toBeInstanceOf(FootnoteError)
    const failure = error as FootnoteError
    const shown = [failure.message, String(failure.cause), JSON.stringify(failure.cause ?? null)].join(' ')
    expect(shown).not.toContain(KEY)
    expect(shown).not.toContain(ARTICLE_WORDS)
    return { reply: null, error: failure, ...outcome() }
  }
}

export const saying = { kind: 'reply', text: ANSWER } as const
