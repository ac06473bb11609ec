import { describe, expect, it } from 'vitest'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, pointsOn, quoteIn, said, STORY, threadOf, told } from './open-scene.ts'
import { harbourPdf } from './harbour-pdf.ts'
import { HARBOUR_PARAGRAPHS, HARBOUR_TITLE } from './pages.ts'

const HARBOUR_TEXT = HARBOUR_PARAGRAPHS.join('\n\n')
/** What fits in one message of Discord's. */
const SOME_PARAGRAPHS = HARBOUR_PARAGRAPHS.slice(0, 6).join('\n\n')

const openWithBot = async () => {
  const scene = await openScene()
  await scene.startBot()
  const { discord } = scene
  return { scene, discord, mira: discord.person('mira'), general: discord.general }
}

describe('/summarize', () => {
  it.each([
    ['url', { url: STORY }, undefined],
    ['text', { text: HARBOUR_TEXT }, undefined],
    [
      'file',
      {},
      { name: 'harbour.md', text: `# ${HARBOUR_TITLE}\n\n${HARBOUR_TEXT}`, type: 'text/markdown' },
    ],
  ])(
    'with a %s posts a card, starts its thread from it and shows the way there to whoever asked',
    async (_, options, file) => {
      const { scene, mira, general } = await openWithBot()
      const command = mira.slash(general, 'summarize', options, file)
      const card = await cardIn(scene, general)
      const thread = await threadOf(scene, card)
      expect(thread.name).toMatch(/^(?:news\.example: |File: |Pasted text)/u)
      await told(scene, command, new RegExp(`Done: \\[the card\\]\\(.*${card.id}\\)`, 'u'))
      for (const point of pointsOn(card)) expect(HARBOUR_TEXT).toContain(quoteIn(point))
    },
  )

  it('with a PDF says on which page each point stands', async () => {
    const { scene, mira, general } = await openWithBot()
    const file = { name: 'harbour.pdf', text: await harbourPdf(), type: 'application/pdf' }
    mira.slash(general, 'summarize', {}, file)
    const card = await cardIn(scene, general)
    expect(pointsOn(card)).toHaveLength(5)
    for (const point of pointsOn(card)) expect(point).toMatch(/” \(p\. [12]\)$/u)
    const sources = mira.press(card, 'Sources')
    await told(scene, sources, /Paragraph 1, p\. 1/u)
  })

  it('with two sources says what to give, to nobody else', async () => {
    const { scene, discord, mira, general } = await openWithBot()
    const command = mira.slash(general, 'summarize', { url: STORY, text: HARBOUR_TEXT })
    await told(scene, command, /exactly one of url, text and file/u)
    expect(discord.messagesIn(general)).toEqual([])
    expect(scene.web.requests).toEqual([])
  })
})

describe('the Apps menu of a message', () => {
  it('summarises the link in it, in a thread that starts from that message', async () => {
    const { scene, discord, mira, general } = await openWithBot()
    const post = discord.person('olaf').post(general, `<${STORY}>`)
    mira.menu(post, 'Summarize')
    const thread = await threadOf(scene, post)
    expect(pointsOn(await cardIn(scene, thread))).toHaveLength(5)
  })

  it('asks about the link in it by a form', async () => {
    const { scene, discord, mira, general } = await openWithBot()
    const post = discord.person('olaf').post(general, `<${STORY}>`)
    const chosen = mira.menu(post, 'Ask about this')
    await discord.form(chosen)
    mira.submit(chosen, { question: 'How much would a full repair cost?' })
    const answer = await said(scene, general, /mira asks: How much/u)
    expect(wordsOf(answer)).toContain('48 million crowns')
  })

  it('says of the bot’s own card that it is one', async () => {
    const { scene, discord, mira, general } = await openWithBot()
    const card = await cardIn(scene, await threadOf(scene, mira.post(general, STORY)))
    await told(scene, mira.menu(card, 'Summarize'), /This message is mine/u)
    expect(discord.threads()).toHaveLength(1)
  })

  it('says where there is nothing to read', async () => {
    const { scene, discord, mira, general } = await openWithBot()
    const command = mira.menu(discord.person('olaf').post(general, 'hm'), 'Summarize')
    // One word is not nothing: it is a text, and too short.
    await told(scene, command, /text-too-short/u)
    expect(discord.messagesIn(general)).toHaveLength(1)
  })
})

describe('a mention of the bot', () => {
  it('with a pasted text summarises that text', async () => {
    const { scene, discord, mira, general } = await openWithBot()
    const post = mira.post(general, `<@${discord.bot.id}> ${SOME_PARAGRAPHS}`)
    const card = await cardIn(scene, await threadOf(scene, post))
    expect(wordsOf(card)).toContain('compared with no page')
    for (const point of pointsOn(card)) expect(HARBOUR_TEXT).toContain(quoteIn(point))
  })

  it('with a long paste, which Discord makes a message.txt of no known type, summarises that text', async () => {
    const { scene, discord, mira, general } = await openWithBot()
    const files = [{ name: 'message.txt', text: HARBOUR_TEXT, type: null }]
    const post = mira.post(general, `<@${discord.bot.id}>`, { files })
    const card = await cardIn(scene, await threadOf(scene, post))
    expect(wordsOf(card)).toMatch(/\[Pasted text/u)
    expect(pointsOn(card)).toHaveLength(5)
  })

  it('in reply to a message with a link summarises that link, in a thread that starts from there', async () => {
    const { scene, discord, mira, general } = await openWithBot()
    const post = discord.person('olaf').post(general, `<${STORY}>`)
    mira.post(general, `<@${discord.bot.id}> what is this?`, { replyTo: post })
    expect(pointsOn(await cardIn(scene, await threadOf(scene, post)))).toHaveLength(5)
  })

  it('with nothing else says what the bot does', async () => {
    const { scene, discord, mira, general } = await openWithBot()
    mira.post(general, `<@${discord.bot.id}>`)
    const help = await said(scene, general, /What I do/u)
    expect(wordsOf(help)).toContain('/summarize')
  })
})

it('a direct message with a link is answered there', async () => {
  const { scene, discord, mira } = await openWithBot()
  const message = mira.whisper(STORY)
  const channel = { ...discord.general, id: message.channelId }
  expect(pointsOn(await cardIn(scene, channel))).toHaveLength(5)
})

it.each(['help', 'privacy'])('/%s answers the one who asks', async (name) => {
  const { scene, discord, mira, general } = await openWithBot()
  await told(scene, mira.slash(general, name), /^### What I/u)
  expect(discord.messagesIn(general)).toEqual([])
})

it('a command whose acknowledgement was lost on the way is answered all the same', async () => {
  const { scene, discord, mira, general } = await openWithBot()
  discord.loseAnswer(/\/callback$/u)
  await told(scene, mira.slash(general, 'summarize', { url: STORY }), /Done/u)
  expect(discord.violations.splice(0)).toEqual([expect.stringContaining('acknowledged')])
})
