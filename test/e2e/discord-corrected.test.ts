import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Scene } from '../support/discord-scene.ts'
import { honestModel, promptOf } from '../support/honest-model.ts'
import type { Person } from '../support/loopback-discord/people.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, said, threadOf, untilDone } from './open-scene.ts'
import { REPORT_PAGES, reportLink } from './report-pages.ts'

// Messages that somebody edits once their card stands.

const PAGES = {
  ...REPORT_PAGES,
  '/short': { status: 302, headers: { location: '/story-1' }, body: '' },
}
const DAY = 24 * 60 * 60 * 1000

async function openCard(words: string, options: Parameters<typeof openScene>[0] = {}) {
  const scene = await openScene({ pages: PAGES, ...options })
  const bot = await scene.startBot()
  const { discord } = scene
  const mira = discord.person('mira')
  const post = mira.post(discord.general, words.replaceAll('@bot', `<@${discord.bot.id}>`))
  const thread = await threadOf(scene, post)
  const card = await cardIn(scene, thread)
  await untilDone(bot, post.id)
  return { scene, bot, discord, mira, post, thread, card }
}

/** Another link has its card: what came before it was looked at. */
async function looked(scene: Scene, by: Person): Promise<void> {
  const { discord } = scene
  const later = by.post(discord.general, `<@${discord.bot.id}> ${reportLink(6)}`)
  await cardIn(scene, await threadOf(scene, later))
}

describe('an edited message', () => {
  it('of last week keeps its card, though nobody remembers where its short link led', async () => {
    let now = Date.now()
    const { scene, discord, mira, post, card } = await openCard('http://news.example/short', {
      clock: () => now,
    })
    now += 8 * DAY
    const { edits } = card
    mira.edit(post, 'Worth a read: http://news.example/short')
    await looked(scene, mira)
    expect(discord.message(card.id)?.edits).toBe(edits)
  })

  it('takes the answers about its former link away', async () => {
    const { scene, bot, discord, mira, post, thread, card } = await openCard(reportLink(1))
    const question = mira.post(thread, 'How much would a full repair cost?')
    const answer = await said(scene, thread, /mira asks/u)
    await untilDone(bot, question.id)
    mira.edit(post, reportLink(2))
    await discord.until('the other card', () => wordsOf(discord.message(card.id)!).includes(reportLink(2)))
    expect(discord.message(answer.id)).toBeUndefined()
  })

  it('to a link that cannot be read, about which nobody asked, leaves no card and no failure', async () => {
    const { discord, mira, post, thread } = await openCard(reportLink(1))
    mira.edit(post, 'http://news.example/nowhere')
    await discord.until('an empty thread', () => discord.messagesIn(thread).length === 0)
    expect(discord.everyMessage()).toEqual([])
  })

  it('to a link that is no article, about which nobody asked, leaves no card', async () => {
    const { discord, mira, post, thread } = await openCard(reportLink(1), {
      pages: { ...PAGES, '/tiny': '<!doctype html><title>Tiny</title><p>Come to the hall on Monday.</p>' },
    })
    mira.edit(post, 'http://news.example/tiny')
    await discord.until('an empty thread', () => discord.messagesIn(thread).length === 0)
    expect(discord.everyMessage()).toEqual([])
  })

  it('by somebody who may not use the bot changes no card that somebody else asked for', async () => {
    const scene = await openScene({ pages: PAGES })
    const bot = await scene.startBot()
    const { discord } = scene
    const reader = discord.role('reader')
    await bot.assistant.settings.change(discord.guildId, { roles: [reader.id] })
    const mira = discord.person('mira')
    const post = mira.post(discord.general, reportLink(1))
    const olaf = discord.person('olaf', { roles: [reader] })
    const command = olaf.menu(post, 'Summarize')
    const card = await cardIn(scene, await threadOf(scene, post))
    await untilDone(bot, command.id)
    mira.edit(post, reportLink(2))
    await looked(scene, olaf)
    expect(wordsOf(discord.message(card.id)!)).toContain(reportLink(1))
    expect(scene.web.count('/story-2')).toBe(0)
  })

  it('that gave a question keeps the answer when a link is added', async () => {
    const { scene, bot, discord, mira, thread } = await openCard(reportLink(1), {
      // So long that words say meanwhile that it is being looked for.
      model: async (call) => {
        if (promptOf(call) === 'answer') await pause(700)
        return honestModel()(call)
      },
    })
    const question = mira.post(thread, `<@${discord.bot.id}> How much would a full repair cost?`)
    const answer = await said(scene, thread, /mira asks/u)
    await untilDone(bot, question.id)
    mira.edit(question, `<@${discord.bot.id}> And in this one? ${reportLink(2)}`)
    await said(scene, thread, /story-2/u)
    expect(discord.message(answer.id)).toBeDefined()
  })
})

it('a message that is corrected after a restart, when it is in nobody’s memory, changes its card', async () => {
  const scene = await openScene({ pages: REPORT_PAGES })
  const { discord } = scene
  const mira = discord.person('mira')
  const first = await scene.startBot()
  const post = mira.post(discord.general, reportLink(1))
  const card = await cardIn(scene, await threadOf(scene, post))
  await untilDone(first, post.id)
  await first.stop()
  await scene.startBot()
  mira.edit(post, `I meant ${reportLink(2)}`)
  await discord.until('the other card', () =>
    wordsOf(discord.message(card.id)!).includes(`](${reportLink(2)})`),
  )
  expect(discord.messagesIn(discord.channelOf(card))).toHaveLength(1)
})

it('a card that was made while the gateway was away is known as one when its link is corrected', async () => {
  const gate = Promise.withResolvers<void>()
  const scene = await openScene({
    pages: PAGES,
    model: async (call) => {
      await gate.promise
      return honestModel()(call)
    },
  })
  const bot = await scene.startBot()
  const { discord } = scene
  const mira = discord.person('mira')
  const post = mira.post(discord.general, `<@${discord.bot.id}> ${reportLink(1)}`)
  const thread = await threadOf(scene, post)
  await said(scene, thread, /writing the points/u)
  // What happens until the next login is not told again.
  discord.invalidateSession({ resumable: false })
  gate.resolve()
  await cardIn(scene, thread)
  await untilDone(bot, post.id)
  await discord.untilConnected()
  mira.edit(post, `<@${discord.bot.id}> ${reportLink(2)}`)
  expect(wordsOf(await said(scene, thread, /story-2/u))).not.toContain('story-1')
})

it('a link that is corrected while its card is on its way gets the card of the other, and nothing else', async () => {
  const scene = await openScene({ pages: PAGES })
  const bot = await scene.startBot()
  const { discord } = scene
  const mira = discord.person('mira')
  const post = mira.post(discord.general, `<@${discord.bot.id}> ${reportLink(1)}`)
  const thread = await threadOf(scene, post)
  const line = await said(scene, thread, /reading|writing/iu)
  discord.interrupt(`PATCH /channels/:id/messages/${line.id}`, 'before', async () => {
    mira.edit(post, `<@${discord.bot.id}> ${reportLink(2)}`)
    await pause(500)
  })
  const card = await said(scene, thread, /story-2/u)
  await untilDone(bot, post.id)
  expect(wordsOf(card)).not.toContain('story-1')
  expect(discord.messagesIn(thread)).toHaveLength(1)
  expect(
    (await bot.assistant.conversations.listBySource(post.id)).map(({ place }) => place.cardMessageId),
  ).toEqual([card.id])
})
