import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../../src/open-store.ts'
import { createDice, type Dice } from '../dice.ts'
import { wordsOf } from '../loopback-discord/world.ts'
import { startRedis } from '../redis-server.ts'
import { type BotProcess, isFailure, nameOfLine, startBotProcess } from './bot-process.ts'
import { judgeDuplicates } from './judge-discord.ts'
import { joinJudgements, judgeOpened, type Judgement } from './judge-store.ts'
import { isHanging, type Ledger, openLedger, publicMessages, type Reading } from './ledger.ts'
import { createCrowd } from './people-at-work.ts'
import { comes, tryEverything } from './try-everything.ts'
import { openWorld, type World } from './world.ts'

export interface SeveralOptions {
  readonly kills: number
  readonly seed: number
  /** US dollars that models may cost a day; null: as much as they like. */
  readonly dailyBudget: number | null
  /** So many cards and notices are tried in the end; with a budget that is spent none answers. */
  readonly mostTried?: number
}

export interface SeveralOutcome {
  /** By what was killed, how often. */
  readonly kills: ReadonlyMap<string, number>
  readonly looked: Readonly<Record<string, number>>
  readonly failures: ReadonlyMap<string, number>
  /** Jobs that another worker took over. */
  readonly takenOver: number
  /** What the model billed, in US dollars. */
  readonly billed: number
  /** Everything that was lost, doubled, left hanging or broken, in words: there must be none. */
  readonly wrong: readonly string[]
}

/** Nobody heard what was posted in a guild. */
interface Outage {
  readonly guildId: string
  readonly from: number
  to: number
}

const SHARDS = 2
const WORKERS = 3
const PEOPLE = 8
/** Between two kills at most, so that what was taken over can come to its end, and need not. */
const LONGEST_PEACE = 6000
/** Whoever looks after the processes starts one that has ended again after so long at most. */
const LONGEST_ABSENCE = 1500
const QUIET_WITHIN = 120_000
const NANO = 1e-9
/** What is posted just before a process ends may not have reached it. */
const MARGIN = 200

/**
 * Two bots with a shard each, three workers and a Redis, of which one after the other is killed and started again, whatever
 * it is at, while people in guilds of both shards use the bot. In the end nothing that people were shown is lost or there
 * twice, what somebody asked for has its card, and what was billed is counted and within its budget.
 */
