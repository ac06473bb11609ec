import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { honestModel } from '../support/honest-model.ts'
import { type LoopbackDiscord, startLoopbackDiscord } from '../support/loopback-discord/start.ts'
import { type Channel, wordsOf } from '../support/loopback-discord/world.ts'
import { type LoopbackModel, startLoopbackModel } from '../support/loopback-model.ts'
import { type LoopbackWeb, startLoopbackWeb } from '../support/loopback-web.ts'
import { startRedis } from '../support/redis-server.ts'
import { type BotProcess, processorTimeOf, startBotProcess } from './bot-process.ts'
import { milliseconds, quantile } from './figures.ts'
import { heavyPage } from './heavy-pages.ts'

const GUILDS = 60
const PEOPLE = 200
/** The model that every figure is given for. */
const MODEL = 2000
/** One so quick that the machine is what is full. */
const QUICK_MODEL = 20
const JOBS_AT_ONCE = 4
/** So many links of all guilds are always under way: more than all workers can do at once. */
const UNDER_WAY = 48
const WARM_UP = 8000
const LASTS = 25_000
/** Of what was reached at most, so that what is waited for is work and not a line. */
const CALM_SHARE = 0.6

/** How the bot is run. */
interface Way {
  readonly name: string
  /** Null: the bot does everything itself. */
  readonly workers: number | null
  readonly model: number
  readonly jobsAtOnce: number
  /** With more than one, each has a shard, and the share of Discord's limit that discord.js keeps for a process. */
  readonly bots?: number
}

interface Measured {
  readonly cardsPerSecond: number
  /** Milliseconds of processor time for one link, by whose they are. */
  readonly processorTime: Readonly<Record<string, number>>
  /** Of all processors of the machine, in percent. */
  readonly busy: number
  readonly calm: readonly number[]
  /** To Discord, for one link. */
  readonly requests: number
}

/**
 * Many guilds whose people post links without a pause, each link a page of its own: how many cards a second one process
 * makes, and one bot with one to four workers; how long a link takes at six tenths of that; and what of the machine each
 * part uses.
 */
export async function benchLoad(only: string | null): Promise<void> {
  const [processor] = cpus()
  console.log(
    `load       ${cpus().length} processors (${processor?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GB; Discord, web, model and Redis on the same machine; ${GUILDS} guilds, every link another page of 650 words in 145 KB; a model that takes ${MODEL / 1000} s, ${JOBS_AT_ONCE} jobs a worker`,
  )
  const ways: readonly Way[] = [
    { name: 'one process', workers: null, model: MODEL, jobsAtOnce: JOBS_AT_ONCE },
    ...[1, 2, 3, 4].map((workers) => ({
      name: `${workers} worker${workers === 1 ? '' : 's'}`,
      workers,
      model: MODEL,
      jobsAtOnce: JOBS_AT_ONCE,
    })),
    { name: 'a quick model, one process', workers: null, model: QUICK_MODEL, jobsAtOnce: 16 },
    { name: 'a quick model, 2 workers', workers: 2, model: QUICK_MODEL, jobsAtOnce: 16 },
    { name: 'a quick model, 3 bots, 3 workers', workers: 3, model: QUICK_MODEL, jobsAtOnce: 16, bots: 3 },
  ].filter(({ name }) => only === null || name.includes(only))
  let oneWorker = 0
  for (const way of ways) {
    const { cardsPerSecond, processorTime, busy, calm, requests } = await measure(way)
    if (way.workers === 1) oneWorker = cardsPerSecond
    const times = Object.entries(processorTime).map(([name, time]) => `${name} ${milliseconds(time)}`)
    const beside =
      (way.workers ?? 0) > 1 && way.model === MODEL ? ` (${(cardsPerSecond / oneWorker).toFixed(2)} ×)` : ''
    console.log(
      `load       ${way.name}: ${cardsPerSecond.toFixed(2)} cards/s${beside}; processor time a link: ${times.join(', ')}; ${requests.toFixed(1)} requests to Discord a link; machine ${busy.toFixed(0)} % busy; at ${CALM_SHARE * 100} % of that, link to card p50 ${seconds(calm, 0.5)}, p95 ${seconds(calm, 0.95)}, p99 ${seconds(calm, 0.99)} (${calm.length} links)`,
    )
  }
}

const servePage = ({ url = '' }: IncomingMessage, response: ServerResponse): void => {
  const page = Number(new URL(url, 'http://localhost').searchParams.get('number'))
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(heavyPage(page))
}

const seconds = (times: readonly number[], share: number): string =>
  `${(quantile(times, share) / 1000).toFixed(2)} s`

