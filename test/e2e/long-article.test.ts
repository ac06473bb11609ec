import { expect, it, onTestFinished } from 'vitest'
import { honestModel, passagesIn, promptOf } from '../support/honest-model.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { type Script, startLoopbackModel } from '../support/loopback-model.ts'
import { runFootnote } from '../support/run-footnote.ts'
import { cardIn, openScene, said, threadOf, untilDone } from './open-scene.ts'
import { articlePage } from './pages.ts'

const PARAGRAPHS = [
  ...Array.from(
    { length: 130 },
    (_, n) =>
      `On day ${n + 1} of the inquiry harbour pilot ${n + 1} told the commission of Brennholm about ${n * 3 + 5} crossings. ${'The room was full and the windows stood open to the quay. '.repeat(4)}`,
  ),
  'The commission will publish its report on the quay wall in February, its secretary Tor Aasland said on the last day.',
]
const ADDRESS = 'http://news.example/inquiry'
const pages = { '/inquiry': articlePage('The inquiry of Brennholm', PARAGRAPHS) }
/** Some 1,500 tokens are left for the article. */
const environment = { OPENAI_CONTEXT_TOKENS: '3400', OPENAI_MAX_OUTPUT_TOKENS: '400' }

/** Declines whatever part holds this passage. */
const declining =
  (passage: string): Script =>
  (call) =>
    promptOf(call) === 'summarize' && passagesIn(call).some(({ id }) => id === passage)
      ? { kind: 'refusal', text: 'No.' }
      : honestModel(4)(call)

it('a long article is read in parts, and its card says so', async () => {
  const scene = await openScene({ pages, environment })
  const { discord } = scene
  await scene.startBot()
  const thread = await threadOf(scene, discord.person('mira').post(discord.general, ADDRESS))
  const card = wordsOf(await cardIn(scene, thread))
  const [, read, of, parts] = /read ([\d,]+) of ([\d,]+) words in (\d+) parts · loopback-1/u.exec(card) ?? []
  expect(read).toMatch(/^\d,\d{3}$/u)
  expect(read).toBe(of)
  expect(Number(parts)).toBe(scene.model.requests.filter((call) => promptOf(call) === 'summarize').length)
})

it('proven points of a long article are shown while it is still read, each linked to its words', async () => {
  const honest = honestModel(4)
  const scene = await openScene({
    pages,
    environment: { ...environment, OPENAI_REQUESTS_AT_ONCE: '1' },
    model: async (call) => {
      await new Promise((resolve) => setTimeout(resolve, 700))
      return honest(call)
    },
  })
  const { discord } = scene
  const bot = await scene.startBot()
  const post = discord.person('mira').post(discord.general, `<@${discord.bot.id}> ${ADDRESS}`)
  const thread = await threadOf(scene, post)
  const line = await said(scene, thread, /^Part \d+ of \d+ read, \d+ points? proven so far …\n- “/mu)
  expect(wordsOf(line)).toContain(`](${ADDRESS}#:~:text=`)
  expect(line.edits).toBeLessThanOrEqual(8)
  const card = await cardIn(scene, thread)
  expect(card.id).toBe(line.id)
  // Eight for how it goes, and the one that makes it the card.
  expect(card.edits).toBeLessThanOrEqual(9)
  await untilDone(bot, post.id)
})

it('a part that is declined twice is named, and an answer says that only the nearest paragraphs were read', async () => {
  const scene = await openScene({ pages, environment, model: declining('P60') })
  const { discord } = scene
  await scene.startBot()
  const mira = discord.person('mira')
  const thread = await threadOf(scene, mira.post(discord.general, ADDRESS))
  const card = wordsOf(await cardIn(scene, thread))
  const [, unread, of] = /in (\d+) of (\d+) parts/u.exec(card) ?? []
  expect(Number(unread)).toBe(Number(of) - 1)
  expect(card).toMatch(/1 of \d+ parts of this article could not be read.*\(paragraphs P\d+ to P\d+\)/u)
  mira.post(thread, 'When will the commission publish its report on the quay wall?')
  const answer = wordsOf(await said(scene, thread, /asks/u))
  expect(answer).toContain('in February')
  expect(answer).toMatch(/it was given the \d+ of 131 paragraphs nearest to the question/u)
  mira.post(thread, 'Which orchestra played at the wedding of the secretary?')
  expect(wordsOf(await said(scene, thread, /orchestra/u))).toContain(
    '**Not in the paragraphs nearest to the question.**',
  )
})

it('the terminal says the same', async () => {
  const model = await startLoopbackModel(declining('P60'))
  onTestFinished(() => model.close())
  const { status, stdout } = await runFootnote(['summarize', '-'], {
    stdin: PARAGRAPHS.join('\n\n'),
    environment: { ...environment, OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'loopback-1' },
  })
  const words = stdout.replaceAll(/\s+/gu, ' ')
  expect(status).toBe(0)
  expect(words).toMatch(/ · read \d,\d{3} of \d,\d{3} words in (\d+) of \d+ parts · loopback-1/u)
  expect(words).toMatch(/could not be read, because the model failed \(paragraphs P\d+ to P\d+\)/u)
})
