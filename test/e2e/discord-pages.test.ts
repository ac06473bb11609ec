import { describe, expect, it } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import type { Interaction } from '../support/loopback-discord/interactions.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, labels, openScene, pointsOn, STORY, threadOf, told } from './open-scene.ts'
import { articlePage, HARBOUR_PARAGRAPHS } from './pages.ts'

// Summaries and sources that are longer than one message, and buttons whose article is no longer kept.

const openLongCard = async () => {
  const scene = await openScene({ model: honestModel(8) })
  const { discord } = scene
  const bot = await scene.startBot()
  const mira = discord.person('mira')
  mira.slash(discord.general, 'summarize', { url: STORY, length: 'long' })
  const card = await cardIn(scene, discord.general)
  return { scene, discord, bot, mira, card }
}

const numbersOn = (words: string): number[] =>
  [...words.matchAll(/^(\d+)\. /gmu)].map(([, number]) => Number(number))

describe('a summary of more points than a card holds', () => {
  it('goes on for whoever presses Next page, and turns back, without a change for others', async () => {
    const { scene, card, mira, discord } = await openLongCard()
    expect(labels(card)).toEqual(['Ask', 'Sources', 'More', 'Next page'])
    const first = numbersOn(wordsOf(card))
    expect(first.length).toBeLessThanOrEqual(6)
    expect(wordsOf(card)).toContain(`Points 1–${first.length} of 8 · `)
    const edits = card.edits
    const pressed = mira.press(card, 'Next page')
    const page = await told(scene, pressed, /of 8/u)
    expect(numbersOn(wordsOf(page))).toEqual([1, 2, 3, 4, 5, 6, 7, 8].slice(first.length))
    expect(labels(page)).toEqual(['Back', 'Next'])
    const back = mira.press(page, 'Back')
    await told(scene, back, /Points 1–/u)
    expect(back.original?.id).toBe(page.id)
    expect(numbersOn(wordsOf(page))).toEqual(first)
    expect(card.edits).toBe(edits)
    expect(discord.messagesIn(discord.general)).toHaveLength(1)
  })

  it('turns its pages after a restart too', async () => {
    const { scene, bot, card, mira } = await openLongCard()
    const page = await told(scene, mira.press(card, 'Next page'), /of 8/u)
    await bot.stop()
    await scene.startBot()
    await told(scene, mira.press(page, 'Back'), /Points 1–/u)
    await told(scene, mira.press(card, 'Next page'), /8 of 8/u)
    expect(scene.model.requests).toHaveLength(1)
  })
})

it('Sources that are longer than a message are turned in place', async () => {
  const wordy = HARBOUR_PARAGRAPHS.map((words, index) => {
    const sentence = `${words.split('. ')[0] ?? ''}, as people in the town of Brennholm have told each other `
    return `${index + 1} ${sentence}${'and again and once more over coffee '.repeat(12)}in those days.`
  })
  const page = articlePage('Brennholm and its wordy harbour', wordy)
  const scene = await openScene({ pages: { '/wordy': page }, model: honestModel(8) })
  const { discord } = scene
  await scene.startBot()
  const mira = discord.person('mira')
  mira.slash(discord.general, 'summarize', { url: 'http://news.example/wordy', length: 'long' })
  const card = await cardIn(scene, discord.general)
  const first = await told(scene, mira.press(card, 'Sources'), /Page 1 of [2-4]/u)
  expect(wordsOf(first)).not.toContain('points dropped')
  const turned = mira.press(first, 'Next')
  const second = await told(scene, turned, /Page 2 of/u)
  expect(second.id).toBe(first.id)
  expect(turned.followUps).toEqual([])
  await told(scene, mira.press(second, 'Back'), /Page 1 of/u)
})

describe('a button whose article is no longer kept', () => {
  const forget = async (buttons: readonly string[]) => {
    const opened = await openLongCard()
    const { bot, card } = opened
    const conversation = await bot.assistant.conversations.findByMessage(card.id)
    await bot.assistant.forgetting.conversation(conversation?.id ?? '')
    const pressed: Interaction[] = buttons.map((label) => opened.mira.press(card, label))
    return { ...opened, pressed }
  }

  it('says so to whoever pressed it and offers to read it again', async () => {
    const { scene, discord, pressed } = await forget(['Ask', 'Sources', 'More', 'Next page'])
    for (const one of pressed) {
      const gone = await told(scene, one, /I no longer have this article/u)
      expect(labels(gone)).toEqual(['Read again'])
      expect(one.form).toBeNull()
    }
    expect(discord.messagesIn(discord.general)).toHaveLength(1)
  })

  it('reads it again for that person, after a restart too', async () => {
    const { scene, discord, bot, mira, card, pressed } = await forget(['Sources'])
    const [sources] = pressed
    if (sources === undefined) throw new Error('nothing was pressed')
    const gone = await told(scene, sources, /I no longer have this article/u)
    await bot.stop()
    await scene.startBot()
    mira.press(gone, 'Read again')
    const again = await discord.until('a second card', () =>
      discord.messagesIn(discord.general).find((message) => message.id !== card.id && message.edits > 0),
    )
    await told(scene, mira.press(again, 'Sources'), /points dropped/u)
    expect(pointsOn(again).length).toBeGreaterThan(2)
  })

  it('of a paste asks for the text again', async () => {
    const scene = await openScene()
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    mira.slash(discord.general, 'summarize', { text: HARBOUR_PARAGRAPHS.join('\n\n') })
    const card = await cardIn(scene, discord.general)
    const conversation = await bot.assistant.conversations.findByMessage(card.id)
    await bot.assistant.forgetting.conversation(conversation?.id ?? '')
    const gone = await told(scene, mira.press(card, 'Sources'), /Give me the link or the text again/u)
    expect(labels(gone)).toEqual([])
  })

  it('in the thread of a link gives its new card in that thread', async () => {
    const scene = await openScene()
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    const thread = await threadOf(scene, mira.post(discord.general, STORY))
    const card = await cardIn(scene, thread)
    const conversation = await bot.assistant.conversations.findByMessage(card.id)
    await bot.assistant.forgetting.conversation(conversation?.id ?? '')
    const gone = await told(scene, mira.press(card, 'Ask'), /I no longer have this article/u)
    mira.press(gone, 'Read again')
    const again = await discord.until('a second card', () =>
      discord.messagesIn(thread).find(({ id, edits }) => id !== card.id && edits > 0),
    )
    // Asked for, it has the usual number of points; a short article that nobody asked about has fewer.
    expect(pointsOn(again)).toEqual(expect.arrayContaining(pointsOn(card)))
  })
})
