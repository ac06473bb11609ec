import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createDice } from '../dice.ts'
import { startBotProcess } from './bot-process.ts'
import { openWorld } from './world.ts'

const EMPTY_LOGIN = fileURLToPath(new URL('empty-login.ts', import.meta.url))
const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url))

/** Milliseconds, in the same order for each. */
export interface Starts {
  /** The bot on a store of its own, until it is ready. */
  readonly bot: readonly number[]
  /** discord.js alone, until it is logged in. */
  readonly login: readonly number[]
  /** Node alone. */
  readonly node: readonly number[]
}

/** Starts all three in turn, so that what else the machine does strikes them alike. */
export async function compareStarts(times: number): Promise<Starts> {
  const world = await openWorld({ dice: createDice(1), pages: 0 })
  const starts = { bot: [] as number[], login: [] as number[], node: [] as number[] }
  try {
    // Once not counted: node keeps what it compiled.
    for (let time = -1; time < times; time += 1) {
      const bot = startBotProcess(world.environment)
      const ready = await bot.ready
      bot.kill()
      await bot.ended
      const login = await timeOf(['bin/node24.mjs', EMPTY_LOGIN], world.environment)
      const node = await timeOf(['-e', '0'], {})
      if (time < 0 || ready === null) continue
      starts.bot.push(ready)
      starts.login.push(login)
      starts.node.push(node)
    }
    return starts
  } finally {
    await world.close()
  }
}

async function timeOf(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: CHECKOUT,
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  })
  await once(child, 'close')
  return performance.now() - started
}
