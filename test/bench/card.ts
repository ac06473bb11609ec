import { setTimeout as sleep } from 'node:timers/promises'
import { startScene } from '../support/discord-scene.ts'
import { honestModel } from '../support/honest-model.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { startBotProcess } from './bot-process.ts'
import { median, milliseconds, quantile, timed } from './figures.ts'
import { heavyPages } from './heavy-pages.ts'

const PAGES = 30
const WARM_UP = 6
/** What the model takes for its reply, whatever it is asked. */
const MODEL = 1000
const GOAL = 150

interface Moments {
  readonly posted: number
  fetched: number
  asked: number
  answered: number
  shown: number
}

/**
 * From the moment when a link is posted to the moment when its finished card stands, without what the model takes: the
 * real bot in a process of its own, on a loopback Discord with rate limits, page and model. For a link that is picked up by
 * itself, and for one that the bot is asked about.
 */
export async function benchCard(): Promise<void> {
  for (const way of ['posted', 'asked for'] as const) await benchWay(way)
}

async function benchWay(way: 'posted' | 'asked for'): Promise<void> {
  let now: Moments = { posted: 0, fetched: 0, asked: 0, answered: 0, shown: 0 }
  const honest = honestModel(6)
  const pages = heavyPages(PAGES + WARM_UP + 1)
  const scene = await startScene({
    pages: Object.fromEntries(
      Object.entries(pages).map(([path, html]) => [
        path,
        (_, response) => {
          now.fetched = performance.now()
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
        },
      ]),
    ),
    model: async (call) => {
      now.asked = performance.now()
      await sleep(MODEL)
      now.answered = performance.now()
      return honest(call)
    },
    discord: { hasBuckets: true },
    environment: {
      PERSON_SUMMARIES_PER_HOUR: '1000',
      GUILD_SUMMARIES_PER_DAY: '1000',
      DAILY_CALL_LIMIT: '1000',
    },
  })
  const { discord, web } = scene
  const mira = discord.person('mira')
  const bot = await startBotProcess({ ...scene.environment, FETCH_ALLOW_HOSTS: `127.0.0.1:${web.port}` })
  const all: Moments[] = []
  const controls: number[] = []
  try {
    for (let page = 1; page <= PAGES + WARM_UP + 1; page++) {
      const address = `http://127.0.0.1:${web.port}/page-${page}`
      now = { ...now, posted: performance.now() }
      const words = way === 'posted' ? address : `<@${discord.bot.id}> ${address}`
      const { id } = mira.post(discord.general, words)
      await discord.until('the card', () => {
        const thread = discord.threads().find((each) => each.id === id)
        return thread && discord.messagesIn(thread).some((message) => /^1\. /mu.test(wordsOf(message)))
      })
      all.push({ ...now, shown: performance.now() })
      controls.push(await timed(async () => (await fetch(address)).text()))
    }
    const [first, ...rest] = all
    const warm = rest.slice(WARM_UP)
    const over = warm.map(overModel)
    console.log(
      `card       ${way}: ${milliseconds(median(over))} over the model's own ${MODEL} ms from link to card (goal ${GOAL} ms), 95 of 100 within ${milliseconds(quantile(over, 0.95))}; the first after the start ${milliseconds(overModel(first!))}`,
    )
    const part = (of: (moments: Moments) => number): string => milliseconds(median(warm.map(of)))
    console.log(
      `card       ${way}: ${part((each) => each.fetched - each.posted)} until the page is asked for, ${part((each) => each.asked - each.fetched)} until the model is, ${part((each) => each.shown - each.answered)} from its reply to the card; a bare fetch of the page ${milliseconds(median(controls))}, ${milliseconds((bot.cpu() ?? Number.NaN) / all.length)} of processor time a card`,
    )
    const { violations } = discord
    if (violations.length > 0)
      console.log(`card       rules of Discord that were broken: ${violations.join(', ')}`)
  } finally {
    await bot.stop()
    await scene.close()
  }
}

const overModel = ({ posted, asked, answered, shown }: Moments): number => shown - posted - (answered - asked)
