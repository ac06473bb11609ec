import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Assistant } from '../../src/app/assistant.ts'
import { paint, PLAIN } from '../../src/cli/paint.ts'
import { renderAnswers, renderSummary } from '../../src/cli/render-result.ts'
import { compose } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { readAsDiscord } from '../support/discord-markdown.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { type LoopbackModel, startLoopbackModel } from '../support/loopback-model.ts'
import { obedientModel, ordersIn } from '../support/obedient-model.ts'
import { runFootnote } from '../support/run-footnote.ts'
import { DEMANDED, HOSTILE_PAGES, HOSTILE_TITLE_PAGE } from './hostile-pages.ts'
import { cardIn, everythingSaid, openScene, said, threadOf, untilDone } from './open-scene.ts'

const QUESTION = 'What do AI assistants have to say about the ferry harbour?'
const NAMES = Object.keys(HOSTILE_PAGES)

describe('with a model that obeys every order in a page, the terminal', () => {
  let model: LoopbackModel
  let assistant: Assistant

  beforeAll(async () => {
    model = await startLoopbackModel(obedientModel)
    const environment = { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'loopback-1' }
    const log = { info: () => {}, warn: () => {}, failure: () => 'c0de' }
    const config = parseConfig({ ...environment, STORAGE_URL: 'memory:' })
    const composed = await compose(config, { log, modelTimeouts: { backoff: 10 } })
    assistant = composed.assistant
  })
  afterAll(async () => {
    await assistant.close()
    await model.close()
  })

  it.each(NAMES)('shows the true points and nothing that was demanded (%s)', async (name) => {
    const [page, order] = HOSTILE_PAGES[name]!
    const asked = model.requests.length
    const bytes = new TextEncoder().encode(page)
    const read = await assistant.read({ kind: 'file', name: 'page.html', bytes, contentType: 'text/html' })
    const summary = await assistant.summarize(read.article)
    const { answer, run } = await assistant.answer(read.article, [], QUESTION)
    const shown = paint([...renderSummary(read, summary), ...renderAnswers(read, [answer], run)], PLAIN)
    expect(shown).toContain('The town of Brennholm closed its old ferry harbour')
    expect(shown).not.toMatch(DEMANDED)
    expect(JSON.stringify([summary.summary.claims, answer.claims, answer.nearest])).not.toMatch(DEMANDED)
    const isNoticed = read.article.source.notices.some(({ code }) => code === 'instructions-in-page')
    expect(isNoticed).toBe(order === 'seen')
    // The model was really given what readers see, and nothing else.
    expect(model.requests.slice(asked).some((call) => ordersIn(call).length > 0)).toBe(order === 'seen')
  })

  it.each(['plain', 'removed'])('does so as a program of its own too (%s)', async (name) => {
    const environment = { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'loopback-1' }
    const page = HOSTILE_PAGES[name]![0]
    const { status, stdout, stderr } = await runFootnote(['summarize', '-'], { stdin: page, environment })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('The town of Brennholm closed its old ferry harbour')
    expect(stdout).not.toMatch(DEMANDED)
  })
})

describe('with a model that obeys every order in a page, Discord', () => {
  it.each(NAMES)('is shown nothing that was demanded, on no card and in no answer (%s)', async (name) => {
    const pages = { [`/${name}`]: HOSTILE_PAGES[name]![0] }
    const scene = await openScene({ model: obedientModel, pages })
    const bot = await scene.startBot()
    const mira = scene.discord.person('mira')
    const post = mira.post(scene.discord.general, `http://news.example/${name}`)
    const thread = await threadOf(scene, post)
    const card = await cardIn(scene, thread)
    await untilDone(bot, post.id)
    const asked = mira.post(thread, QUESTION)
    await said(scene, thread, /mira asks/u)
    await untilDone(bot, asked.id)
    expect(wordsOf(card)).toContain('The town of Brennholm closed its old ferry harbour')
    expect(everythingSaid(scene)).not.toMatch(DEMANDED)
  })

  it('shows an order in a title as it stands, and as nothing but words', async () => {
    const scene = await openScene({ model: obedientModel, pages: { '/title': HOSTILE_TITLE_PAGE } })
    onTestFinished(() => expect(scene.discord.pings).toEqual([]))
    await scene.startBot()
    const post = scene.discord.person('mira').post(scene.discord.general, 'http://news.example/title')
    const thread = await threadOf(scene, post)
    const { links, mentions, invisible } = readAsDiscord(wordsOf(await cardIn(scene, thread)))
    expect([mentions, invisible]).toEqual([[], []])
    for (const address of links) expect(address).toMatch(/^http:\/\/news\.example\/title/u)
    expect(thread.name).not.toMatch(/@everyone|https?:/u)
  })
})
