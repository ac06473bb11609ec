// The other half of `lag.ts`: the bot, in a process that holds nothing else, with a watch on its event loop.
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Assistant } from '../../src/app/assistant.ts'
import type { Log } from '../../src/app/ports.ts'
import { compose } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { asFootnoteError } from '../../src/core/error.ts'
import { startDiscord } from '../../src/discord/start.ts'
import { watchMainThread } from '../support/main-thread.ts'

export type LagRequest =
  | { readonly say: 'begin' }
  /** These messages and interactions are done, or so much time has passed. */
  | { readonly say: 'wait'; readonly ids: readonly string[]; readonly milliseconds: number }
  | { readonly say: 'stop' }

/** Milliseconds. */
export interface Lag {
  readonly median: number
  readonly late: number
  readonly most: number
  /** The longest stretch of the main thread on the processor. */
  readonly stretch: number
  readonly undone: number
  /** How the reading of each address ended: "article" or a code. */
  readonly ends: Readonly<Record<string, string>>
}

const RESOLUTION = 10
const LOOK_MILLISECONDS = 20

const [environment, webPort] = [
  JSON.parse(process.argv[2] ?? '{}') as Record<string, string>,
  Number(process.argv[3]),
]
const folder = mkdtempSync(join(tmpdir(), 'footnote-'))
const config = parseConfig({
  ...environment,
  STORAGE_URL: `sqlite:${join(folder, 'footnote.db')}`,
  LOG_LEVEL: 'silent',
})
const log: Log = { info: () => {}, warn: () => {}, failure: () => 'c0de' }
const composed = await compose(config, {
  log,
  fetcher: {
    resolve: () => Promise.resolve(['93.184.215.14']),
    dial: (address) =>
      Object.defineProperty(connect(webPort, '127.0.0.1'), 'remoteAddress', { value: address }),
  },
})
const ends: Record<string, string> = {}
const assistant: Assistant = {
  ...composed.assistant,
  read: async (request, options) => {
    const name = request.kind === 'link' ? request.url : request.kind
    try {
      const read = await composed.assistant.read(request, options)
      ends[name] = 'article'
      return read
    } catch (error) {
      ends[name] = asFootnoteError(error).code
      throw error
    }
  },
}
const { discord, line, retentionDays, model } = config
const bot = await startDiscord({
  assistant,
  settings: {
    ...discord,
    token: discord.token ?? '',
    engine: composed.engine,
    models: composed.models,
    line,
    retentionDays,
    modelName: model?.name ?? null,
  },
  readAttachment: composed.readAttachment,
  onReached: composed.onReached,
  log,
  metrics: composed.metrics,
  clock: Date.now,
  holder: composed.holder,
})
await composed.warmUp()
const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
const thread = watchMainThread()

async function wait(ids: readonly string[], milliseconds: number): Promise<Lag> {
  const until = performance.now() + milliseconds
  const undone = [...ids]
  // One look at a time: the watch itself should not be what holds up the loop.
  while (undone.length > 0 && performance.now() < until) {
    const state = (await assistant.tasks.find(undone[0]!))?.state
    if (state === 'done' || state === 'failed') undone.shift()
    await sleep(LOOK_MILLISECONDS)
  }
  delay.disable()
  const lag = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION)
  return {
    median: lag(delay.percentile(50)),
    late: lag(delay.percentile(99)),
    most: lag(delay.max),
    stretch: thread.longest(),
    undone: undone.length,
    ends,
  }
}

async function stop(): Promise<void> {
  thread.stop()
  await bot.stop()
  await composed.assistant.close()
  rmSync(folder, { recursive: true, force: true })
  process.disconnect()
}

process.on('message', (request: LagRequest) => {
  if (request.say === 'begin') {
    delay.reset()
    delay.enable()
    thread.longest()
  } else if (request.say === 'stop') void stop()
  else void wait(request.ids, request.milliseconds).then((lag) => process.send?.(lag))
})
process.send?.('ready')
