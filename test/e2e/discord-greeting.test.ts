import { describe, expect, it } from 'vitest'
import { ferry, summaryOfFerry } from '../contracts/storage-examples.ts'
import type { SceneOptions } from '../support/discord-scene.ts'
import type { Guild } from '../support/loopback-discord/things.ts'
import { type Channel, wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, said, STORY, threadOf, told } from './open-scene.ts'

/** A scene with one more guild, to which the bot does not belong yet; `places` says which channels it has for whom. */
async function openWithGuild(
  places: (channels: { moderators: Channel; news: Channel }) => object,
  options: SceneOptions = {},
) {
  const scene = await openScene(options)
  const { discord } = scene
  const guild = discord.guild('Chess club', { withBot: false })
  const moderators = discord.channel('moderators', { guild, hiddenFrom: 'everyone' })
  const news = discord.channel('news', { guild })
  discord.changeGuild(places({ moderators, news }), guild)
  /** Everything of the bot's that stands in the guild. */
  const saidIn = ({ id }: Guild): string[] =>
    discord
      .everyMessage()
      .filter((message) => discord.channelOf(message).guildId === id)
      .map(wordsOf)
  return { scene, discord, guild, moderators, news, saidIn, head: discord.ownerOf(guild) }
}

const inBoth = ({ moderators, news }: { moderators: Channel; news: Channel }) => ({
  publicUpdatesChannelId: moderators.id,
  systemChannelId: news.id,
})
const SAYS = /Thank you for adding me/u

describe('a server that the bot joins', () => {
  it('is told once, where its moderators read: what it does, what is kept, the model and the budget', async () => {
    const { scene, discord, guild, moderators, saidIn } = await openWithGuild(inBoth, {
      environment: { OPENAI_PRICES: 'loopback-1=1/1/2', RETENTION_DAYS: '14' },
    })
    const bot = await scene.startBot()
    discord.join(guild)
    const words = wordsOf(await said(scene, moderators, SAYS))
    expect(words).toContain('in every channel that I can read')
    expect(words).toContain('14 days')
    expect(words).toContain('loopback-1')
    expect(words).toContain('$1.00 a day, $10.00 a month for all servers together')
    await bot.stop()
    const second = await scene.startBot()
    await expect.poll(() => second.logged).toContain('discord-ready')
    expect(saidIn(guild)).toHaveLength(1)
  })

  it('while nothing ran is told at the next start', async () => {
    const { scene, discord, guild, moderators, saidIn } = await openWithGuild(inBoth)
    discord.join(guild)
    await scene.startBot()
    await said(scene, moderators, SAYS)
    expect(saidIn(guild)).toHaveLength(1)
  })

  it('is told in its system channel where moderators have none', async () => {
    const { scene, discord, guild, news, saidIn } = await openWithGuild(({ news: { id } }) => ({
      systemChannelId: id,
    }))
    await scene.startBot()
    discord.join(guild)
    await said(scene, news, SAYS)
    expect(saidIn(guild)).toHaveLength(1)
  })

  it.each([
    ['has neither channel', () => ({})],
    [
      'lets it write in neither',
      ({ moderators, news }: { moderators: Channel; news: Channel }) => ({
        publicUpdatesChannelId: moderators.id,
        systemChannelId: news.id,
      }),
    ],
  ])('and that %s is told nothing, in no other channel either', async (what, places) => {
    const { scene, discord, guild, moderators, news, saidIn } = await openWithGuild(places)
    if (what.startsWith('lets')) {
      discord.changeRights(moderators, { without: ['ViewChannel'] })
      discord.changeRights(news, { without: ['SendMessages'] })
    }
    const bot = await scene.startBot()
    discord.join(guild)
    await expect.poll(() => bot.logged).toContain('guild-not-greeted')
    expect(saidIn(guild)).toEqual([])
  })

  it('is told again when the bot was thrown out and comes back', async () => {
    const { scene, discord, guild, moderators } = await openWithGuild(inBoth)
    const bot = await scene.startBot()
    discord.join(guild)
    const first = await said(scene, moderators, SAYS)
    discord.throwOut(guild)
    await expect.poll(() => bot.logged).toContain('guild-forgotten')
    discord.join(guild)
    await discord.until('a second greeting', () =>
      discord.messagesIn(moderators).some(({ id }) => id !== first.id),
    )
  })

  it('and that its host has not listed is told goodbye, and nothing else', async () => {
    const { scene, discord, guild, saidIn } = await openWithGuild(inBoth)
    await scene.startBot({ DISCORD_ALLOWED_GUILDS: discord.guildId })
    discord.join(guild)
    await discord.until('a bot that has left', () => discord.hasLeft(guild))
    expect(saidIn(guild)).toEqual([expect.stringContaining('Goodbye')])
  })
})

