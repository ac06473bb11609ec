import { describe, expect, it } from 'vitest'
import { HARBOUR_PARAGRAPHS } from './pages.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, everythingSaid, openScene, said, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { REPORT_PAGES, reportLink } from './report-pages.ts'

const openReports = async (options: Parameters<typeof openScene>[0] = {}) => {
  const scene = await openScene({ pages: REPORT_PAGES, ...options })
  const bot = await scene.startBot()
  const { discord } = scene
  return { scene, bot, discord, mira: discord.person('mira'), general: discord.general }
}

describe('a message that gave an article and is deleted', () => {
  it('takes its card and the answers with it, and closes the thread', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, `<@${discord.bot.id}> ${STORY}`)
    const thread = await threadOf(scene, post)
    const card = await cardIn(scene, thread)
    await untilDone(bot, post.id)
    const form = mira.press(card, 'Ask')
    await discord.form(form)
    mira.submit(form, { question: 'How much would a full repair cost?' })
    await said(scene, thread, /mira asks/u)
    mira.delete(post)
    await discord.until('an empty thread', () => discord.messagesIn(thread).length === 0)
    await discord.until('a closed thread', () => discord.channelOf({ ...card }).thread?.archived)
    expect(await bot.assistant.conversations.findByThread(thread.id)).toBeUndefined()
  })

  it('leaves a thread open in which people talk', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, STORY)
    const thread = await threadOf(scene, post)
    const card = await cardIn(scene, thread)
    await untilDone(bot, post.id)
    const talk = discord.person('olaf').post(thread, 'I was there.')
    discord.deleteMessage(post)
    await discord.until('no card', () => discord.message(card.id) === undefined)
    await expect.poll(() => bot.assistant.conversations.findByThread(thread.id)).toBeUndefined()
    expect(discord.message(talk.id)).toBeDefined()
    expect(discord.channelOf(talk).thread?.archived).toBe(false)
  })

  it('goes with others at once: their cards go too', async () => {
    const { bot, discord, general } = await openReports({
      discord: { without: ['CreatePublicThreads'] },
    })
    const moderator = discord.person('runa', { permissions: ['ManageMessages'] })
    const posts = [1, 2].map((n) => discord.person('mira').post(general, reportLink(n)))
    for (const post of posts) await untilDone(bot, post.id)
    moderator.deleteMany(posts)
    await discord.until('no cards', () => discord.messagesIn(general).length === 0)
    expect(await bot.assistant.conversations.findLatestInChannel(general.id)).toBeUndefined()
  })

  it('while it is read ends the reading, and leaves nothing behind', async () => {
    const { scene, bot, discord, mira, general } = await openReports({ model: { kind: 'silent' } })
    const post = mira.post(general, `<@${discord.bot.id}> ${STORY}`)
    const thread = await threadOf(scene, post)
    await said(scene, thread, /writing the points/u)
    mira.delete(post)
    await discord.until('an empty thread', () => discord.messagesIn(thread).length === 0)
    await untilDone(bot, post.id)
    expect((await bot.assistant.tasks.find(post.id))?.state).toBe('done')
    expect(bot.logged).toContain('source-gone')
  })

  it('before a restart takes its card with it after it', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, STORY)
    const thread = await threadOf(scene, post)
    const card = await cardIn(scene, thread)
    await untilDone(bot, post.id)
    await bot.stop()
    await scene.startBot()
    mira.delete(post)
    await discord.until('no card', () => discord.message(card.id) === undefined)
    expect(discord.messagesIn(thread)).toEqual([])
  })
})

it('a card that a moderator deletes is forgotten, and its thread with it', async () => {
  const { scene, bot, discord, mira, general } = await openReports()
  const post = mira.post(general, STORY)
  const thread = await threadOf(scene, post)
  const card = await cardIn(scene, thread)
  await untilDone(bot, post.id)
  discord.deleteMessage(card)
  await expect.poll(() => bot.assistant.conversations.findByThread(thread.id)).toBeUndefined()
})

