import { expect, it } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import type { Guild, Message } from '../support/loopback-discord/world.ts'
import type { RunningBot, Scene } from '../support/discord-scene.ts'
import { cutOff } from './cut-off.ts'
import { cardIn, labels, openScene, pointsOn, said, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { PLAIN_REQUEST } from '../../src/discord/tasks/asked.ts'

// Guilds are dealt to shards, and shards to processes: each does what is its own, on one store.

const AT_ONCE = { gateway: { maxConcurrency: 16 } }

/** Guilds on shard 0 and 1 of two; the one that there is from the start is left. */
async function openTwo(environment: Readonly<Record<string, string>> = {}) {
  const scene = await openScene({ discord: AT_ONCE, environment: { DISCORD_SHARDS: '2', ...environment } })
  const { discord } = scene
  const even = discord.guild('even', { shard: [0, 2] })
  const odd = discord.guild('odd', { shard: [1, 2] })
  const mira = discord.person('mira')
  const registrations = (): number =>
    discord.requests.filter(({ name }) => /^PUT .*\/commands$/u.test(name)).length
  return { scene, discord, even, odd, mira, registrations }
}

/** The card for a link that is posted there: there is one, and nothing beside it. */
async function cardFor(scene: Scene, { general }: Guild): Promise<Message> {
  const { discord } = scene
  const post = discord.person('reader').post(general, STORY)
  const thread = await threadOf(scene, post)
  const card = await cardIn(scene, thread)
  expect(discord.messagesIn(thread).filter(({ author }) => author.bot)).toHaveLength(1)
  return card
}

const isDone = async ({ assistant }: RunningBot, id: string): Promise<string | undefined> =>
  (await assistant.tasks.find(id))?.state

it('one process runs several shards: every guild is served, and so are direct messages', async () => {
  const { scene, discord, even, odd, mira, registrations } = await openTwo()
  const bot = await scene.startBot()
  expect(discord.shards()).toEqual(
    expect.arrayContaining([
      [0, 2],
      [1, 2],
    ]),
  )
  await cardFor(scene, even)
  await cardFor(scene, odd)
  mira.whisper(STORY)
  await discord.until('a card in private', () =>
    discord
      .everyMessage()
      .find(({ channelId }) => discord.channelOf({ channelId } as Message).guildId === null),
  )
  expect(registrations()).toBe(1)
  expect(bot.standing().gateway).toMatchObject({
    isReady: true,
    guilds: 3,
    shards: [
      { id: 0, isReady: true },
      { id: 1, isReady: true },
    ],
  })
})

it('as many shards as Discord recommends run where nothing else is said', async () => {
  const scene = await openScene({ discord: { gateway: { shards: 3, maxConcurrency: 16 } } })
  const bot = await scene.startBot()
  expect(bot.standing().gateway?.shards.map(({ id }) => id)).toEqual([0, 1, 2])
  await cardFor(scene, scene.discord.home)
})

it('two processes with a shard each: each guild gets one card from its own, and commands are registered once', async () => {
  const { scene, discord, even, odd, mira, registrations } = await openTwo()
  const first = await scene.startBot({ DISCORD_SHARD_IDS: '0' })
  const second = await scene.startBot({ DISCORD_SHARD_IDS: '1' })
  expect(registrations()).toBe(1)
  expect(first.standing().gateway?.shards).toEqual([{ id: 0, isReady: true }])
  expect(second.standing().gateway?.shards).toEqual([{ id: 1, isReady: true }])
  await cardFor(scene, even)
  await cardFor(scene, odd)
  const whispered = mira.whisper(STORY)
  await untilDone(first, whispered.id)
  expect(discord.everyMessage()).toHaveLength(3)
  await first.stop()
  // The other guild goes on.
  await cardFor(scene, odd)
})

it('a guild of another shard is neither forgotten nor asked about, and one that was left is', async () => {
  const { scene, discord, even, odd } = await openTwo()
  const both = await scene.startBot()
  const cards = [await cardFor(scene, even), await cardFor(scene, odd)]
  await untilDone(both, cards[0]!.channelId)
  await untilDone(both, cards[1]!.channelId)
  await both.stop()
  discord.throwOut(even)
  const asked = discord.requests.length
  const first = await scene.startBot({ DISCORD_SHARD_IDS: '0' })
  const kept = async (): Promise<boolean[]> => {
    const found = cards.map(({ id }) => first.assistant.conversations.findByMessage(id))
    return (await Promise.all(found)).map((conversation) => conversation !== undefined)
  }
  await expect.poll(kept).toEqual([false, true])
  const names = discord.requests.slice(asked).map(({ name }) => name)
  expect(names.filter((name) => name.includes(odd.id))).toEqual([])
  discord.violations.length = 0
})

it('a task that was cut off is done by the process of its own shard, those of direct messages by that of shard 0', async () => {
  const { scene, discord, even, odd, mira } = await openTwo()
  const before = await scene.startBot()
  const cut = async (message: Message, guildId: string | null): Promise<string> => {
    const { channelId, id: messageId } = message
    const person = { id: mira.id, name: mira.name }
    const source = { kind: 'link', url: STORY }
    const request = {
      ...PLAIN_REQUEST,
      source,
      guildId,
      channelId,
      messageId,
      interactionToken: null,
      person,
    }
    await cutOff(before, messageId, request, { guildId, personId: mira.id })
    return messageId
  }
  const there = await cut(mira.post(odd.general, `<${STORY}>`), odd.id)
  const here = await cut(mira.post(even.general, `<${STORY}>`), even.id)
  await before.stop()
  const first = await scene.startBot({ DISCORD_SHARD_IDS: '0' })
  await untilDone(first, here)
  expect(await first.assistant.tasks.find(there)).toMatchObject({ state: 'running', attempts: 1 })
  const second = await scene.startBot({ DISCORD_SHARD_IDS: '1' })
  await untilDone(second, there)
  expect(discord.everyMessage()).toHaveLength(2)
})

it('what a living process does is left to it, also by another that hears of the same guilds', async () => {
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>()
  const honest = honestModel()
  const scene = await openScene({
    model: async (call) => {
      await mayAnswer
      return honest(call)
    },
  })
  const { discord } = scene
  const old = await scene.startBot()
  const post = discord.person('mira').post(discord.general, `<@${discord.bot.id}> ${STORY}`)
  const thread = await threadOf(scene, post)
  await said(scene, thread, /writing the points/u)
  const young = await scene.startBot()
  await new Promise((done) => setTimeout(done, 6000))
  expect(await young.assistant.tasks.find(post.id)).toMatchObject({ state: 'running', attempts: 1 })
  expect(discord.everyMessage()).toHaveLength(1)
  answer()
  await cardIn(scene, thread)
  await untilDone(old, post.id)
  expect(discord.everyMessage()).toHaveLength(1)
})

it('what a process on another machine was doing is done when it has been silent for long, and not before', async () => {
  const scene = await openScene()
  const { discord } = scene
  const first = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, `<${STORY}>`)
  const request = {
    ...PLAIN_REQUEST,
    source: { kind: 'link', url: STORY },
    guildId: discord.guildId,
    channelId: post.channelId,
    messageId: post.id,
    interactionToken: null,
    person: { id: mira.id, name: mira.name },
  }
  const holder = 'another-machine//7/0'
  await first.assistant.tasks.hold({ id: holder, shards: [0], of: 1 }, 5000)
  const began = performance.now()
  await cutOff(first, post.id, request, { guildId: discord.guildId, personId: mira.id, holder })
  await first.stop()
  const second = await scene.startBot()
  await expect.poll(() => isDone(second, post.id), { timeout: 40_000 }).toBe('done')
  expect(performance.now() - began).toBeGreaterThan(5000)
  expect(await second.assistant.tasks.find(post.id)).toMatchObject({ state: 'done', attempts: 2 })
  expect(discord.everyMessage()).toHaveLength(1)
}, 60_000)

