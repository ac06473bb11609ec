import { afterEach, describe, expect, it } from 'vitest'
import { createSlots } from '../../../src/adapters/model/slots.ts'
import { REQUEST, aMeter, closeServers, latestServer, makeModel, saying, serve } from './try-model.ts'

afterEach(closeServers)

/** A server that holds every request until it is let go, oldest first. */
async function holdingServer(): Promise<{ readonly release: () => void }> {
  const held: (() => void)[] = []
  await serve(async () => {
    await new Promise<void>((resolve) => void held.push(resolve))
    return saying
  })
  return { release: () => held.shift()?.() }
}

const arrived = (): number => latestServer().requests.length
/** Long enough for a request that was sent to arrive. */
const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 150))

describe('the places at a model server', () => {
  it('are never more than there are, for all models of it together, and a request in vain leaves its own', async () => {
    const { release } = await holdingServer()
    const slots = createSlots(2)
    const [one, other] = [makeModel({ slots }), makeModel({ slots, name: 'other' })]
    const { meter, reserved } = aMeter()
    const all = [one, other, one, other].map((model) => model.complete(REQUEST, { meter }))
    await settled()
    expect(arrived()).toBe(2)
    // Nothing is set aside for a request that only waits.
    expect(reserved).toHaveLength(2)
    release()
    await settled()
    expect(arrived()).toBe(3)
    for (let left = 0; left < 3; left++) {
      release()
      await settled()
    }
    expect(await Promise.all(all)).toHaveLength(4)
  })

  it('go to whoever has waited longest', async () => {
    const { release } = await holdingServer()
    const model = makeModel({ slots: createSlots(1) })
    const { meter } = aMeter()
    const ask = (content: string): Promise<unknown> =>
      model.complete({ ...REQUEST, messages: [{ role: 'user', content }] }, { meter })
    // A worker that reads part after part, and a question that comes in between.
    const parts = (async () => {
      for (const part of ['part 1', 'part 2', 'part 3']) await ask(part)
    })()
    await settled()
    const question = ask('question')
    for (let turn = 0; turn < 4; turn++) {
      release()
      await settled()
    }
    await Promise.all([parts, question])
    const order = latestServer().requests.map(({ body }) => body.messages[0]?.content)
    expect(order).toEqual(['part 1', 'question', 'part 2', 'part 3'])
  })

  it('are not taken by somebody who has left, who learns of it at once', async () => {
    const { release } = await holdingServer()
    const model = makeModel({ slots: createSlots(1) })
    const { meter, reserved } = aMeter()
    const controller = new AbortController()
    const first = model.complete(REQUEST, { meter })
    await settled()
    const second = model.complete(REQUEST, { meter, signal: controller.signal })
    controller.abort()
    await expect(second).rejects.toMatchObject({ code: 'cancelled' })
    release()
    await first
    await settled()
    expect([arrived(), reserved.length]).toEqual([1, 1])
  })
})
