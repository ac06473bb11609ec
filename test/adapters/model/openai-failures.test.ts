import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { FootnoteError } from '../../../src/core/error.ts'
import {
  ANSWER,
  ARTICLE_WORDS,
  KEY,
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

describe('failures that pass', () => {
  it.each([429, 500, 502, 503])('tries again after HTTP %i and counts both requests', async (status) => {
    const outcome = await complete([{ kind: 'status', status }, saying])
    expect(outcome).toMatchObject({ reply: { text: ANSWER }, calls: 2 })
    expect(latestServer().requests).toHaveLength(2)
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

  it('leaves a busy server alone for as long as it asks, also where the clock is set back by a year', async () => {
    const headers = { 'retry-after': '30' }
    await serve([{ kind: 'status', status: 429, headers }, saying])
    const model = makeModel()
    expect((await completeAgain(model)).error?.code).toBe('model-busy')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 365 * 24 * 60 * 60 * 1000 })
    onTestFinished(() => void vi.useRealTimers())
    const { error } = await completeAgain(model)
    expect(error?.code).toBe('model-busy')
    expect(error!.retryAt).toBeLessThan(Date.now() + 31_000)
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
    await serve(saying)
    const model = makeModel()
    await latestServer().close()
    const { error, calls } = await completeAgain(model)
    expect([error?.code, calls]).toEqual(['model-unreachable', 3])
    expect(error?.message).toContain('OPENAI_BASE_URL')
    expect(error?.cause).toMatchObject({ code: 'ECONNREFUSED' })
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
    await expect.poll(() => latestServer().abandoned()).toBe(1)
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
    await serve(saying)
    const reserve = (): Promise<never> => Promise.reject(new FootnoteError('budget-spent', 'Spent.'))
    await expect(makeModel().complete(REQUEST, { meter: { reserve } })).rejects.toMatchObject({
      code: 'budget-spent',
    })
    expect(latestServer().requests).toEqual([])
  })
})