async function measure(way: Way): Promise<Measured> {
  const honest = honestModel(6)
  const [discord, web, model, redis] = await Promise.all([
    startLoopbackDiscord({ gateway: { shards: way.bots ?? 1, maxConcurrency: 16 } }),
    startLoopbackWeb({ '/page': servePage }),
    startLoopbackModel(async (call) => {
      await sleep(way.model)
      return honest(call)
    }),
    way.workers === null ? null : startRedis(),
  ])
  const folder = mkdtempSync(join(tmpdir(), 'footnote-load-'))
  const environment = environmentOf(way, { discord, web, model, redis: redis?.url ?? null, folder })
  const { bots = 1 } = way
  const guilds = Array.from({ length: GUILDS }, (_, number) =>
    discord.guild(`Circle ${number + 1}`, { shard: [number % bots, bots] }),
  )
  const crowd = createCrowd(
    discord,
    web,
    guilds.map(({ general }) => general),
  )
  const started: BotProcess[] = []
  try {
    const workers = await Promise.all(
      Array.from({ length: way.workers ?? 0 }, () => startBotProcess(environment, 'worker')),
    )
    started.push(...workers)
    const front: BotProcess[] = []
    for (let shard = 0; shard < bots; shard += 1) {
      const shards = { DISCORD_SHARDS: String(bots), DISCORD_SHARD_IDS: String(shard) }
      front.push(await startBotProcess({ ...environment, ...shards }))
    }
    started.push(...front)
    const spent = (): Record<string, number> => ({
      bot: cpuOf(front),
      ...(workers.length > 0 && {
        workers: cpuOf(workers),
        Redis: processorTimeOf(redis?.pid() ?? 0) ?? Number.NaN,
      }),
      'what plays the world': process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000,
    })
    crowd.keepUnderWay(UNDER_WAY)
    await sleep(WARM_UP)
    const look = () => ({
      at: performance.now(),
      cards: crowd.cards(),
      spent: spent(),
      machine: machineTimes(),
      requests: discord.requests.length,
    })
    const before = look()
    await sleep(LASTS)
    const after = look()
    await crowd.quiet()
    const cards = after.cards - before.cards
    const cardsPerSecond = (cards * 1000) / (after.at - before.at)
    const calm = await crowd.atRate(cardsPerSecond * CALM_SHARE, LASTS)
    if (discord.violations.length > 0)
      console.log(
        `load       rules that were broken: ${[...new Set(discord.violations)].slice(0, 3).join(', ')}`,
      )
    return {
      cardsPerSecond,
      processorTime: Object.fromEntries(
        Object.entries(after.spent).map(([name, time]) => [name, (time - (before.spent[name] ?? 0)) / cards]),
      ),
      busy: (100 * (after.machine.busy - before.machine.busy)) / (after.machine.all - before.machine.all),
      calm,
      requests: (after.requests - before.requests) / cards,
    }
  } finally {
    await Promise.all(started.map((each) => each.stop()))
    await Promise.all([discord.close(), web.close(), model.close(), redis?.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
}

const cpuOf = (processes: readonly BotProcess[]): number =>
  processes.reduce((sum, { cpu }) => sum + (cpu() ?? Number.NaN), 0)

interface Surroundings {
  readonly discord: LoopbackDiscord
  readonly web: LoopbackWeb
  readonly model: LoopbackModel
  readonly redis: string | null
  readonly folder: string
}

function environmentOf(
  { jobsAtOnce }: Way,
  { discord, web, model, redis, folder }: Surroundings,
): Record<string, string> {
  const many = '1000000'
  return {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    STORAGE_URL: redis ?? `sqlite:${join(folder, 'footnote.db')}`,
    QUEUE_URL: redis ?? '',
    WORKER_JOBS_AT_ONCE: String(jobsAtOnce),
    // One process has what one worker has.
    REQUESTS_AT_ONCE: redis === null ? String(jobsAtOnce) : '',
    FETCH_ALLOW_HOSTS: `127.0.0.1:${web.port}`,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODEL: 'loopback-1',
    OPENAI_PRICES: 'loopback-1=1/0.5/2',
    OPENAI_REQUESTS_AT_ONCE: '100',
    COOLDOWN_SECONDS: '0',
    DAILY_CALL_LIMIT: many,
    DAILY_BUDGET: '100000',
    MONTHLY_BUDGET: '100000',
    PERSON_SUMMARIES_PER_HOUR: many,
    GUILD_SUMMARIES_PER_DAY: many,
    GUILD_QUEUE_LENGTH: many,
    GUILD_REQUESTS_AT_ONCE: '8',
  }
}

/** People of many guilds who post links, and how long each waits for its card. */
function createCrowd(discord: LoopbackDiscord, web: LoopbackWeb, channels: readonly Channel[]) {
  const people = Array.from({ length: PEOPLE }, (_, number) => discord.person(`reader ${number + 1}`))
  const waiting = new Map<string, number>()
  const waited: number[] = []
  let page = 0
  let most = 0

  const post = (): void => {
    page += 1
    const words = `<@${discord.bot.id}> http://127.0.0.1:${web.port}/page?number=${page}`
    const message = people[page % people.length]!.post(channels[page % channels.length]!, words)
    waiting.set(message.id, performance.now())
  }
  // A card stands in the thread of the message that asked, which has its id.
  const look = (): void => {
    for (const message of discord.everyMessage()) {
      const since = waiting.get(message.channelId)
      if (since === undefined || !/^1\. /mu.test(wordsOf(message))) continue
      waiting.delete(message.channelId)
      waited.push(performance.now() - since)
    }
    while (waiting.size < most) post()
  }
  const timer = setInterval(look, 50).unref()
  return {
    cards: () => waited.length,
    keepUnderWay: (count: number): void => {
      most = count
      look()
    },
    /** Nobody posts any more, and everybody has their card. */
    quiet: async (): Promise<void> => {
      most = 0
      while (waiting.size > 0) await sleep(50)
    },
    /** So many links a second for a while, at uneven times; how long each took. */
    atRate: async (rate: number, lasts: number): Promise<readonly number[]> => {
      const from = waited.length
      const end = performance.now() + lasts
      while (performance.now() < end) {
        post()
        await sleep((-Math.log(1 - Math.random()) * 1000) / rate)
      }
      while (waiting.size > 0) await sleep(50)
      clearInterval(timer)
      return waited.slice(from)
    },
  }
}

/** Ticks of all processors since the machine was started; all 0 where the system does not tell. */
function machineTimes(): { readonly busy: number; readonly all: number } {
  try {
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
    const times = line.split(/\s+/u).slice(1, 9).map(Number)
    const all = times.reduce((sum, time) => sum + time, 0)
    return { all, busy: all - (times[3] ?? 0) - (times[4] ?? 0) }
  } catch {
    return { busy: Number.NaN, all: Number.NaN }
  }
}
