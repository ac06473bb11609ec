import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRedisStorage } from '../../../src/adapters/redis/storage/open-redis-storage.ts'
import type { Storage } from '../../../src/app/ports.ts'
import { aCall, aTurn, ferry, keptFerry } from '../../contracts/storage-examples.ts'
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'

const DAY = '2026-11-22'

describe.skipIf(!hasRedis)('a server that goes away while the bot works', () => {
  let server: RedisServer
  let storage: Storage
  beforeEach(async () => {
    server = await startRedis()
    storage = await openRedisStorage(server.url, { clock: Date.now })
  })
  afterEach(async () => {
    server.resume()
    await storage.close()
    await server.stop()
  })

  const converse = () =>
    storage.conversations.create({
      article: ferry,
      linesLeftOut: 0,
      summary: null,
      place: null,
      addressKey: null,
    })

  it('and comes back is waited for: nothing acknowledged is lost, nothing is done twice, the money is right', async () => {
    const { id } = await converse()
    const acknowledged: string[] = []
    const failures: unknown[] = []
    let calls = 0
    const over = new AbortController()
    const work = async (who: string): Promise<void> => {
      for (let n = 1; !over.signal.aborted; n += 1) {
        const question = `${who} ${n}?`
        try {
          await storage.conversations.appendTurn(id, aTurn(question), 'p1')
          acknowledged.push(question)
          await storage.spending.reserve(aCall(DAY), [])
          calls += 1
        } catch (error) {
          failures.push(error)
        }
      }
    }
    const working = Promise.all(['a', 'b', 'c'].map(work))
    for (let crash = 0; crash < 5; crash += 1) {
      const before = acknowledged.length
      await expect.poll(() => acknowledged.length).toBeGreaterThan(before + 4)
      await wait(50 + crash * 20)
      await server.kill()
      await wait(100)
      await server.start()
    }
    await wait(100)
    over.abort()
    await working
    expect(failures).toEqual([])
    const stored = (await storage.conversations.find(id))?.turns.map(({ question }) => question) ?? []
    // Every question once, each person's in their order.
    expect(stored.toSorted()).toEqual(acknowledged.toSorted())
    for (const who of ['a', 'b', 'c']) {
      const own = stored.filter((question) => question.startsWith(who))
      expect(own).toEqual(own.map((_, at) => `${who} ${at + 1}?`))
    }
    expect(acknowledged.length).toBeGreaterThan(20)
    expect((await storage.spending.list(DAY)).find(({ period }) => period === DAY)?.calls).toBe(calls)
    expect((await storage.spending.listOpen(DAY)).calls).toBe(calls)
  })

  it('and stays away is said to be, within the time that a command waits, and works again when it is back', async () => {
    const { id } = await converse()
    server.pause()
    const started = performance.now()
    await expect(storage.conversations.find(id)).rejects.toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringMatching(/cannot be reached\. The host has to check that it runs/u),
    })
    expect(performance.now() - started).toBeLessThan(10_000)
    server.resume()
    await expect.poll(async () => (await storage.conversations.find(id).catch(() => undefined))?.id).toBe(id)
  })

  it('holds up no card for a cache: it is a miss at once', async () => {
    await storage.articles.set('k', keptFerry, 60_000)
    server.pause()
    const paused = performance.now()
    expect(await storage.articles.get('k')).toBeUndefined()
    expect(performance.now() - paused).toBeLessThan(2000)
    server.resume()
    await expect.poll(() => storage.articles.get('k')).toEqual(keptFerry)
    await server.kill()
    // Its end is noticed in a moment.
    await wait(100)
    const gone = performance.now()
    await storage.articles.set('k', keptFerry, 60_000)
    expect(await storage.articles.get('k')).toBeUndefined()
    expect(performance.now() - gone).toBeLessThan(500)
    await server.start()
    await expect.poll(() => storage.articles.get('k')).toEqual(keptFerry)
  })

  it('does not hold up what comes before a command is acknowledged: Discord gives that three seconds', async () => {
    server.pause()
    const started = performance.now()
    const nobody = { guildId: null, personId: null }
    await expect(storage.tasks.begin('m1', null, nobody)).rejects.toMatchObject({
      code: 'storage-unavailable',
    })
    expect(performance.now() - started).toBeLessThan(2900)
  })

  it('does not hold up the end of the program either', async () => {
    await server.kill()
    await wait(100)
    const started = performance.now()
    await storage.close()
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
