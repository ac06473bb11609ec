import { afterEach, describe, expect, it } from 'vitest'
import { type OpenAIModelSettings, createOpenAIModel } from '../../../src/adapters/model/openai.ts'
import type { ModelReply, ModelRequest } from '../../../src/app/ports.ts'
import { FootnoteError } from '../../../src/core/error.ts'
import {
  type LoopbackModel,
  type ModelCall,
  type Script,
  startLoopbackModel,
} from '../../support/loopback-model.ts'

const KEY = 'sk-secret-of-the-host'
const ARTICLE_WORDS = 'The lighthouse of Varnö was switched off'
const ANSWER = '{"claims":[]}'
const REQUEST: ModelRequest = {
  messages: [
    { role: 'system', content: 'Answer in JSON.' },
    { role: 'user', content: ARTICLE_WORDS },
  ],
  reply: {
    name: 'claims',
    schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
  },
}

let server: LoopbackModel
afterEach(() => server?.close())

interface Outcome {
  readonly reply: ModelReply | null
  readonly error: FootnoteError | null
  readonly calls: number
}

async function complete(
  script: Script,
  settings: Partial<OpenAIModelSettings> = {},
  signal?: AbortSignal,
): Promise<Outcome> {
  server = await startLoopbackModel(script)
  return completeAgain(makeModel(settings), signal)
}

const makeModel = (settings: Partial<OpenAIModelSettings> = {}): ReturnType<typeof createOpenAIModel> =>
  createOpenAIModel({
    apiKey: KEY,
    baseUrl: server.baseUrl,
    name: 'tiny',
    contextTokens: 8192,
    maxOutputTokens: 500,
    timeouts: { firstByte: 8000, betweenBytes: 5000, total: 15_000, backoff: 5 },
    ...settings,
  })

async function completeAgain(
  model: ReturnType<typeof createOpenAIModel>,
  signal?: AbortSignal,
): Promise<Outcome> {
  let calls = 0
  const beforeCall = async (): Promise<void> => {
    calls++
  }
  try {
    const reply = await model.complete(REQUEST, { ...(signal && { signal }), beforeCall })
    return { reply, error: null, calls }
  } catch (error) {
    expect(error).toBeInstanceOf(FootnoteError)
    const failure = error as FootnoteError
    const shown = [failure.message, String(failure.cause), JSON.stringify(failure.cause ?? null)].join(' ')
    expect(shown).not.toContain(KEY)
    expect(shown).not.toContain(ARTICLE_WORDS)
    return { reply: null, error: failure, calls }
  }
}

const saying = { kind: 'reply', text: ANSWER } as const

describe('what is sent', () => {
  it('asks for a stream with usage and a strict schema, sets a limit and no temperature', async () => {
    await complete(saying)
    const { path, body } = server.requests[0]!
    expect(path).toBe('/v1/chat/completions')
    expect(body).toMatchObject({
      model: 'tiny',
      messages: REQUEST.messages,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 500,
      response_format: { type: 'json_schema', json_schema: { name: 'claims', strict: true } },
    })
    expect(body).not.toHaveProperty('temperature')
  })

  it('sends a key of "none" without a key, and nothing that stands in the environment', async () => {
    const planted = {
      OPENAI_ORG_ID: 'org-x',
      OPENAI_PROJECT_ID: 'proj-x',
      OPENAI_CUSTOM_HEADERS: 'x-private: yes',
      OPENAI_API_KEY: 'sk-env',
    }
    Object.assign(process.env, planted)
    try {
      await complete(saying, { apiKey: null })
    } finally {
      for (const name of Object.keys(planted)) delete process.env[name]
    }
    const { headers } = server.requests[0]!
    expect(headers.authorization).toBe('Bearer none')
    expect(Object.keys(headers).filter((name) => /openai|stainless|private/.test(name))).toEqual([])
  })

  it('does not follow a redirect with the article in its hands', async () => {
    const { error, calls } = await complete({
      kind: 'status',
      status: 307,
      headers: { location: '/elsewhere' },
    })
    expect(error?.code).toBe('model-unreachable')
    expect([calls, server.requests.length]).toEqual([1, 1])
  })
})

