import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, pointsOn, quoteIn, said, STORY, threadOf, untilDone } from './open-scene.ts'
import { CAPTCHA_PAGE, HARBOUR_PARAGRAPHS, HARBOUR_TITLE, SHOP_PAGE } from './pages.ts'

const HARBOUR_TEXT = HARBOUR_PARAGRAPHS.join('\n')

describe('a posted link', () => {
  it('becomes a thread named for its article, with a card whose every quote stands in the article', async () => {
    const scene = await openScene()
    const { discord } = scene
    await scene.startBot()
    const post = discord.person('mira').post(discord.general, `Look at this: ${STORY}`)
    const thread = await threadOf(scene, post)
    expect(thread.name).toBe(`news.example: ${HARBOUR_TITLE}`)
    const card = await cardIn(scene, thread)
    const points = pointsOn(card)
    // Short, because the article is: nobody asked, so the points are less than a third of its words.
    expect(points).toHaveLength(3)
    for (const point of points) {
      expect(quoteIn(point)).not.toBe('')
      expect(HARBOUR_TEXT).toContain(quoteIn(point))
    }
    expect(wordsOf(card)).toContain(`[${HARBOUR_TITLE}](${STORY})`)
    expect(wordsOf(card)).toContain('by Kari Nordlund')
    expect(wordsOf(card)).toContain('From 3 of 8 paragraphs')
    // Posted as plain text, then made a card by one edit.
    expect(card.edits).toBe(1)
    expect(discord.messagesIn(discord.general)).toEqual([post])
  })

  it.each([
    ['is no article', '/basket', SHOP_PAGE],
    ['asks for a captcha', '/captcha', CAPTCHA_PAGE],
    ['is not there', '/nothing', { status: 404 }],
    ['breaks off', '/broken', { raw: (socket: Socket) => socket.destroy() }],
  ])('that %s leaves no trace', async (_, path, page) => {
    const scene = await openScene({ pages: { [path]: page } })
    const { discord } = scene
    const bot = await scene.startBot()
    const post = discord.person('mira').post(discord.general, `http://news.example${path}`)
    await untilDone(bot, post.id)
    expect(scene.web.count(path)).toBe(1)
    expect(discord.everyMessage()).toEqual([])
    expect(discord.threads()).toEqual([])
    expect(discord.typing).toEqual([])
    expect(scene.model.requests).toEqual([])
  })

  it('that two people post at the same time is fetched once and summarised once, with a card for each', async () => {
    const scene = await openScene()
    const { discord } = scene
    await scene.startBot()
    const posts = ['mira', 'olaf'].map((name) => discord.person(name).post(discord.general, STORY))
    for (const post of posts) await cardIn(scene, await threadOf(scene, post))
    expect(scene.web.count('/harbour')).toBe(1)
    expect(scene.model.requests).toHaveLength(1)
  })

  it('gets its card as a reply where the bot may not open threads', async () => {
    const scene = await openScene({ discord: { without: ['CreatePublicThreads'] } })
    const { discord } = scene
    await scene.startBot()
    const post = discord.person('mira').post(discord.general, STORY)
    const card = await cardIn(scene, discord.general)
    expect(card.repliesTo?.id).toBe(post.id)
    expect(wordsOf(card)).toContain('press Ask, or reply to this card')
    discord.person('olaf').post(discord.general, 'How much would a full repair cost?', { replyTo: card })
    await said(scene, discord.general, /olaf asks/u)
    expect(discord.threads()).toEqual([])
  })

  it('is handled once, however often Discord sends its event, also after a restart', async () => {
    const scene = await openScene()
    const { discord } = scene
    const mira = discord.person('mira')
    const first = await scene.startBot()
    const post = mira.post(discord.general, STORY)
    discord.repeat(post)
    await untilDone(first, post.id)
    discord.repeat(post)
    await first.stop()
    await scene.startBot()
    discord.repeat(post)
    // What comes later is answered later: so the repeated event has been seen by then.
    mira.post(discord.general, `<@${discord.bot.id}>`)
    await said(scene, discord.general, /What I do/u)
    expect(discord.messagesIn(await threadOf(scene, post))).toHaveLength(1)
    expect(scene.model.requests).toHaveLength(1)
  })

  it('posted while the connection was lost is handled once after it is back', async () => {
    const scene = await openScene()
    const { discord } = scene
    const bot = await scene.startBot()
    discord.dropGateway()
    const post = discord.person('mira').post(discord.general, STORY)
    const thread = await threadOf(scene, post)
    await cardIn(scene, thread)
    await untilDone(bot, post.id)
    expect(discord.messagesIn(thread)).toHaveLength(1)
    expect(scene.web.count('/harbour')).toBe(1)
  })

  it.each([
    ['because the application does not have it', false],
    ['because Discord refuses it at the login (4014)', true],
  ])('is left alone without the intent, %s, and everything that is asked for works', async (_, says) => {
    const scene = await openScene({ discord: { messageContent: false, saysMessageContent: says } })
    const { discord } = scene
    const bot = await scene.startBot()
    expect(bot.logged.filter((event) => event === 'message-content-refused')).toHaveLength(1)
    const mira = discord.person('mira')
    mira.post(discord.general, STORY)
    const command = mira.slash(discord.general, 'summarize', { url: STORY })
    await untilDone(bot, command.id)
    const card = await cardIn(scene, discord.general)
    expect(wordsOf(card)).toContain("I can't see plain messages here")
    const thread = await threadOf(scene, card)
    expect(discord.threads()).toEqual([thread])
    mira.post(thread, `<@${discord.bot.id}> How much would a full repair cost?`)
    await said(scene, thread, /mira asks.*\n.*48 million/u)
    expect(scene.web.count('/harbour')).toBe(1)
  })
})
