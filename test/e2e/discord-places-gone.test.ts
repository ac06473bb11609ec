import { describe, expect, it } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, pointsOn, said, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { REPORT_PAGES, reportLink } from './report-pages.ts'

// Places that are gone, or closed, when something is to be said there.

const QUESTION = 'How much would a full repair cost?'
const DELETED = /was deleted meanwhile/u

const openReports = async (options: Parameters<typeof openScene>[0] = {}) => {
  const scene = await openScene({ pages: REPORT_PAGES, ...options })
  const bot = await scene.startBot()
  const { discord } = scene
  return { scene, bot, discord, mira: discord.person('mira'), general: discord.general }
}

/** That something was looked for which is gone, or in a server that was left just then, is no mistake here: nobody could know. */
function expectMissing(violations: string[]): void {
  expect(
    violations.filter((violation) => !/: Missing Access|: Unknown (?:Message|Channel)$/u.test(violation)),
  ).toEqual([])
  violations.length = 0
}

describe('whoever used a command is told', () => {
  it('that the line was deleted which was to become the card, and nothing leads to a card that never stood', async () => {
    const gate = Promise.withResolvers<void>()
    const { scene, bot, discord, mira, general } = await openReports({
      model: async (call) => {
        await gate.promise
        return honestModel()(call)
      },
    })
    const command = mira.slash(general, 'summarize', { url: STORY })
    discord.deleteMessage(await said(scene, general, /writing the points/u))
    gate.resolve()
    await told(scene, command, DELETED)
    await untilDone(bot, command.id)
    expect(await bot.assistant.conversations.findLatestInChannel(general.id)).toBeUndefined()
    expectMissing(discord.violations)
  })

  it('that the message was deleted which was to be summarised', async () => {
    const { scene, bot, discord, mira, general } = await openReports({ model: { kind: 'silent' } })
    const post = mira.post(general, `${reportLink(1)} ${reportLink(2)}`)
    const command = discord.person('olaf').menu(post, 'Summarize')
    await said(scene, await threadOf(scene, post), /writing the points/u)
    mira.delete(post)
    await told(scene, command, DELETED)
    await untilDone(bot, command.id)
    expect(discord.everyMessage()).toHaveLength(1)
  })
})

it('a thread or a server that is gone before its card stands is nobody’s failure, and over', async () => {
  const gate = Promise.withResolvers<void>()
  const { scene, bot, discord, mira, general } = await openReports({
    model: async (call) => {
      await gate.promise
      return honestModel()(call)
    },
  })
  const other = discord.guild('Another circle')
  const posts = [general, other.general].map((channel) => mira.post(channel, `<@${discord.bot.id}> ${STORY}`))
  for (const post of posts) await said(scene, await threadOf(scene, post), /writing the points/u)
  discord.deleteChannel(await threadOf(scene, posts[0]!))
  discord.throwOut(other)
  await expect.poll(() => bot.logged).toContain('guild-forgotten')
  gate.resolve()
  for (const { id } of posts) {
    await untilDone(bot, id)
    expect((await bot.assistant.tasks.find(id))?.state).toBe('done')
    expect(await bot.assistant.conversations.listBySource(id)).toEqual([])
  }
  expect(bot.logged.filter((event) => /fail/u.test(event))).toEqual([])
  expectMissing(discord.violations)
})

describe('where there is no thread any more', () => {
  it('a question by the card is answered below the card', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const command = mira.slash(general, 'summarize', { url: STORY })
    const card = await cardIn(scene, general)
    await told(scene, command, /Done/u)
    await bot.stop()
    for (const thread of discord.threads()) discord.deleteChannel(thread)
    await scene.startBot()
    const form = mira.press(card, 'Ask')
    await discord.form(form)
    await told(scene, mira.submit(form, { question: QUESTION }), /Done/u)
    expect(wordsOf(await said(scene, general, /mira asks/u))).toContain('48 million')
    expectMissing(discord.violations)
  })

  it('the message whose thread was deleted gets its next card in the channel', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, STORY)
    const thread = await threadOf(scene, post)
    await cardIn(scene, thread)
    await untilDone(bot, post.id)
    discord.deleteChannel(thread)
    await expect.poll(() => bot.assistant.conversations.findByThread(thread.id)).toBeUndefined()
    await told(scene, mira.menu(post, 'Summarize'), /Done/u)
    expect(pointsOn(await cardIn(scene, general))).toHaveLength(5)
    expectMissing(discord.violations)
  })
})

it.each([
  ['has as many threads as may be open at once', 400, 160006],
  ['has taken the right away meanwhile', 403, 50013],
])(
  'in a server that %s, cards and answers stand in the channel and can be asked about',
  async (_, status, code) => {
    const { scene, bot, discord, mira, general } = await openReports()
    discord.fail('POST /channels/:channel/messages/:message/threads', { status, code, times: 3 })
    const post = mira.post(general, `<@${discord.bot.id}> ${STORY}`)
    expect(wordsOf(await cardIn(scene, general))).toContain('reply to this card')
    await untilDone(bot, post.id)
    await told(scene, mira.slash(general, 'summarize', { url: reportLink(1) }), /Done/u)
    const card = await said(scene, general, /story-1/u)
    expect(wordsOf(card)).toContain('reply to this card')
    await told(scene, mira.slash(general, 'ask', { question: QUESTION, url: reportLink(2) }), /Done/u)
    const form = mira.press(card, 'Ask')
    await discord.form(form)
    await told(scene, mira.submit(form, { question: QUESTION }), /Done/u)
    expect(discord.messagesIn(general).filter((message) => /mira asks/u.test(wordsOf(message)))).toHaveLength(
      2,
    )
    expect(discord.threads()).toEqual([])
  },
)

it('a forum that is deleted is forgotten with the posts in it', async () => {
  const { scene, bot, discord, mira } = await openReports()
  const forum = discord.channel('links', { type: 'forum' })
  const post = mira.startPost(forum, 'harbour', `<@${discord.bot.id}> ${STORY}`)
  await cardIn(scene, post)
  await untilDone(bot, post.id)
  expect(await bot.assistant.conversations.listByThread(post.id)).toHaveLength(1)
  discord.deleteChannel(forum)
  await expect.poll(() => bot.assistant.conversations.listByThread(post.id)).toEqual([])
})