describe('what is read', () => {
  it('puts a streamed answer together and counts its tokens', async () => {
    const text = '{"claims":["Straße 🌊 海"]}'
    const { reply } = await complete({ kind: 'reply', text, promptTokens: 77, cachedTokens: 64 })
    expect(reply).toMatchObject({ text, finish: 'stop', tokens: { input: 77, cached: 64 } })
    expect(reply?.tokens.output).toBeGreaterThan(0)
  })

  it('leaves reasoning out of the answer', async () => {
    const { reply } = await complete({ kind: 'reply', text: ANSWER, reasoning: 'Let me see. '.repeat(50) })
    expect(reply?.text).toBe(ANSWER)
  })

  it('reads plain JSON from a server that ignores the wish for a stream', async () => {
    const { reply } = await complete({ kind: 'reply', text: ANSWER, plain: true, promptTokens: 9 })
    expect(reply).toMatchObject({ text: ANSWER, tokens: { input: 9 } })
  })

  it('says that it does not know the tokens where the server does not', async () => {
    const { reply } = await complete({ kind: 'reply', text: ANSWER, promptTokens: null })
    expect(reply?.tokens).toEqual({ input: null, cached: 0, output: null })
  })

  it('hands on what came before the output limit', async () => {
    const { reply } = await complete({ kind: 'reply', text: '{"claims":[{"te', finish: 'length' })
    expect(reply).toMatchObject({ text: '{"claims":[{"te', finish: 'length' })
  })

  it('cuts an answer that never ends and closes the connection', async () => {
    const { reply } = await complete({ kind: 'endless', piece: 'and so on '.repeat(20) })
    expect(reply?.finish).toBe('length')
    expect(reply!.text.length).toBeLessThan(500 * 12 + 300)
    await expect.poll(() => server.abandoned()).toBe(1)
  })

  it('waits for a server that shows life by comments alone', async () => {
    const { reply } = await complete(
      { kind: 'slow', text: ANSWER, every: 100, beats: 15 },
      { timeouts: { firstByte: 1000, betweenBytes: 1000, total: 15_000 } },
    )
    expect(reply?.text).toBe(ANSWER)
  })
})

describe('what a server does not understand', () => {
  const refusing =
    (...names: readonly string[]) =>
    (call: ModelCall) => {
      const name = names.find((one) => one in call.body)
      if (name === undefined) return saying
      return {
        kind: 'status',
        status: 400,
        body: { error: { message: `Unsupported parameter: '${name}'`, param: name } },
      } as const
    }

  it.each([
    ['max_tokens', 'max_completion_tokens'],
    ['stream_options', 'stream'],
    ['response_format', 'messages'],
  ])('asks again without %s', async (name, stays) => {
    const first = await complete(refusing(name))
    expect(first).toMatchObject({ reply: { text: ANSWER }, calls: 2 })
    expect(server.requests[1]!.body).not.toHaveProperty(name)
    expect(server.requests[1]!.body).toHaveProperty(stays)
  })

  it('finds its way when three things are refused one after the other, and goes straight there the next time', async () => {
    server = await startLoopbackModel(refusing('stream_options', 'max_tokens', 'response_format'))
    const model = makeModel()
    expect(await completeAgain(model)).toMatchObject({ reply: { text: ANSWER }, calls: 4 })
    expect(await completeAgain(model)).toMatchObject({ reply: { text: ANSWER }, calls: 1 })
  })

  it('understands servers that name the parameter in another shape of error', async () => {
    const { reply } = await complete((call) =>
      'response_format' in call.body
        ? {
            kind: 'status',
            status: 422,
            body: { detail: [{ loc: ['body', 'response_format'], msg: 'extra' }] },
          }
        : saying,
    )
    expect(reply?.text).toBe(ANSWER)
  })

  it('gives up, and says so, where both spellings of the limit are refused', async () => {
    const { error, calls } = await complete(refusing('max_tokens', 'max_completion_tokens'))
    expect(error?.code).toBe('model-rejected')
    expect(error?.message).toContain('OPENAI_MAX_OUTPUT_TOKENS')
    expect(calls).toBe(2)
  })
})

