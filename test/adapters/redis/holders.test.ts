import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openRedisStorage } from '../../../src/adapters/redis/storage/open-redis-storage.ts'
import type { Storage } from '../../../src/app/ports.ts'
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'

describe.skipIf(!hasRedis)('processes that do tasks, on a real Redis', () => {
  let server: RedisServer
  let storage: Storage
  let now = 0
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    await server.flush()
    now = 1000
    storage = await openRedisStorage(server.url, { clock: () => now })
    return () => storage.close()
  })
  const keys = () => server.keys('footnote:holders*')

  it('go by themselves once they have been silent for too long, and leave nothing behind', async () => {
    await storage.tasks.hold({ id: 'one', shards: [0], of: 1 }, 1000)
    await storage.forgetting.expired()
    expect(await keys()).not.toEqual([])
    now += 1000
    await storage.forgetting.expired()
    expect(await keys()).toEqual([])
  })

  it('go when another says that it lives, and when they end', async () => {
    await storage.tasks.hold({ id: 'one', shards: [0], of: 1 }, 1000)
    now += 1000
    await storage.tasks.hold({ id: 'two', shards: [0], of: 1 }, 1000)
    expect(await server.keys('footnote:holders:*')).toEqual(['footnote:holders:two'])
    await storage.tasks.hold({ id: 'two', shards: [0], of: 1 }, 0)
    expect(await keys()).toEqual([])
  })

  it('lose a task that was taken over twice: a first call that is sent again later says so', async () => {
    let again: (() => Promise<unknown>) | null = null
    const late = await openRedisStorage(server.url, {
      clock: () => now,
      prepare: (redis) => {
        const scripts = redis as unknown as Record<string, (...given: string[]) => Promise<unknown>>
        const send = scripts['footnote:tasks']!.bind(redis)
        scripts['footnote:tasks'] = (...given) => {
          again = () => send(...given)
          return send(...given)
        }
      },
    })
    await storage.tasks.begin('m1', null, { guildId: null, personId: null, holder: 'one' })
    expect(await late.tasks.takeOver({ id: 'm1', holder: 'one' }, 'two', false)).toBe(true)
    expect(await again!()).toBe(1)
    expect(await storage.tasks.takeOver({ id: 'm1', holder: 'two' }, 'three', false)).toBe(true)
    expect(await again!()).toBe(0)
    expect(await storage.tasks.find('m1')).toMatchObject({ holder: 'three', attempts: 3 })
    await late.close()
  })
})
