import { compose } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { anArticle } from '../support/an-article.ts'
import { honestModel, promptOf } from '../support/honest-model.ts'
import { type ModelCall, startLoopbackModel } from '../support/loopback-model.ts'
import { median, percent } from './figures.ts'
import { paragraphsOf, titleOf } from './heavy-pages.ts'

const QUESTIONS = [
  'By how many millimetres had the wall moved since the winter storms?',
  'Who said that?',
  'For how many weeks was the vote put off?',
  'Will the bus from the railway station go on?',
  'Which report did the council hear on day 3?',
]
const GOAL = 0.9
const ARTICLES = { 'fits the context': 14, 'does not fit': 400 }

/**
 * Of the bytes of each question's request after the first, how many repeat the beginning of the request before it: what a
 * server that remembers prompts need not read again. For an article that fits the context and for one that does not.
 */
export async function benchPrefix(): Promise<void> {
  for (const [name, paragraphs] of Object.entries(ARTICLES)) {
    const article = anArticle(paragraphsOf(1, paragraphs), { title: titleOf(1) })
    const model = await startLoopbackModel(honestModel())
    const { assistant } = await compose(
      parseConfig({
        OPENAI_BASE_URL: model.baseUrl,
        OPENAI_MODEL: 'loopback',
        OPENAI_PRICES: 'loopback=0/0/0',
        STORAGE_URL: 'memory:',
        LOG_LEVEL: 'silent',
      }),
    )
    try {
      const { id } = await assistant.conversations.create({
        article,
        linesLeftOut: 0,
        summary: null,
        place: null,
        addressKey: null,
      })
      for (const question of QUESTIONS) await assistant.ask(id, question)
      const prompts = model.requests.filter((call) => promptOf(call) === 'answer').map(bytesOf)
      const shares = prompts
        .slice(1)
        .map((prompt, turn) => sharedLength(prompts[turn]!, prompt) / prompt.length)
      console.log(
        `prefix     an article of ${article.words.toLocaleString('en')} words, which ${name}: ${shares.map(percent).join(', ')} of the follow-ups’ prompts repeat the one before; median ${percent(median(shares))}, least ${percent(Math.min(...shares))} (goal ${percent(GOAL)})`,
      )
    } finally {
      await assistant.close()
      await model.close()
    }
  }
}

/** The messages as they stand in the request, without the bracket that ends them. */
const bytesOf = ({ body }: ModelCall): Buffer => Buffer.from(JSON.stringify(body.messages).slice(0, -1))

function sharedLength(one: Buffer, other: Buffer): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}