describe('failures that pass', () => {
  it.each([429, 500, 502, 503])('tries again after HTTP %i and counts both requests', async (status) => {
    const outcome = await complete([{ kind: 'status', status }, saying])
    expect(outcome).toMatchObject({ reply: { text: ANSWER }, calls: 2 })
    expect(server.requests).toHaveLength(2)
  })

  it.each([
    [{ kind: 'reset' }],
    [{ kind: 'cut', text: '{"cla' }],
    [{ kind: 'cut', text: ANSWER, tidy: true }],
    [{ kind: 'stream-error', error: { message: 'server overloaded' } }],
  ] as const)('tries again after %o', async (behaviour) => {
    expect(await complete([behaviour, saying])).toMatchObject({ reply: { text: ANSWER }, calls: 2 })
  })

  it('stops after three tries', async () => {
    const { error, calls } = await complete({ kind: 'status', status: 429 })
    expect([error?.code, calls]).toEqual(['model-busy', 3])
  })

  it('never takes a stream that was cut for an answer, however whole it looks', async () => {
    const { error, calls } = await complete({ kind: 'cut', text: ANSWER, tidy: true })
    expect([error?.code, calls]).toEqual(['model-unreachable', 3])
  })

  it('waits as long as the server asks', async () => {
    const started = performance.now()
    const headers = { 'retry-after': '1' }
    const { calls } = await complete([{ kind: 'status', status: 429, headers }, saying])
    expect(calls).toBe(2)
    expect(performance.now() - started).toBeGreaterThan(990)
  })

  it('does not wait for minutes, and says when to come back', async () => {
    const headers = { 'retry-after': '600' }
    const { error, calls } = await complete({ kind: 'status', status: 429, headers })
    expect([error?.code, calls]).toEqual(['model-busy', 1])
    expect(error!.retryAt).toBeGreaterThan(Date.now() + 500_000)
  })
})