it('processes that log in at the same moment wait for each other', async () => {
  const pace = { maxConcurrency: 1, identifyInterval: 1000 }
  const scene = await openScene({ discord: { gateway: pace }, environment: { DISCORD_SHARDS: '2' } })
  const { discord } = scene
  const bots = await Promise.all(['0', '1'].map((id) => scene.startBot({ DISCORD_SHARD_IDS: id })))
  expect(bots.map((bot) => bot.standing().gateway?.isReady)).toEqual([true, true])
  expect(discord.violations.splice(0).every((one) => one.includes('identified'))).toBe(true)
}, 60_000)

it('processes that count different numbers of shards are told of in the log', async () => {
  const { scene } = await openTwo()
  const first = await scene.startBot({ DISCORD_SHARD_IDS: '0' })
  const second = await scene.startBot({ DISCORD_SHARDS: '3', DISCORD_SHARD_IDS: '1' })
  expect(first.logged).not.toContain('shards-counted-differently')
  expect(second.logged).toContain('shards-counted-differently')
})

it('too few shards for so many servers are refused with what to set', async () => {
  const scene = await openScene({ discord: { gateway: { mostGuilds: 1 } } })
  scene.discord.guild('one too many')
  await expect(scene.startBot({ DISCORD_SHARDS: '1' })).rejects.toMatchObject({
    code: 'bad-request',
    message: expect.stringContaining('DISCORD_SHARDS=auto'),
  })
  expect(scene.discord.shards()).toEqual([])
})

