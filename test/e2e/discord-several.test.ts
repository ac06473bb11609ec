import { describe, expect, it } from 'vitest'
import { type Message, wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, pointsOn, quoteIn, said, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { HARBOUR_PARAGRAPHS } from './pages.ts'
import { REPORT_PAGES, reportLink } from './report-pages.ts'

const cardsIn = (messages: readonly Message[]): Message[] =>
  messages.filter((message) => /^1\. /mu.test(wordsOf(message)))

const HARBOUR_TEXT = HARBOUR_PARAGRAPHS.join('\n\n')

const openReports = async () => {
  const scene = await openScene({ pages: REPORT_PAGES })
  const bot = await scene.startBot()
  const { discord } = scene
  return { scene, bot, discord, mira: discord.person('mira'), general: discord.general }
}

describe('several links in one message', () => {
  it('that mentions the bot get a card each in one thread, three at most, and the rest is named', async () => {
    const { scene, discord, mira, general } = await openReports()
    const links = [1, 2, 3, 4].map(reportLink).join(' ')
    const post = mira.post(general, `<@${discord.bot.id}> ${links}`)
    await said(scene, general, /I read the first 3 of 4 here/u)
    const thread = await threadOf(scene, post)
    const cards = discord.messagesIn(thread).filter((message) => /^1\. /mu.test(wordsOf(message)))
    expect(cards).toHaveLength(3)
    for (const n of [1, 2, 3]) expect(cards.map(wordsOf).join('\n')).toContain(reportLink(n))
    expect(scene.web.count('/story-4')).toBe(0)
  })

  it('get their cards one after the other without the pause between two requests', async () => {
    const scene = await openScene({ pages: REPORT_PAGES, environment: { COOLDOWN_SECONDS: '60' } })
    await scene.startBot()
    const { discord } = scene
    const post = discord.person('mira').post(discord.general, `${reportLink(1)} ${reportLink(2)}`)
    discord.person('olaf').menu(post, 'Summarize')
    const thread = await threadOf(scene, post)
    await discord.until(
      'two cards',
      () => discord.messagesIn(thread).filter((message) => /^1\. /mu.test(wordsOf(message))).length === 2,
    )
    expect(scene.model.requests).toHaveLength(2)
  })

  it('of which the first cannot be read get theirs without that pause too', async () => {
    const scene = await openScene({ pages: REPORT_PAGES, environment: { COOLDOWN_SECONDS: '60' } })
    await scene.startBot()
    const { discord } = scene
    const links = `http://news.example/nowhere ${reportLink(1)} ${reportLink(2)}`
    const post = discord.person('mira').post(discord.general, `<@${discord.bot.id}> ${links}`)
    const thread = await threadOf(scene, post)
    await discord.until('two cards', () => cardsIn(discord.messagesIn(thread)).length === 2)
    await said(scene, discord.general, /link-unreachable/u)
    expect(scene.model.requests).toHaveLength(2)
  })

  it('that take the place of a mistyped one get a card each', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, `<@${discord.bot.id}> http://news.example/harbuor`)
    await untilDone(bot, post.id)
    mira.edit(post, `<@${discord.bot.id}> ${[1, 2, 3].map(reportLink).join(' ')}`)
    const thread = await threadOf(scene, post)
    await discord.until('three cards', () => cardsIn(discord.messagesIn(thread)).length === 3)
    expect(scene.model.requests).toHaveLength(3)
  })

  it('are not read on when their message is deleted', async () => {
    const scene = await openScene({ pages: REPORT_PAGES, model: { kind: 'silent' } })
    const bot = await scene.startBot()
    const { discord } = scene
    const mira = discord.person('mira')
    const links = `${reportLink(1)} ${reportLink(2)}`
    const post = mira.post(discord.general, `<@${discord.bot.id}> ${links}`)
    await said(scene, await threadOf(scene, post), /writing the points/u)
    mira.delete(post)
    await untilDone(bot, post.id)
    mira.post(discord.general, `<@${discord.bot.id}>`)
    await said(scene, discord.general, /What I do/u)
    expect(scene.web.count('/story-2')).toBe(0)
    expect(discord.everyMessage()).toHaveLength(1)
  })

  it('that nobody asked about are left alone', async () => {
    const { scene, discord, mira, general } = await openReports()
    mira.post(general, `${reportLink(1)} ${reportLink(2)}`)
    mira.post(general, `<@${discord.bot.id}>`)
    await said(scene, general, /What I do/u)
    expect(scene.web.requests).toEqual([])
    expect(discord.threads()).toEqual([])
  })

  it('each keep their own questions: a reply to a card is about that card', async () => {
    const { scene, discord, mira, general } = await openReports()
    const post = mira.post(general, `<@${discord.bot.id}> ${STORY} ${reportLink(1)}`)
    const thread = await threadOf(scene, post)
    await discord.until(
      'two cards',
      () => discord.messagesIn(thread).filter((message) => /^1\. /mu.test(wordsOf(message))).length === 2,
    )
    const harbour = discord.messagesIn(thread).find((message) => wordsOf(message).includes(STORY))!
    mira.post(thread, 'How much would a full repair cost?', { replyTo: harbour })
    expect(wordsOf(await said(scene, thread, /mira asks/u))).toContain('48 million crowns')
  })
})

