import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Place, Storage } from '../../src/app/ports.ts'
import { aCall, aTurn, ferry, keptFerry, summaryOfFerry } from './storage-examples.ts'

/** A storage backend under test. */
export interface StorageUnderTest {
  readonly name: string
  /** Makes an empty storage on that clock. */
  readonly make: (clock: () => number) => Promise<Storage>
}

const MORNING = Date.UTC(2026, 10, 22, 8)

const aPlace = (known: Partial<Place>): Place => ({
  guildId: 'g1',
  channelId: 'c1',
  threadId: null,
  cardMessageId: null,
  personId: 'p1',
  ...known,
})

/** What every backend has to do, port by port. */
export function storageContract({ name, make }: StorageUnderTest): void {
  let storage: Storage
  let now = MORNING
  beforeEach(async () => {
    now = MORNING
    storage = await make(() => now)
  })
  afterEach(() => storage.close())

  const create = (place: Place | null = null) =>
    storage.conversations.create({ article: ferry, linesLeftOut: 2, summary: summaryOfFerry, place })

  describe(`caches of ${name}`, () => {
    const read = keptFerry

    it('give back what was set, and the newer value after a second set', async () => {
      await storage.articles.set('k', read, 1000)
      expect(await storage.articles.get('k')).toEqual(read)
      await storage.articles.set('k', { ...read, checkedAt: 5 }, 1000)
      expect(await storage.articles.get('k')).toEqual({ ...read, checkedAt: 5 })
    })

    it('know nothing of a key that was never set', async () => {
      expect(await storage.articles.get('nothing')).toBeUndefined()
      expect(await storage.articles.get('')).toBeUndefined()
    })

    it('do not read each other’s values', async () => {
      await storage.articles.set('k', read, 1000)
      expect(await storage.summaries.get('k')).toBeUndefined()
      await storage.summaries.set('k', summaryOfFerry, 1000)
      await storage.addresses.set('k', 'another key', 1000)
      expect(await storage.articles.get('k')).toEqual(read)
      expect(await storage.summaries.get('k')).toEqual(summaryOfFerry)
      expect(await storage.addresses.get('k')).toBe('another key')
    })

    it('forget a value when its time is over, not before', async () => {
      await storage.articles.set('k', read, 1000)
      now += 999
      expect(await storage.articles.get('k')).toEqual(read)
      now += 1
      expect(await storage.articles.get('k')).toBeUndefined()
    })

    it('start the time anew with every set', async () => {
      await storage.articles.set('k', read, 1000)
      now += 900
      await storage.articles.set('k', read, 1000)
      now += 900
      expect(await storage.articles.get('k')).toEqual(read)
    })

    it.each([0, -5, Number.NaN])('keep nothing for a time to live of %s', async (timeToLive) => {
      await storage.articles.set('k', read, 1000)
      await storage.articles.set('k', read, timeToLive)
      expect(await storage.articles.get('k')).toBeUndefined()
    })

    it.each(['article:k', "it's", 'a\nb', 'ключ', '%', 'a::b', 'x'.repeat(5000)])(
      'take any key: %j',
      async (key) => {
        await storage.articles.set(key, read, 1000)
        expect(await storage.articles.get(key)).toEqual(read)
        expect(await storage.articles.get('k')).toBeUndefined()
      },
    )
  })

  describe(`conversations of ${name}`, () => {
    it('give the article back to the last character, key order included', async () => {
      const { id } = await create()
      const found = await storage.conversations.find(id)
      expect(JSON.stringify(found?.article)).toBe(JSON.stringify(ferry))
      expect(found).toEqual({
        id,
        article: ferry,
        linesLeftOut: 2,
        summary: summaryOfFerry,
        turns: [],
        place: null,
        createdAt: MORNING,
      })
    })

    it('keep two readings of the same words apart', async () => {
      const copy = { ...ferry, source: { ...ferry.source, url: 'https://copy.example/ferry' } }
      const first = await create()
      const second = await storage.conversations.create({ ...first, article: copy })
      expect((await storage.conversations.find(first.id))?.article.source.url).toBe(ferry.source.url)
      expect((await storage.conversations.find(second.id))?.article).toEqual(copy)
    })

    it('have ids that fit a button and differ', async () => {
      const ids = await Promise.all(Array.from({ length: 50 }, async () => (await create()).id))
      expect(new Set(ids).size).toBe(50)
      for (const id of ids) expect(id).toMatch(/^[\w-]{16,32}$/)
    })

    it('remember turns in their order, each conversation its own', async () => {
      const first = await create()
      const second = await create()
      for (const question of ['one?', 'two?', 'three?']) {
        await storage.conversations.appendTurn(first.id, aTurn(question), 'p1')
      }
      await storage.conversations.appendTurn(second.id, aTurn('other?'), null)
      expect((await storage.conversations.find(first.id))?.turns).toEqual(
        ['one?', 'two?', 'three?'].map(aTurn),
      )
      expect((await storage.conversations.find(second.id))?.turns).toEqual([aTurn('other?')])
    })

    it('lose no turn of several that are appended at once', async () => {
      const { id } = await create()
      const questions = Array.from({ length: 30 }, (_, index) => `question ${index}?`)
      await Promise.all(
        questions.map((question) => storage.conversations.appendTurn(id, aTurn(question), 'p1')),
      )
      expect((await storage.conversations.find(id))?.turns).toHaveLength(30)
    })

    it('find the newest of a thread, and a card by its message', async () => {
      await create(aPlace({ threadId: 't1', cardMessageId: 'm1' }))
      const newer = await create(aPlace({ threadId: 't1', cardMessageId: 'm2' }))
      await create(aPlace({ threadId: 't2', cardMessageId: 'm3' }))
      expect((await storage.conversations.findByThread('t1'))?.id).toBe(newer.id)
      expect((await storage.conversations.findByCard('m2'))?.id).toBe(newer.id)
      expect(await storage.conversations.findByThread('c1')).toBeUndefined()
      expect(await storage.conversations.findByCard('t1')).toBeUndefined()
    })

    it('find the latest card of a channel, in it or in a thread of it, and none without a card', async () => {
      const inThread = await create(aPlace({ threadId: 't1', cardMessageId: 'm1' }))
      await create(aPlace({ cardMessageId: null }))
      await create(aPlace({ channelId: 'c2', cardMessageId: 'm2' }))
      await create(null)
      expect((await storage.conversations.findLatestInChannel('c1'))?.id).toBe(inThread.id)
      expect(await storage.conversations.findLatestInChannel('c9')).toBeUndefined()
    })

    it('move to the place that is set later', async () => {
      const { id } = await create()
      const place = aPlace({ guildId: null, threadId: 't5', cardMessageId: 'm5', personId: null })
      await storage.conversations.setPlace(id, place)
      expect((await storage.conversations.findByThread('t5'))?.place).toEqual(place)
    })

    it('say conversation-unknown instead of losing a turn or a place', async () => {
      const unknown = { code: 'conversation-unknown' }
      await expect(storage.conversations.appendTurn('nobody', aTurn('?'), null)).rejects.toMatchObject(
        unknown,
      )
      await expect(storage.conversations.setPlace('nobody', aPlace({}))).rejects.toMatchObject(unknown)
      expect(await storage.conversations.find('nobody')).toBeUndefined()
    })
  })

  describe(`tasks of ${name}`, () => {
    it('begin once: the same message twice is one task, and the first request stays', async () => {
      const begun = await Promise.all([
        storage.tasks.begin('m1', { n: 1 }),
        storage.tasks.begin('m1', { n: 2 }),
      ])
      expect(begun).toEqual([true, false])
      expect(await storage.tasks.find('m1')).toEqual({
        id: 'm1',
        state: 'running',
        request: { n: 1 },
        reply: null,
        createdAt: MORNING,
      })
    })

    it('stay known when done, so that a late repeat does not start them again', async () => {
      await storage.tasks.begin('m1', null)
      await storage.tasks.setState('m1', 'done')
      expect(await storage.tasks.begin('m1', null)).toBe(false)
      expect((await storage.tasks.find('m1'))?.state).toBe('done')
    })

    it('keep what was asked until it is done, and no longer', async () => {
      await storage.tasks.begin('m1', { words: 'a private paste', by: 'mira' })
      await storage.tasks.setState('m1', 'failed')
      expect((await storage.tasks.find('m1'))?.request).toEqual({ words: 'a private paste', by: 'mira' })
      await storage.tasks.setState('m1', 'done')
      expect((await storage.tasks.find('m1'))?.request).toBeNull()
    })

    it('list what still runs, oldest first, with its reply', async () => {
      for (const id of ['m1', 'm2', 'm3', 'm4']) await storage.tasks.begin(id, undefined)
      await storage.tasks.setState('m1', 'failed')
      await storage.tasks.setState('m3', 'done')
      await storage.tasks.setReply('m2', { channelId: 'c1', messageId: 'r1' })
      const running = await storage.tasks.findRunning()
      expect(running.map(({ id }) => id)).toEqual(['m2', 'm4'])
      expect(running[0]?.reply).toEqual({ channelId: 'c1', messageId: 'r1' })
      await storage.tasks.setReply('m2', null)
      expect((await storage.tasks.find('m2'))?.reply).toBeNull()
    })

    it('do not pretend to change a task that nobody began', async () => {
      await expect(storage.tasks.setState('nobody', 'done')).rejects.toMatchObject({ code: 'internal' })
      await expect(storage.tasks.setReply('nobody', null)).rejects.toMatchObject({ code: 'internal' })
    })
  })

  describe(`check of ${name}`, () => {
    it('finds nothing wrong, and keeps nothing', async () => {
      await storage.check()
      await storage.check()
      expect(await storage.articles.get('check')).toBeUndefined()
    })
  })

  describe(`closing ${name}`, () => {
    it('may be done twice; afterwards caches miss and the rest is storage-unavailable', async () => {
      await storage.articles.set('k', keptFerry, 1000)
      await storage.close()
      await storage.close()
      expect(await storage.articles.get('k')).toBeUndefined()
      const unavailable = { code: 'storage-unavailable' }
      await expect(storage.spending.reserve(aCall('2026-11-22'), [])).rejects.toMatchObject(unavailable)
      const use = { kind: 'summary', guildId: null, personId: 'p1' } as const
      await expect(storage.uses.take(use, [])).rejects.toMatchObject(unavailable)
      await expect(storage.check()).rejects.toMatchObject(unavailable)
      await expect(create()).rejects.toMatchObject({ code: 'storage-unavailable' })
    })
  })
}
