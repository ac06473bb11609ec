import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRedisStorage } from '../../../src/adapters/redis/storage/open-redis-storage.ts'
import type { Storage } from '../../../src/app/ports.ts'
import { aTurn, ferry, summaryOfFerry } from '../../contracts/storage-examples.ts'
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'

// What is forgotten is gone from the server's files, too: its append-only file is a list of all that was ever written.

const HOUR = 60 * 60 * 1000

describe.skipIf(!hasRedis)('what is forgotten', () => {
  let server: RedisServer
  let storage: Storage
  let now: number
  beforeEach(async () => {
    now = Date.now()
    server = await startRedis()
    storage = await openRedisStorage(server.url, { clock: () => now })
  })
  afterEach(async () => {
    await storage.close()
    await server.stop()
  })

  /** How often these words stand in the server's files. */
  const occurrences = (words: string): number =>
    readdirSync(server.folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(server.folder, name))
      .filter((path) => statSync(path).isFile())
      .reduce((sum, path) => sum + readFileSync(path).toString('latin1').split(words).length - 1, 0)

  async function paste(guildId: string, personId: string): Promise<string> {
    const text = `The words of ${guildId}. `.repeat(40)
    const { id } = await storage.conversations.create({
      article: { ...ferry, id: guildId, text, source: { ...ferry.source, kind: 'text', url: null } },
      linesLeftOut: 0,
      summary: null,
      place: {
        guildId,
        channelId: `channel-of-${guildId}`,
        threadId: null,
        cardMessageId: `card-of-${guildId}`,
        sourceMessageId: null,
        personId,
      },
      addressKey: null,
    })
    const { summary, run } = summaryOfFerry
    await storage.summaries.set(
      `${guildId}:way`,
      { summary: { ...summary, headline: `In short: ${guildId}` }, run },
      HOUR,
    )
    await storage.conversations.appendTurn(id, aTurn(`What of ${guildId}?`), personId)
    return id
  }

  it.each([
    ['a guild', () => storage.forgetting.guild('quillmere')],
    ['a guild that removed the bot', () => storage.forgetting.leftGuild('quillmere')],
    ['a thread', () => storage.forgetting.thread('channel-of-quillmere')],
    ['a person', () => storage.forgetting.person('mira')],
  ])('leaves no byte in memory or on the disk: %s', async (_name, forget) => {
    await paste('quillmere', 'mira')
    await paste('brackwater', 'rowan')
    expect(occurrences('quillmere')).toBeGreaterThan(0)
    expect(await server.keys('*quillmere*')).not.toEqual([])
    await forget()
    expect(await server.keys('*quillmere*')).toEqual([])
    await expect.poll(() => occurrences('quillmere')).toBe(0)
    expect(occurrences('brackwater')).toBeGreaterThan(0)
  })

  it('by single cards, by time, or because it is done goes from the disk when the files are next written anew', async () => {
    const id = await paste('quillmere', 'mira')
    await storage.forgetting.conversation(id)
    await storage.tasks.begin('t1', { words: 'quillmere' }, { guildId: 'g1', personId: 'p1' })
    await storage.tasks.setState('t1', 'done')
    expect(occurrences('quillmere')).toBeGreaterThan(0)
    await storage.forgetting.overwrite()
    await expect.poll(() => occurrences('quillmere')).toBe(0)
  })

  it('a second time within ten minutes goes by itself when they are over', async () => {
    await paste('brackwater', 'rowan')
    await storage.forgetting.person('rowan')
    await expect.poll(() => occurrences('brackwater')).toBe(0)
    await paste('quillmere', 'mira')
    await storage.forgetting.person('mira')
    await storage.forgetting.expired()
    expect(occurrences('quillmere')).toBeGreaterThan(0)
    await server.expire('footnote:overwriting/now')
    // Called every minute.
    await storage.forgetting.expired()
    await expect.poll(() => occurrences('quillmere')).toBe(0)
  })

  it('leaves nothing in the indexes: a store in which all was forgotten is as small as a new one', async () => {
    const before = await server.keys('*')
    for (const guildId of ['quillmere', 'brackwater']) {
      await storage.addresses.set(`spelling of ${guildId}`, `home of ${guildId}`, HOUR)
      await paste(guildId, 'mira')
      await storage.tasks.begin(guildId, { channelId: 'c1' }, { guildId, personId: 'mira' })
      await storage.tasks.setState(guildId, 'failed')
      await storage.uses.take({ kind: 'question', guildId, personId: 'mira' }, [])
      await storage.settings.set(guildId, {})
      await storage.settings.greet(guildId)
      await storage.forgetting.leftGuild(guildId)
    }
    now += 25 * HOUR
    await storage.forgetting.expired()
    const left = (await server.keys('*')).filter((key) => !/answered|overwriting|sequence/u.test(key))
    expect(left.toSorted()).toEqual(before.toSorted())
  })
})
