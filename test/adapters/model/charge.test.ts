import { afterEach, describe, expect, it } from 'vitest'
import type { Behaviour } from '../../support/loopback-model.ts'
import { ANSWER, REQUEST, aMeter, closeServers, complete, makeModel, saying, serve } from './try-model.ts'

afterEach(closeServers)

const NOTHING = { input: 0, cached: 0, output: 0 }
const QUICK = { timeouts: { firstByte: 1500, betweenBytes: 1500, total: 8000, backoff: 5 } }

describe('the worst case of a request', () => {
  it('is a token for each byte of what is sent, up to the context, and all of the output allowed', async () => {
    const { reserved } = await complete(saying)
    const bytes = REQUEST.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0)
    expect(reserved).toHaveLength(1)
    expect(reserved[0]!.input).toBeGreaterThan(bytes + JSON.stringify(REQUEST.reply).length)
    expect(reserved[0]!.input).toBeLessThan(1000)
    expect(reserved[0]!.output).toBe(REQUEST.maxOutputTokens)
    expect((await complete(saying, { contextTokens: 2048 })).reserved[0]!.input).toBeLessThan(1000)
    await serve(saying)
    const { meter, reserved: large } = aMeter()
    const messages = [{ role: 'user', content: 'Kiïv '.repeat(40_000) }] as const
    await makeModel({ contextTokens: 2048 }).complete({ ...REQUEST, messages }, { meter })
    expect(large[0]!.input).toBe(2048)
  })

  it('is never less than what a server with a token for every character counts', async () => {
    const { reserved } = await complete((call) => ({
      ...saying,
      promptTokens: call.body.messages.reduce((sum, { content }) => sum + content.length + 4, 0),
    }))
    expect(reserved[0]!.input).toBeGreaterThanOrEqual(
      REQUEST.messages.reduce((sum, { content }) => sum + content.length + 4, 0),
    )
  })
})

describe('a request is settled', () => {
  it('at what the server says was used', async () => {
    const { settled } = await complete({ kind: 'reply', text: ANSWER, promptTokens: 77, cachedTokens: 33 })
    expect(settled).toMatchObject([{ input: 77, cached: 33 }])
    const plain = await complete({ kind: 'reply', text: ANSWER, promptTokens: 78, plain: true })
    expect(plain.settled).toMatchObject([{ input: 78 }])
  })

  it('also where the reply is of no use: it was paid for', async () => {
    const { error, settled } = await complete({ kind: 'reply', text: ' ', promptTokens: 50 })
    expect(error?.code).toBe('model-unusable-reply')
    expect(settled).toMatchObject([{ input: 50 }])
    const filtered = await complete({
      kind: 'reply',
      text: 'The',
      finish: 'content_filter',
      promptTokens: 51,
    })
    expect(filtered.settled).toMatchObject([{ input: 51 }])
  })

  it.each([
    ['a busy server', { kind: 'status', status: 429 }, 3],
    ['a failing server', { kind: 'status', status: 500 }, 3],
    ['a wrong key', { kind: 'status', status: 401 }, 1],
    ['a web page', { kind: 'html' }, 1],
    [
      'a proxy that tells of an error',
      { kind: 'raw', body: '{"error":{"message":"upstream"}}', type: 'application/json' },
      3,
    ],
  ] as const)('at nothing for %s', async (_, behaviour: Behaviour, tries) => {
    const { settled } = await complete(behaviour)
    expect(settled).toEqual(Array.from({ length: tries }, () => NOTHING))
  })

  it('at nothing where nobody listens', async () => {
    const server = await serve(saying)
    const model = makeModel()
    await server.close()
    const { meter, settled } = aMeter()
    await expect(model.complete(REQUEST, { meter })).rejects.toMatchObject({ code: 'model-unreachable' })
    expect(settled).toEqual([NOTHING, NOTHING, NOTHING])
  })
})

describe('the worst case stands', () => {
  it.each([
    ['where the server does not say what was used', { kind: 'reply', text: ANSWER, promptTokens: null }, 1],
    ['where it says nonsense', { kind: 'reply', text: ANSWER, promptTokens: 1e15 }, 1],
    ['where it counts below nothing', { kind: 'reply', text: ANSWER, promptTokens: -5 }, 1],
    ['where a stream is cut', { kind: 'cut', text: '{"cla' }, 3],
    ['where the connection breaks', { kind: 'reset' }, 3],
    ['where the server falls silent', { kind: 'stall', text: '{"cl' }, 1],
    ['where it never answers', { kind: 'silent' }, 1],
    ['where it talks without end', { kind: 'endless', piece: 'words and '.repeat(50) }, 1],
    ['where somebody on the way gave up waiting', { kind: 'status', status: 504 }, 3],
  ] as const)('%s', async (_, behaviour: Behaviour, tries) => {
    const { settled } = await complete(behaviour, QUICK)
    expect(settled).toEqual(Array.from({ length: tries }, () => null))
  })

  it('where the person stops waiting in the middle', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 150)
    const { error, settled } = await complete({ kind: 'stall', text: '{"cl' }, {}, controller.signal)
    expect([error?.code, settled]).toEqual(['cancelled', [null]])
  })
})
