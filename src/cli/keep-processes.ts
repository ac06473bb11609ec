import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../app/ports.ts'
import { FootnoteError } from '../core/error.ts'

/** One process of several, by what is set for it beside what is set for all. */
export interface Share {
  /** As the log names it. */
  readonly name: string
  readonly environment: Readonly<Record<string, string>>
}

interface Keeping {
  readonly shares: readonly Share[]
  /** Runs this program once more: path and arguments for this Node. */
  readonly command: readonly string[]
  readonly log: Pick<Log, 'info' | 'warn'>
  readonly signal: AbortSignal
}

/** The next process starts when the one before is connected: Discord lets shards log in one after the other. */
const STARTS_WITHIN = 60_000
/** As long as a process may finish what it has begun. */
const ENDS_WITHIN = 35_000
const SHORTEST_PAUSE = 1000
const LONGEST_PAUSE = 60_000
/** Wrong usage or configuration: another start does not help. */
const WRONG_CONFIGURATION = 2

/**
 * Runs a process for each share until the signal fires, and starts each again that ends before. Then lets all finish.
 * @throws {FootnoteError} `bad-request` where one refuses its configuration, which it has said itself.
 */
export async function keepProcesses({ shares, command, log, signal }: Keeping): Promise<void> {
  const refused = new AbortController()
  const over = AbortSignal.any([signal, refused.signal])
  const kept: Promise<void>[] = []
  for (const share of shares) {
    if (over.aborted) break
    const started = Promise.withResolvers<void>()
    kept.push(keep(share, { command, log, over, refuse: () => refused.abort() }, started.resolve))
    await Promise.race([started.promise, wait(STARTS_WITHIN, undefined, { ref: false }), aborted(over)])
  }
  await Promise.all(kept)
  if (!refused.signal.aborted) return
  throw new FootnoteError(
    'bad-request',
    'A process of the bot cannot start; what it says above has to change first.',
  )
}

interface Kept extends Pick<Keeping, 'command' | 'log'> {
  readonly over: AbortSignal
  readonly refuse: () => void
}

async function keep(
  share: Share,
  { command, log, over, refuse }: Kept,
  onStarted: () => void,
): Promise<void> {
  let pause = SHORTEST_PAUSE
  while (!over.aborted) {
    const began = performance.now()
    const child = start(share, command)
    log.info('process-started', { process: share.name, pid: child.pid })
    child.on('message', (message) => {
      if (message === READY) onStarted()
    })
    const status = await untilEnd(child, over)
    onStarted()
    if (over.aborted) return
    if (status === WRONG_CONFIGURATION) return refuse()
    if (performance.now() - began > LONGEST_PAUSE) pause = SHORTEST_PAUSE
    log.warn('process-ended', { process: share.name, status, startsAgainIn: pause })
    await Promise.race([wait(pause), aborted(over)])
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }
}

const start = ({ environment }: Share, command: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...process.execArgv, ...command], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

/** Its exit status or the signal that ended it; when all is over it is told to finish, and waited for. */
async function untilEnd(child: ChildProcess, over: AbortSignal): Promise<number | string> {
  const end = new Promise<number | string>((resolve) => {
    child.once('exit', (status, signal) => resolve(status ?? signal ?? 1))
    child.once('error', () => resolve(1))
  })
  await Promise.race([end, aborted(over)])
  if (!over.aborted) return end
  // Not by a signal: systemd and a terminal send theirs to every process, and who is told twice ends at once.
  if (child.connected) child.disconnect()
  const late = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN)
  const status = await end
  clearTimeout(late)
  return status
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}

const READY = 'ready'

/** In a process that was started so: says that it is connected. */
export function tellReady(): void {
  if (process.connected) process.send?.(READY)
}

/** In a process that was started so: fires when it is to finish, or nobody looks after it any more. */
export function parentGone(): AbortSignal {
  const gone = new AbortController()
  if (process.send === undefined) return gone.signal
  process.once('disconnect', () => gone.abort())
  // The bot keeps the process, and not that somebody listens for its parent.
  process.channel?.unref()
  return gone.signal
}
