import { resolve } from 'node:path'
import { listModels } from './adapters/model/list-models.ts'
import { createOpenAIModel, OPENAI_ADDRESS } from './adapters/model/openai.ts'
import { loadPrompts } from './adapters/prompts.ts'
import { createBudget, sayReached } from './app/budget.ts'
import { nameOfCap } from './app/caps.ts'
import {
  attempt,
  type Check,
  checked,
  failed,
  failedBy,
  ok,
  shownAddress,
  skipped,
  warning,
} from './app/check.ts'
import { checkModel, type ModelSeat } from './app/check-model.ts'
import { checkNode } from './app/check-node.ts'
import type { Storage } from './app/ports.ts'
import { CHECKOUT, type Config, ConfigError, type ModelConfig } from './config.ts'
import { counted } from './core/counted.ts'
import { FootnoteError } from './core/error.ts'
import { checkDiscord } from './discord/connection/check-discord.ts'
import { isServer, openStore, shownStore } from './open-store.ts'

export interface DiagnoseOptions {
  /** Throws `bad-request`, caused by a `ConfigError` where that is what is wrong. */
  readonly settings: () => Promise<Config>
  /** Ids of Discord channels to look at. */
  readonly channels: readonly string[]
  readonly signal?: AbortSignal
}

/** Looks at everything that a configuration names, one thing after the other. Throws `cancelled` alone. */
export async function* diagnose({ settings, channels, signal }: DiagnoseOptions): AsyncGenerator<Check> {
  let config: Config
  try {
    config = await settings()
  } catch (error) {
    yield* mistakesIn(error)
    yield checkNode(process.versions.node)
    for (const name of ['storage', 'prompts', 'model', 'Discord']) {
      yield skipped(name, 'Not checked before the configuration is right.')
    }
    return
  }
  yield ok('configuration', 'No mistake in .env and the environment.')
  yield checkNode(process.versions.node)
  const opened = await attempt('storage', () => openStore(config.storageUrl, STORAGE_OPTIONS), signal)
  const storage = 'failure' in opened ? null : opened.value
  try {
    const check =
      'failure' in opened
        ? opened.failure
        : await checked('storage', () => checkStorage(opened.value, config.storageUrl), signal)
    yield check
    if (storage !== null && isServer(config.storageUrl)) {
      yield await checked('storage server', () => checkServer(config.storageUrl), signal)
    }
    if (config.queueUrl !== null)
      yield await checked('queue', () => checkQueue(config.queueUrl ?? ''), signal)
    yield await checked('prompts', () => checkPrompts(config.promptsDirectory), signal)
    yield* checkModels(config, check.status === 'failed' ? null : storage, signal)
  } finally {
    await storage?.close()
  }
  yield* checkDiscord(config.discord, channels, signal)
}

const STORAGE_OPTIONS = { directory: CHECKOUT, clock: Date.now }

function* mistakesIn(error: unknown): Generator<Check> {
  const name = 'configuration'
  const problems =
    error instanceof FootnoteError && error.cause instanceof ConfigError ? error.cause.problems : []
  if (problems.length === 0) yield failedBy(name, error)
  for (const problem of problems) {
    const [found = '', example] = problem.split(' Example: ')
    const remedy = 'Correct it in .env or in the environment, or take it out.'
    yield failed(name, found, example === undefined ? remedy : `${remedy} Example: ${example}`)
  }
}

async function checkStorage(storage: Storage, url: string): Promise<Check> {
  await storage.check()
  if (!url.startsWith('memory:'))
    return ok('storage', `${shownStore(url)} opens, is whole and takes a write.`)
  const found = 'STORAGE_URL is memory: everything is forgotten when Footnote ends, budgets too.'
  return warning('storage', found, 'Set STORAGE_URL=sqlite:data/footnote.db to keep it.')
}

async function checkQueue(address: string): Promise<Check> {
  const { lookAtQueue } = await import('./adapters/redis/jobs/look-at-queue.ts')
  const { workers, running, waiting, setAside } = await lookAtQueue(address)
  const standing = `${counted(workers, 'worker')}, ${counted(running, 'job')} under way, ${waiting} waiting`
  if (workers === 0) {
    const found = `The queue works, and nobody takes jobs from it (${waiting} waiting).`
    return warning('queue', found, 'Start at least one worker: npm run -s footnote -- worker')
  }
  if (setAside === 0) return ok('queue', `It works: ${standing}.`)
  const found = `${counted(setAside, 'job')} set aside in the last two days, because it ended the worker three times (${standing}).`
  return warning('queue', found, 'Look for job-set-aside in the log of the workers, and report it.')
}

