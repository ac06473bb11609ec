// The command line: one process, one command. What a command does not need is not loaded.
import { once } from 'node:events'
import { runCommandLine } from './cli/run.ts'
import type { Composition } from './compose.ts'
import type { Config } from './config.ts'
import { FootnoteError } from './core/error.ts'

const args = process.argv.slice(2)
const command = args.find((argument) => !argument.startsWith('-')) ?? ''

let config: Promise<Config> | undefined
let composition: Promise<Composition> | undefined

const settings = (): Promise<Config> => (config ??= readConfig())

const open = (): Promise<Composition> =>
  (composition ??= (async () => {
    const { compose } = await import('./compose.ts')
    return compose(await settings())
  })())

/** Serves Discord until the signal fires, then lets what runs finish. */
async function startBot(signal: AbortSignal): Promise<void> {
  const { startDiscord } = await import('./discord/start.ts')
  const { assistant, log, engine, readAttachment } = await open()
  const { discord } = await settings()
  const bot = await startDiscord({
    assistant,
    settings: { ...discord, engine },
    readAttachment,
    log,
    clock: Date.now,
  })
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  await bot.stop()
}

process.exitCode = await runCommandLine(args, { settings, open, startBot }, process)
