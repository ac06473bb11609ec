import { expect, it, vi } from 'vitest'
import { PLAIN_REQUEST } from '../../src/discord/tasks/asked.ts'
import { type Person } from '../support/loopback-discord/people.ts'
import { type Channel, type Message, wordsOf } from '../support/loopback-discord/world.ts'
import type { LoopbackRoute } from '../support/loopback-web.ts'
import { startFootnote } from '../support/run-footnote.ts'
import type { RunningBot, Scene } from '../support/discord-scene.ts'
import { cutOff, cutOffTwice } from './cut-off.ts'
import { cardIn, labels, openScene, pointsOn, said, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { articlePage, HARBOUR_PARAGRAPHS } from './pages.ts'

// What a process was doing when it was killed is done by the next one, by itself and once.

/** Until a process of its own has started, on a machine that does other things too. */
const SLOW = { timeout: 30_000, interval: 20 }

const requestBy = ({ id, name }: Person, message: Message, guildId: string) => ({
  ...PLAIN_REQUEST,
  source: { kind: 'link', url: STORY },
  guildId,
  channelId: message.channelId,
  messageId: message.id as string | null,
  interactionToken: null as string | null,
  person: { id, name },
})

async function open() {
  const scene = await openScene()
  const { discord } = scene
  const first = await scene.startBot()
  const mira = discord.person('mira')
  const who = { guildId: discord.guildId, personId: mira.id }
  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const response = await fetch(`${discord.apiUrl}/v10${path}`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, allowed_mentions: { parse: [] } }),
    })
    return (await response.json()) as { id: string }
  }
  return { scene, discord, first, mira, who, post }
}

const nothingRuns = async (bot: RunningBot): Promise<void> => {
  await expect.poll(async () => (await bot.assistant.tasks.findRunning()).length, { timeout: 30_000 }).toBe(0)
}

const ours = ({ discord }: Scene, channel: Channel): Message[] =>
  discord.messagesIn(channel).filter(({ author }) => author.bot)

it('a link that somebody asked about gets its card, in the place of the line that said that it was being read', async () => {
  const { scene, discord, first, mira, who, post } = await open()
  const asking = mira.post(discord.general, `<${STORY}>`)
  await cutOff(first, asking.id, requestBy(mira, asking, discord.guildId), who)
  await post(`/channels/${discord.general.id}/messages/${asking.id}/threads`, { name: 'news.example' })
  const line = await post(`/channels/${asking.id}/messages`, {
    content: 'Read 335 words, writing the points …',
  })
  await first.assistant.tasks.setReply(asking.id, { channelId: asking.id, messageId: line.id })
  await first.stop()
  const bot = await scene.startBot()
  const card = await cardIn(scene, await threadOf(scene, asking))
  await nothingRuns(bot)
  expect(card.id).toBe(line.id)
  expect(pointsOn(card)).toHaveLength(5)
  expect(discord.everyMessage().map(({ id }) => id)).toEqual([card.id])
  expect(await bot.assistant.tasks.find(asking.id)).toMatchObject({ state: 'done', attempts: 2 })
})

it('a line that was posted and not noted is used too', async () => {
  const { scene, discord, first, mira, who, post } = await open()
  const asking = mira.post(discord.general, `<${STORY}>`)
  await cutOff(first, asking.id, requestBy(mira, asking, discord.guildId), who)
  await post(`/channels/${discord.general.id}/messages`, {
    content: 'Reading news.example …',
    message_reference: { message_id: asking.id },
  })
  await first.stop()
  const bot = await scene.startBot()
  await cardIn(scene, await threadOf(scene, asking))
  await nothingRuns(bot)
  expect(discord.everyMessage()).toHaveLength(1)
})

it('what was cut off twice is told in words, so that an article that ends the process does not do so for ever', async () => {
  const { scene, discord, first, mira, who } = await open()
  const asking = mira.post(discord.general, `<${STORY}>`)
  await cutOffTwice(first, asking.id, requestBy(mira, asking, discord.guildId), who)
  await first.stop()
  const bot = await scene.startBot()
  const notice = await said(scene, discord.general, /I was restarted while reading this/u)
  expect(labels(notice)).toEqual(['Retry'])
  await nothingRuns(bot)
  expect(scene.model.requests).toHaveLength(0)
})