/** What would lose or refuse something one day is said before. */
async function checkServer(url: string): Promise<Check> {
  const name = 'storage server'
  const { surveyRedis } = await import('./adapters/redis/survey.ts')
  const { program, majorVersion, isAppendOnly, whenFull } = await surveyRedis(url)
  if (majorVersion !== null && majorVersion < 7) {
    return failed(name, `It is ${program}, and Footnote needs Redis 7 or Valkey.`, 'Update the server.')
  }
  if (isAppendOnly === false) {
    const found = `${program} does not write down every change (appendonly is no): a restart loses cards, and money that was spent.`
    return warning(name, found, 'Set appendonly yes on the server.')
  }
  if (whenFull !== null && whenFull !== 'noeviction') {
    const found = `${program} throws things away when its memory is full (maxmemory-policy is ${whenFull}).`
    return warning(name, found, 'Set maxmemory-policy noeviction on the server.')
  }
  return ok(name, `${program}, which writes down every change and throws nothing away.`)
}

async function checkPrompts(directory: string): Promise<Check> {
  try {
    const prompts = Object.values(await loadPrompts(resolve(CHECKOUT, directory)))
    return ok('prompts', `${prompts.map(({ id }) => id).join(', ')}.`)
  } catch (error) {
    return failedBy('prompts', error, 'Correct it there: prompts/README.md says how a prompt is written.')
  }
}

/** `storage` null: it does not work, so no call can be paid for. */
async function* checkModels(
  { model, caps }: Config,
  storage: Storage | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<Check> {
  if (model === null) {
    yield ok('model', NO_MODEL)
    return
  }
  const remarks: Check[] = []
  const openMeter =
    storage === null
      ? null
      : createBudget({
          spending: storage.spending,
          caps,
          clock: Date.now,
          patience: PATIENCE,
          onReached: (reached) => remarks.push(warning('budget', sayReached(reached), HOW_TO_LOOK)),
          onUnsettled: (error) => remarks.push(failedBy('budget', error)),
        })
  const tokenCap = caps.find((cap) => nameOfCap(cap) === 'DAILY_TOKEN_LIMIT')
  const seatOf = (
    { price, ...server }: ModelConfig,
    title: ModelSeat['title'],
    variables: ModelSeat['variables'],
  ): ModelSeat => ({
    title,
    model: createOpenAIModel({ ...server, timeouts: TIMEOUTS }),
    address: shownAddress(server.baseUrl ?? OPENAI_ADDRESS),
    isOwnServer: server.baseUrl !== null,
    list: () => listModels(server, signal),
    meter: openMeter?.(price, null, signal) ?? null,
    price,
    tokenCap,
    variables,
  })
  const { fallback, ...first } = model
  yield* checkModel(seatOf(first, 'model', {}), signal)
  if (fallback !== null) yield* checkModel(seatOf(fallback, 'fallback', variablesOf(fallback, first)), signal)
  yield* remarks
}

const NO_MODEL =
  "None is configured: the built-in engine picks an article's own sentences, at no cost. For a model set OPENAI_API_KEY, or OPENAI_BASE_URL and OPENAI_MODEL."
const HOW_TO_LOOK = 'npm run -s footnote -- usage shows what was spent, and on what.'
/** Milliseconds. Whoever waits for this looks at it. */
const PATIENCE = 5000
const TIMEOUTS = { firstByte: 60_000, total: 120_000 }

/** What the variables of the first model are called for the fallback: those that it shares stay. */
const variablesOf = (fallback: ModelConfig, first: ModelConfig): ModelSeat['variables'] => ({
  OPENAI_MODEL: 'OPENAI_FALLBACK_MODEL',
  OPENAI_CONTEXT_TOKENS: 'OPENAI_FALLBACK_CONTEXT_TOKENS',
  ...(fallback.baseUrl !== first.baseUrl && { OPENAI_BASE_URL: 'OPENAI_FALLBACK_BASE_URL' }),
  ...(fallback.apiKey !== first.apiKey && { OPENAI_API_KEY: 'OPENAI_FALLBACK_API_KEY' }),
})
