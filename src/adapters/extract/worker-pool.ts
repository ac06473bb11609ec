import { getCompileCacheDir } from 'node:module'
import { MessageChannel, type Worker } from 'node:worker_threads'
import type { Piscina } from 'piscina'
import { FootnoteError, throwIfCancelled } from '../../core/error.ts'
import type { ErrorCode } from '../../core/error.ts'

/** A result as it crosses the thread: errors as plain data, since their classes do not survive the way. */
export type Outcome<Result> =
  | { readonly result: Result }
  | {
      readonly failure: {
        readonly code: ErrorCode
        readonly message: string
        /** Where something went wrong in the thread that should not. */
        readonly stack?: string | undefined
      }
    }

/**
 * What a worker's default export is called with. `started` has to be told the thread's id before the work begins, and may
 * be told of each step that is done.
 */
export interface Job<Input> {
  readonly input: Input
  readonly started: MessagePort
}

type MessagePort = InstanceType<typeof MessageChannel>['port1']

export interface PoolLimits {
  /**
   * Most time on the processor for one task: waiting for a free thread does not count, nor what other programs take of a
   * busy machine. On the clock it may be ten times as much.
   */
  readonly milliseconds: number
  /** So much more for each step that the task has told as done. Unset: none. */
  readonly millisecondsAStep?: number
  /** Most memory of JavaScript's own heap. */
  readonly memoryMegabytes: number
  /**
   * By how much the whole process may grow meanwhile: buffers lie outside the heap, where no thread can be held to a
   * limit, and a few bytes of a packed stream fill gigabytes of them. Unset: as much as there is.
   */
  readonly growthMegabytes?: number
  /** After so many documents threads are replaced. Unset: 500. */
  readonly documentsAThread?: number
}

const MOST_THREADS = 2
const DOCUMENTS_A_THREAD = 500
/** How often a task's time and the size of the process are looked at. */
const WATCH_MILLISECONDS = 40
const MOST_ON_THE_CLOCK = 10
/** An idle thread keeps no process alive; it goes after this time to give its memory back. */
const IDLE_MILLISECONDS = 10_000

export interface WorkerPool<Input, Result> {
  run(input: Input, signal?: AbortSignal): Promise<Result>
  /** Starts a thread with this, where there is none: what it results in is nobody's. */
  warm(input: Input): Promise<void>
  close(): Promise<void>
}

/** Threads that run `file`, started with the first task. A task that takes too long or too much is ended with its thread. */
export function createWorkerPool<Input, Result>(file: URL, limits: PoolLimits): WorkerPool<Input, Result> {
  let current: Threads | undefined
  const turns = createTurns(MOST_THREADS)
  let warming: Promise<void> | undefined

  type Pool = Piscina<Job<Input>, Outcome<Result>>
  /** Threads of one generation: after so many documents new ones take over, and what a parser has kept goes with them. */
  interface Threads {
    readonly pool: Promise<Pool>
    begun: number
    running: number
  }
  const start = async (): Promise<Pool> => {
    const { Piscina: Pool } = await import('piscina')
    const pool = new Pool<Job<Input>, Outcome<Result>>({
      filename: file.href,
      minThreads: 0,
      maxThreads: MOST_THREADS,
      idleTimeout: IDLE_MILLISECONDS,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes },
      recordTiming: false,
      // What the program was started with (a loader of the test runner, a debugger's port) is not for strangers' pages.
      execArgv: [],
      env: compileCache(),
    })
    // A thread that dies when its task is over already is told here, and would take the process with it.
    pool.on('error', () => {})
    return pool
  }

  const run = async (input: Input, signal?: AbortSignal): Promise<Result> => {
    await turns.take(signal)
    const generation = (current ??= { pool: start(), begun: 0, running: 0 })
    generation.begun += 1
    generation.running += 1
    if (generation.begun === (limits.documentsAThread ?? DOCUMENTS_A_THREAD)) current = undefined
    const threads = await generation.pool
    const { port1, port2 } = new MessageChannel()
    const tooMuch = new AbortController()
    const ended = new AbortController()
    let steps = 0
    port1.once('message', (threadId: number) => {
      const thread = threads.threads.find((each) => each.threadId === threadId)
      const most = (): number => limits.milliseconds + steps * (limits.millisecondsAStep ?? 0)
      watch(thread, most, limits.growthMegabytes, ended.signal, () => tooMuch.abort())
      port1.on('message', () => (steps += 1))
    })
    try {
      const outcome = await threads.run(
        { input, started: port2 },
        {
          transferList: [port2],
          signal: signal === undefined ? tooMuch.signal : AbortSignal.any([signal, tooMuch.signal]),
        },
      )
      if ('result' in outcome) return outcome.result
      const { code, message, stack } = outcome.failure
      throw new FootnoteError(code, message, stack === undefined ? {} : { cause: causeWith(stack) })
    } catch (thrown) {
      if (thrown instanceof FootnoteError) throw thrown
      throwIfCancelled(signal)
      throw endedFailure(thrown, tooMuch.signal.aborted)
    } finally {
      ended.abort()
      port1.close()
      turns.giveBack()
      generation.running -= 1
      if (generation !== current && generation.running === 0) void threads.destroy()
    }
  }

  return {
    async warm(input) {
      const running = await current?.pool
      if (warming !== undefined || (running !== undefined && running.threads.length > 0)) return
      warming = run(input).then(
        () => undefined,
        () => undefined,
      )
      await warming
      warming = undefined
    },
    async run(input, signal) {
      // Whoever comes meanwhile has that thread, and starts no second one.
      await warming
      return run(input, signal)
    },
    async close() {
      await (await current?.pool)?.destroy()
    },
  }
}