describe('a server that has known the bot for long', () => {
  it('is not greeted by the first version that greets', async () => {
    const scene = await openScene()
    const { discord } = scene
    discord.changeGuild({ systemChannelId: discord.general.id })
    const bot = await scene.startBot()
    await expect.poll(() => bot.logged).toContain('guild-not-greeted')
    expect(await bot.assistant.settings.greet(discord.guildId)).toBe(false)
    expect(discord.everyMessage()).toEqual([])
  })

  it('for less than a day, but has talked with it, is not greeted either', async () => {
    const { scene, discord, guild, news, saidIn } = await openWithGuild(inBoth)
    const bot = await scene.startBot()
    const place = { guildId: guild.id, channelId: news.id, threadId: null, cardMessageId: '1' }
    await bot.assistant.conversations.create({
      article: ferry,
      linesLeftOut: 0,
      summary: summaryOfFerry,
      place: { ...place, sourceMessageId: null, personId: null },
      addressKey: null,
    })
    await expect.poll(() => bot.logged).toContain('guild-not-greeted')
    const before = bot.logged.length
    discord.join(guild)
    await expect.poll(() => bot.logged.slice(before)).toContain('guild-not-greeted')
    expect(saidIn(guild)).toEqual([])
  })
})

describe('the first message', () => {
  const openGreeting = async (environment: Readonly<Record<string, string>> = {}) => {
    const opened = await openWithGuild(({ news: { id } }) => ({ systemChannelId: id }), { environment })
    const bot = await opened.scene.startBot()
    opened.discord.join(opened.guild)
    return { ...opened, bot, greeting: await said(opened.scene, opened.news, SAYS) }
  }

  it('narrows where links are summarised, in place', async () => {
    const { scene, discord, bot, guild, news, head, greeting } = await openGreeting()
    head.choose(greeting, 'greeting:channels', [news])
    await said(scene, news, /gets a thread with a summary, in #news/u)
    expect(await bot.assistant.settings.of(guild.id)).toMatchObject({
      autoSummarize: 'chosen',
      channels: [news.id],
    })
    expect(discord.messagesIn(news)).toHaveLength(1)
    const mira = discord.person('mira')
    mira.post(guild.general, STORY)
    await cardIn(scene, await threadOf(scene, mira.post(news, STORY)))
    expect(discord.threads()).toHaveLength(1)
  })

  it('stops it, also after a restart', async () => {
    const { scene, discord, bot, guild, news, head, greeting } = await openGreeting()
    await bot.stop()
    const second = await scene.startBot()
    head.press(greeting, 'Only when somebody asks')
    await said(scene, news, /I read only when somebody asks/u)
    expect((await second.assistant.settings.of(guild.id)).autoSummarize).toBe('off')
    const mira = discord.person('mira')
    mira.post(news, STORY)
    mira.post(news, `<@${discord.bot.id}>`)
    await said(scene, news, /What I do/u)
    expect(discord.threads()).toEqual([])
  })

  it('is not for people who may not manage the server: they are told so alone', async () => {
    const { scene, discord, bot, guild, greeting } = await openGreeting()
    const pressed = discord.person('mira').press(greeting, 'Only when somebody asks')
    await told(scene, pressed, /the right Manage Server/u)
    expect((await bot.assistant.settings.of(guild.id)).autoSummarize).toBeNull()
    expect(greeting.edits).toBe(0)
  })

  it('is nothing that people ask about by replying to it', async () => {
    const { scene, discord, news, greeting } = await openGreeting()
    const mira = discord.person('mira')
    mira.post(news, 'Welcome! What can you do?', { replyTo: greeting })
    mira.post(news, `<@${discord.bot.id}>`)
    await said(scene, news, /What I do/u)
    expect(discord.messagesIn(news).filter(({ author }) => author.bot)).toHaveLength(2)
  })
})
