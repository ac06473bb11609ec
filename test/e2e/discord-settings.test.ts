import { describe, expect, it } from 'vitest'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { said, STORY, told } from './open-scene.ts'
import { openSettings } from './open-settings.ts'

describe('/settings', () => {
  it('is for people who manage the server, in a panel that only they see', async () => {
    const { mira, general, panelOf, discord } = await openSettings()
    expect(() => mira.slash(general, 'settings')).toThrow(/default_member_permissions/u)
    const panel = await panelOf()
    expect(wordsOf(panel)).toContain('in every channel that I can read')
    expect(wordsOf(panel)).not.toContain("can't see links")
    expect(discord.messagesIn(general)).toEqual([])
  })

  it('is registered once, as it is known after a restart', async () => {
    const { scene, bot } = await openSettings()
    expect(bot.logged).toContain('commands-registered')
    await bot.stop()
    expect((await scene.startBot()).logged).not.toContain('commands-registered')
  })

  it('changes in place, at once, and also in a panel that was opened before a restart', async () => {
    const { scene, bot, discord, panelOf, choose } = await openSettings()
    const news = discord.channel('news')
    const panel = await panelOf()
    expect((await choose(panel, 'channels', [news], /in #news/u)).id).toBe(panel.id)
    expect(await bot.assistant.settings.of(discord.guildId)).toMatchObject({
      autoSummarize: 'chosen',
      channels: [news.id],
    })
    await bot.stop()
    const second = await scene.startBot()
    await choose(panel, 'where', ['Nowhere'], /only when somebody asks/u)
    await choose(panel, 'length', ['Short: up to 3 points'], /up to 3 points/u)
    await choose(panel, 'language', ['German'], /in German/u)
    await choose(panel, 'channels', [], /only when somebody asks/u)
    expect(await second.assistant.settings.of(discord.guildId)).toMatchObject({
      autoSummarize: 'off',
      channels: [],
      length: 'short',
      language: 'de',
    })
  })

  it('goes back to the defaults', async () => {
    const { scene, bot, moderator, discord, panelOf, choose } = await openSettings()
    const panel = await panelOf()
    const before = await bot.assistant.settings.of(discord.guildId)
    const readers = discord.role('readers')
    await choose(panel, 'roles', [readers], /readers, and who manages this server/u)
    await told(scene, moderator.press(panel, 'Back to defaults'), /\*\*Who:\*\* everybody/u)
    expect(await bot.assistant.settings.of(discord.guildId)).toEqual(before)
  })

  it('is refused to somebody who has lost the right meanwhile', async () => {
    const { scene, discord, moderator, bot, panelOf } = await openSettings()
    const panel = await panelOf()
    discord.home.members.set(moderator.id, [])
    const refused = moderator.choose(panel, 'settings:where', ['off'])
    expect(wordsOf(await told(scene, refused, /permission-missing/u))).toContain('the right Manage Server')
    expect((await bot.assistant.settings.of(discord.guildId)).autoSummarize).toBeNull()
  })

  it('has a form for numbers and sites', async () => {
    const { scene, discord, bot, moderator, panelOf } = await openSettings()
    const opened = moderator.press(await panelOf(), 'Minimum words, limits, sites')
    await discord.form(opened)
    const sent = moderator.submit(opened, {
      words: '400',
      summaries: '20',
      questions: '',
      sites: 'https://www.bad.example/page\nworse.example',
    })
    const panel = await told(scene, sent, /articles of 400 words or more/u)
    expect(wordsOf(panel)).toContain('0 of 20 summaries')
    expect(wordsOf(panel)).toContain('bad.example and worse.example')
    expect(await bot.assistant.settings.of(discord.guildId)).toMatchObject({
      fewestWords: 400,
      summariesPerDay: 20,
      questionsPerDay: null,
      blockedDomains: ['bad.example', 'worse.example'],
    })
  })

  it('says in private what of a form cannot be used, and keeps the rest of it', async () => {
    const { scene, discord, bot, moderator, panelOf } = await openSettings()
    const opened = moderator.press(await panelOf(), 'Minimum words, limits, sites')
    await discord.form(opened)
    const sent = moderator.submit(opened, {
      words: 'many',
      summaries: '500',
      questions: '30',
      sites: 'bad.example\n@everyone',
    })
    const problems = wordsOf(await told(scene, sent, /Not everything could be used/u))
    expect(problems).toMatch(/“many” is no whole number/u)
    expect(problems).toMatch(/“500” is more than the 100 that the host allows/u)
    expect(problems).toMatch(/everyone” is no site/u)
    expect(await bot.assistant.settings.of(discord.guildId)).toMatchObject({
      fewestWords: null,
      summariesPerDay: null,
      questionsPerDay: 30,
      blockedDomains: ['bad.example'],
    })
  })

  it('leaves to each of two people what the other one changed meanwhile', async () => {
    const { scene, discord, bot, moderator, panelOf, choose } = await openSettings()
    const other = discord.person('grace', { permissions: ['ManageGuild'] })
    const [panel, panelOfOther] = [await panelOf(), await panelOf(other)]
    const opened = moderator.press(panel, 'Minimum words, limits, sites')
    await discord.form(opened)
    const openedByOther = other.press(panelOfOther, 'Minimum words, limits, sites')
    await discord.form(openedByOther)
    await told(scene, other.submit(openedByOther, { sites: 'bad.example' }), /bad\.example/u)
    await told(scene, other.choose(panelOfOther, 'settings:length', ['short']), /up to 3 points/u)
    // The form of the first still shows no sites; they were not touched in it.
    await told(scene, moderator.submit(opened, { words: '300' }), /300 words or more/u)
    await choose(panel, 'language', ['French'], /in French/u)
    expect(await bot.assistant.settings.of(discord.guildId)).toMatchObject({
      fewestWords: 300,
      blockedDomains: ['bad.example'],
      length: 'short',
      language: 'fr',
    })
  })

  it('tells what was used today, in summaries, questions and money', async () => {
    const { scene, discord, mira, general, panelOf } = await openSettings({
      environment: { OPENAI_PRICES: 'loopback-1=1/1/2', GUILD_DAILY_BUDGET: '0.50' },
    })
    await told(scene, mira.slash(general, 'summarize', { url: STORY }), /Done/u)
    await told(scene, mira.slash(general, 'ask', { question: 'How many passengers?' }), /Done/u)
    const words = wordsOf(await panelOf())
    expect(words).toContain('1 of 100 summaries, 1 question')
    expect(words).toMatch(/\*\*Model:\*\* \$0\.00\d+ of \$0\.50 today, \$0\.00\d+ this month/u)
    expect(discord.messagesIn(general)).not.toEqual([])
  })

  it('says that posted links cannot be seen without the intent', async () => {
    const { panelOf } = await openSettings({ discord: { messageContent: false } })
    expect(wordsOf(await panelOf())).toContain("I can't see links that people post")
  })

  it('is no command in a direct message', async () => {
    const { scene, discord, moderator } = await openSettings()
    const hello = moderator.whisper('help')
    const direct = discord.channelOf(hello)
    await said(scene, direct, /What I do/u)
    expect(() => moderator.slash(direct, 'settings')).toThrow(/contexts/u)
  })
})