it('a thread or a channel that is deleted is forgotten', async () => {
  const { scene, bot, discord, mira, general } = await openReports()
  const post = mira.post(general, STORY)
  const thread = await threadOf(scene, post)
  await cardIn(scene, thread)
  await untilDone(bot, post.id)
  const other = discord.channel('other')
  const second = mira.post(other, `<@${discord.bot.id}> ${reportLink(1)}`)
  await untilDone(bot, second.id)
  expect(await bot.assistant.conversations.findLatestInChannel(other.id)).toBeDefined()
  discord.deleteChannel(thread)
  await expect.poll(() => bot.assistant.conversations.findByThread(thread.id)).toBeUndefined()
  discord.deleteChannel(other)
  await expect.poll(() => bot.assistant.conversations.findLatestInChannel(other.id)).toBeUndefined()
})

it('a question that is deleted takes its answer with it, and nobody else’s', async () => {
  const { scene, bot, discord, mira, general } = await openReports()
  const thread = await threadOf(scene, mira.post(general, STORY))
  await cardIn(scene, thread)
  const question = mira.post(thread, 'How many passengers were on board?')
  const answer = await said(scene, thread, /214 passengers/u)
  await untilDone(bot, question.id)
  const other = mira.post(thread, 'How much would a full repair cost?')
  const otherAnswer = await said(scene, thread, /48 million/u)
  await untilDone(bot, other.id)
  mira.delete(question)
  await discord.until('no answer', () => discord.message(answer.id) === undefined)
  expect(discord.message(otherAnswer.id)).toBeDefined()
  const left = await bot.assistant.conversations.findByThread(thread.id)
  expect(left?.turns.map(({ question: words }) => words)).toEqual(['How much would a full repair cost?'])
})

it('a card whose own thread is deleted goes on in its channel', async () => {
  const { scene, bot, discord, mira, general } = await openReports()
  const command = mira.slash(general, 'summarize', { url: STORY })
  await told(scene, command, /Done/u)
  const card = await cardIn(scene, general)
  await untilDone(bot, command.id)
  discord.deleteChannel(await threadOf(scene, card))
  await expect
    .poll(async () => (await bot.assistant.conversations.findByMessage(card.id))?.place?.threadId)
    .toBeNull()
  const form = mira.press(card, 'Ask')
  await discord.form(form)
  mira.submit(form, { question: 'How many passengers were on board?' })
  await said(scene, general, /mira asks/u)
})

describe('a message that is corrected', () => {
  it('with a link in the place of a mistyped one gets the card of the right one', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, 'http://news.example/harbuor')
    await untilDone(bot, post.id)
    expect(discord.threads()).toEqual([])
    mira.edit(post, STORY)
    expect(wordsOf(await cardIn(scene, await threadOf(scene, post)))).toContain(STORY)
  })

  it('asked for in vain gets its card, and the failure goes', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, `<@${discord.bot.id}> http://news.example/harbuor`)
    const failure = await said(scene, general, /link-unreachable/u)
    await untilDone(bot, post.id)
    mira.edit(post, `<@${discord.bot.id}> ${STORY}`)
    await cardIn(scene, await threadOf(scene, post))
    expect(discord.message(failure.id)).toBeUndefined()
    expect(everythingSaid(scene)).not.toContain('link-unreachable')
  })

  it('to another link changes its card into that of the other', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, reportLink(1))
    const thread = await threadOf(scene, post)
    const card = await cardIn(scene, thread)
    await untilDone(bot, post.id)
    mira.edit(post, `I meant ${reportLink(2)}`)
    await discord.until('the other card', () => wordsOf(discord.message(card.id)!).includes(reportLink(2)))
    expect(discord.messagesIn(thread)).toHaveLength(1)
    mira.post(thread, 'How much would a full repair cost?')
    await said(scene, thread, /mira asks/u)
    const known = await bot.assistant.conversations.findByThread(thread.id)
    expect(known?.article.source.url).toBe(reportLink(2))
  })

  it('beside its link, or given a preview by Discord, changes nothing', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, STORY)
    const thread = await threadOf(scene, post)
    const card = await cardIn(scene, thread)
    await untilDone(bot, post.id)
    const edits = card.edits
    mira.edit(post, `Read this: ${STORY}`)
    discord.preview(post, [{ title: 'Harbour', url: STORY }])
    const help = mira.post(general, `<@${discord.bot.id}>`)
    await said(scene, general, /What I do/u)
    expect(discord.messagesIn(thread)).toHaveLength(1)
    expect(discord.message(card.id)?.edits).toBe(edits)
    expect(help).toBeDefined()
    expect(scene.model.requests).toHaveLength(1)
  })

  it('once is read once, however often Discord tells of it', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, 'nothing yet')
    mira.edit(post, STORY)
    discord.preview(post, [{ title: 'Harbour', url: STORY }])
    const thread = await threadOf(scene, post)
    await cardIn(scene, thread)
    discord.preview(post, [{ title: 'Harbour again', url: STORY }])
    mira.post(general, `<@${discord.bot.id}>`)
    await said(scene, general, /What I do/u)
    expect(discord.messagesIn(thread)).toHaveLength(1)
    expect(bot.logged.filter((event) => event.includes('not-handled'))).toEqual([])
  })
})