it('what was asked for more than 15 minutes ago is told in words', async () => {
  let late = 0
  const scene = await openScene({ clock: () => Date.now() + late })
  const { discord } = scene
  const first = await scene.startBot()
  const mira = discord.person('mira')
  const asking = mira.post(discord.general, `<${STORY}>`)
  const who = { guildId: discord.guildId, personId: mira.id }
  await cutOff(first, asking.id, requestBy(mira, asking, discord.guildId), who)
  await first.stop()
  late = 16 * 60_000
  await scene.startBot()
  await said(scene, discord.general, /I was restarted while reading this/u)
  expect(scene.model.requests).toHaveLength(0)
})

it('a command is told in its own reply that it goes on, and where its card stands', async () => {
  const { scene, discord, first, mira, who, post } = await open()
  const command = mira.slash(discord.general, 'help')
  await discord.until('an answer', () => command.original)
  const request = requestBy(mira, command.original!, discord.guildId)
  await cutOff(first, command.id, { ...request, messageId: null, interactionToken: command.token }, who)
  const line = await post(`/channels/${discord.general.id}/messages`, {
    content: 'Read 335 words, writing the points …',
  })
  await first.stop()
  const bot = await scene.startBot()
  await told(scene, command, /Done: /u)
  await nothingRuns(bot)
  const [card, ...others] = ours(scene, discord.general).filter(({ seenBy }) => seenBy === null)
  expect(others).toEqual([])
  expect(card?.id).toBe(line.id)
  expect(pointsOn(card!)).toHaveLength(5)
  expect(wordsOf(command.original!)).toContain(line.id)
})

it.each([
  ['longer', /^\d+\. /mu],
  ['refresh', /Nothing has changed/u],
] as const)('what somebody chose in More is done again for them alone: %s', async (again, shows) => {
  const { scene, discord, first, mira, who } = await open()
  const post = mira.post(discord.general, STORY)
  const thread = await threadOf(scene, post)
  const card = await cardIn(scene, thread)
  await untilDone(first, post.id)
  const before = wordsOf(card)
  const conversation = await first.assistant.conversations.findByMessage(card.id)
  const pressed = mira.slash(thread, 'help')
  await discord.until('an answer', () => pressed.original)
  await cutOff(
    first,
    pressed.id,
    {
      ...requestBy(mira, card, discord.guildId),
      source: { kind: 'conversation', id: conversation?.id },
      messageId: null,
      interactionToken: pressed.token,
      length: 'long',
      again,
    },
    who,
  )
  await first.stop()
  const bot = await scene.startBot()
  await told(scene, pressed, shows)
  await nothingRuns(bot)
  expect(ours(scene, thread).filter(({ seenBy }) => seenBy === null)).toHaveLength(1)
  expect(wordsOf(card).split('\n')[0]).toBe(before.split('\n')[0])
  expect((await bot.assistant.conversations.findByMessage(card.id))?.id).toBe(conversation?.id)
})

it('a card for somebody where nobody added the bot is shown to them alone', async () => {
  const { scene, discord, first, mira } = await open()
  const elsewhere = discord.guild('Elsewhere', { withBot: false })
  const command = mira.slash(elsewhere.general, 'help')
  const reply = await discord.until('an answer', () => command.original)
  const request = { ...requestBy(mira, reply, elsewhere.id), guildId: null, messageId: null, away: true }
  await cutOff(
    first,
    command.id,
    { ...request, interactionToken: command.token },
    { guildId: null, personId: mira.id },
  )
  await first.stop()
  const bot = await scene.startBot()
  expect(pointsOn(await told(scene, command, /^1\. /mu))).toHaveLength(5)
  await nothingRuns(bot)
  expect(discord.everyMessage().filter(({ seenBy }) => seenBy === null)).toEqual([])
})