/** A thread that has it from its first module on needs nothing that strips types, which takes longer to load than to run. */
function compileCache(): Readonly<Record<string, string>> {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder }
}

const causeWith = (stack: string): Error => Object.assign(new Error('in a thread'), { stack })

/** Calls `end` once a thread's task has taken more than it may. */
function watch(
  thread: Worker | undefined,
  most: () => number,
  growthMegabytes = Number.POSITIVE_INFINITY,
  signal: AbortSignal,
  end: () => void,
): void {
  const largest = process.memoryUsage.rss() + growthMegabytes * 1024 * 1024
  const begun = performance.now()
  // A thread that has ended meanwhile says nothing.
  const used = async (): Promise<number> => {
    const { user, system } = (await thread?.cpuUsage().catch(() => undefined)) ?? { user: 0, system: 0 }
    return (user + system) / 1000
  }
  const before = used()
  let isAsked = false
  const askTime = async (): Promise<void> => {
    if (isAsked) return
    isAsked = true
    if ((await used()) - (await before) > most()) end()
    isAsked = false
  }
  const look = setInterval(() => {
    if (process.memoryUsage.rss() > largest || performance.now() - begun > MOST_ON_THE_CLOCK * most()) end()
    void askTime()
  }, WATCH_MILLISECONDS)
  signal.addEventListener('abort', () => clearInterval(look))
}

/** Tasks wait here and not in piscina: a task in its queue is forgotten when the last thread is ended before it. */
function createTurns(count: number): { take(signal?: AbortSignal): Promise<void>; giveBack(): void } {
  const waiting: (() => void)[] = []
  let free = count
  return {
    async take(signal) {
      throwIfCancelled(signal)
      if (free > 0) {
        free -= 1
        return
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      const leave = (): void => {
        waiting.splice(waiting.indexOf(resolve), 1)
        resolve()
      }
      waiting.push(resolve)
      signal?.addEventListener('abort', leave, { once: true })
      await promise
      signal?.removeEventListener('abort', leave)
      throwIfCancelled(signal)
    },
    giveBack() {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    },
  }
}

function endedFailure(thrown: unknown, tookTooMuch: boolean): FootnoteError {
  const isMemory = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return tookTooMuch || isMemory
    ? new FootnoteError(
        'page-too-large',
        'This takes too much to read. Open it, copy the text, paste it, and I will use that.',
        { cause: thrown },
      )
    : new FootnoteError(
        'page-unreadable',
        'I could not read this. Open it, copy the text, paste it, and I will use that.',
        { cause: thrown },
      )
}
