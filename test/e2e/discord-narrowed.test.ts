import { describe, expect, it } from 'vitest'
import { type ModelCall } from '../support/loopback-model.ts'
import { passagesIn } from '../support/honest-model.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, labels, pointsOn, said, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { openSettings } from './open-settings.ts'
import { HARBOUR_PAGE } from './pages.ts'
import { REPORT_PAGES, reportLink } from './report-pages.ts'

describe('links that people post', () => {
  it('are summarised in the chosen channels and their threads, and nowhere else', async () => {
    const { scene, bot, discord, general, mira, panelOf, choose } = await openSettings({
      pages: REPORT_PAGES,
    })
    const news = discord.channel('news')
    const forum = discord.channel('reading', { type: 'forum' })
    await choose(await panelOf(), 'channels', [news, forum], /in #news and #reading/u)
    const elsewhere = mira.post(general, reportLink(1))
    await cardIn(scene, await threadOf(scene, mira.post(news, reportLink(2))))
    const thread = mira.startThread(news, 'talk')
    const inThread = mira.post(thread, reportLink(3))
    await untilDone(bot, inThread.id)
    expect(wordsOf(await cardIn(scene, thread))).toContain('Report number 3')
    // Asked for, it is summarised anywhere.
    await cardIn(scene, await threadOf(scene, mira.post(general, `<@${discord.bot.id}> ${reportLink(4)}`)))
    expect(discord.threads().map(({ id }) => id)).not.toContain(elsewhere.id)
    expect(scene.web.count('/story-1')).toBe(0)
  })

  it('are left alone everywhere once that is chosen', async () => {
    const { scene, discord, general, mira, panelOf, choose } = await openSettings()
    await choose(await panelOf(), 'where', ['off'], /only when somebody asks/u)
    mira.post(general, STORY)
    mira.post(general, `<@${discord.bot.id}>`)
    await said(scene, general, /What I do/u)
    expect(discord.threads()).toEqual([])
    expect(scene.web.count('/harbour')).toBe(0)
  })

  it('are left alone until channels are chosen, where the host has it so', async () => {
    const { scene, general, mira, panelOf, choose } = await openSettings({
      environment: { AUTO_SUMMARIZE: 'chosen' },
      pages: REPORT_PAGES,
    })
    const before = mira.post(general, reportLink(1))
    const panel = await panelOf()
    expect(wordsOf(panel)).toContain('nowhere yet: no channel is chosen')
    await choose(panel, 'channels', [general], /in #general/u)
    await cardIn(scene, await threadOf(scene, mira.post(general, reportLink(2))))
    expect(scene.discord.threads().map(({ id }) => id)).not.toContain(before.id)
  })

  it('are left alone where an article is shorter than the moderators want', async () => {
    const { bot, scene, discord, general, mira } = await openSettings()
    await bot.assistant.settings.change(discord.guildId, { fewestWords: 400 })
    const post = mira.post(general, STORY)
    await untilDone(bot, post.id)
    expect(discord.everyMessage()).toEqual([])
    expect(bot.logged).toContain('link-left-alone')
    expect(scene.model.requests).toEqual([])
  })

  it('are left alone where a summary is not much shorter than its article', async () => {
    const wordy = (call: ModelCall) => {
      const claims = passagesIn(call)
        .filter(({ text }) => text.split(' ').length > 20)
        .map(({ id, text }) => ({ text, passage: id, quote: text, speaker: null }))
      return { kind: 'reply', text: JSON.stringify({ claims }) } as const
    }
    const { bot, scene, discord, general, mira } = await openSettings({ model: wordy })
    const post = mira.post(general, STORY)
    await untilDone(bot, post.id)
    expect(scene.model.requests).toHaveLength(1)
    expect(bot.logged).toContain('link-left-alone')
    expect(discord.everyMessage()).toEqual([])
    expect(discord.threads()).toEqual([])
    // Who asks for it gets it.
    const asked = mira.post(general, `<@${discord.bot.id}> ${STORY}`)
    await cardIn(scene, await threadOf(scene, asked))
  })

  it('get a short summary of the built-in engine, whose points are long', async () => {
    const { scene, discord, general, mira } = await openSettings({ model: null })
    const thread = await threadOf(scene, mira.post(general, STORY))
    expect(pointsOn(await cardIn(scene, thread))).toHaveLength(3)
    expect(discord.messagesIn(thread)).toHaveLength(1)
  })
})

describe('what nobody chose for a request', () => {
  it('is as the moderators have it: length and language', async () => {
    const { scene, bot, discord, general, mira } = await openSettings({ pages: REPORT_PAGES })
    await bot.assistant.settings.change(discord.guildId, { length: 'short', language: 'de' })
    const asked = mira.post(general, `<@${discord.bot.id}> ${reportLink(1)}`)
    expect(pointsOn(await cardIn(scene, await threadOf(scene, asked)))).toHaveLength(3)
    expect(JSON.stringify(scene.model.requests[0]?.body.messages)).toContain('German')
    const command = mira.slash(general, 'summarize', {
      url: reportLink(2),
      length: 'standard',
      language: 'fr',
    })
    await told(scene, command, /Done/u)
    expect(pointsOn(await cardIn(scene, general))).toHaveLength(5)
    expect(JSON.stringify(scene.model.requests.at(-1)?.body.messages)).toContain('French')
    // In a direct message nobody has set anything.
    const direct = discord.channelOf(mira.whisper(reportLink(3)))
    expect(pointsOn(await cardIn(scene, direct))).toHaveLength(5)
  })
})

describe('people without a chosen role', () => {
  it('are refused, in private where that can be, and their links are left alone', async () => {
    const { scene, discord, bot, general, mira, moderator, panelOf, choose } = await openSettings({
      pages: REPORT_PAGES,
    })
    const readers = discord.role('readers')
    const olaf = discord.person('olaf', { roles: [readers] })
    await choose(await panelOf(), 'roles', [readers], /readers, and who manages/u)
    const refused = await told(
      scene,
      mira.slash(general, 'summarize', { url: reportLink(1) }),
      /permission-missing/u,
    )
    expect(wordsOf(refused)).toContain('only people with certain roles')
    expect(labels(refused)).toEqual([])
    const mention = mira.post(general, `<@${discord.bot.id}> ${reportLink(1)}`)
    const answer = await said(scene, general, /only people with certain roles/u)
    expect(answer.repliesTo?.id).toBe(mention.id)
    const unasked = mira.post(general, reportLink(1))

    const thread = await threadOf(scene, olaf.post(general, reportLink(2)))
    const card = await cardIn(scene, thread)
    await told(scene, mira.press(card, 'Ask'), /permission-missing/u)
    // What is there already may be looked at.
    await told(scene, mira.press(card, 'Sources'), /Sources/u)
    await told(scene, mira.slash(general, 'help'), /What I do/u)
    // Whoever manages the server always may.
    await told(scene, moderator.slash(general, 'summarize', { url: reportLink(3) }), /Done/u)
    await told(scene, discord.ownerOf(discord.home).slash(general, 'ask', { question: 'What?' }), /Done/u)
    expect(scene.web.count('/story-1')).toBe(0)
    expect(discord.threads().map(({ id }) => id)).not.toContain(unasked.id)
    // Nothing of a server holds in a direct message.
    await cardIn(scene, discord.channelOf(mira.whisper(reportLink(1))))
    expect(await bot.assistant.settings.of(discord.guildId)).toMatchObject({ roles: [readers.id] })
  })
})

describe('sites that are never read', () => {
  const pages = {
    '/short': { status: 302, headers: { location: 'http://bad.example/harbour' } },
    'bad.example/harbour': HARBOUR_PAGE,
  }

  it('are refused in words to who asks, before anything is opened, and left alone where nobody asked', async () => {
    const { scene, discord, bot, general, mira } = await openSettings({ pages })
    await bot.assistant.settings.change(discord.guildId, { blockedDomains: ['bad.example'] })
    const url = 'http://www.bad.example/harbour'
    const refused = await told(scene, mira.slash(general, 'summarize', { url }), /link-refused/u)
    expect(wordsOf(refused)).toContain('do not want www.bad.example read here')
    await told(scene, mira.slash(general, 'ask', { question: 'What closed?', url }), /link-refused/u)
    const wrapped = `https://www.google.com/url?q=${encodeURIComponent(url)}`
    await told(scene, mira.slash(general, 'summarize', { url: wrapped }), /link-refused/u)
    const unasked = mira.post(general, url)
    await untilDone(bot, unasked.id)
    expect(discord.messagesIn(general)).toEqual([unasked])
    expect(scene.web.count('/harbour')).toBe(0)
  })

  it('are refused too where another address leads to them', async () => {
    const { scene, discord, bot, general, mira } = await openSettings({ pages })
    await bot.assistant.settings.change(discord.guildId, { blockedDomains: ['bad.example'] })
    const url = 'http://news.example/short'
    await told(scene, mira.slash(general, 'summarize', { url }), /do not want bad\.example read/u)
    const unasked = mira.post(general, url)
    await untilDone(bot, unasked.id)
    expect(discord.messagesIn(general)).toEqual([unasked])
    expect(scene.model.requests).toEqual([])
  })

  it('are refused also where this server has had their article before', async () => {
    const { scene, discord, bot, general, mira } = await openSettings({ pages })
    const url = 'http://news.example/short'
    await told(scene, mira.slash(general, 'summarize', { url }), /Done/u)
    await bot.assistant.settings.change(discord.guildId, { blockedDomains: ['bad.example'] })
    await told(scene, mira.slash(general, 'summarize', { url }), /link-refused/u)
    expect(scene.model.requests).toHaveLength(1)
  })

  it('are not read again for their card either', async () => {
    const { scene, discord, bot, general, mira } = await openSettings({ pages })
    const url = 'http://bad.example/harbour'
    await told(scene, mira.slash(general, 'summarize', { url }), /Done/u)
    const count = scene.web.requests.length
    await bot.assistant.settings.change(discord.guildId, { blockedDomains: ['bad.example'] })
    const menu = await told(scene, mira.press(await cardIn(scene, general), 'More'), /More/u)
    await told(scene, mira.press(menu, 'Refresh'), /do not want bad\.example read/u)
    expect(scene.web.requests).toHaveLength(count)
  })
})

describe('how much may be asked for in a server', () => {
  it('is what its moderators set, told to who asks for more', async () => {
    const { scene, discord, bot, general, mira, panelOf } = await openSettings({ pages: REPORT_PAGES })
    await bot.assistant.settings.change(discord.guildId, { summariesPerDay: 1, questionsPerDay: 0 })
    await told(scene, mira.slash(general, 'summarize', { url: reportLink(1) }), /Done/u)
    const more = mira.slash(general, 'summarize', { url: reportLink(2) })
    await told(scene, more, /This server has had its 1 summary of the last 24 hours/u)
    await told(scene, mira.slash(general, 'ask', { question: 'Why?' }), /moderators allow no questions here/u)
    expect(wordsOf(await panelOf())).toContain('1 of 1 summary, 0 of 0 questions')
  })
})
