import { setTimeout as sleep } from 'node:timers/promises'
import { articlePage } from '../e2e/pages.ts'
import { startScene } from '../support/discord-scene.ts'
import { honestModel, promptOf } from '../support/honest-model.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { milliseconds } from './figures.ts'
import { paragraphsOf, titleOf } from './heavy-pages.ts'

const LATENCY = 1500
const PARAGRAPHS = 700
const GOAL = 3000

/** Of a long article in Discord: how long after its first part is done the first proven point can be read on its way. */
export async function benchShownEarly(): Promise<void> {
  const honest = honestModel(6)
  let partDone: number | null = null
  const scene = await startScene({
    pages: { '/long': articlePage(titleOf(1), paragraphsOf(1, PARAGRAPHS)) },
    model: async (call) => {
      await sleep(LATENCY)
      if (promptOf(call) === 'summarize') partDone ??= performance.now()
      return honest(call)
    },
    discord: { hasBuckets: true },
  })
  const { discord } = scene
  const { model } = scene
  try {
    await scene.startBot()
    // The first request loads the client and the vocabulary.
    const mira = discord.person('mira')
    const warm = mira.post(discord.general, `<@${discord.bot.id}> http://news.example/harbour`)
    await discord.until('a card', () =>
      discord.everyMessage().some((each) => each.channelId === warm.id && /^1\. /mu.test(wordsOf(each))),
    )
    const before = model.requests.length
    partDone = null
    const started = performance.now()
    const { id } = mira.post(discord.general, `<@${discord.bot.id}> http://news.example/long`)
    const shows = async (words: RegExp): Promise<number> => {
      // Not `until`, which gives up before a long article is read.
      for (;;) {
        const texts = discord.everyMessage().filter(({ channelId }) => channelId === id)
        if (texts.some((message) => words.test(wordsOf(message)))) return performance.now()
        await sleep(10)
      }
    }
    const first = await shows(/\n- “|^1\. /u)
    const card = await shows(/^1\. /mu)
    const requests = model.requests.slice(before)
    const parts = requests.filter((call) => promptOf(call) === 'summarize').length
    const merges = requests.length - parts
    // Two at a time with a server on the own network; the choosing waits for all of them.
    const critical = (Math.ceil(parts / 2) + merges) * LATENCY
    console.log(
      `long       in Discord, ${parts} parts: the first proven point can be read ${milliseconds(first - (partDone ?? Number.NaN))} after its part is done (goal ${GOAL} ms); the card after ${((card - started) / 1000).toFixed(1)} s, ${((card - started) / critical).toFixed(2)} × the critical path of its calls`,
    )
  } finally {
    await scene.close()
  }
}
