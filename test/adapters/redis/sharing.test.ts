import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSharing, type Sharing } from '../../../src/adapters/redis/sharing/open-sharing.ts'
import { createSlots } from '../../../src/adapters/model/slots.ts'
import { inTurn } from '../../../src/app/in-turn.ts'
import { createOnce } from '../../../src/app/once.ts'
import type { Reached } from '../../../src/app/ports.ts'
import { FootnoteError } from '../../../src/core/error.ts'
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'

const LEASE = 1000

// Each `Sharing` is what one process has: they know of each other by the server alone.

describe.skipIf(!hasRedis)('what processes share on a real Redis', () => {
  let server: RedisServer
  let one: Sharing
  let other: Sharing
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    await server.flush()
    const options = { leaseMilliseconds: LEASE }
    ;[one, other] = await Promise.all([openSharing(server.url, options), openSharing(server.url, options)])
  })
  afterEach(() => Promise.all([one.close(), other.close()]))

  const twoOnces = () => [one.once(createOnce<number>()), other.once(createOnce<number>())] as const

  describe('one flight per key', () => {
    it('holds across processes: one does it, the others hear how it goes and get the same', async () => {
      const [here, there] = twoOnces()
      let flights = 0
      const work = async (_signal: AbortSignal, report: (event: number) => void) => {
        flights += 1
        report(1)
        await pause(300)
        report(2)
        await pause(300)
        return { flight: flights, words: ['ü', null] }
      }
      const heard: number[] = []
      const results = await Promise.all([
        here('k', undefined, work),
        here('k', undefined, work),
        pause(50).then(() => there('k', undefined, work, (event) => heard.push(event))),
      ])
      expect(results).toEqual(Array.from({ length: 3 }, () => ({ flight: 1, words: ['ü', null] })))
      // Of what comes quickly, the newest.
      expect(heard.at(-1)).toBe(2)
    })

    it('begins anew once it is over', async () => {
      const [here, there] = twoOnces()
      expect(await here('k', undefined, async () => 1)).toBe(1)
      expect(await there('k', undefined, async () => 2)).toBe(2)
    })

    it('keeps different keys apart', async () => {
      const [here, there] = twoOnces()
      const both = [here('a', undefined, async () => 'a'), there('b', undefined, async () => 'b')]
      expect(await Promise.all(both)).toEqual(['a', 'b'])
    })

    it('lets a failure reach everybody, with its code and time', async () => {
      const [here, there] = twoOnces()
      const work = async () => {
        await pause(300)
        throw new FootnoteError('page-blocked', 'It is blocked.', { retryAt: 7 })
      }
      const outcomes = await Promise.allSettled([here('k', undefined, work), there('k', undefined, work)])
      for (const outcome of outcomes)
        expect(outcome).toMatchObject({
          reason: { code: 'page-blocked', message: 'It is blocked.', retryAt: 7 },
        })
    })

    it('goes on where those who began it have left and somebody elsewhere waits', async () => {
      const [here, there] = twoOnces()
      const controller = new AbortController()
      const began = here('k', controller.signal, (signal) => pause(20_000, 'first', { signal }))
      await pause(100)
      const follows = there('k', undefined, async () => 'second')
      await pause(200)
      controller.abort()
      await expect(began).rejects.toMatchObject({ code: 'cancelled' })
      expect(await follows).toBe('second')
    })

    it('can be left by one who follows, without an end to the rest', async () => {
      const [here, there] = twoOnces()
      const controller = new AbortController()
      const leads = here('k', undefined, () => pause(500, 'done'))
      await pause(50)
      const follows = there('k', controller.signal, async () => 'another')
      await pause(100)
      controller.abort()
      await expect(follows).rejects.toMatchObject({ code: 'cancelled' })
      expect(await leads).toBe('done')
    })

    it('is taken over where the process that had it is gone', async () => {
      const [here] = twoOnces()
      const gone = await openSharing(server.url, { leaseMilliseconds: LEASE })
      void gone
        .once(createOnce())('k', undefined, () => pause(60_000))
        .catch(() => {})
      await pause(100)
      const follows = here('k', undefined, async () => 'taken over')
      await gone.close()
      expect(await follows).toBe('taken over')
    })

    it('lasts as long as the work, however short a lease is', async () => {
      const [here, there] = twoOnces()
      let flights = 0
      const work = async () => {
        flights += 1
        await pause(3 * LEASE)
        return flights
      }
      expect(await Promise.all([here('k', undefined, work), there('k', undefined, work)])).toEqual([1, 1])
    })
  })

  it('work of one key goes one after the other, wherever it is done', async () => {
    const turns = [one.inTurn(inTurn()), other.inTurn(inTurn())]
    let running = 0
    let most = 0
    const done: number[] = []
    const work = async (number: number): Promise<void> => {
      running += 1
      most = Math.max(most, running)
      await pause(20)
      done.push(number)
      running -= 1
    }
    await Promise.all([1, 2, 3, 4, 5, 6].map((number) => turns[number % 2]!('k', () => work(number))))
    expect(most).toBe(1)
    expect(done.filter((number) => number % 2 === 0)).toEqual([2, 4, 6])
    expect(done.filter((number) => number % 2 === 1)).toEqual([1, 3, 5])
    await Promise.all([turns[0]!('a', () => pause(100)), turns[1]!('b', () => pause(100))])
  })

  it('all processes together have no more requests with a server than one may have', async () => {
    const places = [one.slots('model', createSlots(3)), other.slots('model', createSlots(3))]
    let running = 0
    let most = 0
    const work = async (): Promise<void> => {
      running += 1
      most = Math.max(most, running)
      await pause(30)
      running -= 1
    }
    await Promise.all(Array.from({ length: 20 }, (_, number) => places[number % 2]!.run(work, undefined)))
    expect(most).toBe(3)
    // Another server has places of its own.
    await one.slots('another', createSlots(1)).run(async () => {}, undefined)
  })

  it('a place of a process that is gone is free after a while, and one that waits can leave', async () => {
    const gone = await openSharing(server.url, { leaseMilliseconds: LEASE })
    void gone
      .slots('model', createSlots(1))
      .run(() => pause(60_000), undefined)
      .catch(() => {})
    await pause(100)
    const places = one.slots('model', createSlots(1))
    const controller = new AbortController()
    const leaves = places.run(async () => 'had', controller.signal)
    await pause(100)
    controller.abort()
    await expect(leaves).rejects.toMatchObject({ code: 'cancelled' })
    await gone.close()
    expect(await places.run(async () => 'had', undefined)).toBe('had')
  })

  it('every process hears which budget is nearly spent', async () => {
    const reached: Reached = {
      cap: { per: 'all', period: 'day', unit: 'calls', most: 10 },
      guildId: null,
      percent: 80,
      used: 8,
    }
    const heard: Reached[] = []
    await one.onReached((found) => heard.push(found))
    await other.onReached((found) => heard.push(found))
    await other.tellReached(reached)
    while (heard.length < 2) await pause(10)
    expect(heard).toEqual([reached, reached])
  })

  it('closes also what is only just being connected: a command that ends at once leaves nothing open', async () => {
    const brief = await openSharing(server.url)
    const listening = brief.onReached(() => {})
    await brief.close()
    await listening
    await one.close()
    await other.close()
    await expect.poll(() => server.connections()).toBe(0)
  })
})
