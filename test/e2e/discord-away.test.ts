import { describe, expect, it } from 'vitest'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { labels, openScene, pointsOn, quoteIn, STORY, told } from './open-scene.ts'
import { HARBOUR_PARAGRAPHS } from './pages.ts'

// Where nobody added the bot, and a person has installed it for themselves.

const HARBOUR_TEXT = HARBOUR_PARAGRAPHS.join('\n\n')

async function openAway(options: Parameters<typeof openScene>[0] = {}) {
  const scene = await openScene(options)
  const { discord } = scene
  const elsewhere = discord.guild('Elsewhere', { withBot: false })
  const mira = discord.person('mira')
  const bot = await scene.startBot()
  await discord.until('commands', () => discord.commands().includes('summarize'))
  return { scene, bot, discord, mira, elsewhere: elsewhere.general }
}

describe('in a server that never added the bot', () => {
  it('/summarize shows the card to whoever asked alone, and answers questions about it the same way', async () => {
    const { scene, bot, discord, mira, elsewhere } = await openAway()
    const command = mira.slash(elsewhere, 'summarize', { url: STORY })
    const card = await told(scene, command, /^1\. /mu)
    expect(pointsOn(card)).toHaveLength(5)
    for (const point of pointsOn(card)) expect(HARBOUR_TEXT).toContain(quoteIn(point))
    const ask = mira.press(card, 'Ask')
    await discord.form(ask)
    const asked = mira.submit(ask, { question: 'How much would a full repair cost?' })
    expect(wordsOf(await told(scene, asked, /mira asks/u))).toContain('48 million crowns')
    await told(scene, mira.press(card, 'Sources'), /the words behind each point/u)
    expect(discord.messagesIn(elsewhere)).toEqual([])
    // A server that never agreed remembers nothing.
    expect(await bot.assistant.conversations.findLatestInChannel(elsewhere.id)).toBeUndefined()
  })

  it('the Apps menu reads a message that it is used on', async () => {
    const { scene, discord, mira, elsewhere } = await openAway()
    const post = discord.person('olaf').post(elsewhere, `<${STORY}>`)
    expect(pointsOn(await told(scene, mira.menu(post, 'Summarize'), /^1\. /mu))).toHaveLength(5)
    const chosen = mira.menu(post, 'Ask about this')
    await discord.form(chosen)
    const asked = mira.submit(chosen, { question: 'How many passengers were on board?' })
    await told(scene, asked, /214 passengers/u)
    expect(discord.threads()).toEqual([])
  })

  it('/ask with an address answers, and without one says what to give', async () => {
    const { scene, mira, elsewhere } = await openAway()
    await told(
      scene,
      mira.slash(elsewhere, 'ask', { question: 'How many passengers were on board?', url: STORY }),
      /214/u,
    )
    await told(
      scene,
      mira.slash(elsewhere, 'ask', { question: 'Who closed it?' }),
      /I know no article here yet/u,
    )
  })

  it('a failure is told to whoever asked alone, and Retry does the work there', async () => {
    const { scene, discord, mira, elsewhere } = await openAway({ model: { kind: 'status', status: 401 } })
    const failure = await told(scene, mira.slash(elsewhere, 'summarize', { url: STORY }), /model-rejected/u)
    expect(labels(failure)).toEqual(['Retry', 'Without a model'])
    await told(scene, mira.press(failure, 'Without a model'), /^1\. /mu)
    expect(discord.messagesIn(elsewhere)).toEqual([])
  })

  it('nothing is done where the host has listed its servers', async () => {
    const { scene, mira, elsewhere, discord } = await openAway({
      environment: { DISCORD_ALLOWED_GUILDS: '123456789012345678' },
    })
    await told(scene, mira.slash(elsewhere, 'summarize', { url: STORY }), /servers that my host has listed/u)
    expect(scene.web.requests).toEqual([])
    expect(discord.messagesIn(elsewhere)).toEqual([])
  })
})

it('in a conversation between people the card is for whoever asked alone', async () => {
  const { scene, discord, mira } = await openAway()
  const group = discord.conversation([mira, discord.person('olaf'), discord.person('runa')], 'us')
  await told(scene, mira.slash(group, 'summarize', { url: STORY }), /^1\. /mu)
  expect(discord.messagesIn(group)).toEqual([])
})
