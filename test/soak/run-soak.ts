import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createDice } from '../support/dice.ts'
import { type BotProcess, isFailure, nameOfLine, startBotProcess } from '../support/endurance/bot-process.ts'
import { judgeDuplicates } from '../support/endurance/judge-discord.ts'
import { createLineWatch } from '../support/endurance/line-watch.ts'
import { joinJudgements, judgeStore } from '../support/endurance/judge-store.ts'
import { isHanging, type Ledger, openLedger, publicMessages, shownFor } from '../support/endurance/ledger.ts'
import { createCrowd } from '../support/endurance/people-at-work.ts'
import { comes, tryEverything } from '../support/endurance/try-everything.ts'
import { openWorld, type World } from '../support/endurance/world.ts'
import { judgeWords, type Outage } from './judge-words.ts'
import { createNeighbourhood } from './neighbourhood.ts'
import { createTroubles } from './troubles.ts'

export interface SoakOptions {
  readonly minutes: number
  readonly seed: number
  /** Hears how it goes, a line now and then. */
  readonly say: (line: string) => void
  /** Hears what each process logged, once it has ended. */
  readonly hearLog?: (lines: readonly object[]) => void
}

export interface SoakOutcome {
  readonly looked: Readonly<Record<string, number>>
  readonly troubles: ReadonlyMap<string, number>
  readonly failures: ReadonlyMap<string, number>
  readonly kills: number
  readonly ready: readonly number[]
  /** Bytes that the last process held, warm and at the end. */
  readonly memory: readonly [warm: number, end: number] | null
  readonly wrong: readonly string[]
}

const JUMPING_CLOCK = pathToFileURL(`${import.meta.dirname}/jumping-clock.ts`).href
const PAGES = 4000
/** Of the time, no process is killed any more: what one holds is to be seen. */
const UNKILLED_SHARE = 0.4
const MINUTE = 60_000
const WARM_AFTER = 20_000
const LIMIT_MILLISECONDS = 2000

