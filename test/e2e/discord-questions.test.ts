import { describe, expect, it } from 'vitest'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, said, STORY, threadOf, told } from './open-scene.ts'

const openWithCard = async () => {
  const scene = await openScene()
  const { discord } = scene
  const bot = await scene.startBot()
  const mira = discord.person('mira')
  const thread = await threadOf(scene, mira.post(discord.general, STORY))
  const card = await cardIn(scene, thread)
  return { scene, discord, bot, mira, thread, card }
}

describe('a question in the thread', () => {
  it('is answered with whose question it is, the answer and its place in the article', async () => {
    const { scene, discord, mira, thread } = await openWithCard()
    mira.post(thread, 'how far had the quay wall moved')
    const answer = wordsOf(await said(scene, thread, /asks/u))
    expect(answer).toMatch(/^-# mira asks: how far had the quay wall moved\n/u)
    expect(answer).toContain('eleven centimetres since the winter storms')
    expect(answer).toMatch(/-# \[Paragraph 2\]\(http:\/\/news\.example\/harbour#:~:text=/u)
    expect(discord.typing).toContain(thread.id)
  })

  it('that the article does not answer gets “Not in the article” and the closest words', async () => {
    const { scene, mira, thread } = await openWithCard()
    mira.post(thread, 'Which orchestra played at the wedding of the mayor of Vessøy?')
    const answer = wordsOf(await said(scene, thread, /asks/u))
    expect(answer).toContain('**Not in the article.**')
    expect(answer).toMatch(/Closest, and not an answer:\n> .*mayor/u)
  })

  it('is told from talk once a second person has written there', async () => {
    const { scene, discord, mira, thread } = await openWithCard()
    discord.person('olaf').post(thread, 'My grandfather sailed on that boat.')
    mira.post(thread, 'Mine too, and he loved it.')
    mira.post(thread, 'Who is the mayor of Vessøy?')
    await said(scene, thread, /mira asks: Who is the mayor/u)
    expect(discord.messagesIn(thread).filter(({ author }) => author.bot)).toHaveLength(2)
  })
})

describe('the buttons of a card', () => {
  it('Ask opens a form, and the answer stands in the thread', async () => {
    const { scene, discord, card, thread } = await openWithCard()
    const olaf = discord.person('olaf')
    const pressed = olaf.press(card, 'Ask')
    await discord.form(pressed)
    const sent = olaf.submit(pressed, { question: 'How much would a full repair cost?' })
    const answer = await said(scene, thread, /olaf asks: How much/u)
    expect(wordsOf(answer)).toContain('48 million crowns')
    await told(scene, sent, /Done: \[the answer\]/u)
  })

  it('Sources shows the one who pressed the sentence behind each point', async () => {
    const { scene, discord, card, thread } = await openWithCard()
    const before = discord.messagesIn(thread).length
    const shown = wordsOf(await told(scene, discord.person('olaf').press(card, 'Sources'), /Sources/u))
    expect(shown).toContain('**The town of Brennholm closed its old ferry harbour on Tuesday')
    expect(shown).toContain('points dropped for want of proof: 0')
    expect(discord.messagesIn(thread)).toHaveLength(before)
  })
})

it('/ask in the channel is about its latest card, and /ask with an address about that', async () => {
  const { scene, discord, mira, thread } = await openWithCard()
  mira.slash(discord.general, 'ask', { question: 'How much would a full repair cost?' })
  await said(scene, thread, /mira asks: How much/u)
  mira.slash(discord.general, 'ask', { question: 'How many residents has Vessøy in winter?', url: STORY })
  expect(wordsOf(await said(scene, discord.general, /mira asks: How many/u))).toContain('340 residents')
  expect(scene.web.count('/harbour')).toBe(1)
})

describe('after a restart', () => {
  it('questions in the thread and buttons work as before', async () => {
    const { scene, discord, bot, mira, card, thread } = await openWithCard()
    await bot.stop()
    await scene.startBot()
    mira.post(thread, 'how far had the quay wall moved')
    expect(wordsOf(await said(scene, thread, /asks: how far/u))).toContain('eleven centimetres')
    await told(scene, mira.press(card, 'Sources'), /points dropped for want of proof/u)
    const pressed = mira.press(card, 'Ask')
    await discord.form(pressed)
    mira.submit(pressed, { question: 'How much would a full repair cost?' })
    await said(scene, thread, /mira asks: How much/u)
    expect(scene.web.count('/harbour')).toBe(1)
  })
})

it('what belongs into a locked thread is refused with the reason, to the one who asked', async () => {
  const scene = await openScene()
  const { discord } = scene
  await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, STORY)
  const thread = await threadOf(scene, post)
  await cardIn(scene, thread)
  discord.lock(thread)
  const asked = mira.slash(discord.general, 'ask', { question: 'How much would a full repair cost?' })
  expect(wordsOf(await told(scene, asked, /permission-missing/u))).toContain('locked thread')
  const chosen = mira.menu(post, 'Summarize')
  expect(wordsOf(await told(scene, chosen, /permission-missing/u))).toContain('locked thread')
})
