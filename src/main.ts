// The command line: one process, one command. What a command does not need is not loaded.
import { once } from 'node:events'
import { resolve } from 'node:path'
import { runCommandLine } from './cli/run.ts'
import type { Check } from './app/check.ts'
import type { Backup, Migration } from './app/ports.ts'
import type { Composition, Overrides } from './compose.ts'
import type { Config } from './config.ts'
import { FootnoteError } from './core/error.ts'
import type { Figures } from './figures.ts'
import type { MigrateOptions } from './migrate.ts'

const args = process.argv.slice(2)
const command = args.find((argument) => !argument.startsWith('-')) ?? ''

let config: Promise<Config> | undefined
let composition: Promise<Composition> | undefined
let opened: Promise<Figures | null> | undefined

const settings = (): Promise<Config> => (config ??= readConfig())
const open = (choice: { readonly model?: string | undefined } = {}): Promise<Composition> =>
  (composition ??= composeAll(choice.model ?? null))

const figures = (): Promise<Figures | null> => (opened ??= openFigures())

/** So long a worker finishes what it does, when it is told to stop; what is left is done by another. */
const WORKER_PATIENCE = 10_000

/** These run until they are told to stop, and are watched by their log and figures. */
const isService = ['start', 'worker'].includes(command)

process.exitCode = await runCommandLine(
  args,
  { settings, open, startBot, startWorker, backUp, migrate, diagnose },
  process,
)

/**
 * `.env` of the checkout, above it the environment, and the files of secrets that either names. The demo reads none of
 * them: only what the terminal says of itself.
 */
async function readConfig(): Promise<Config> {
  const [{ CHECKOUT, ConfigError, parseConfig }, { VARIABLES }, { fileVariableOf, readSecretFile, SECRETS }] =
    await Promise.all([import('./config.ts'), import('./variables.ts'), import('./secret-files.ts')])
  try {
    if (command === 'demo') {
      const ours = new Set([...Object.keys(VARIABLES), ...SECRETS.map(fileVariableOf)])
      const surroundings = Object.entries(process.env).filter(([name]) => !ours.has(name))
      return parseConfig({ ...Object.fromEntries(surroundings), STORAGE_URL: 'memory:', LOG_LEVEL: 'silent' })
    }
    const { config: readDotenv } = await import('dotenv')
    const file: Record<string, string> = {}
    const { error } = readDotenv({ path: `${CHECKOUT}/.env`, processEnv: file, quiet: true })
    if (error !== undefined && error.code !== 'ENOENT') {
      throw new FootnoteError('bad-request', 'The file .env could not be read. Check its permissions.', {
        cause: error,
      })
    }
    const given = { ...file, ...process.env }
    // At a terminal the failure itself is printed; log lines beside it are for those who ask for them.
    if (!isService && (given['LOG_LEVEL'] ?? '').trim() === '') given['LOG_LEVEL'] = 'silent'
    return parseConfig(given, { readFile: (path) => readSecretFile(resolve(CHECKOUT, path)) })
  } catch (error) {
    if (error instanceof ConfigError) throw new FootnoteError('bad-request', error.message, { cause: error })
    throw error
  }
}

/** Served from the start on, so that somebody who looks while Discord connects is told so; null where nobody looks. */
async function openFigures(): Promise<Figures | null> {
  const { metrics, model } = await settings()
  if (!isService || metrics === null) return null
  const { serveFigures } = await import('./figures.ts')
  return serveFigures(metrics, model === null ? 'extractive' : 'openai')
}

/** Who gives an address waits for the thread that reads its page: it starts while everything else is loaded. */
async function readerFor(given: readonly string[]): Promise<Pick<Overrides, 'extractor'>> {
  if (!given.some((argument) => /^\s*https?:/iu.test(argument))) return {}
  const { createExtractor } = await import('./adapters/extract/create-extractor.ts')
  const extractor = createExtractor()
  void extractor.warm()
  return { extractor }
}

async function composeAll(modelName: string | null): Promise<Composition> {
  const reader = await readerFor(args)
  const [{ compose }, { sayReached }] = await Promise.all([import('./compose.ts'), import('./app/budget.ts')])
  const configured = await settings()
  const shown = await figures()
  const composed = await compose(modelName === null ? configured : withModel(configured, modelName), {
    ...(shown !== null && { metrics: shown.metrics }),
    ...reader,
    doesJobs: command === 'worker',
  })
  // Whoever types here runs Footnote and reads no log.
  if (!isService) composed.onReached((reached) => console.error(sayReached(reached)))
  return composed
}

