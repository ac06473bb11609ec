import { expect, it } from 'vitest'
import { PLAIN_REQUEST } from '../../src/discord/tasks/asked.ts'
import { buttonsOf, type Person } from '../support/loopback-discord/people.ts'
import { type Channel, type Message, wordsOf } from '../support/loopback-discord/world.ts'
import type { RunningBot, Scene } from '../support/discord-scene.ts'
import { cutOffTwice } from './cut-off.ts'
import { cardIn, labels, openScene, said, STORY, threadOf, untilDone } from './open-scene.ts'

// What a crash leaves when it comes after something was shown and before that was noted: nothing is said twice.

const QUESTION = 'How many passengers were on board?'

/** As a message asks for it. */
const requestBy = ({ id, name }: Person, message: Message, guildId: string) => ({
  ...PLAIN_REQUEST,
  source: { kind: 'link', url: STORY },
  guildId,
  channelId: message.channelId,
  messageId: message.id,
  interactionToken: null,
  person: { id, name },
})

const call = async (scene: Scene, method: string, path: string, body: object): Promise<{ id: string }> => {
  const { discord, environment } = scene
  const response = await fetch(`${environment['DISCORD_API_URL']}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, allowed_mentions: { parse: [] } }),
  })
  return (await response.json()) as { id: string }
}

const nothingRuns = async (bot: RunningBot): Promise<void> => {
  await expect.poll(async () => (await bot.assistant.tasks.findRunning()).length).toBe(0)
}

/** A card in its thread with a question and its answer. */
async function openTalk() {
  const scene = await openScene()
  const { discord } = scene
  const bot = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, STORY)
  const thread = await threadOf(scene, post)
  const card = await cardIn(scene, thread)
  await untilDone(bot, post.id)
  const question = mira.post(thread, QUESTION)
  const answer = await said(scene, thread, /mira asks/u)
  await untilDone(bot, question.id)
  const conversation = await bot.assistant.conversations.findByMessage(card.id)
  const source = { kind: 'conversation', id: conversation?.id }
  const asked = { ...requestBy(mira, question, discord.guildId), source, question: QUESTION }
  const who = { guildId: discord.guildId, personId: mira.id }
  return { scene, discord, bot, mira, thread, card, question, answer, asked, who, conversation }
}

const ours = ({ discord }: Scene, channel: Channel): Message[] =>
  discord.messagesIn(channel).filter(({ author }) => author.bot)

it('an answer that stood when the bot was killed stays the only one, and no notice follows it', async () => {
  const { scene, bot, thread, card, question, answer, asked, who } = await openTalk()
  await cutOffTwice(bot, `${question.id}-9`, asked, who)
  await bot.stop()
  await nothingRuns(await scene.startBot())
  expect(ours(scene, thread).map(({ id }) => id)).toEqual([card.id, answer.id])
})

it('an answer that had taken the place of a line when the bot was killed is not taken back', async () => {
  const { scene, bot, thread, card, question, answer, asked, who } = await openTalk()
  const before = wordsOf(answer)
  await cutOffTwice(bot, `${question.id}-9`, asked, who)
  const place = { channelId: thread.id, messageId: answer.id }
  await bot.assistant.tasks.setReply(`${question.id}-9`, place)
  await bot.stop()
  await nothingRuns(await scene.startBot())
  expect(ours(scene, thread).map(wordsOf)).toEqual([wordsOf(card), before])
})

it('an answer to a command that stood when the bot was killed is what its user is led to', async () => {
  const { scene, discord, bot, mira, thread, answer, asked, who, conversation } = await openTalk()
  const command = mira.slash(thread, 'help')
  const { token } = command
  await discord.until('an answer', () => command.original)
  const request = { ...asked, messageId: null, interactionToken: token }
  await cutOffTwice(bot, command.id, request, who)
  // Posted again, as that command would have.
  const again = await call(scene, 'POST', `/channels/${thread.id}/messages`, { content: answer.content })
  await bot.stop()
  const next = await scene.startBot()
  await nothingRuns(next)
  expect(wordsOf(command.original!)).toMatch(/Done: .*the answer/u)
  expect(wordsOf(command.original!)).toContain(again.id)
  expect(ours(scene, thread)).toHaveLength(3)
  expect((await next.assistant.conversations.findByMessage(again.id))?.id).toBe(conversation?.id)
})

it('a line is found again however much people have talked since', async () => {
  const scene = await openScene()
  const { discord } = scene
  const { general, guildId } = discord
  const first = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(general, `<${STORY}>`)
  await cutOffTwice(first, post.id, requestBy(mira, post, guildId), { guildId, personId: mira.id })
  await call(scene, 'POST', `/channels/${general.id}/messages`, {
    content: 'Reading news.example …',
    message_reference: { message_id: post.id },
  })
  await first.stop()
  for (let talk = 0; talk < 60; talk += 1) mira.post(general, 'A quiet day.')
  await nothingRuns(await scene.startBot())
  expect(ours(scene, general).map(wordsOf)).toEqual([expect.stringContaining('I was restarted')])
})

it('a failure that was told when the bot was killed is not told again', async () => {
  const scene = await openScene()
  const { discord } = scene
  const first = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, `<${STORY}>`)
  await cutOffTwice(first, post.id, requestBy(mira, post, discord.guildId), {
    guildId: null,
    personId: mira.id,
  })
  const retry = { type: 2, style: 2, label: 'Retry', custom_id: `retry:${post.id}` }
  await call(scene, 'POST', `/channels/${discord.general.id}/messages`, {
    content: '**The page does not answer.**\n-# link-timeout · c0de',
    components: [{ type: 1, components: [retry] }],
    message_reference: { message_id: post.id },
  })
  await first.stop()
  const bot = await scene.startBot()
  await nothingRuns(bot)
  const [notice, ...others] = discord.everyMessage()
  expect(others).toEqual([])
  mira.press(notice!, 'Retry')
  expect(wordsOf(await cardIn(scene, await threadOf(scene, post)))).toContain('1. ')
})

it('a line that had taken the place of a notice when the bot was killed becomes a notice again', async () => {
  const scene = await openScene({ model: { kind: 'reset' } })
  const { discord } = scene
  const first = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, `<@${discord.bot.id}> ${STORY}`)
  const thread = await threadOf(scene, post)
  const failure = await said(scene, thread, /model-unreachable/u)
  await untilDone(first, post.id)
  const pressed = { taskId: post.id, personId: mira.id }
  const id = String(BigInt(failure.id) + (5000n << 22n))
  const request = { ...requestBy(mira, post, discord.guildId), retryOf: pressed }
  await cutOffTwice(first, id, request, { guildId: discord.guildId, personId: mira.id })
  await call(scene, 'PATCH', `/channels/${thread.id}/messages/${failure.id}`, {
    content: 'Reading news.example …',
    components: [],
  })
  await first.stop()
  await nothingRuns(await scene.startBot())
  const [notice, ...others] = ours(scene, thread)
  expect(others).toEqual([])
  expect(wordsOf(notice!)).toContain('I was restarted')
  expect(labels(notice!)).toEqual(['Retry'])
})

it.each([{ isNoted: true }, { isNoted: false }])(
  'a line in the place of a card for a corrected link does not stay when the bot is killed: $isNoted',
  async ({ isNoted }) => {
    const { scene, discord, bot, mira, thread, card, who } = await openTalk()
    const post = discord.message(thread.id)!
    const id = `${post.id}e1`
    await cutOffTwice(bot, id, requestBy(mira, post, discord.guildId), who)
    if (isNoted) await bot.assistant.tasks.setReply(id, { channelId: thread.id, messageId: card.id })
    await call(scene, 'PATCH', `/channels/${thread.id}/messages/${card.id}`, {
      components: [{ type: 10, content: 'Reading news.example …' }],
    })
    await bot.stop()
    await nothingRuns(await scene.startBot())
    expect(wordsOf(card)).toContain('I was restarted')
    expect(buttonsOf(card.components).map(({ label }) => label)).toEqual(['Retry'])
  },
)
