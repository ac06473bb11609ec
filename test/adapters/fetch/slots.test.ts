import { describe, expect, it } from 'vitest'
import { createSlots } from '../../../src/adapters/fetch/slots.ts'

const never = new AbortController().signal

/** Whether a place is free just now; takes none. */
async function isFree(slots: ReturnType<typeof createSlots>): Promise<boolean> {
  const controller = new AbortController()
  const place = slots.take('host', controller.signal)
  setImmediate(() => controller.abort())
  try {
    const giveBack = await place
    giveBack()
    return true
  } catch {
    return false
  }
}

describe('a place', () => {
  it('that is taken is not free until it is given back', async () => {
    const slots = createSlots(1)
    const giveBack = await slots.take('host', never)
    expect(await isFree(slots)).toBe(false)
    giveBack()
    expect(await isFree(slots)).toBe(true)
  })

  it('goes to those who wait in their order', async () => {
    const slots = createSlots(1)
    const order: number[] = []
    const give = await slots.take('host', never)
    const waiting = [1, 2, 3].map(async (name) => {
      const giveBack = await slots.take('host', never)
      order.push(name)
      giveBack()
    })
    give()
    await Promise.all(waiting)
    expect(order).toEqual([1, 2, 3])
  })

  it('is not handed to somebody who has given up waiting', async () => {
    const slots = createSlots(1)
    const giveBack = await slots.take('host', never)
    const controller = new AbortController()
    const waiting = slots.take('host', controller.signal)
    controller.abort()
    await expect(waiting).rejects.toThrow('abort')
    giveBack()
    expect(await isFree(slots)).toBe(true)
  })

  it('is not lost when it is handed over in the moment in which the wait is given up', async () => {
    const slots = createSlots(1)
    const giveBack = await slots.take('host', never)
    const controller = new AbortController()
    const waiting = slots.take('host', controller.signal)
    controller.abort()
    giveBack()
    await expect(waiting).rejects.toThrow('abort')
    expect(await isFree(slots)).toBe(true)
  })
})