/** The same configuration with another model on the same server; its price is looked up again by nobody, so it has none. */
function withModel(configured: Config, name: string): Config {
  const { model } = configured
  if (model === null) {
    const sentence =
      'No model server is set up, so --model names nothing. Set OPENAI_API_KEY or OPENAI_BASE_URL first.'
    throw new FootnoteError('bad-request', sentence)
  }
  return { ...configured, model: { ...model, name, price: name === model.name ? model.price : null } }
}

/** Serves Discord until the signal fires, then lets what runs finish. */
async function startBot(token: string, told: AbortSignal): Promise<void> {
  const configured = await settings()
  if (configured.discord.shards.processes > 1) {
    const { runShardProcesses } = await import('./shard-processes.ts')
    return runShardProcesses(configured, token, told)
  }
  const { parentGone, tellReady } = await import('./cli/keep-processes.ts')
  const signal = AbortSignal.any([told, parentGone()])
  const shown = await figures()
  try {
    const {
      assistant,
      log,
      engine,
      models,
      metrics,
      holder,
      onReached,
      requireWritable,
      readAttachment,
      warmUp,
    } = await open()
    await requireWritable()
    const { discord, line, model, caps, retentionDays } = await settings()
    const [{ startDiscord }, { logWhatNodePrints }] = await Promise.all([
      import('./discord/start.ts'),
      import('./adapters/last-words.ts'),
    ])
    logWhatNodePrints(log)
    const bot = await startDiscord({
      assistant,
      settings: { ...discord, token, engine, models, line, retentionDays, modelName: model?.name ?? null },
      readAttachment,
      onReached,
      log,
      metrics,
      clock: Date.now,
      holder,
    })
    const { spending } = assistant
    shown?.watch({
      standing: () => bot.standing(),
      missing: () => (bot.standing().gateway?.isReady === true ? [] : ['Discord is not connected']),
      jobs: null,
      spending,
      caps,
      requireWritable,
    })
    tellReady()
    await warmUp().catch((error: unknown) => log.failure('not-warmed-up', error))
    if (!signal.aborted) await once(signal, 'abort')
    await bot.stop()
  } finally {
    await end(shown)
  }
}

/** Does jobs until the signal fires. */
async function startWorker(signal: AbortSignal): Promise<void> {
  const shown = await figures()
  try {
    const { assistant, log, requireWritable, warmUp } = await open()
    await requireWritable()
    const { queueUrl, jobsAtOnce, caps } = await settings()
    if (queueUrl === null) throw new FootnoteError('bad-request', 'QUEUE_URL is not set.')
    const [{ takeJobs }, { doWork }, { logWhatNodePrints }] = await Promise.all([
      import('./adapters/redis/jobs/do-jobs.ts'),
      import('./app/do-work.ts'),
      import('./adapters/last-words.ts'),
    ])
    logWhatNodePrints(log)
    await warmUp().catch((error: unknown) => log.failure('not-warmed-up', error))
    const taker = await takeJobs({ address: queueUrl, atOnce: jobsAtOnce, doJob: doWork(assistant), log })
    shown?.watch({
      standing: () => ({ gateway: null, line: { running: taker.running(), waiting: 0 } }),
      missing: () => (taker.isReady() ? [] : ['no jobs come from the queue']),
      jobs: () => taker.counts(),
      spending: assistant.spending,
      caps,
      requireWritable,
    })
    log.info('worker-ready', { jobsAtOnce })
    if (!signal.aborted) await once(signal, 'abort')
    await taker.close(WORKER_PATIENCE)
  } finally {
    await end(shown)
  }
}

/** What a service has open keeps its process alive: a server that several share above all. */
async function end(shown: Figures | null): Promise<void> {
  await composition?.then(
    ({ assistant }) => assistant.close(),
    () => {},
  )
  await shown?.close()
}

async function backUp(file: string): Promise<Backup> {
  const [{ CHECKOUT }, { backUp: copy }, { storageUrl, workingDirectory }] = await Promise.all([
    import('./config.ts'),
    import('./adapters/storage/back-up.ts'),
    settings(),
  ])
  return copy(storageUrl, resolve(workingDirectory, file), CHECKOUT)
}

async function migrate(
  from: string,
  signal: AbortSignal,
  onProgress: MigrateOptions['onProgress'],
): Promise<Migration> {
  const [{ migrate: copy }, { storageUrl }] = await Promise.all([import('./migrate.ts'), settings()])
  return copy({ from, to: storageUrl, signal, ...(onProgress && { onProgress }) })
}

async function* diagnose(channels: readonly string[], signal: AbortSignal): AsyncGenerator<Check> {
  const { diagnose: look } = await import('./diagnose.ts')
  yield* look({ settings, channels, signal })
}