describe('failures that stay', () => {
  it('leave status and code for the log, and no word of what the server wrote', async () => {
    const body = { error: { message: `${KEY} is wrong`, code: 'invalid_api_key', param: KEY } }
    const { error } = await complete({ kind: 'status', status: 401, body })
    expect(error?.cause).toMatchObject({ name: 'ModelServerError', code: '401 invalid_api_key' })
  })

  const errorBody = (fields: object): object => ({
    error: { message: `about ${KEY} and ${ARTICLE_WORDS}`, ...fields },
  })

  it.each([
    ['a wrong key', { kind: 'status', status: 401, body: errorBody({}) }, 'model-rejected', 'OPENAI_API_KEY'],
    [
      'a forbidden model',
      { kind: 'status', status: 403, body: errorBody({}) },
      'model-rejected',
      'OPENAI_API_KEY',
    ],
    [
      'an unknown model',
      { kind: 'status', status: 404, body: errorBody({ code: 'model_not_found' }) },
      'model-rejected',
      'OPENAI_MODEL',
    ],
    [
      'a spent quota',
      { kind: 'status', status: 429, body: errorBody({ code: 'insufficient_quota' }) },
      'model-rejected',
      'quota',
    ],
    [
      'a small context',
      { kind: 'status', status: 400, body: errorBody({ code: 'context_length_exceeded' }) },
      'model-rejected',
      'OPENAI_CONTEXT_TOKENS',
    ],
    [
      'a filtered prompt',
      { kind: 'status', status: 400, body: errorBody({ code: 'content_filter' }) },
      'model-refused',
      'declined',
    ],
    ['a web page', { kind: 'html' }, 'model-unreachable', 'OPENAI_BASE_URL'],
    ['a web page of an error', { kind: 'html', status: 404 }, 'model-unreachable', 'OPENAI_BASE_URL'],
    ['a refusal', { kind: 'refusal', text: 'I cannot help with that.' }, 'model-refused', 'declined'],
    [
      'a filtered answer',
      { kind: 'reply', text: 'The', finish: 'content_filter' },
      'model-refused',
      'declined',
    ],
    ['an empty answer', { kind: 'reply', text: ' \n' }, 'model-unusable-reply', 'nothing'],
    [
      'nothing but thoughts',
      { kind: 'reply', text: '', reasoning: 'Hm.', finish: 'length' },
      'model-unusable-reply',
      'OPENAI_MAX_OUTPUT_TOKENS',
    ],
  ] as const)('%s: one request, its code, and what to look at', async (_name, behaviour, code, hint) => {
    const { error, calls } = await complete(behaviour)
    expect([error?.code, calls]).toEqual([code, 1])
    expect(error?.message).toContain(hint)
  })

  it.each([
    ['JSON that is no completion', { kind: 'raw', body: '{"hello":1}', type: 'application/json' }],
    [
      'an error in place of a completion',
      { kind: 'raw', body: '{"error":{"message":"upstream"}}', type: 'application/json' },
    ],
    ['half a JSON', { kind: 'raw', body: '{"choices":[{"mess', type: 'application/json' }],
    ['noise', { kind: 'raw', body: 'data: {nope\n\n', type: 'text/event-stream' }],
    ['an empty stream', { kind: 'raw', body: '', type: 'text/event-stream' }],
  ] as const)('%s is no answer', async (_name, behaviour) => {
    expect((await complete(behaviour)).error?.code).toBe('model-unreachable')
  })

  it('says that nobody listens at the address', async () => {
    server = await startLoopbackModel(saying)
    const model = makeModel()
    await server.close()
    const { error, calls } = await completeAgain(model)
    expect([error?.code, calls]).toEqual(['model-unreachable', 3])
    expect(error?.message).toContain('OPENAI_BASE_URL')
    expect(error?.cause).toMatchObject({ code: 'ECONNREFUSED' })
    server = await startLoopbackModel(saying)
  })
})

describe('time', () => {
  it.each([
    ['never answers', { kind: 'silent' }],
    ['falls silent in the middle', { kind: 'stall', text: '{"cl' }],
  ] as const)('gives up on a server that %s, and hangs up', async (_name, behaviour) => {
    const { error, calls } = await complete(behaviour, {
      timeouts: { firstByte: 300, betweenBytes: 300, backoff: 5 },
    })
    expect([error?.code, calls]).toEqual(['model-unreachable', 1])
    await expect.poll(() => server.abandoned()).toBe(1)
  })

  it('gives up on a server that talks on beyond the time for all of it', async () => {
    const { error } = await complete(
      { kind: 'slow', text: ANSWER, every: 100, beats: 50 },
      { timeouts: { total: 600, backoff: 5 } },
    )
    expect(error?.code).toBe('model-unreachable')
  })

  it.each([
    ['while it waits for the first word', { kind: 'silent' }],
    ['in the middle of a stream', { kind: 'stall', text: '{"cl' }],
    ['between two tries', { kind: 'status', status: 503, headers: { 'retry-after': '3' } }],
  ] as const)('a cancelled request ends %s', async (_name, behaviour) => {
    const controller = new AbortController()
    const script = (): typeof behaviour => {
      setTimeout(() => controller.abort(), 100)
      return behaviour
    }
    const { error, calls } = await complete(script, {}, controller.signal)
    expect([error?.code, calls]).toEqual(['cancelled', 1])
  })

  it('sends nothing once the budget says stop', async () => {
    server = await startLoopbackModel(saying)
    const beforeCall = (): Promise<void> => Promise.reject(new FootnoteError('budget-spent', 'Spent.'))
    await expect(makeModel().complete(REQUEST, { beforeCall })).rejects.toMatchObject({
      code: 'budget-spent',
    })
    expect(server.requests).toEqual([])
  })
})
