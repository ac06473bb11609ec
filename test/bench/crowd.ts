import { setTimeout as sleep } from 'node:timers/promises'
import { startScene } from '../support/discord-scene.ts'
import { honestModel } from '../support/honest-model.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { startBotProcess } from './bot-process.ts'
import { heavyPages } from './heavy-pages.ts'

const PEOPLE = 1000
const GUILDS = 20
const CHANNELS = 5
const MODEL = 1000
/** Nothing takes so long: what has no card then gets none. */
const PATIENCE = 240_000

/**
 * A thousand people who post the same link at once, in a hundred channels of twenty servers, with the limits that a bot has
 * by default: how often its page and the model are asked, and who is answered.
 */
export async function benchCrowd(): Promise<void> {
  const honest = honestModel(6)
  const scene = await startScene({
    pages: heavyPages(1),
    model: async (call) => {
      await sleep(MODEL)
      return honest(call)
    },
  })
  const { discord, web, model } = scene
  const channels = Array.from({ length: GUILDS }, (_, number) => {
    const guild = discord.guild(`Circle ${number + 1}`)
    const others = Array.from({ length: CHANNELS - 1 }, (_each, at) =>
      discord.channel(`room-${at}`, { guild }),
    )
    return [guild.general, ...others]
  }).flat()
  const people = Array.from({ length: PEOPLE }, (_, number) => discord.person(`reader ${number + 1}`))
  const bot = await startBotProcess({ ...scene.environment, FETCH_ALLOW_HOSTS: `127.0.0.1:${web.port}` })
  try {
    const memory = bot.memory() ?? Number.NaN
    const cpu = bot.cpu() ?? Number.NaN
    const started = performance.now()
    const posts = people.map((person, at) =>
      person.post(channels[at % channels.length]!, `http://127.0.0.1:${web.port}/page-1`),
    )
    const answered = new Map<string, number>()
    let most = memory
    while (answered.size < PEOPLE && performance.now() - started < PATIENCE) {
      await sleep(100)
      most = Math.max(most, bot.memory() ?? 0)
      const cards = new Set<string>()
      for (const message of discord.everyMessage()) {
        if (/^1\. /mu.test(wordsOf(message))) cards.add(message.channelId)
      }
      for (const { id } of posts) {
        if (cards.has(id) && !answered.has(id)) answered.set(id, performance.now() - started)
      }
    }
    const times = [...answered.values()].toSorted((one, other) => one - other)
    const seconds = (share: number): string =>
      `${((times[Math.floor(times.length * share) - 1] ?? 0) / 1000).toFixed(1)} s`
    console.log(
      `crowd      ${PEOPLE} people, ${channels.length} channels of ${GUILDS} servers, one link: ${web.count('/page-1')} fetch, ${model.requests.length} summary, ${answered.size} cards`,
    )
    console.log(
      `crowd      half have theirs after ${seconds(0.5)}, all after ${seconds(1)}; ${(((bot.cpu() ?? Number.NaN) - cpu) / PEOPLE).toFixed(0)} ms of processor time a card; memory ${memory.toFixed(0)} MB before, ${most.toFixed(0)} MB at most`,
    )
    if (discord.violations.length > 0)
      console.log(
        `crowd      rules of Discord that were broken: ${[...new Set(discord.violations)].slice(0, 3).join(', ')}`,
      )
  } finally {
    await bot.stop()
    await scene.close()
  }
}
