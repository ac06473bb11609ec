import { expect, it, vi } from 'vitest'
import { buttonsOf, type Person } from '../support/loopback-discord/people.ts'
import type { Message } from '../support/loopback-discord/world.ts'
import { startFootnote } from '../support/run-footnote.ts'
import { cutOffTwice } from './cut-off.ts'
import { cardIn, openScene, pointsOn, said, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { articlePage, HARBOUR_PARAGRAPHS } from './pages.ts'

// What is left of work that a crash cut off, and what is left of requests that are done.

const requestBy = ({ id, name }: Person, post: Message) => ({
  source: { kind: 'link', url: STORY },
  question: null,
  unasked: false,
  channelId: post.channelId,
  messageId: post.id,
  interactionToken: null,
  person: { id, name },
})

it('a command that had only its private reply when the bot was killed is told there how it goes on, and gets its card', async () => {
  let isHanging = true
  const page = articlePage('The hall of Brennholm', HARBOUR_PARAGRAPHS)
  const scene = await openScene({
    pages: { '/hall': (_, response) => (isHanging ? response.writeHead(200) : response.end(page)) },
  })
  const { discord, web } = scene
  const address = `127.0.0.1:${web.port}`
  const { child, done } = startFootnote(['start'], {
    environment: { ...scene.environment, FETCH_ALLOW_HOSTS: address },
  })
  await discord.untilConnected()
  const mira = discord.person('mira')
  await vi.waitUntil(() => discord.commands().includes('summarize'), { timeout: 30_000, interval: 10 })
  const command = mira.slash(discord.general, 'summarize', { url: `http://${address}/hall` })
  await told(scene, command, /Reading/u)
  await vi.waitUntil(() => web.requests.length === 1, { timeout: 30_000, interval: 10 })
  child.kill('SIGKILL')
  await done
  isHanging = false
  await scene.startBot({ FETCH_ALLOW_HOSTS: address })
  await told(scene, command, /Done: /u)
  expect(pointsOn(await cardIn(scene, discord.general))).toHaveLength(5)
})

it('a first line whose place was not stored when the bot was killed becomes the notice', async () => {
  const scene = await openScene()
  const { discord, environment } = scene
  const first = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, `<${STORY}>`)
  await cutOffTwice(first, post.id, requestBy(mira, post), {
    guildId: null,
    personId: mira.id,
  })
  await fetch(`${environment['DISCORD_API_URL']}/v10/channels/${discord.general.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      content: 'Reading news.example …',
      allowed_mentions: { parse: [] },
      nonce: `${post.id}-s`,
      enforce_nonce: true,
    }),
  })
  await first.stop()
  const bot = await scene.startBot()
  const notice = await said(scene, discord.general, /I was restarted/u)
  expect(buttonsOf(notice.components).map(({ label }) => label)).toEqual(['Retry'])
  expect(discord.everyMessage()).toHaveLength(1)
  // Known from now on, so that a crash in the middle of a retry finds it too.
  await expect.poll(async () => (await bot.assistant.tasks.find(post.id))?.reply?.messageId).toBe(notice.id)
})

it('a line that was left for a thread does not stay when the bot is killed', async () => {
  const page = articlePage('The hall of Brennholm', HARBOUR_PARAGRAPHS)
  const scene = await openScene({
    model: { kind: 'silent' },
    pages: { '/hall': (_, response) => void setTimeout(() => response.end(page), 1200) },
  })
  const { discord } = scene
  const bot = await scene.startBot()
  const post = discord.person('mira').post(discord.general, `<@${discord.bot.id}> http://news.example/hall`)
  await said(scene, discord.general, /Reading/u)
  const thread = await threadOf(scene, post)
  const line = await said(scene, thread, /writing the points/u)
  await expect.poll(async () => (await bot.assistant.tasks.find(post.id))?.reply?.messageId).toBe(line.id)
  expect(discord.everyMessage()).toEqual([line])
  // Ends what still runs, so that the bot need not wait for it at its end.
  await scene.model.close()
})

it('a cut-off task whose line was deleted meanwhile is told below the message that asked', async () => {
  const scene = await openScene()
  const { discord } = scene
  const first = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, `<${STORY}>`)
  await cutOffTwice(first, post.id, requestBy(mira, post), {
    guildId: null,
    personId: mira.id,
  })
  await first.assistant.tasks.setReply(post.id, { channelId: discord.general.id, messageId: '1234567890' })
  await first.stop()
  await scene.startBot()
  await said(scene, discord.general, /I was restarted/u)
  expect(discord.violations.splice(0)).toEqual([expect.stringContaining('Unknown Message')])
})