it('a rolling restart: with old and new process side by side every message gets one card', async () => {
  const scene = await openScene({ discord: AT_ONCE })
  const { discord } = scene
  const people = ['mira', 'olaf', 'runa', 'sigrid', 'ada', 'kari'].map((name) => discord.person(name))
  const post = (index: number): Message =>
    people[index % people.length]!.post(discord.general, `<@${discord.bot.id}> ${STORY}?n=${index}`)
  const old = await scene.startBot()
  const posts = [post(0), post(1)]
  const starting = scene.startBot()
  posts.push(post(2), post(3))
  const young = await starting
  posts.push(post(4), post(5))
  const stopping = old.stop()
  posts.push(post(6), post(7))
  await stopping
  posts.push(post(8))
  for (const { id } of posts) await expect.poll(() => isDone(young, id), { timeout: 30_000 }).toBe('done')
  for (const one of posts) {
    const thread = await threadOf(scene, one)
    expect(discord.messagesIn(thread).filter(({ author }) => author.bot)).toHaveLength(1)
  }
  const elsewhere = discord.everyMessage().filter(({ channelId }) => channelId === discord.general.id)
  expect(elsewhere).toEqual([])
})

it('a command that both processes hear of is answered once', async () => {
  const scene = await openScene()
  const { discord } = scene
  const old = await scene.startBot()
  const young = await scene.startBot()
  const mira = discord.person('mira')
  const command = mira.slash(discord.general, 'summarize', { url: STORY })
  await untilDone(young, command.id)
  const help = mira.slash(discord.general, 'help')
  await discord.until('help', () => help.original)
  expect(command.followUps).toEqual([])
  expect(help.followUps).toEqual([])
  const cards = discord.messagesIn(discord.general).filter(({ seenBy }) => seenBy === null)
  expect(cards).toHaveLength(1)
  // Whoever is second is told so by Discord, and tells nobody.
  await discord.until('the second answer', () => discord.violations.length > 0)
  await new Promise((done) => setTimeout(done, 500))
  expect(discord.violations.splice(0)).toEqual([expect.stringContaining('already been acknowledged')])
  expect([...old.logged, ...young.logged].filter((event) => event.includes('interaction'))).toEqual([])
})

it('a gap: what the old process had no time for is done by the new one, whatever people were told meanwhile', async () => {
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>()
  const honest = honestModel()
  let calls = 0
  const scene = await openScene({
    model: async (call) => {
      calls += 1
      if (calls === 1) await mayAnswer
      return honest(call)
    },
  })
  const { discord } = scene
  const [mira, olaf] = [discord.person('mira'), discord.person('olaf')]
  const old = await scene.startBot()
  const post = mira.post(discord.general, `<@${discord.bot.id}> ${STORY}`)
  const thread = await threadOf(scene, post)
  await said(scene, thread, /writing the points/u)
  const elsewhere = discord.channel('elsewhere')
  const command = olaf.slash(elsewhere, 'summarize', { url: STORY })
  await said(scene, elsewhere, /writing the points/u)
  await old.stop()
  answer()
  const notice = discord.messagesIn(thread).find(({ author }) => author.bot)
  expect(labels(notice!)).toEqual(['Retry'])
  const young = await scene.startBot()
  for (const { id } of [post, command]) await untilDone(young, id)
  expect((await cardIn(scene, thread)).id).toBe(notice?.id)
  await told(scene, command, /Done: /u)
  expect(pointsOn(await cardIn(scene, elsewhere))).toHaveLength(5)
  expect(discord.everyMessage().filter(({ seenBy }) => seenBy === null)).toHaveLength(2)
})
