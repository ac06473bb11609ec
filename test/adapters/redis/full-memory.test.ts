import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRedisStorage } from '../../../src/adapters/redis/storage/open-redis-storage.ts'
import type { Storage } from '../../../src/app/ports.ts'
import { aTurn, ferry, keptFerry } from '../../contracts/storage-examples.ts'
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'

const HOUR = 60 * 60 * 1000

describe.skipIf(!hasRedis)('a server without memory left', () => {
  let server: RedisServer
  let redis: Redis
  let storage: Storage
  beforeAll(async () => {
    server = await startRedis()
    redis = new Redis(server.url)
    storage = await openRedisStorage(server.url, { clock: Date.now })
  })
  afterAll(async () => {
    redis.disconnect()
    await storage.close()
    await server.stop()
  })

  const fill = async (megabytes: number): Promise<void> => {
    const used = Number(/used_memory:(\d+)/u.exec(await redis.info('memory'))?.[1])
    await redis.config('SET', 'maxmemory', String(used + megabytes * 1_000_000))
  }
  const paste = (n: number, words: string) =>
    storage.conversations.create({
      article: { ...ferry, id: `pasted-${n}`, text: `${n} ${words}` },
      linesLeftOut: 0,
      summary: null,
      place: null,
      addressKey: null,
    })

  it('lets caches give way to conversations, refuses in words when nothing more can go, and lets forget what is there', async () => {
    const words = 'x'.repeat(50_000)
    const page = { ...keptFerry, read: { ...keptFerry.read, article: { ...ferry, text: words } } }
    for (let n = 0; n < 60; n += 1) await storage.articles.set(`k${n}`, page, HOUR + n)
    await fill(0.5)
    const ids: string[] = []
    const full = await (async () => {
      try {
        for (let n = 0; n < 1000; n += 1) ids.push((await paste(n, words)).id)
      } catch (error) {
        return error
      }
      return null
    })()
    expect(full).toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringMatching(/has no memory left\. The host has to give it more/u),
    })
    // More than had fitted beside the caches.
    expect(ids.length).toBeGreaterThan(30)
    expect(await storage.articles.get('k0')).toBeUndefined()
    // A cache is never an error.
    await storage.articles.set('new', page, HOUR)
    // What was refused left nothing behind.
    expect(await redis.zcard('footnote:conversations')).toBe(ids.length)
    expect(await redis.zcard('footnote:texts')).toBe(ids.length)
    await storage.requireWritable()
    for (const id of ids.slice(0, 10)) {
      expect((await storage.forgetting.conversation(id)).conversations).toBe(1)
    }
    await storage.conversations.appendTurn(ids[20] ?? '', aTurn('one?'), 'p1')
    expect((await storage.conversations.find(ids[20] ?? ''))?.turns).toEqual([aTurn('one?')])
  })
})