it('what somebody asked for is kept while it can be tried again, and no longer', async () => {
  const scene = await openScene({ model: { kind: 'reset' } })
  const { discord } = scene
  const bot = await scene.startBot()
  const mira = discord.person('mira')
  const short = mira.slash(discord.general, 'summarize', { text: 'My private words.' })
  const post = mira.post(discord.general, `<@${discord.bot.id}> ${STORY}`)
  const thread = await threadOf(scene, post)
  const failure = await said(scene, thread, /model-unreachable/u)
  await untilDone(bot, post.id)
  await untilDone(bot, short.id)
  const requestOf = async (id: string): Promise<unknown> => (await bot.assistant.tasks.find(id))?.request
  expect(await requestOf(short.id)).toBeNull()
  expect(await requestOf(post.id)).toMatchObject({ source: { url: STORY } })
  const again = mira.press(failure, 'Without a model')
  await cardIn(scene, thread)
  await untilDone(bot, again.id)
  await expect.poll(() => requestOf(post.id)).toBeNull()
  expect(await requestOf(again.id)).toBeNull()
})

it('what others were told before the bot was killed stays, whatever was cut off', async () => {
  const page = articlePage('The hall of Brennholm', HARBOUR_PARAGRAPHS)
  const scene = await openScene({
    pages: { '/hall': (_, response) => void setTimeout(() => response.end(page), 60_000).unref() },
  })
  const { discord } = scene
  const first = await scene.startBot()
  const [mira, olaf] = [discord.person('mira'), discord.person('olaf')]
  const link = 'http://news.example/hall'
  const who = { guildId: discord.guildId, personId: mira.id }
  // As a crash leaves them: known to the store, with nothing shown yet.
  const posted = mira.post(discord.general, `<${link}>`)
  const requests = [
    { ...requestBy(mira, posted), source: { kind: 'link', url: link } },
    { ...requestBy(mira, posted), source: { kind: 'link', url: link }, unasked: true },
  ]
  for (const [index, request] of requests.entries())
    await cutOffTwice(first, `${posted.id}-${index + 1}`, request, who)
  olaf.post(discord.general, `<@${discord.bot.id}>`)
  const help = await said(scene, discord.general, /What I do/u)
  const thread = await threadOf(scene, olaf.post(discord.general, STORY))
  await cardIn(scene, thread)
  olaf.post(thread, 'How many passengers were on board?')
  const answer = await said(scene, thread, /olaf asks/u)
  await first.stop()
  const bot = await scene.startBot()
  await said(scene, discord.general, /I was restarted while reading this/u)
  await expect.poll(async () => (await bot.assistant.tasks.findRunning()).length).toBe(0)
  expect(discord.message(help.id)).toMatchObject({ content: help.content, edits: 0 })
  expect(discord.message(answer.id)).toMatchObject({ content: answer.content })
})

it('a thread that a killed bot had opened for a link that nobody asked about is emptied and closed', async () => {
  const scene = await openScene()
  const { discord, environment } = scene
  const first = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, STORY)
  const thread = await threadOf(scene, post)
  await cardIn(scene, thread)
  await untilDone(first, post.id)
  const other = mira.post(discord.general, `<${STORY}>`)
  const request = { ...requestBy(mira, other), unasked: true }
  await cutOffTwice(first, other.id, request, { guildId: discord.guildId, personId: mira.id })
  const call = (path: string, body: object): Promise<Response> =>
    fetch(`${environment['DISCORD_API_URL']}/v10${path}`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const name = 'news.example: Brennholm closes'
  await call(`/channels/${discord.general.id}/messages/${other.id}/threads`, { name })
  await call(`/channels/${other.id}/messages`, { content: name, allowed_mentions: { parse: [] } })
  await first.stop()
  await scene.startBot()
  const left = await threadOf(scene, other)
  await discord.until('an empty thread', () => discord.messagesIn(left).length === 0)
  await discord.until('a closed thread', () => left.thread?.archived)
  expect(discord.messagesIn(thread)).toHaveLength(1)
})

it('a line in the channel and one in the thread, of which only the first was noted, leave one notice', async () => {
  const scene = await openScene()
  const { discord, environment } = scene
  const first = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, `<${STORY}>`)
  const call = async (path: string, body: object): Promise<{ readonly id: string }> => {
    const response = await fetch(`${environment['DISCORD_API_URL']}/v10${path}`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as { id: string }
  }
  const line = (content: string) => ({ content, allowed_mentions: { parse: [] } })
  const { id: messageId } = await call(
    `/channels/${discord.general.id}/messages`,
    line('Reading news.example …'),
  )
  await call(`/channels/${discord.general.id}/messages/${post.id}/threads`, { name: 'news.example' })
  await call(`/channels/${post.id}/messages`, line('Read 335 words, writing the points …'))
  const who = { guildId: discord.guildId, personId: mira.id }
  await cutOffTwice(first, post.id, requestBy(mira, post), who)
  await first.assistant.tasks.setReply(post.id, { channelId: discord.general.id, messageId })
  await first.stop()
  await scene.startBot()
  await said(scene, discord.general, /I was restarted while reading this/u)
  const thread = await threadOf(scene, post)
  await discord.until('an empty thread', () => discord.messagesIn(thread).length === 0)
  expect(discord.everyMessage()).toHaveLength(1)
})
