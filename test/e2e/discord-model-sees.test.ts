import { expect, it, onTestFinished } from 'vitest'
import { honestModel, passagesIn, promptOf } from '../support/honest-model.ts'
import { type Behaviour, type ModelCall, startLoopbackModel } from '../support/loopback-model.ts'
import { cardIn, openScene, said, threadOf, told, untilDone } from './open-scene.ts'
import { articlePage, HARBOUR_PARAGRAPHS } from './pages.ts'

// Every name, and every word that is neither article nor question, holds this; no article and no question does.
const MARK = 'zqx'
const ID = /\d{17,20}/u

const LONG = Array.from({ length: 9 }, (_, chapter) =>
  HARBOUR_PARAGRAPHS.map((paragraph, n) => `In year ${chapter * 10 + n}: ${paragraph}`),
).flat()
const TEXT = LONG.slice(0, 10).join('\n\n')

/** The first summary names words that are not there, so that they go back once. */
function mistaken(call: ModelCall): Behaviour {
  const [passage] = passagesIn(call)
  const claim = {
    text: 'The town sold its harbour.',
    passage: passage?.id,
    quote: 'the town has sold its harbour',
    speaker: null,
  }
  return { kind: 'reply', text: JSON.stringify({ claims: [claim] }) }
}

const isRepair = ({ body }: ModelCall): boolean =>
  body.messages.filter(({ role }) => role === 'assistant').length > 0