describe('a forwarded message', () => {
  it('with a link is read like a posted one', async () => {
    const { scene, discord, mira, general } = await openReports()
    const news = discord.channel('news')
    const forward = mira.forward(discord.person('olaf').post(news, `<${STORY}>`), general)
    mira.menu(forward, 'Summarize')
    expect(pointsOn(await cardIn(scene, await threadOf(scene, forward)))).toHaveLength(5)
  })

  it('with an open link gets its card without asking', async () => {
    const { scene, discord, mira, general } = await openReports()
    const quiet = discord.channel('quiet', { without: ['ViewChannel'] })
    const forward = mira.forward(discord.person('olaf').post(quiet, STORY), general)
    expect(pointsOn(await cardIn(scene, await threadOf(scene, forward)))).toHaveLength(3)
  })

  it('that somebody mentions the bot in reply to is read, its file too', async () => {
    const { scene, discord, mira, general } = await openReports()
    const files = [{ name: 'harbour.md', text: HARBOUR_TEXT, type: 'text/markdown' }]
    const original = discord
      .person('olaf')
      .post(discord.channel('news', { without: ['ViewChannel'] }), 'see', { files })
    const forward = mira.forward(original, general)
    mira.post(general, `<@${discord.bot.id}> please`, { replyTo: forward })
    expect(pointsOn(await cardIn(scene, await threadOf(scene, forward)))).toHaveLength(5)
  })
})

it('a news bot’s post, which shows its link as a card, is read by the Apps menu', async () => {
  const { scene, discord, mira, general } = await openReports()
  const post = discord.person('olaf').post(general, 'New today:')
  discord.preview(post, [{ title: 'Harbour', url: STORY, type: 'rich' as never }])
  mira.menu(post, 'Summarize')
  expect(wordsOf(await cardIn(scene, await threadOf(scene, post)))).toContain(STORY)
})

describe('a forum post', () => {
  it('with a link gets its card below, and a reply to it is a question', async () => {
    const { scene, discord, mira } = await openReports()
    const forum = discord.channel('reading', { type: 'forum' })
    const post = mira.startPost(forum, 'The harbour', STORY)
    const card = await cardIn(scene, post)
    expect(card.repliesTo?.id).toBe(post.id)
    mira.post(post, 'How much would a full repair cost?', { replyTo: card })
    expect(wordsOf(await said(scene, post, /mira asks/u))).toContain('48 million')
  })
})

describe('a thread that people made', () => {
  it('gets the card as a reply in it, and talk in it is left alone', async () => {
    const { scene, discord, mira, general } = await openReports()
    const thread = mira.startThread(general, 'our talk')
    const post = mira.post(thread, `<@${discord.bot.id}> ${STORY}`)
    const card = await cardIn(scene, thread)
    expect(card.repliesTo?.id).toBe(post.id)
    mira.post(thread, 'How odd, is it not?')
    mira.post(thread, 'How much would a full repair cost?', { replyTo: card })
    expect(wordsOf(await said(scene, thread, /mira asks/u))).toContain('48 million')
    expect(discord.messagesIn(thread).filter(({ author }) => author.bot)).toHaveLength(2)
  })
})

describe('a voice channel’s chat', () => {
  it('has no threads: the card is a reply', async () => {
    const { scene, discord, mira } = await openReports()
    const voice = discord.channel('evening', { type: 'voice' })
    const post = mira.post(voice, STORY)
    expect((await cardIn(scene, voice)).repliesTo?.id).toBe(post.id)
  })
})

describe('/summarize without anything', () => {
  it('opens a form that takes a longer text, or a file', async () => {
    const { scene, discord, mira, general } = await openReports()
    const command = mira.slash(general, 'summarize', { length: 'short' })
    await discord.form(command)
    const sent = mira.submit(command, { text: HARBOUR_TEXT.slice(0, 3900) })
    const card = await cardIn(scene, general)
    await told(scene, sent, /Done/u)
    expect(pointsOn(card)).toHaveLength(3)
    for (const point of pointsOn(card)) expect(HARBOUR_TEXT).toContain(quoteIn(point))
  })

  it('reads a file of the form', async () => {
    const { scene, discord, mira, general } = await openReports()
    const command = mira.slash(general, 'summarize')
    await discord.form(command)
    mira.submit(command, { file: [{ name: 'harbour.md', text: HARBOUR_TEXT, type: 'text/markdown' }] })
    expect(pointsOn(await cardIn(scene, general))).toHaveLength(5)
  })

  it('says that an empty form gives nothing to read', async () => {
    const { scene, discord, mira, general } = await openReports()
    const command = mira.slash(general, 'summarize')
    await discord.form(command)
    await told(scene, mira.submit(command, {}), /The form was empty/u)
    expect(discord.messagesIn(general)).toEqual([])
  })
})
