import { describe, expect, it } from 'vitest'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, said, STORY, threadOf, told, untilDone } from './open-scene.ts'

// What Discord or the network does to a request: whatever it is, a card comes once.

const MESSAGES = 'POST /channels/:channel/messages'
const EDITS = 'PATCH /channels/:channel/messages/:message'
const THREADS = 'POST /channels/:channel/messages/:message/threads'
const CALLBACKS = 'POST /interactions/:id/:token/callback'
const REPLIES = 'PATCH /webhooks/:bot/:token/messages/:message'

async function openDelivery() {
  const scene = await openScene()
  const bot = await scene.startBot()
  const { discord } = scene
  return { scene, bot, discord, mira: discord.person('mira'), general: discord.general }
}

/** Requests that repeat what was done already are refused, and that is on record. */
const onlyRepeats = (violations: string[]): string[] =>
  violations.splice(0).filter((violation) => !/already been (?:created|acknowledged)/u.test(violation))

describe('an answer of Discord’s that gets lost', () => {
  it.each([MESSAGES, EDITS, THREADS])(
    'to %s: a posted link still gets one thread with one card',
    async (route) => {
      const { scene, bot, discord, mira, general } = await openDelivery()
      discord.loseAnswer(route)
      const post = mira.post(general, STORY)
      const thread = await threadOf(scene, post)
      await cardIn(scene, thread)
      await untilDone(bot, post.id)
      expect(discord.messagesIn(thread)).toHaveLength(1)
      expect(discord.threads()).toHaveLength(1)
      expect(onlyRepeats(discord.violations)).toEqual([])
    },
  )

  it.each([CALLBACKS, REPLIES, MESSAGES, EDITS, THREADS])(
    'to %s: a command still gets one card, and whoever asked is told',
    async (route) => {
      const { scene, bot, discord, mira, general } = await openDelivery()
      discord.loseAnswer(route)
      const command = mira.slash(general, 'summarize', { url: STORY })
      await told(scene, command, /Done/u)
      await untilDone(bot, command.id)
      expect(discord.messagesIn(general)).toHaveLength(1)
      expect(discord.threads()).toHaveLength(1)
      expect(onlyRepeats(discord.violations)).toEqual([])
    },
  )

  it('to a form: the form is open', async () => {
    const { scene, discord, mira, general } = await openDelivery()
    const card = await cardIn(scene, await threadOf(scene, mira.post(general, STORY)))
    discord.loseAnswer(CALLBACKS)
    const ask = mira.press(card, 'Ask')
    await discord.form(ask)
    mira.submit(ask, { question: 'How many passengers were on board?' })
    await said(scene, discord.channelOf(card), /214 passengers/u)
    expect(onlyRepeats(discord.violations)).toEqual([])
  })
})

describe('an edit that Discord makes and answers with a failure, however often it is asked', () => {
  // As often as a request is made: by discord.js once and three times more, and all that three times, with pauses.
  const ALL = 3 * 4

  it.each([
    ['to a card becomes a notice all the same, and Retry shows the card', ALL],
    ['to a notice, after that to a card, leaves one whose Retry works', 2 * ALL],
  ])('%s', async (_what, times) => {
    const { scene, bot, discord, mira, general } = await openDelivery()
    discord.fail(EDITS, { status: 502, after: true, times })
    const post = mira.post(general, `<@${discord.bot.id}> ${STORY}`)
    const thread = await threadOf(scene, post)
    const notice = await said(scene, thread, /· [0-9a-f]{4,6}$/mu)
    await untilDone(bot, post.id)
    mira.press(notice, 'Retry')
    await cardIn(scene, thread)
    expect(discord.messagesIn(thread)).toHaveLength(1)
  })

  it('is made all the same where Discord fails for a moment only', async () => {
    const { scene, discord, mira, general } = await openDelivery()
    discord.fail(EDITS, { status: 503, times: 6 })
    const post = mira.post(general, `<@${discord.bot.id}> ${STORY}`)
    const thread = await threadOf(scene, post)
    await cardIn(scene, thread)
    expect(discord.messagesIn(thread)).toHaveLength(1)
  })

  it('to a card that then stands leaves one that answers questions', async () => {
    const { scene, bot, discord, mira, general } = await openDelivery()
    discord.fail(EDITS, { status: 502, after: true, times: ALL })
    const post = mira.post(general, `<@${discord.bot.id}> ${STORY}`)
    const thread = await threadOf(scene, post)
    await cardIn(scene, thread)
    // What says that it failed cannot be said.
    discord.fail(EDITS, { status: 502, times: 4 * ALL })
    await untilDone(bot, post.id)
    mira.post(thread, 'How many passengers were on board?')
    const answer = await said(scene, thread, /214 passengers/u)
    expect(wordsOf(answer)).toContain('mira asks')
  })
})

describe('a limit of Discord’s that is reached', () => {
  it.each([MESSAGES, EDITS, THREADS, CALLBACKS, REPLIES])('at %s is waited out', async (route) => {
    const { scene, bot, discord, mira, general } = await openDelivery()
    discord.rateLimit(route, { retryAfter: 0.5 })
    const command = mira.slash(general, 'summarize', { url: STORY })
    await told(scene, command, /Done/u)
    await untilDone(bot, command.id)
    expect(discord.messagesIn(general)).toHaveLength(1)
    expect(wordsOf(discord.messagesIn(general)[0]!)).toContain(STORY)
  })
})

describe('a failure inside Discord', () => {
  it.each([
    ['before', MESSAGES],
    ['after', MESSAGES],
    ['before', EDITS],
    ['after', EDITS],
    ['before', THREADS],
    ['after', THREADS],
  ] as const)('%s it did what was asked at %s: one card all the same', async (when, route) => {
    const { scene, bot, discord, mira, general } = await openDelivery()
    discord.fail(route, { status: 502, after: when === 'after' })
    const post = mira.post(general, STORY)
    const thread = await threadOf(scene, post)
    await cardIn(scene, thread)
    await untilDone(bot, post.id)
    expect(discord.messagesIn(thread)).toHaveLength(1)
    expect(onlyRepeats(discord.violations)).toEqual([])
  })
})