it(
  'a model gets articles and questions, in requests of every kind, and no name, no id and no other message',
  { timeout: 60_000 },
  async () => {
    const fallback = await startLoopbackModel(honestModel())
    onTestFinished(() => fallback.close())
    const pages = {
      '/harbour': articlePage('The old harbour', HARBOUR_PARAGRAPHS),
      '/second': articlePage('The old harbour, once more', HARBOUR_PARAGRAPHS.toReversed()),
      '/third': articlePage('The old harbour, in short', HARBOUR_PARAGRAPHS.slice(2)),
      '/long': articlePage('Years of the harbour', LONG),
    }
    const scene = await openScene({
      pages,
      environment: {
        OPENAI_CONTEXT_TOKENS: '4500',
        OPENAI_MAX_OUTPUT_TOKENS: '700',
        OPENAI_API_KEY: `sk-${MARK}`,
        OPENAI_FALLBACK_BASE_URL: fallback.baseUrl,
        OPENAI_FALLBACK_MODEL: 'loopback-2',
        FETCH_CONTACT: 'https://host.example/bot',
        PERSON_SUMMARIES_PER_HOUR: '100',
      },
    })
    const { discord, model } = scene
    const bot = await scene.startBot()
    discord.role(`role-${MARK}`)
    const guild = discord.guild(`guild-${MARK}`)
    const channel = discord.channel(`channel-${MARK}`, { guild })
    const mira = discord.person(`mira-${MARK}`, { nick: `nick-${MARK}`, permissions: ['ManageMessages'] })
    const olaf = discord.person(`olaf-${MARK}`)
    olaf.post(channel, `What I think of ${MARK}, before anything else.`)

    // From a message, with other words round its link; an answer; the same from a form, a command, a reply.
    const post = mira.post(channel, `Look at this, ${MARK}: http://news.example/harbour`)
    const thread = await threadOf(scene, post)
    const card = await cardIn(scene, thread)
    await untilDone(bot, post.id)
    olaf.post(thread, `I never liked that boat, says ${MARK}.`)
    const asked = mira.post(
      thread,
      `<@${discord.bot.id}> How many passengers were on board, <@${olaf.id}>? See <#${channel.id}>`,
    )
    await said(scene, thread, /214 passengers/u)
    await untilDone(bot, asked.id)
    const form = mira.press(card, 'Ask')
    await discord.form(form)
    await told(scene, mira.submit(form, { question: 'And how much would a full repair cost?' }), /Done/u)
    // A longer summary, the page read again, and what a moderator of another name asks for.
    const menu = await told(scene, mira.press(card, 'More'), /More/u)
    await told(scene, mira.press(menu, 'Longer'), /^1\. /mu)
    await told(scene, mira.press(menu, 'Refresh'), /Nothing has changed/u)
    // A text with mentions, a file with a name, and both away from where the bot is.
    await told(
      scene,
      mira.slash(channel, 'summarize', { text: `Ask <@${olaf.id}>.\n\n${TEXT.slice(0, 3500)}` }),
      /Done/u,
    )
    const empty = mira.slash(channel, 'summarize')
    await discord.form(empty)
    const file = { name: `file-${MARK}.txt`, text: TEXT, type: 'text/plain' }
    await told(scene, mira.submit(empty, { file: [file] }), /Done/u)
    await told(
      scene,
      mira.slash(discord.guild(`away-${MARK}`, { withBot: false }).general, 'summarize', {
        url: 'http://news.example/second',
      }),
      /^1\. /mu,
    )
    const whisper = mira.whisper('http://news.example/second')
    await cardIn(scene, discord.channelOf(whisper))
    // In parts, which are then put together.
    await told(scene, mira.slash(channel, 'summarize', { url: 'http://news.example/long' }), /Done/u)
    // A reply that has to be repaired, and one that the server fails to give until it is asked again.
    let failures = 0
    model.setBehaviour((call) => (isRepair(call) ? honestModel()(call) : mistaken(call)))
    await told(scene, mira.slash(channel, 'summarize', { url: 'http://news.example/third' }), /Done/u)
    model.setBehaviour((call) =>
      (failures += 1) < 3 ? { kind: 'status', status: 500 } : honestModel()(call),
    )
    await told(
      scene,
      mira.slash(channel, 'summarize', { url: 'http://news.example/third', language: 'de' }),
      /Done|Retry/u,
    )
    // A server that does not help, so that another is asked.
    model.setBehaviour({ kind: 'status', status: 401 })
    await told(
      scene,
      mira.slash(channel, 'summarize', { url: 'http://news.example/third', length: 'short' }),
      /Done|Retry/u,
    )
    // What failed, and is tried again.
    fallback.setBehaviour({ kind: 'status', status: 401 })
    const failed = mira.slash(channel, 'summarize', { url: 'http://news.example/third', length: 'long' })
    const failure = await told(scene, failed, /Retry|does not take/u)
    fallback.setBehaviour(honestModel())
    const retried = mira.press(failure, 'Retry')
    await untilDone(bot, retried.id)

    const calls = [...model.requests, ...fallback.requests]
    const kinds = new Set(
      calls.map((call) => (isRepair(call) && promptOf(call) !== 'answer' ? 'repair' : promptOf(call))),
    )
    expect([...kinds].toSorted()).toEqual(['answer', 'merge', 'repair', 'summarize'])
    expect(failures).toBeGreaterThanOrEqual(3)
    expect(fallback.requests.length).toBeGreaterThan(0)
    const bodies = calls.map(({ body }) => JSON.stringify(body))
    expect(bodies.filter((body) => body.includes(MARK) || ID.test(body))).toEqual([])
    expect(
      bodies.some((body) => body.includes('Question: How many passengers were on board, @someone?')),
    ).toBe(true)
    // No address either, and nothing beside the prompt but how the reply is to look.
    expect(bodies.filter((body) => /https?:\/\//u.test(body))).toEqual([])
    const parameters = new Set(calls.flatMap(({ body }) => Object.keys(body)))
    expect([...parameters].toSorted()).toEqual([
      'max_tokens',
      'messages',
      'model',
      'response_format',
      'stream',
      'stream_options',
    ])
    const headers = calls.map((call) => {
      const { authorization: _authorization, ...rest } = call.headers
      return JSON.stringify(rest)
    })
    expect(headers.filter((text) => text.includes(MARK) || ID.test(text))).toEqual([])
    // The key goes to the server that it is for.
    expect(model.requests.every(({ headers: sent }) => sent.authorization === `Bearer sk-${MARK}`)).toBe(true)
    expect(fallback.requests.some(({ headers: sent }) => sent.authorization?.includes(MARK))).toBe(false)

    // A site sees that a program asks because a person did, and nothing of who or where.
    const asks = scene.web.requests
    expect(asks.length).toBeGreaterThan(3)
    expect(
      asks.filter(({ path, headers: sent }) => `${path} ${JSON.stringify(sent)}`.includes(MARK)),
    ).toEqual([])
    const names = new Set(asks.flatMap(({ headers: sent }) => Object.keys(sent)))
    expect([...names].toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'user-agent',
    ])
    expect(asks[0]?.headers['user-agent']).toMatch(
      /^Mozilla\/5\.0 \(compatible; Footnote\/[\d.]+; reads one page when a person asks for it; \+https:\/\/host\.example\/bot\)$/u,
    )
  },
)
