import { fileURLToPath } from 'node:url'
import { startScene } from '../support/discord-scene.ts'
import { startBotProcess } from './bot-process.ts'
import { median, milliseconds, quantile, ratio } from './figures.ts'
import { runProcess } from './run-process.ts'

const STARTS = 10
const GOAL = 2000
const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url))

/** From the start of the process until the bot serves Discord, and until the help stands there; beside it Node alone. */
export async function benchReady(): Promise<void> {
  const scene = await startScene()
  const run = async (...command: string[]): Promise<number> =>
    (await runProcess([process.execPath, ...command], process.env as Record<string, string>, CHECKOUT))
      .milliseconds
  const times: Record<'ready' | 'cpu' | 'help' | 'node', number[]> = {
    ready: [],
    cpu: [],
    help: [],
    node: [],
  }
  try {
    for (let count = 0; count <= STARTS; count++) {
      const bot = await startBotProcess(scene.environment)
      const cpu = bot.cpu() ?? Number.NaN
      await bot.stop()
      const help = await run('--no-regexp-tier-up', 'bin/node24.mjs', 'src/main.ts', '--help')
      const node = await run('-e', '0')
      // The first fills the cache of compiled code.
      if (count === 0) continue
      times.ready.push(bot.milliseconds)
      times.cpu.push(cpu)
      times.help.push(help)
      times.node.push(node)
    }
  } finally {
    await scene.close()
  }
  const ready = median(times.ready)
  console.log(
    `ready      ${milliseconds(ready)} from the start of the process until it serves Discord (slowest of ${STARTS}: ${milliseconds(quantile(times.ready, 1))}), ${ratio(ready / GOAL)} × the goal of 2 s; ${milliseconds(median(times.cpu))} of processor time`,
  )
  console.log(
    `ready      footnote --help ${milliseconds(median(times.help))}; node -e 0 ${milliseconds(median(times.node))}`,
  )
}
