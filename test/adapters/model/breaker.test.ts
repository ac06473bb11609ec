import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { createBreaker } from '../../../src/adapters/model/breaker.ts'
import { closeServers, completeAgain, latestServer, makeModel, saying, serve } from './try-model.ts'

afterEach(closeServers)

const REST = 600
const quickBreaker = (failures = 5) => createBreaker(Date.now, { failures, restMilliseconds: REST })

describe('a server that fails again and again', () => {
  it('is left alone after five failures in a row; people hear at once, with the time to come back', async () => {
    const server = await serve({ kind: 'status', status: 503 })
    const model = makeModel({ breaker: createBreaker() })
    const first = await completeAgain(model)
    expect([first.error?.code, first.calls]).toEqual(['model-busy', 3])
    const second = await completeAgain(model)
    expect([second.error?.code, second.calls]).toEqual(['model-busy', 2])
    const third = await completeAgain(model)
    expect([third.error?.code, third.calls]).toEqual(['model-busy', 0])
    expect(third.error?.message).toContain('failed several times in a row')
    expect(third.error!.retryAt).toBeGreaterThan(Date.now())
    expect(third.error!.retryAt).toBeLessThan(Date.now() + 21_000)
    expect(server.requests).toHaveLength(5)
  })

  it('is tried again by one request after a rest, and serves all once it works', async () => {
    const server = await serve({ kind: 'reset' })
    const model = makeModel({ breaker: quickBreaker(3) })
    await completeAgain(model)
    expect((await completeAgain(model)).calls).toBe(0)
    await sleep(REST)
    expect((await completeAgain(model)).calls).toBe(1)
    server.setBehaviour(saying)
    await sleep(REST)
    expect((await completeAgain(model)).reply).not.toBeNull()
    expect((await completeAgain(model)).reply).not.toBeNull()
  })

  it('has one request at a time while it is tried; the others do not wait for its end', async () => {
    const server = await serve({ kind: 'reset' })
    const model = makeModel({ breaker: quickBreaker(3), timeouts: { firstByte: 2500, backoff: 5 } })
    await completeAgain(model)
    await sleep(REST)
    server.setBehaviour({ kind: 'silent' })
    const trying = completeAgain(model)
    await expect.poll(() => server.requests.length).toBe(4)
    const started = performance.now()
    expect((await completeAgain(model)).calls).toBe(0)
    expect(performance.now() - started).toBeLessThan(1500)
    await trying
  })

  it('is the same server for another model', async () => {
    await serve({ kind: 'reset' })
    const breaker = createBreaker()
    const [first, second] = [makeModel({ breaker }), makeModel({ breaker, name: 'other' })]
    await completeAgain(first)
    await completeAgain(second)
    expect((await completeAgain(first)).calls).toBe(0)
    expect((await completeAgain(second)).calls).toBe(0)
  })
})

describe('a server that says when to come back', () => {
  it('is not asked before, by nobody, and then again', async () => {
    const server = await serve([{ kind: 'status', status: 429, headers: { 'retry-after': '30' } }, saying])
    const model = makeModel()
    const first = await completeAgain(model)
    expect([first.error?.code, first.calls]).toEqual(['model-busy', 1])
    const second = await completeAgain(model)
    expect([second.error?.code, second.calls]).toEqual(['model-busy', 0])
    // To a tenth of a second: told by two clocks.
    expect(second.error!.retryAt).toBeCloseTo(first.error!.retryAt ?? 0, -2)
    server.setBehaviour([{ kind: 'status', status: 429, headers: { 'retry-after': '1' } }, saying])
    const other = makeModel()
    expect((await completeAgain(other)).calls).toBe(2)
  })

  it('because one model has had its share still serves another', async () => {
    await serve((call) => (call.body.model === 'tiny' ? { kind: 'status', status: 429 } : saying))
    const breaker = createBreaker()
    for (let count = 0; count < 3; count += 1) {
      expect((await completeAgain(makeModel({ breaker }))).error?.code).toBe('model-busy')
    }
    expect((await completeAgain(makeModel({ breaker, name: 'other' }))).reply).not.toBeNull()
  })
})

it.each([
  ['a key that it refuses', { kind: 'status', status: 401 }],
  ['a model that declines', { kind: 'refusal', text: 'No.' }],
  ['an empty reply', { kind: 'reply', text: ' ' }],
] as const)('%s tells nothing of the server: it is asked every time', async (_, behaviour) => {
  await serve(behaviour)
  const model = makeModel({ breaker: createBreaker() })
  for (let count = 0; count < 7; count += 1) expect((await completeAgain(model)).calls).toBe(1)
  expect(latestServer().requests).toHaveLength(7)
})
