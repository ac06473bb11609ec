import { afterEach, describe, expect, it } from 'vitest'
import type { ModelCall } from '../../support/loopback-model.ts'
import {
  ANSWER,
  REQUEST,
  closeServers,
  complete,
  completeAgain,
  latestServer,
  makeModel,
  saying,
  serve,
} from './try-model.ts'

afterEach(closeServers)

describe('what is sent', () => {
  it('asks for a stream with usage and a strict schema, sets a limit and no temperature', async () => {
    await complete(saying)
    const { path, body } = latestServer().requests[0]!
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
    const { headers } = latestServer().requests[0]!
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
    expect([calls, latestServer().requests.length]).toEqual([1, 1])
  })
})

describe('what is read', () => {
  it('puts a streamed answer together and counts its tokens', async () => {
    const text = '{"claims":["Straße 🌊 海"]}'
    const { reply } = await complete({ kind: 'reply', text, promptTokens: 77, cachedTokens: 64 })
    expect(reply).toMatchObject({ text, finish: 'stop', tokens: { input: 77, cached: 64 } })
    expect(reply?.tokens.output).toBeGreaterThan(0)
  })

  it.each([
    ['DeepSeek', { prompt_cache_hit_tokens: 64, prompt_cache_miss_tokens: 13 }],
    ['Moonshot', { cached_tokens: 64 }],
    ['a proxy of Anthropic', { prompt_tokens_details: null, cache_read_input_tokens: 64 }],
    ['a proxy of the Responses API', { input_tokens_details: { cached_tokens: 64 } }],
    ['two spellings of one count', { prompt_tokens_details: { cached_tokens: 64 }, cached_tokens: 64 }],
  ])('counts what the server had in memory as %s spells it, streamed or not', async (_name, usage) => {
    for (const plain of [false, true]) {
      const { reply, settled } = await complete({ ...saying, promptTokens: 77, usage, plain })
      expect(reply?.tokens.cached).toBe(64)
      expect(settled).toMatchObject([{ input: 77, cached: 64 }])
    }
  })

  it.each([{ cached_tokens: '64' }, { prompt_tokens_details: [64] }, { prompt_cache_hit_tokens: -3 }])(
    'takes no count from what is none: %o',
    async (usage) => {
      const { reply } = await complete({ ...saying, usage })
      expect(reply?.tokens.cached).toBe(0)
    },
  )

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
    await expect.poll(() => latestServer().abandoned()).toBe(1)
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
    expect(latestServer().requests[1]!.body).not.toHaveProperty(name)
    expect(latestServer().requests[1]!.body).toHaveProperty(stays)
  })

  it('finds its way when three things are refused one after the other, and goes straight there the next time', async () => {
    await serve(refusing('stream_options', 'max_tokens', 'response_format'))
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
