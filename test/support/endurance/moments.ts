import { setTimeout as wait } from 'node:timers/promises'
import type { Dice } from '../dice.ts'
import type { RouteName } from '../loopback-discord/faults.ts'
import type { BotProcess } from './bot-process.ts'
import type { World } from './world.ts'

/** When in its life a process is killed. */
export interface Moment {
  readonly name: string
  /** Kills the process when the moment comes. */
  readonly arm: (world: World, bot: BotProcess, dice: Dice) => void
}

const MESSAGES = /^POST \/channels\/\d+\/messages$/u
const EDITS = /^PATCH \/channels\/\d+\/messages\/\d+$/u

/** So many milliseconds at most after the process was started, or after it was ready. */
const afterStart =
  (most: number): Moment['arm'] =>
  (_, bot, dice) => {
    setTimeout(() => bot.kill(), dice.below(most))
  }
const afterReady =
  (most: number, then: 'kill' | 'terminate' = 'kill'): Moment['arm'] =>
  (_, bot, dice) => {
    const [first, second] = [dice.below(most), dice.below(700)]
    const run = async (): Promise<void> => {
      if ((await bot.ready) === null) return
      await wait(first)
      bot[then]()
      if (then === 'kill') return
      await wait(second)
      bot.kill()
    }
    void run()
  }

/** So many milliseconds at most after something happened for the first to eighth time. */
const after =
  (event: 'page' | 'call' | 'reply', most: number): Moment['arm'] =>
  ({ happened }, bot, dice) => {
    let left = 1 + dice.below(8)
    const late = dice.below(most)
    const listener = (): void => {
      if ((left -= 1) > 0) return
      happened.off(event, listener)
      setTimeout(() => bot.kill(), late)
    }
    happened.on(event, listener)
    void bot.ended.then(() => happened.off(event, listener))
  }

/**
 * `after`: such a request has had its effect and the process never hears of it. `before`: the process is gone when the
 * request has its effect.
 */
const at =
  (route: RouteName, when: 'before' | 'after', most = 10): Moment['arm'] =>
  ({ discord }, bot, dice) => {
    let left = 1 + dice.below(most)
    const late = dice.below(150)
    const arm = (): void =>
      discord.interrupt(route, when, async () => {
        if (bot.hasEnded()) return
        if ((left -= 1) > 0) return arm()
        bot.kill()
        await bot.ended
        if (when === 'before') await wait(late)
      })
    arm()
  }

/** All over the life of a process. */
export const MOMENTS: readonly Moment[] = [
  { name: 'while it starts', arm: afterStart(900) },
  {
    name: 'while it ends what the last crash cut off',
    arm: at(/^GET \/channels\/\d+\/messages/u, 'after', 2),
  },
  { name: 'while it says what was cut off', arm: at(/^(?:POST|PATCH|DELETE) /u, 'after', 4) },
  { name: 'while a page is read', arm: after('page', 80) },
  { name: 'while the model is asked', arm: after('call', 250) },
  { name: 'while a reply of the model arrives and is stored', arm: after('reply', 40) },
  { name: 'when a message is posted, before that is known', arm: at(MESSAGES, 'after') },
  { name: 'before a message is posted', arm: at(MESSAGES, 'before') },
  { name: 'when a thread is started, before that is known', arm: at(/\/threads$/u, 'after', 5) },
  { name: 'when a message is edited, before that is known', arm: at(EDITS, 'after') },
  { name: 'before a message is edited', arm: at(EDITS, 'before') },
  { name: 'when a command is acknowledged', arm: at(/\/callback$/u, 'after', 6) },
  { name: 'when somebody is told in private', arm: at(/^PATCH \/webhooks\//u, 'after', 6) },
  { name: 'while messages are deleted', arm: at(/^DELETE /u, 'after', 1) },
  { name: 'while it stops', arm: afterReady(700, 'terminate') },
  { name: 'at any time', arm: afterReady(1500) },
]