/** Everybody at once, everything going wrong at once; and at the end nothing is lost. */
export async function runSoak({ minutes, seed, say, hearLog }: SoakOptions): Promise<SoakOutcome> {
  const dice = createDice(seed)
  const troubles = createTroubles(dice)
  const { lie, spoil } = troubles
  const environment = { NODE_OPTIONS: `--import=${JUMPING_CLOCK}` }
  const world = await openWorld({ dice, pages: PAGES, lie, spoil, environment })
  const { discord } = world
  const ledger = openLedger()
  const lines = createLineWatch(world, ledger)
  const neighbours = createNeighbourhood(world, ledger)
  const { people, channels, moderatorOf } = neighbours
  const crowd = createCrowd({
    world,
    ledger,
    dice,
    people,
    moderatorOf,
    channels,
    pages: PAGES,
    patience: 15,
    deadLinks: 0.04,
  })
  const outages: Outage[] = []
  const failures = new Map<string, number>()
  const ready: number[] = []
  const wrong = new Set<string>()
  let kills = 0

  const start = async (from: number): Promise<BotProcess> => {
    const bot = startBotProcess(world.environment)
    const milliseconds = await bot.ready
    if (milliseconds === null) wrong.add(`it does not start: ${bot.log.at(-1)?.event}`)
    else {
      ready.push(milliseconds)
      for (const line of lines.look(bot.startedAt)) wrong.add(line)
    }
    outages.push({ from, to: Date.now() })
    return bot
  }
  const note = async (bot: BotProcess): Promise<void> => {
    const end = await bot.ended
    hearLog?.(bot.log)
    if (end !== 'SIGKILL' && end !== 0 && end !== 143) wrong.add(`it ended by itself: ${String(end)}`)
    for (const line of bot.log) {
      const name = nameOfLine(line)
      if (isFailure(line)) failures.set(name, (failures.get(name) ?? 0) + 1)
      if (line.level === 'fatal' || line.event === 'crashed') wrong.add(`uncaught: ${name}`)
    }
  }
  try {
    let bot = await start(0)
    const began = Date.now()
    const lastKill = began + minutes * MINUTE * (1 - UNKILLED_SHARE)
    const end = began + minutes * MINUTE
    const every = createRhythm(began)
    let bornAt = began
    let warm: number | null = null
    while (Date.now() < end) {
      crowd.act()
      if (every('trouble', 700)) troubles.strikeDiscord(discord)
      // discord.js waits out a limit by this clock.
      if (!troubles.isLimiting() && every('jump', 13_000)) {
        process.kill(bot.pid, 'SIGUSR2')
        troubles.limitAgainAfter(LIMIT_MILLISECONDS)
      }
      if (every('neighbours', 11_000)) neighbours.comeAndGo()
      // A session that ends for good just as it is taken up again ends discord.js 14.28 (RESUMED reads what is gone).
      if (!troubles.isResuming() && every('lost session', 17_000)) outages.push(await loseSession(world))
      if (every('word', 30_000))
        say(
          `${Math.round((Date.now() - began) / 1000)} s: ${ledger.readings.length} links, ${ledger.questions.length} questions, ${kills} kills, ${wrong.size} wrong`,
        )
      if (Date.now() < lastKill && every('kill', 15_000)) {
        const from = Date.now()
        bot.kill()
        kills += 1
        await note(bot)
        for (const one of (await judgeStore(world, ledger)).wrong) wrong.add(`after a kill: ${one}`)
        bot = await start(from)
        bornAt = Date.now()
      }
      if (warm === null && Date.now() > lastKill && Date.now() - bornAt > WARM_AFTER) warm = bot.memory()
      if (bot.hasEnded()) break
      await wait(dice.below(120))
    }
    const memory = bot.memory()
    troubles.end()
    const isQuiet = await comes(() => !anybodyWaits(world, ledger), 120_000)
    if (!isQuiet) say('somebody still waits after two minutes')
    bot.terminate()
    await note(bot)
    bot = await start(Date.now())
    const tried = await tryEverything({ world, ledger, crowd, person: people[0]!, most: 40 })
    bot.terminate()
    await note(bot)
    const judgement = joinJudgements([
      await judgeStore(world, ledger),
      judgeDuplicates(world, ledger),
      judgeWords(world, ledger, outages),
      tried,
    ])
    for (const one of judgement.wrong) wrong.add(`at the end: ${one}`)
    for (const ping of discord.pings) wrong.add(`pinged: ${ping}`)
    for (const violation of seriousViolations(discord.violations)) wrong.add(`broke a rule: ${violation}`)
    return {
      looked: judgement.looked,
      troubles: troubles.counts,
      failures,
      kills,
      ready,
      memory: warm === null || memory === null ? null : [warm, memory],
      wrong: [...wrong],
    }
  } finally {
    await world.close()
  }
}

/** Whether so many milliseconds are over since it was so the last time. */
function createRhythm(began: number): (name: string, milliseconds: number) => boolean {
  const last = new Map<string, number>()
  return (name, milliseconds) => {
    const now = Date.now()
    if (now - (last.get(name) ?? began) < milliseconds) return false
    last.set(name, now)
    return true
  }
}

async function loseSession({ discord }: World): Promise<Outage> {
  const from = Date.now()
  discord.invalidateSession({ resumable: false })
  await discord.untilConnected().catch(() => false)
  return { from, to: Date.now() + 500 }
}

const anybodyWaits = ({ discord }: World, ledger: Ledger): boolean =>
  publicMessages(discord, ledger).some(isHanging) ||
  [...ledger.readings, ...ledger.questions].some(
    (errand) =>
      errand.interaction !== null &&
      !ledger.left.has(errand.interaction.channel.guildId ?? '') &&
      shownFor(discord, errand).some(isHanging),
  )

/**
 * What a killed process could not do is no fault of the next one's, and what was on its way when a limit was met is told to
 * wait once more.
 */
const EXPECTED =
  /sent again before Retry-After|not acknowledged within 3 s|Thread is archived|Unknown (?:Message|Channel|Webhook|interaction|Guild)|Invalid Webhook Token|Missing Access|already been (?:acknowledged|created)/u

const seriousViolations = (violations: readonly string[]): string[] => [
  ...new Set(
    violations.filter((violation) => !EXPECTED.test(violation)).map((one) => one.replace(/\d{15,}/gu, '…')),
  ),
]