describe('/forget', () => {
  it('me takes out what a person pasted and asked, with cards and answers, and leaves what others asked', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const olaf = discord.person('olaf')
    const post = olaf.post(general, STORY)
    const thread = await threadOf(scene, post)
    await cardIn(scene, thread)
    await untilDone(bot, post.id)
    const own = mira.post(thread, `<@${discord.bot.id}> How much would a full repair cost?`)
    const answer = await said(scene, thread, /mira asks/u)
    await untilDone(bot, own.id)
    olaf.post(thread, `<@${discord.bot.id}> How many passengers were on board?`)
    const other = await said(scene, thread, /olaf asks/u)
    const paste = mira.slash(general, 'summarize', { text: HARBOUR_PARAGRAPHS.slice(0, 4).join('\n\n') })
    const card = await cardIn(scene, general)
    await told(scene, paste, /Done/u)
    await told(
      scene,
      mira.slash(general, 'forget', { scope: 'me' }),
      /Forgotten:.* 1 text or file .* 1 question of yours/u,
    )
    expect(discord.message(answer.id)).toBeUndefined()
    expect(discord.message(card.id)).toBeUndefined()
    expect(discord.message(other.id)).toBeDefined()
    const left = await bot.assistant.conversations.findByThread(thread.id)
    expect(left?.turns.map(({ question }) => question)).toEqual(['How many passengers were on board?'])
  })

  it('thread is for who asked for its card and for moderators', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, STORY)
    const thread = await threadOf(scene, post)
    const card = await cardIn(scene, thread)
    await untilDone(bot, post.id)
    const olaf = discord.person('olaf')
    await told(scene, olaf.slash(thread, 'forget', { scope: 'thread' }), /permission-missing/u)
    await told(scene, mira.slash(general, 'forget', { scope: 'thread' }), /This is no thread/u)
    expect(discord.message(card.id)).toBeDefined()
    await told(scene, mira.slash(thread, 'forget', { scope: 'thread' }), /Forgotten:.* 1 article/u)
    expect(discord.message(card.id)).toBeUndefined()
    expect(await bot.assistant.conversations.findByThread(thread.id)).toBeUndefined()
  })

  it('server is for who manages it, and leaves the messages', async () => {
    const { scene, bot, discord, mira, general } = await openReports()
    const post = mira.post(general, STORY)
    const thread = await threadOf(scene, post)
    const card = await cardIn(scene, thread)
    await untilDone(bot, post.id)
    await told(scene, mira.slash(general, 'forget', { scope: 'server' }), /permission-missing/u)
    const manager = discord.person('runa', { permissions: ['ManageGuild'] })
    await told(scene, manager.slash(general, 'forget', { scope: 'server' }), /Forgotten:.* 1 article/u)
    expect(discord.message(card.id)).toBeDefined()
    await told(scene, mira.press(discord.message(card.id)!, 'Sources'), /I no longer have this article/u)
  })
})

it('a server that removes the bot is forgotten; an outage of Discord is no removal', async () => {
  const { scene, bot, discord, mira } = await openReports()
  const post = mira.post(discord.general, STORY)
  const thread = await threadOf(scene, post)
  await cardIn(scene, thread)
  await untilDone(bot, post.id)
  discord.breakDown(discord.home)
  discord.recover(discord.home)
  const other = discord.guild('Another circle')
  discord.throwOut(other)
  await expect.poll(() => bot.logged).toContain('guild-forgotten')
  expect(await bot.assistant.conversations.findByThread(thread.id)).toBeDefined()
  discord.throwOut(discord.home)
  await expect.poll(() => bot.assistant.conversations.findByThread(thread.id)).toBeUndefined()
})