export async function simulateSeveral({
  kills,
  seed,
  dailyBudget,
  mostTried = 20,
}: SeveralOptions): Promise<SeveralOutcome> {
  const dice = createDice(seed)
  const redis = await startRedis()
  const world = await openWorld({
    dice,
    pages: kills * 12 + 40,
    slowestReply: 1500,
    discord: { gateway: { shards: SHARDS, maxConcurrency: 16 } },
    environment: {
      STORAGE_URL: redis.url,
      QUEUE_URL: redis.url,
      DISCORD_SHARDS: String(SHARDS),
      ...(dailyBudget !== null && { DAILY_BUDGET: String(dailyBudget) }),
    },
  })
  const { discord } = world
  const ledger = openLedger()
  const guilds = Array.from({ length: SHARDS }, (_, shard) =>
    discord.guild(`Circle ${shard}`, { shard: [shard, SHARDS] }),
  )
  const people = Array.from({ length: PEOPLE }, (_, number) => discord.person(`reader ${number + 1}`))
  const crowd = createCrowd({
    world,
    ledger,
    dice,
    people,
    moderatorOf: ({ guildId }) => discord.ownerOf(guilds.find(({ id }) => id === guildId) ?? discord.home),
    channels: guilds.flatMap((guild) => [guild.general, discord.channel('reading', { guild })]),
    pages: kills * 12 + 40,
  })
  const wrong = new Set<string>()
  const outages: Outage[] = []
  const restarting: Promise<void>[] = []
  const starting = new Set<string>()
  const killed = new Map<string, number>()
  const ended: BotProcess[] = []
  const processes = new Map<string, BotProcess>()
  const start = (name: string): BotProcess => {
    const [kind, number] = name.split(' ')
    const one =
      kind === 'bot'
        ? startBotProcess({ ...world.environment, DISCORD_SHARD_IDS: number ?? '' })
        : startBotProcess(world.environment, 'worker')
    processes.set(name, one)
    return one
  }
  const names = [
    ...Array.from({ length: SHARDS }, (_, number) => `bot ${number}`),
    ...Array.from({ length: WORKERS }, (_, number) => `worker ${number}`),
  ]
  const killAndRestart = async (name: string): Promise<void> => {
    killed.set(name, (killed.get(name) ?? 0) + 1)
    // Killed while it starts: whoever started it starts it once more.
    if (starting.has(name)) return processes.get(name)?.kill()
    starting.add(name)
    await (name === 'Redis' ? restartRedis() : restart(name))
    starting.delete(name)
  }
  const restartRedis = async (): Promise<void> => {
    await redis.kill()
    await wait(dice.below(LONGEST_ABSENCE))
    await redis.start()
  }
  const restart = async (name: string): Promise<void> => {
    const one = processes.get(name)!
    const from = Date.now()
    one.kill()
    await one.ended
    ended.push(one)
    await wait(dice.below(LONGEST_ABSENCE))
    // What is posted while nobody is there to hear it is not sent again.
    const guild = guilds[Number(name.replace('bot ', ''))]
    const outage = { guildId: guild?.id ?? '', from, to: Number.POSITIVE_INFINITY }
    outages.push(outage)
    for (;;) {
      const next = start(name)
      if ((await next.ready) !== null) break
      // One that finds no Redis says so and ends; whoever looks after it starts it again.
      const end = await next.ended
      const isWithoutStore = next.log.some(({ event }) => event.startsWith('storage-unavailable'))
      if (end !== 'SIGKILL' && !(end === 1 && isWithoutStore))
        wrong.add(`${name} does not start: ${next.log.at(-1)?.event}`)
      ended.push(next)
      await wait(LONGEST_ABSENCE)
    }
    outage.to = Date.now()
  }
  try {
    const ready = await Promise.all(names.map((name) => start(name).ready))
    if (ready.includes(null)) wrong.add('it does not start')
    for (let kill = 0; kill < kills; kill += 1) {
      await liveFor(500 + dice.below(LONGEST_PEACE), () => crowd.act(), dice)
      const name = dice.pick([...names, 'Redis'])
      // The next one may be killed while this one is still starting.
      restarting.push(killAndRestart(name))
      await liveFor(LONGEST_ABSENCE, () => crowd.act(), dice)
    }
    await Promise.all(restarting)
    for (const [name, one] of processes)
      if (one.hasEnded()) wrong.add(`${name} ended by itself: ${String(await one.ended)}`)
    await comes(() => !publicMessages(discord, ledger).some(isHanging), QUIET_WITHIN)
    for (const line of publicMessages(discord, ledger).filter(isHanging))
      wrong.add(`a line hangs: “${wordsOf(line)}”`)
    const tried = await tryEverything({ world, ledger, crowd, person: people[0]!, most: mostTried })
    for (const one of processes.values()) one.terminate()
    await Promise.all([...processes.values()].map((one) => one.ended))
    const storage = await openStore(redis.url, { directory: '/', clock: Date.now })
    const judgement = joinJudgements([
      await judgeOpened(world, ledger, storage),
      judgeDuplicates(world, ledger),
      judgeServed(world, ledger, outages),
      judgeBudget(world, dailyBudget),
      tried,
    ])
    await storage.close()
    for (const one of judgement.wrong) wrong.add(one)
    for (const ping of discord.pings) wrong.add(`pinged: ${ping}`)
    const logs = [...ended, ...processes.values()].flatMap(({ log }) => log)
    return {
      kills: killed,
      looked: judgement.looked,
      failures: countBy(logs.filter(isFailure).map(nameOfLine)),
      takenOver: logs.filter(({ event }) => event === 'job-taken-over').length,
      billed: billedBy(world),
      wrong: [...wrong],
    }
  } finally {
    for (const one of processes.values()) one.kill()
    await redis.stop()
    await world.close()
  }
}

async function liveFor(milliseconds: number, act: () => void, dice: Dice): Promise<void> {
  for (const until = Date.now() + milliseconds; Date.now() < until; await wait(dice.below(200))) act()
}

/** Whoever gave a link in a message has its card, or was told in words why not. */
function judgeServed({ discord }: World, ledger: Ledger, outages: readonly Outage[]): Judgement {
  const isHeard = ({ at, channel }: Reading): boolean =>
    !outages.some(
      ({ guildId, from, to }) => guildId === channel.guildId && at >= from - MARGIN && at <= to + MARGIN,
    )
  const gone = new Set([...ledger.deleted, ...ledger.forgottenThreads])
  const waiting = ledger.readings.filter(
    ({ id, message, isUnasked, ...reading }) =>
      isHeard({ id, message, isUnasked, ...reading }) &&
      message !== null &&
      !isUnasked &&
      message.edits === 0 &&
      !gone.has(id) &&
      discord.message(id) !== undefined,
  )
  const below = (id: string) =>
    discord.everyMessage().filter(({ channelId, repliesTo }) => channelId === id || repliesTo?.id === id)
  const withCard = waiting.filter(({ id }) => below(id).some((one) => /^1\. /mu.test(wordsOf(one))))
  const unserved = waiting.filter(({ id }) => below(id).length === 0)
  return {
    looked: { 'links given to the bot': waiting.length, 'of these with a card': withCard.length },
    wrong: unserved.map(({ id, page }) => `whoever gave report ${page} (${id}) was told nothing`),
  }
}

const billedBy = ({ bills }: World): number =>
  bills.reduce((sum, { nanodollars }) => sum + nanodollars, 0) * NANO

function judgeBudget(world: World, dailyBudget: number | null): Judgement {
  const billed = billedBy(world)
  const isPassed = dailyBudget !== null && billed > dailyBudget
  return {
    looked: {},
    wrong: isPassed ? [`${billed} dollars were billed, and ${dailyBudget} were allowed`] : [],
  }
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
