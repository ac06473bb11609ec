import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Place, Storage } from '../../src/app/ports.ts'
import {
  aCall,
  aPlace,
  aTurn,
  ferry,
  ferryConversation,
  keptFerry,
  MORNING,
  nobody,
  type StorageUnderTest,
  summaryOfFerry,
} from './storage-examples.ts'

/** What every backend has to do, port by port. */
export function storageContract({ name, make }: StorageUnderTest): void {
  let storage: Storage
  let now = MORNING
  beforeEach(async () => {
    now = MORNING
    storage = await make(() => now)
  })
  afterEach(() => storage.close())

  const create = (place: Place | null = null, addressKey: string | null = null) =>
    storage.conversations.create(ferryConversation(place, addressKey))

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

    it('do not become eternal where the clock was ahead for a while, and are not lost where it was behind', async () => {
      const YEAR = 365 * 24 * 60 * 60 * 1000
      const MONTH = 30 * 24 * 60 * 60 * 1000
      now += YEAR
      await storage.articles.set('ahead', read, MONTH)
      now -= YEAR
      expect(await storage.articles.get('ahead')).toBeUndefined()
      await storage.articles.set('k', read, MONTH)
      now = 0
      expect(await storage.articles.get('k')).toBeUndefined()
      now = MORNING + MONTH - 1
      expect(await storage.articles.get('k')).toEqual(read)
      now += 1
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
        addressKey: null,
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
      expect((await storage.conversations.findByMessage('m2'))?.id).toBe(newer.id)
      expect(await storage.conversations.findByThread('c1')).toBeUndefined()
      expect(await storage.conversations.findByMessage('t1')).toBeUndefined()
    })

    it('find the latest card of a channel, in it or in a thread of it, and none without a card', async () => {
      const inThread = await create(aPlace({ threadId: 't1', cardMessageId: 'm1' }))
      await create(aPlace({ cardMessageId: null }))
      await create(aPlace({ channelId: 'c2', cardMessageId: 'm2' }))
      await create(null)
      expect((await storage.conversations.findLatestInChannel('c1'))?.id).toBe(inThread.id)
      expect(await storage.conversations.findLatestInChannel('c9')).toBeUndefined()
    })

    it('stay in the order in which they came, however the clock jumps', async () => {
      const ids: string[] = []
      for (const time of [MORNING, MORNING + 1e12, 0, MORNING - 5]) {
        now = time
        const { id } = await create(aPlace({ threadId: 't1', cardMessageId: `m${time}` }), 'k1')
        await storage.conversations.appendTurn(ids[0] ?? id, aTurn(`${ids.length}?`), 'p1')
        ids.push(id)
      }
      expect(new Set(ids).size).toBe(4)
      expect((await storage.conversations.findByThread('t1'))?.id).toBe(ids[3])
      const listed = await storage.conversations.listByAddress('g1', ['k1'])
      expect(listed.map(({ id }) => id)).toEqual(ids.toReversed())
      const turns = (await storage.conversations.find(ids[0] ?? ''))?.turns
      expect(turns?.map(({ question }) => question)).toEqual(['0?', '1?', '2?', '3?'])
    })

    it('move to the place that is set later', async () => {
      const { id } = await create()
      const place = aPlace({ guildId: null, threadId: 't5', cardMessageId: 'm5', personId: null })
      await storage.conversations.setPlace(id, place)
      expect((await storage.conversations.findByThread('t5'))?.place).toEqual(place)
    })

    it('are found by a message that was noted as theirs', async () => {
      const { id } = await create(aPlace({ cardMessageId: 'm1' }))
      const answer = { channelId: 't1', messageId: 'a1', personId: 'p2', askedMessageId: 'q1' }
      await storage.conversations.noteShown(id, answer)
      await storage.conversations.noteShown(id, answer)
      expect((await storage.conversations.findByMessage('a1'))?.id).toBe(id)
      const unknown = { code: 'conversation-unknown' }
      await expect(storage.conversations.noteShown('nobody', answer)).rejects.toMatchObject(unknown)
    })

    it('are listed by the address that was given in their guild, newest first, and by the message that gave it', async () => {
      const first = await create(aPlace({ cardMessageId: 'm1', sourceMessageId: 's1' }), 'k1')
      const second = await create(aPlace({ cardMessageId: 'm2' }), 'k2')
      await create(aPlace({ cardMessageId: null }), 'k1')
      await create(aPlace({ cardMessageId: 'm3', guildId: 'g2' }), 'k1')
      await create(aPlace({ cardMessageId: 'm4' }), 'k3')
      const listed = await storage.conversations.listByAddress('g1', ['k1', 'k2'])
      expect(listed.map(({ id }) => id)).toEqual([second.id, first.id])
      expect(listed[1]).toEqual({
        id: first.id,
        place: first.place,
        addressKey: 'k1',
        createdAt: MORNING,
      })
      expect(await storage.conversations.listByAddress('g1', [])).toEqual([])
      expect((await storage.conversations.listBySource('s1')).map(({ id }) => id)).toEqual([first.id])
    })

    it('are listed by their thread, or by the channel that they stand in', async () => {
      const first = await create(aPlace({ threadId: 't1', cardMessageId: 'm1' }))
      const second = await create(aPlace({ channelId: 't1', cardMessageId: 'm2' }))
      await create(aPlace({ threadId: 't2', cardMessageId: 'm3' }))
      const listed = await storage.conversations.listByThread('t1')
      expect(listed.map(({ id }) => id)).toEqual([first.id, second.id])
    })

    it('take a newer reading in the place of the one before, and keep their questions', async () => {
      const { id } = await create()
      await storage.conversations.appendTurn(id, aTurn('one?'), 'p1')
      const edited = { ...ferry, title: 'Ferry sails again' }
      await storage.conversations.setReading(id, { article: edited, linesLeftOut: 5, summary: null })
      expect(await storage.conversations.find(id)).toMatchObject({
        article: edited,
        linesLeftOut: 5,
        summary: null,
        turns: [aTurn('one?')],
      })
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
        storage.tasks.begin('m1', { n: 1 }, nobody),
        storage.tasks.begin('m1', { n: 2 }, nobody),
      ])
      expect(begun).toEqual([true, false])
      expect(await storage.tasks.find('m1')).toEqual({
        id: 'm1',
        state: 'running',
        request: { n: 1 },
        reply: null,
        guildId: null,
        holder: null,
        attempts: 1,
        createdAt: MORNING,
      })
    })

    it('stay known when done, so that a late repeat does not start them again', async () => {
      await storage.tasks.begin('m1', null, nobody)
      await storage.tasks.setState('m1', 'done')
      expect(await storage.tasks.begin('m1', null, nobody)).toBe(false)
      expect((await storage.tasks.find('m1'))?.state).toBe('done')
    })

    it('keep what was asked until it is done, and no longer', async () => {
      await storage.tasks.begin('m1', { words: 'a private paste', by: 'mira' }, nobody)
      await storage.tasks.setState('m1', 'failed')
      expect((await storage.tasks.find('m1'))?.request).toEqual({ words: 'a private paste', by: 'mira' })
      await storage.tasks.setState('m1', 'done')
      expect((await storage.tasks.find('m1'))?.request).toBeNull()
    })

    it('list what still runs, oldest first, with its reply', async () => {
      for (const id of ['m1', 'm2', 'm3', 'm4']) await storage.tasks.begin(id, undefined, nobody)
      await storage.tasks.setState('m1', 'failed')
      await storage.tasks.setState('m3', 'done')
      await storage.tasks.setReply('m2', { channelId: 'c1', messageId: 'r1' })
      const running = await storage.tasks.findRunning()
      expect(running.map(({ id }) => id)).toEqual(['m2', 'm4'])
      expect(running[0]?.reply).toEqual({ channelId: 'c1', messageId: 'r1' })
      await storage.tasks.setReply('m2', null)
      expect((await storage.tasks.find('m2'))?.reply).toBeNull()
    })

    it('say where they were asked and which process does them', async () => {
      await storage.tasks.begin('m1', null, { guildId: 'g1', personId: 'p1', holder: 'one' })
      expect(await storage.tasks.findRunning()).toMatchObject([{ guildId: 'g1', holder: 'one', attempts: 1 }])
    })

    it('list what still runs without what some processes do', async () => {
      for (const holder of ['one', 'two', null, 'three'])
        await storage.tasks.begin(`of ${holder}`, null, { ...nobody, holder })
      const left = await storage.tasks.findRunning(['two', 'three', 'four'])
      expect(left.map(({ id }) => id)).toEqual(['of one', 'of null'])
    })

    it('are taken over from a process that no longer says that it lives, by one alone, and not before', async () => {
      await storage.tasks.hold({ id: 'one', shards: [0], of: 2 }, 1000)
      await storage.tasks.begin('m1', null, { ...nobody, holder: 'one' })
      const cut = { id: 'm1', holder: 'one' }
      expect(await storage.tasks.takeOver(cut, 'two', false)).toBe(false)
      now += 999
      expect(await storage.tasks.takeOver(cut, 'two', false)).toBe(false)
      now += 1
      const taken = await Promise.all(['two', 'three'].map((by) => storage.tasks.takeOver(cut, by, false)))
      expect(taken).toEqual([true, false])
      expect(await storage.tasks.find('m1')).toMatchObject({ state: 'running', holder: 'two', attempts: 2 })
    })

    it('are taken over at once from a process that is known to have ended, or that nobody knows', async () => {
      await storage.tasks.hold({ id: 'one', shards: [0], of: 1 }, 60_000)
      await storage.tasks.begin('m1', null, { ...nobody, holder: 'one' })
      await storage.tasks.begin('m2', null, nobody)
      await storage.tasks.begin('m3', null, { ...nobody, holder: 'one' })
      expect(await storage.tasks.takeOver({ id: 'm1', holder: 'one' }, 'two', true)).toBe(true)
      expect(await storage.tasks.takeOver({ id: 'm2', holder: null }, 'two', false)).toBe(true)
      await storage.tasks.hold({ id: 'one', shards: [0], of: 1 }, 0)
      expect(await storage.tasks.takeOver({ id: 'm3', holder: 'one' }, 'two', false)).toBe(true)
    })

    it('that are over are taken over by nobody', async () => {
      await storage.tasks.begin('m1', null, { ...nobody, holder: 'one' })
      await storage.tasks.setState('m1', 'failed')
      expect(await storage.tasks.takeOver({ id: 'm1', holder: 'one' }, 'two', true)).toBe(false)
      expect(await storage.tasks.takeOver({ id: 'unknown', holder: null }, 'two', true)).toBe(false)
    })

    it('know the processes that live, with the shards of each as it said last', async () => {
      await storage.tasks.hold({ id: 'one', shards: [], of: 1 }, 1000)
      await storage.tasks.hold({ id: 'two', shards: [1], of: 2 }, 3000)
      await storage.tasks.hold({ id: 'one', shards: [0], of: 2 }, 2000)
      const one = { id: 'one', shards: [0], of: 2 }
      const two = { id: 'two', shards: [1], of: 2 }
      expect(await storage.tasks.holders()).toEqual([one, two])
      now += 2000
      expect(await storage.tasks.holders()).toEqual([two])
      await storage.tasks.hold(two, 0)
      expect(await storage.tasks.holders()).toEqual([])
    })

    it('do not pretend to change a task that nobody began', async () => {
      await expect(storage.tasks.setState('nobody', 'done')).rejects.toMatchObject({ code: 'internal' })
      await expect(storage.tasks.setReply('nobody', null)).rejects.toMatchObject({ code: 'internal' })
    })
  })

  describe(`settings of ${name}`, () => {
    it('are each guild’s own, and the newer ones stand', async () => {
      expect(await storage.settings.find('g1')).toBeUndefined()
      await storage.settings.set('g1', { channels: ['c1'] })
      await storage.settings.set('g1', { channels: ['c2'] })
      await storage.settings.set('g2', {})
      expect(await storage.settings.find('g1')).toEqual({ channels: ['c2'] })
      expect(await storage.settings.find('g2')).toEqual({})
    })

    it('change by single fields: two people who change different ones both have their way', async () => {
      await storage.settings.change('g1', { length: 'short', roles: [] })
      await Promise.all([
        storage.settings.change('g1', { length: 'long' }),
        storage.settings.change('g1', { channels: ['c1', 'c2'] }),
      ])
      expect(await storage.settings.find('g1')).toEqual({ length: 'long', roles: [], channels: ['c1', 'c2'] })
      await storage.settings.change('g1', { length: null, channels: ['c3'] })
      expect(await storage.settings.find('g1')).toEqual({ roles: [], channels: ['c3'] })
      expect(await storage.settings.find('g2')).toBeUndefined()
    })

    it('know whether a guild has had its first message, until it is left', async () => {
      expect([await storage.settings.greet('g1'), await storage.settings.greet('g1')]).toEqual([true, false])
      expect(await storage.settings.greet('g2')).toBe(true)
      await storage.forgetting.leftGuild('g1')
      expect(await storage.settings.greet('g1')).toBe(true)
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