it('a command whose reply Discord no longer takes is told in words', async () => {
  const { scene, discord, first, mira, who } = await open()
  const command = mira.slash(discord.general, 'help')
  await discord.until('an answer', () => command.original)
  const request = requestBy(mira, command.original!, discord.guildId)
  await cutOff(first, command.id, { ...request, messageId: null, interactionToken: command.token }, who)
  discord.expire(command)
  await first.stop()
  await scene.startBot()
  await said(scene, discord.general, /I was restarted while reading this/u)
  expect(scene.model.requests).toHaveLength(0)
  expect(discord.violations.splice(0)).not.toEqual([])
})

it('a link that nobody asked about gets its card, too', async () => {
  const { scene, discord, first, mira, who, post } = await open()
  const other = mira.post(discord.general, `<${STORY}>`)
  await cutOff(first, other.id, { ...requestBy(mira, other, discord.guildId), unasked: true }, who)
  const name = 'Brennholm closes'
  await post(`/channels/${discord.general.id}/messages/${other.id}/threads`, { name })
  await post(`/channels/${other.id}/messages`, { content: name })
  await first.stop()
  const bot = await scene.startBot()
  await cardIn(scene, await threadOf(scene, other))
  await nothingRuns(bot)
  expect(discord.everyMessage()).toHaveLength(1)
})

it('an answer that was stored and not shown is given as it was stored, and nothing is spent on it again', async () => {
  const { scene, discord, first, mira, who } = await open()
  const post = mira.post(discord.general, STORY)
  const thread = await threadOf(scene, post)
  const card = await cardIn(scene, thread)
  const asked = 'How many passengers were on board?'
  mira.post(thread, asked)
  const answer = await said(scene, thread, /mira asks/u)
  await untilDone(first, post.id)
  const before = scene.model.requests.length
  // The same turn is stored of a question whose process was killed before it could show the answer.
  const olaf = discord.person('olaf')
  const question = olaf.post(thread, `<${asked}>`)
  const conversation = await first.assistant.conversations.findByMessage(card.id)
  const source = { kind: 'conversation', id: conversation?.id }
  await cutOff(
    first,
    question.id,
    { ...requestBy(olaf, question, discord.guildId), source, question: asked },
    who,
  )
  await first.stop()
  const bot = await scene.startBot()
  const again = await said(scene, thread, /olaf asks/u)
  await nothingRuns(bot)
  expect(again.id).not.toBe(answer.id)
  expect(scene.model.requests).toHaveLength(before)
  const turns = (await bot.assistant.conversations.findByMessage(card.id))?.turns
  expect(turns).toHaveLength(1)
})

it('every link of a message is done again, also one that was not begun when the process was killed', async () => {
  let isHanging = true
  const page = (title: string): LoopbackRoute => {
    const html = articlePage(title, HARBOUR_PARAGRAPHS.toReversed())
    return (_, response) => void (isHanging ? response.writeHead(200) : response.end(html))
  }
  const scene = await openScene({ pages: { '/hall': page('The hall'), '/quay': page('The quay') } })
  const { discord, web } = scene
  const address = `127.0.0.1:${web.port}`
  const environment = { ...scene.environment, FETCH_ALLOW_HOSTS: address }
  const { child, done } = startFootnote(['start'], { environment })
  await vi.waitUntil(() => discord.shards().length === 1, SLOW)
  const words = ['hall', 'quay'].map((name) => `http://${address}/${name}`).join(' ')
  const post = discord.person('mira').post(discord.general, `<@${discord.bot.id}> ${words}`)
  await vi.waitUntil(() => web.requests.length === 1, SLOW)
  child.kill('SIGKILL')
  await done
  isHanging = false
  const bot = await scene.startBot({ FETCH_ALLOW_HOSTS: address })
  const thread = await threadOf(scene, post)
  await said(scene, thread, /The hall[^]*^1\. /mu)
  await said(scene, thread, /The quay[^]*^1\. /mu)
  await nothingRuns(bot)
  expect(discord.everyMessage()).toHaveLength(2)
})
