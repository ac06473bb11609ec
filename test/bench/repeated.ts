import { startScene } from '../support/discord-scene.ts'
import type { Channel } from '../support/loopback-discord/world.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { startBotProcess } from './bot-process.ts'
import { median, milliseconds, quantile, timed } from './figures.ts'
import { heavyPages } from './heavy-pages.ts'

const LINKS = 20
const GOAL = 50

/** A link that was read before, once more: through the Assistant, and in Discord where the bot had it and where it had not. */
export async function benchRepeated(): Promise<void> {
  const scene = await startScene({
    pages: heavyPages(LINKS),
    environment: { PERSON_SUMMARIES_PER_HOUR: '1000', GUILD_SUMMARIES_PER_DAY: '1000' },
  })
  const { discord, web, model } = scene
  const environment = { ...scene.environment, FETCH_ALLOW_HOSTS: `127.0.0.1:${web.port}` }
  const addresses = Array.from(
    { length: LINKS },
    (_, page) => `http://127.0.0.1:${web.port}/page-${page + 1}`,
  )
  const mira = discord.person('mira')
  const elsewhere = discord.guild('Another circle')
  const bot = await startBotProcess(environment)
  const cardAfter = async (channel: Channel, address: string): Promise<number> => {
    const started = performance.now()
    const { id } = mira.post(channel, address)
    await discord.until('the card', () => {
      const thread = discord.threads().find((each) => each.id === id)
      return thread && discord.messagesIn(thread).some((message) => /^1\. /mu.test(wordsOf(message)))
    })
    return performance.now() - started
  }
  const inChannel = async (channel: Channel): Promise<number[]> => {
    const times: number[] = []
    for (const address of addresses) times.push(await cardAfter(channel, address))
    return times
  }
  const asked = (): string =>
    `${web.requests.length} requests to the site, ${model.requests.length} to the model`
  try {
    const first = await inChannel(discord.general)
    const before = asked()
    const again = await inChannel(discord.general)
    const other = await inChannel(elsewhere.general)
    const control: number[] = []
    for (const address of addresses) control.push(await timed(async () => (await fetch(address)).text()))
    web.requests.length -= LINKS
    console.log(
      `repeated   in Discord: first ${say(first)}; again in the same server ${say(again)}; in another server ${say(other)} (goal ${GOAL} ms); a bare fetch of the page ${say(control)}`,
    )
    console.log(`repeated   after the first time ${before}; at the end ${asked()}`)
  } finally {
    await bot.stop()
  }
  const inProcess = await scene.startBot(environment)
  const { assistant } = inProcess
  try {
    const times: number[] = []
    for (const url of addresses) {
      times.push(
        await timed(async () => assistant.summarize((await assistant.read({ kind: 'link', url })).article)),
      )
    }
    console.log(`repeated   through the Assistant ${say(times)}; at the end ${asked()}`)
  } finally {
    await inProcess.stop()
    await scene.close()
  }
}

const say = (times: readonly number[]): string =>
  `${milliseconds(median(times))} (95 of 100 within ${milliseconds(quantile(times, 0.95))})`
