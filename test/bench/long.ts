import { honestModel, promptOf } from '../support/honest-model.ts'
import { anArticle } from '../support/an-article.ts'
import { startLoopbackModel } from '../support/loopback-model.ts'
import { createBuiltInEngine } from '../../src/app/built-in-engine.ts'
import { compose } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { benchShownEarly } from './shown-early.ts'

const WORDS = 48_000
const MOST_WORDS = 200_000
/** What a request takes, whatever stands in it. */
const LATENCY = 1500
const PLACES = [1, 2, 8]
const OPTIONS = { length: 'standard', language: null } as const

const SENTENCE = 'The council of Varnö heard report number'

function articleOf(words: number): ReturnType<typeof anArticle> {
  const paragraphs: string[] = []
  for (let n = 1, length = 0; length < words; n++) {
    const sentences = Array.from(
      { length: 5 },
      (_, at) =>
        `${SENTENCE} ${n}.${at + 1} on bridges, ferries and the harbour, and put off the vote to day ${n}.`,
    )
    paragraphs.push(sentences.join(' '))
    length += 5 * 22
  }
  return anArticle(paragraphs)
}

/**
 * A long article against a model that takes the same time for each request: the time of the whole as a ratio of the
 * critical path of its model calls, with one, two and eight of them at a time; and the built-in engine on far longer ones.
 */
export async function benchLong(): Promise<void> {
  const article = articleOf(WORDS)
  await benchShownEarly()
  for (const places of PLACES) await benchPlaces(article, places)

  const huge = articleOf(MOST_WORDS)
  const engine = createBuiltInEngine()
  const seconds = async (work: () => Promise<unknown>): Promise<string> => {
    const started = performance.now()
    await work()
    return `${((performance.now() - started) / 1000).toFixed(1)} s`
  }
  const summary = await seconds(() => engine.summarize(huge, OPTIONS, {}))
  const answer = await seconds(() => engine.answer(huge, [], 'Which vote was put off to day 900?', {}))
  console.log(`long       built-in engine, ${say(huge.words)} words: summary ${summary}, answer ${answer}`)
}

async function benchPlaces(article: ReturnType<typeof anArticle>, places: number): Promise<void> {
  const honest = honestModel(6)
  const server = await startLoopbackModel(async (call) => {
    await new Promise((resolve) => void setTimeout(resolve, LATENCY))
    return honest(call)
  })
  const { assistant } = await compose(
    parseConfig({
      OPENAI_BASE_URL: server.baseUrl,
      OPENAI_MODEL: 'loopback',
      OPENAI_PRICES: 'loopback=0/0/0',
      OPENAI_REQUESTS_AT_ONCE: String(places),
      STORAGE_URL: 'memory:',
      LOG_LEVEL: 'silent',
    }),
  )
  try {
    // The first request loads the client and the vocabulary.
    await assistant.summarize(anArticle([`${SENTENCE} one on bridges, ferries and the harbour.`]))
    const started = performance.now()
    const { run, summary } = await assistant.summarize(article)
    const took = performance.now() - started
    const merges = server.requests.filter((call) => promptOf(call) === 'merge').length
    // Parts go in rows of so many at a time; the choosing waits for all of them, its rounds for each other.
    const rows = Math.ceil(run.parts / places) + merges
    const ratio = (took / (rows * LATENCY)).toFixed(2)
    console.log(
      `long       ${say(article.words)} words, ${places} at a time: ${run.parts} parts, ${run.calls} calls, ${summary.claims.length} points in ${(took / 1000).toFixed(1)} s, ${ratio} × the critical path of its calls`,
    )
  } finally {
    await assistant.close()
    await server.close()
  }
}

const say = (count: number): string => count.toLocaleString('en')
