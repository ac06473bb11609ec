import { setTimeout as wait } from 'node:timers/promises'
import { createDice, type Dice } from '../dice.ts'
import { type BotProcess, isFailure, nameOfLine, startBotProcess } from './bot-process.ts'
import { judgeDuplicates, rememberShown } from './judge-discord.ts'
import { joinJudgements, judgeStore } from './judge-store.ts'
import { createLineWatch } from './line-watch.ts'
import { openLedger } from './ledger.ts'
import type { Moment } from './moments.ts'
import { createCrowd, type Crowd } from './people-at-work.ts'
import { tryEverything } from './try-everything.ts'
import { openWorld } from './world.ts'

export interface CrashOptions {
  /** One kill each, in this order. */
  readonly moments: readonly Moment[]
  readonly seed: number
  /** So many cards and notices are tried in the end. */
  readonly mostTried?: number
}

export interface CrashOutcome {
  /** Of each moment, how often the process was killed in it; `too late` for one that did not come. */
  readonly kills: ReadonlyMap<string, number>
  /** Milliseconds from the start of a process until it was ready. */
  readonly ready: readonly number[]
  /** How much was looked at, by its kind. */
  readonly looked: Readonly<Record<string, number>>
  /** Everything that was lost, doubled, left hanging or broken, in words: there must be none. */
  readonly wrong: readonly string[]
  /** What the processes logged as failures, by name. */
  readonly failures: ReadonlyMap<string, number>
}

/** Where a moment does not come, the process is killed all the same. */
const LONGEST_LIFE = 8000

/** People use a bot that is killed again and again, and lose nothing that they were shown. */
export async function simulateCrashes({
  moments,
  seed,
  mostTried = 40,
}: CrashOptions): Promise<CrashOutcome> {
  const dice = createDice(seed)
  const pages = moments.length * 10 + 20
  const world = await openWorld({ dice, pages })
  const ledger = openLedger()
  const lines = createLineWatch(world, ledger)
  const { discord } = world
  const people = ['mira', 'olaf', 'runa', 'sigrid'].map((name) => discord.person(name))
  const moderator = discord.person('ada', { permissions: ['ManageGuild', 'ManageMessages'] })
  const channels = [discord.general, discord.channel('reading')]
  const crowd = createCrowd({ world, ledger, dice, people, moderatorOf: () => moderator, channels, pages })
  const kills = new Map<string, number>()
  const failures = new Map<string, number>()
  const ready: number[] = []
  const wrong = new Set<string>()

  let whatIsGone = (): readonly string[] => []
  const observe = async (bot: BotProcess): Promise<void> => {
    const milliseconds = await bot.ready
    if (milliseconds === null) return
    ready.push(milliseconds)
    for (const line of whatIsGone()) wrong.add(line)
    for (const line of lines.look(bot.startedAt)) wrong.add(line)
  }
  const note = (bot: BotProcess): void => {
    for (const line of bot.log) {
      const name = nameOfLine(line)
      if (isFailure(line)) failures.set(name, (failures.get(name) ?? 0) + 1)
    }
  }
  try {
    for (const moment of moments) {
      const bot = startBotProcess(world.environment)
      const seen = observe(bot)
      moment.arm(world, bot, dice)
      const isInTime = await live(bot, crowd, dice)
      const end = await bot.ended
      await seen
      note(bot)
      const name = isInTime ? moment.name : 'too late'
      kills.set(name, (kills.get(name) ?? 0) + 1)
      if (end !== 'SIGKILL' && end !== 0 && end !== 143) wrong.add(`it ended by itself: ${String(end)}`)
      whatIsGone = rememberShown(world, ledger)
      const judgement = await judgeStore(world, ledger)
      for (const one of judgement.wrong) wrong.add(`after a kill ${moment.name}: ${one}`)
    }
    const last = startBotProcess(world.environment)
    await observe(last)
    for (const line of await lines.end(last.startedAt)) wrong.add(line)
    const asked = await tryEverything({ world, ledger, crowd, person: moderator, most: mostTried })
    last.terminate()
    await last.ended
    note(last)
    const atEnd = joinJudgements([await judgeStore(world, ledger), judgeDuplicates(world, ledger), asked])
    for (const one of atEnd.wrong) wrong.add(`at the end: ${one}`)
    for (const ping of discord.pings) wrong.add(`pinged: ${ping}`)
    return { kills, ready, looked: atEnd.looked, wrong: [...wrong], failures }
  } finally {
    await world.close()
  }
}

/** People are at it until the process ends. False where it had to be ended because its moment did not come. */
async function live(bot: BotProcess, crowd: Crowd, dice: Dice): Promise<boolean> {
  let isInTime = true
  const milliseconds = await bot.ready
  if (milliseconds === null) return true
  const late = setTimeout(() => {
    isInTime = false
    bot.kill()
  }, LONGEST_LIFE)
  while (!bot.hasEnded()) {
    crowd.act()
    await Promise.race([wait(dice.below(120)), bot.ended])
  }
  clearTimeout(late)
  return isInTime
}
