// The command line: one process, one command. What a command does not need is not loaded.
import type { Composition } from './compose.ts'
import type { Config } from './config.ts'
import type { Host } from './cli/host.ts'
import { runCommandLine } from './cli/run.ts'
import { FootnoteError } from './core/error.ts'

const args = process.argv.slice(2)
const command = args.find((argument) => !argument.startsWith('-')) ?? ''

/** The environment, above it `.env` of the checkout. The demo reads neither: only what the terminal says of itself. */
async function readConfig(): Promise<Config> {
  const { CHECKOUT, ConfigError, parseConfig, VARIABLES } = await import('./config.ts')
  const surroundings = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !(name in VARIABLES)),
  )
  try {
    if (command === 'demo') {
      return parseConfig({ ...surroundings, STORAGE_URL: 'memory:', LOG_LEVEL: 'silent' })
    }
    const { config: readDotenv } = await import('dotenv')
    const file: Record<string, string> = {}
    readDotenv({ path: `${CHECKOUT}/.env`, processEnv: file, quiet: true })
    // At a terminal the failure itself is printed; log lines beside it are for those who ask for them.
    const level = command === 'start' ? {} : { LOG_LEVEL: 'silent' }
    return parseConfig({ ...level, ...file, ...process.env })
  } catch (error) {
    if (error instanceof ConfigError) throw new FootnoteError('bad-request', error.message, { cause: error })
    throw error
  }
}

let config: Promise<Config> | undefined
let composition: Promise<Composition> | undefined

const host: Host = {
  settings: () => (config ??= readConfig()),
  open: () =>
    (composition ??= (async () => {
      const { compose } = await import('./compose.ts')
      return compose(await (config ??= readConfig()))
    })()),
  startBot: () => Promise.reject(new Error('not joined yet')),
}

process.exitCode = await runCommandLine(args, host, process)
