import { readFileSync } from 'node:fs'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openRedisStorage } from '../../../src/adapters/redis/storage/open-redis-storage.ts'
import { openRedisTarget } from '../../../src/adapters/redis/storage/copy-rows.ts'
import { surveyRedis } from '../../../src/adapters/redis/survey.ts'
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'

const PASSWORD = 'kestrel4711'

describe.skipIf(!hasRedis)('a server that cannot be used', () => {
  let server: RedisServer
  let redis: Redis
  beforeAll(async () => {
    server = await startRedis()
    redis = new Redis(server.url)
  })
  afterEach(() => server.flush())
  afterAll(async () => {
    redis.disconnect()
    await server.stop()
  })

  const open = (url: string) => openRedisStorage(url, { clock: Date.now })
  /** What is said of it, to the host and to nobody else. */
  const refusalOf = async (url: string): Promise<string> => {
    try {
      await (await open(url)).close()
    } catch (error) {
      expect(error).toMatchObject({ code: 'storage-unavailable' })
      const { message, cause } = error as Error
      // What the client puts beside an answer holds what was sent.
      expect(`${message} ${JSON.stringify(cause)} ${String(cause)}`).not.toContain(PASSWORD)
      return message
    }
    throw new Error('It was opened')
  }

  it('is told from one that is not there, with what to do, and never with its password', async () => {
    expect(await refusalOf(`redis://:${PASSWORD}@127.0.0.1:1/2`)).toMatch(
      /\(redis:\/\/127\.0\.0\.1:1\/2\) cannot be reached\. The host has to check/u,
    )
    const withPassword = server.url.replace('//', `//mira:${PASSWORD}@`)
    expect(await refusalOf(withPassword)).toMatch(/does not take this user and password/u)
    await redis.config('SET', 'requirepass', PASSWORD)
    try {
      expect(await refusalOf(server.url)).toMatch(/asks for a password/u)
      const storage = await open(server.url.replace('//', `//:${PASSWORD}@`))
      await storage.check()
      await storage.close()
    } finally {
      await redis.config('SET', 'requirepass', '')
    }
  })

  it('does with the rights that docs/operating.md names, and says so where they are fewer', async () => {
    const written = /`(~footnote:[^`]*)`/u.exec(readFileSync('docs/operating.md', 'utf8'))?.[1] ?? ''
    // In a table of Markdown a bar has a backslash before it, which no reader sees.
    const rights = written.replaceAll(String.raw`\|`, '|')
    await redis.acl('SETUSER', 'bot', 'on', `>${PASSWORD}`, ...rights.split(' '))
    const url = server.url.replace('//', `//bot:${PASSWORD}@`)
    const storage = await open(url)
    try {
      await storage.check()
      await storage.requireWritable()
      await storage.forgetting.leftGuild('g1')
      await storage.settings.set('g1', {})
      await storage.forgetting.unusedSince(Date.now())
      await storage.forgetting.overwrite()
      expect(await surveyRedis(url)).toMatchObject({ isAppendOnly: true, whenFull: 'noeviction' })
      const target = openRedisTarget(url, { clock: Date.now })
      await expect(target).rejects.toThrow(/holds a bot's data already/u)
    } finally {
      await storage.close()
    }
    await redis.acl('SETUSER', 'bot', '-@scripting')
    expect(await refusalOf(url)).toMatch(/does not let this user do what Footnote needs/u)
    await redis.acl('DELUSER', 'bot')
  })

  it('without the database that is asked for is refused, and not used in another', async () => {
    expect(await refusalOf(server.database(99))).toMatch(/has no database of that number/u)
    expect(await redis.dbsize()).toBe(0)
  })

  it('that a newer Footnote has written is left as it is', async () => {
    await (await open(server.url)).close()
    await redis.hset('footnote:schema_version', 'version', '1000')
    expect(await refusalOf(server.url)).toMatch(
      /newer Footnote \(schema 1000, this one knows \d+\)\. Update/u,
    )
    expect(await redis.hgetall('footnote:schema_version')).toMatchObject({ version: '1000' })
  })

  it.each([
    ['another type', () => redis.set('footnote:schema_version', 'ours')],
    ['rows of nobody', () => redis.hset('footnote:conversations:1', 'who', 'knows')],
    ['a version that is none', () => redis.hset('footnote:schema_version', 'version', 'new')],
  ])('that holds keys of its name which are not Footnote’s is left as it is: %s', async (_, write) => {
    await write()
    expect(await refusalOf(server.url)).toMatch(/not Footnote's\. Name another database/u)
    expect(await redis.dbsize()).toBe(1)
  })

  it('is none where others use the same database under other names', async () => {
    await redis.set('shop:basket', '1')
    await redis.set('footnote:jobs:1', 'of another room')
    const storage = await open(server.url)
    await storage.settings.set('g1', { length: 'short' })
    await storage.forgetting.leftGuild('g1')
    await storage.close()
    expect(await redis.get('shop:basket')).toBe('1')
  })

  it('that does not answer is said to be away, and not waited for without end', async () => {
    server.pause()
    try {
      expect(await refusalOf(server.url)).toMatch(/cannot be reached/u)
    } finally {
      server.resume()
    }
  })
})

describe.skipIf(!hasRedis)('a server that is one of a cluster', () => {
  it.each([[[]], [[0, 16_383]]])('is refused in words, with the slots %j', async (slots) => {
    const server = await startRedis(['--cluster-enabled', 'yes'])
    try {
      const redis = new Redis(server.url)
      if (slots.length > 0) await redis.cluster('ADDSLOTSRANGE', ...(slots as [number, number]))
      redis.disconnect()
      await expect(openRedisStorage(server.url, { clock: Date.now })).rejects.toMatchObject({
        code: 'storage-unavailable',
        message: expect.stringMatching(/is a cluster, and Footnote needs one server/u),
      })
    } finally {
      await server.stop()
    }
  })
})

describe.skipIf(!hasRedis)('a server that is a copy of another', () => {
  it('can be read from and is said to be no place to write', async () => {
    const [first, copy] = await Promise.all([startRedis(), startRedis()])
    try {
      await (await openRedisStorage(first.url, { clock: Date.now })).close()
      const redis = new Redis(copy.url)
      await redis.replicaof('127.0.0.1', new URL(first.url).port)
      await expect.poll(() => redis.exists('footnote:schema_version')).toBe(1)
      redis.disconnect()
      const storage = await openRedisStorage(copy.url, { clock: Date.now })
      expect(await storage.settings.find('g1')).toBeUndefined()
      await expect(storage.requireWritable()).rejects.toThrow(/can only be read: it is a copy/u)
      await expect(storage.settings.set('g1', {})).rejects.toThrow(/can only be read: it is a copy/u)
      await storage.close()
    } finally {
      await Promise.all([first.stop(), copy.stop()])
    }
  })
})
