import { afterEach, describe, expect, it } from 'vitest'
import { createSlots } from '../../../src/adapters/model/slots.ts'
import type { Meter, Model } from '../../../src/app/ports.ts'
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

const arrived = (): readonly string[] =>
  latestServer().requests.map(({ body }) => body.messages.at(-1)?.content ?? '')
async function untilArrived(count: number): Promise<void> {
  await expect.poll(() => arrived().length, { timeout: 20_000, interval: 10 }).toBe(count)
}

/** Asks with these words. */
const ask = (model: Model, meter: Meter, content: string, signal?: AbortSignal): Promise<unknown> =>
  model.complete({ ...REQUEST, messages: [{ role: 'user', content }] }, { meter, ...(signal && { signal }) })

describe('the places at a model server', () => {
  it('are never more than there are, for all models of it together', async () => {
    const { release } = await holdingServer()
    const slots = createSlots(2)
    const [one, other] = [makeModel({ slots }), makeModel({ slots, name: 'other' })]
    const { meter, reserved } = aMeter()
    const all = [one, other, one, other].map((model, at) => ask(model, meter, `${at}`))
    for (let done = 0; done < 4; done++) {
      const sent = Math.min(4, done + 2)
      await untilArrived(sent)
      // Nothing is set aside for a request that only waits.
      expect(reserved).toHaveLength(sent)
      release()
    }
    expect(await Promise.all(all)).toHaveLength(4)
  })

  it('go to whoever has waited longest', async () => {
    const { release } = await holdingServer()
    const model = makeModel({ slots: createSlots(1) })
    const { meter } = aMeter()
    // A worker that reads part after part, and a question that comes in between.
    const parts = (async () => {
      for (const part of ['part 1', 'part 2', 'part 3']) await ask(model, meter, part)
    })()
    await untilArrived(1)
    const question = ask(model, meter, 'question')
    for (let turn = 1; turn <= 4; turn++) {
      await untilArrived(turn)
      release()
    }
    await Promise.all([parts, question])
    expect(arrived()).toEqual(['part 1', 'question', 'part 2', 'part 3'])
  })

  it('are not taken by somebody who has left, who learns of it at once', async () => {
    const { release } = await holdingServer()
    const model = makeModel({ slots: createSlots(1) })
    const { meter, reserved } = aMeter()
    const controller = new AbortController()
    const first = ask(model, meter, 'first')
    await untilArrived(1)
    const second = ask(model, meter, 'second', controller.signal)
    const third = ask(model, meter, 'third')
    controller.abort()
    await expect(second).rejects.toMatchObject({ code: 'cancelled' })
    release()
    await untilArrived(2)
    release()
    await Promise.all([first, third])
    expect(arrived()).toEqual(['first', 'third'])
    expect(reserved).toHaveLength(2)
  })
})
