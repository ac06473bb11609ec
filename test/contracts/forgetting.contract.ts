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

/** What every backend has to take out when it is told to, and what it has to leave. */
export function forgettingContract({ name, make }: StorageUnderTest): void {
  let storage: Storage
  let now = MORNING
  beforeEach(async () => {
    now = MORNING
    storage = await make(() => now)
  })
  afterEach(() => storage.close())

  const create = (place: Place | null = null, addressKey: string | null = null) =>
    storage.conversations.create(ferryConversation(place, addressKey))

  describe(`forgetting of ${name}`, () => {
    const pasted = { ...ferry, id: 'pasted', source: { ...ferry.source, kind: 'text' as const, url: null } }
    const paste = (personId: string) =>
      storage.conversations.create({
        article: pasted,
        linesLeftOut: 0,
        summary: summaryOfFerry,
        place: aPlace({ threadId: 't9', cardMessageId: 'm9', personId }),
        addressKey: null,
      })
    const isThere = async ({ id }: { readonly id: string }): Promise<boolean> =>
      (await storage.conversations.find(id)) !== undefined

    it('takes out one conversation with its messages, and leaves another about the same words', async () => {
      const gone = await create(aPlace({ threadId: 't1', cardMessageId: 'm1' }))
      const other = await create(aPlace({ threadId: 'm2', cardMessageId: 'm2' }))
      await storage.conversations.appendTurn(gone.id, aTurn('one?'), 'p1')
      await storage.conversations.noteShown(gone.id, {
        channelId: 't1',
        messageId: 'a1',
        personId: 'p1',
        askedMessageId: null,
      })
      expect(await storage.forgetting.conversation(gone.id)).toEqual({
        conversations: 1,
        questions: 1,
        messages: [
          { channelId: 't1', messageId: 'm1' },
          { channelId: 't1', messageId: 'a1' },
        ],
      })
      expect([await isThere(gone), await isThere(other)]).toEqual([false, true])
      // A thread that starts from the card: the card itself stands in the channel.
      expect((await storage.forgetting.conversation(other.id)).messages).toEqual([
        { channelId: 'c1', messageId: 'm2' },
      ])
      expect(await storage.forgetting.conversation('nobody')).toEqual({
        conversations: 0,
        questions: 0,
        messages: [],
      })
    })

    it('takes out the cached summaries of an article that nothing refers to any more, and no other', async () => {
      const own = await paste('p1')
      await storage.summaries.set(`${pasted.id}:way`, summaryOfFerry, 1000)
      await storage.summaries.set(`${ferry.id}:way`, summaryOfFerry, 1000)
      const second = await paste('p2')
      await storage.forgetting.conversation(own.id)
      expect(await storage.summaries.get(`${pasted.id}:way`)).toBeDefined()
      await storage.forgetting.conversation(second.id)
      expect(await storage.summaries.get(`${pasted.id}:way`)).toBeUndefined()
      expect(await storage.summaries.get(`${ferry.id}:way`)).toBeDefined()
    })

    it('takes out what a person gave and asked, and leaves what others have', async () => {
      const own = await paste('p1')
      const link = await create(aPlace({ cardMessageId: 'm1', personId: 'p1' }))
      const others = await paste('p2')
      const alone = await create(aPlace({ guildId: null, cardMessageId: null, personId: 'p1' }))
      await storage.conversations.appendTurn(link.id, aTurn('mine?'), 'p1')
      await storage.conversations.appendTurn(link.id, aTurn('yours?'), 'p2')
      await storage.conversations.noteShown(link.id, {
        channelId: 'c1',
        messageId: 'a1',
        personId: 'p1',
        askedMessageId: null,
      })
      await storage.conversations.noteShown(link.id, {
        channelId: 'c1',
        messageId: 'a2',
        personId: 'p2',
        askedMessageId: null,
      })
      await storage.tasks.begin('x1', { words: 'private' }, { guildId: 'g1', personId: 'p1' })
      // The notice of it offers to try it again.
      await storage.tasks.setReply('x1', { channelId: 'c1', messageId: 'n1' })
      await storage.tasks.setState('x1', 'failed')
      expect(await storage.forgetting.person('p1')).toEqual({
        conversations: 1,
        questions: 1,
        messages: [
          { channelId: 't9', messageId: 'm9' },
          { channelId: 'c1', messageId: 'a1' },
          { channelId: 'c1', messageId: 'n1' },
        ],
      })
      expect([await isThere(own), await isThere(alone), await isThere(others)]).toEqual([false, false, true])
      const left = await storage.conversations.find(link.id)
      expect(left?.turns).toEqual([aTurn('yours?')])
      expect(left?.place?.personId).toBeNull()
      expect(await storage.conversations.findByMessage('a1')).toBeUndefined()
      expect(await storage.conversations.findByMessage('a2')).toBeDefined()
      expect(await storage.tasks.find('x1')).toBeUndefined()
    })

    it('takes out a thread, or a guild, and leaves the settings of a guild until it is left', async () => {
      const inThread = await create(aPlace({ threadId: 't1', cardMessageId: 'm1' }))
      const inGuild = await create(aPlace({ cardMessageId: 'm2' }))
      const elsewhere = await create(aPlace({ guildId: 'g2', cardMessageId: 'm3' }))
      await storage.settings.set('g1', { quiet: true })
      expect((await storage.forgetting.thread('t1')).conversations).toBe(1)
      expect([await isThere(inThread), await isThere(inGuild)]).toEqual([false, true])
      expect((await storage.forgetting.guild('g1')).conversations).toBe(1)
      expect([await isThere(inGuild), await isThere(elsewhere)]).toEqual([false, true])
      expect(await storage.settings.find('g1')).toEqual({ quiet: true })
      await storage.forgetting.leftGuild('g1')
      expect(await storage.settings.find('g1')).toBeUndefined()
      expect(await isThere(elsewhere)).toBe(true)
    })

    it('takes out the cached pages that no conversation was begun with any more, by whatever spelling, and no other', async () => {
      const page = keptFerry
      for (const key of ['k1', 'k2', 'home']) await storage.addresses.set(key, 'home', 1000)
      await storage.articles.set('home', page, 1000)
      await storage.addresses.set('k3', 'k3', 1000)
      await storage.articles.set('k3', page, 1000)
      const first = await create(aPlace({ cardMessageId: 'm1' }), 'k1')
      const second = await create(aPlace({ guildId: 'g2', cardMessageId: 'm2' }), 'k2')
      await storage.forgetting.conversation(first.id)
      expect(await storage.articles.get('home')).toEqual(page)
      await storage.forgetting.guild('g2')
      expect(await storage.conversations.find(second.id)).toBeUndefined()
      expect(await storage.articles.get('home')).toBeUndefined()
      for (const key of ['k1', 'k2', 'home']) expect(await storage.addresses.get(key)).toBeUndefined()
      expect(await storage.articles.get('k3')).toEqual(page)
      expect(await storage.addresses.get('k3')).toBe('k3')
    })

    it('takes out of a person’s direct messages all that was read there, and of a server’s cards only who asked', async () => {
      const direct = await create(aPlace({ guildId: null, channelId: 'd1', cardMessageId: 'm1' }), 'k1')
      const inServer = await create(aPlace({ cardMessageId: 'm2' }), 'k1')
      expect(await storage.forgetting.person('p1')).toEqual({
        conversations: 0,
        questions: 0,
        messages: [{ channelId: 'd1', messageId: 'm1' }],
      })
      expect([await isThere(direct), await isThere(inServer)]).toEqual([false, true])
      expect((await storage.conversations.find(inServer.id))?.place?.personId).toBeNull()
    })

    it('takes out what was asked for and not done with its message, its thread, or whoever pressed Retry', async () => {
      const fail = async (id: string, request: object, personId = 'p1', channelId = 'c1') => {
        await storage.tasks.begin(id, { channelId, ...request }, { guildId: 'g1', personId })
        await storage.tasks.setState(id, 'failed')
      }
      const requestOf = async (id: string) => (await storage.tasks.find(id))?.request
      await fail('m1', { messageId: 'm1' })
      await fail('m1-2', { messageId: 'm1' })
      await fail('m2', { messageId: 'm2' })
      await storage.forgetting.question('m1')
      expect([await requestOf('m1'), await requestOf('m1-2')]).toEqual([null, null])
      // Known all the same, so that a late repeat does not start it again.
      expect((await storage.tasks.find('m1'))?.state).toBe('done')
      expect(await requestOf('m2')).not.toBeNull()

      await fail('m3', {}, 'p1', 't1')
      await fail('m4', {}, 'p1', 't2')
      await storage.tasks.setReply('m4', { channelId: 't1', messageId: 'r4' })
      // The notice there goes with what it offered to try again.
      const { messages } = await storage.forgetting.thread('t1')
      expect(messages).toEqual([{ channelId: 't1', messageId: 'r4' }])
      expect([await storage.tasks.find('m3'), await storage.tasks.find('m4')]).toEqual([undefined, undefined])

      await fail('m5', { retryOf: { taskId: 'm9', personId: 'p2' } }, 'p1')
      await storage.forgetting.person('p2')
      expect(await requestOf('m5')).toMatchObject({ retryOf: { taskId: 'm9', personId: 'p1' } })
    })

    it('takes a left guild out of how often people asked, and leaves their own count', async () => {
      const use = { kind: 'question', guildId: 'g1', personId: 'p1' } as const
      const limits = [{ per: 'person', most: 1, milliseconds: 60_000 } as const]
      expect(await storage.uses.take(use, limits)).toBeNull()
      expect(await storage.forgetting.guilds()).toEqual(['g1'])
      await storage.forgetting.leftGuild('g1')
      expect(await storage.forgetting.guilds()).toEqual([])
      expect(await storage.uses.count('question', 'g1', 60_000)).toBe(0)
      expect(await storage.uses.take(use, limits)).not.toBeNull()
    })

    it('takes out by itself what is over: uses after a day, cached pages after their time', async () => {
      const day = 24 * 60 * 60 * 1000
      await storage.uses.take({ kind: 'question', guildId: 'g1', personId: 'p1' }, [])
      await storage.articles.set('k', keptFerry, day)
      now += day - 1
      await storage.forgetting.expired()
      expect(await storage.uses.count('question', 'g1', 2 * day)).toBe(1)
      expect(await storage.articles.get('k')).toBeDefined()
      now += 1
      await storage.forgetting.expired()
      expect(await storage.uses.count('question', 'g1', 2 * day)).toBe(0)
    })

    it('takes out what was not used since a time; a question is a use', async () => {
      const idle = await create(aPlace({ cardMessageId: 'm1' }))
      const asked = await create(aPlace({ cardMessageId: 'm2' }))
      await storage.tasks.begin('x1', null, nobody)
      await storage.tasks.setState('x1', 'done')
      await storage.tasks.begin('x2', null, nobody)
      now += 1000
      await storage.conversations.appendTurn(asked.id, aTurn('one?'), 'p1')
      expect((await storage.forgetting.unusedSince(now)).conversations).toBe(1)
      expect([await isThere(idle), await isThere(asked)]).toEqual([false, true])
      expect(await storage.tasks.find('x1')).toBeUndefined()
      // What still runs is not old.
      expect(await storage.tasks.find('x2')).toBeDefined()
    })

    it('knows since when what was used least lately was not used', async () => {
      expect(await storage.forgetting.oldest()).toBeNull()
      const { id } = await create(aPlace({ cardMessageId: 'm1' }))
      now += 1000
      await storage.tasks.begin('x1', null, nobody)
      expect(await storage.forgetting.oldest()).toBe(MORNING)
      now += 1000
      await storage.conversations.appendTurn(id, aTurn('one?'), 'p1')
      // What still runs does not count: it is not forgotten.
      expect(await storage.forgetting.oldest()).toBe(MORNING + 2000)
      await storage.tasks.setState('x1', 'failed')
      expect(await storage.forgetting.oldest()).toBe(MORNING + 1000)
    })

    it('takes out the question of a message with its answers, and no other', async () => {
      const { id } = await create(aPlace({ cardMessageId: 'm1' }))
      await storage.conversations.appendTurn(id, aTurn('one?'), 'p1', 'q1')
      await storage.conversations.appendTurn(id, aTurn('two?'), 'p1', 'q2')
      for (const n of [1, 2]) {
        const place = { channelId: 't1', messageId: `a${n}`, personId: 'p1', askedMessageId: `q${n}` }
        await storage.conversations.noteShown(id, place)
      }
      expect(await storage.forgetting.question('q1')).toEqual({
        conversations: 0,
        questions: 1,
        messages: [{ channelId: 't1', messageId: 'a1' }],
      })
      expect((await storage.conversations.find(id))?.turns).toEqual([aTurn('two?')])
      expect(await storage.conversations.findByMessage('a1')).toBeUndefined()
      expect(await storage.conversations.findByMessage('a2')).toBeDefined()
    })

    it('forgets what was asked for and not done in time, and knows all the same that it was asked', async () => {
      for (const id of ['x1', 'x2', 'x3']) await storage.tasks.begin(id, { words: 'private' }, nobody)
      await storage.tasks.setState('x1', 'failed')
      now += 1000
      await storage.tasks.begin('x4', { words: 'private' }, nobody)
      await storage.tasks.setState('x4', 'failed')
      expect(await storage.forgetting.requestsBefore(now)).toBe(1)
      expect(await storage.tasks.find('x1')).toMatchObject({ state: 'done', request: null })
      // What runs, and what is newer, stays.
      for (const id of ['x2', 'x4'])
        expect((await storage.tasks.find(id))?.request).toEqual({ words: 'private' })
      expect(await storage.tasks.begin('x1', null, nobody)).toBe(false)
    })

    it('says about which guilds anything is kept', async () => {
      await create(aPlace({ guildId: 'g1' }))
      await create(aPlace({ guildId: null }))
      await storage.settings.greet('g2')
      await storage.settings.change('g3', { length: 'short' })
      expect([...(await storage.forgetting.guilds())].toSorted()).toEqual(['g1', 'g2', 'g3'])
      await storage.forgetting.leftGuild('g1')
      expect([...(await storage.forgetting.guilds())].toSorted()).toEqual(['g2', 'g3'])
    })

    it('leaves what was spent counted', async () => {
      await storage.spending.reserve(aCall('2026-11-22', { guildId: 'g1' }), [])
      await storage.forgetting.leftGuild('g1')
      await storage.forgetting.person('p1')
      expect(await storage.spending.list('2026-11-22')).not.toEqual([])
    })
  })
}
