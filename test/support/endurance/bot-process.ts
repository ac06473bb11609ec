import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { VARIABLES } from '../../../src/variables.ts'

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url))
/** No start takes so long, on whatever machine. */
const READY_WITHIN = 30_000

/** One line of the bot's log. */
interface LogLine {
  readonly event: string
  readonly level: string
  readonly code?: string
  /** Of what was thrown: its kind, its own code, and where. */
  readonly cause?: string
  readonly causeCode?: string | number
  readonly at?: string
  /** Of a job that a worker did. */
  readonly kind?: string
  readonly outcome?: string
}

/** What a line says of a failure that nobody can have been meant to see; else its event and code. */
export const nameOfLine = ({ event, code, cause, causeCode, at }: LogLine): string =>
  code === 'internal'
    ? `${event} (${cause} ${causeCode ?? ''} ${at})`
    : code === undefined
      ? event
      : `${event} (${code})`

/** Whether a line is about something that went wrong. */
export const isFailure = ({ level }: LogLine): boolean => level === 'error' || level === 'fatal'

/** The program itself, in a process of its own. */
export interface BotProcess {
  readonly pid: number
  /** When it was started, by the clock of the messages that it finds. */
  readonly startedAt: number
  /** What it logged; a line that is no JSON, such as that of an uncaught error, has level `fatal`. */
  readonly log: readonly LogLine[]
  /** Milliseconds until it said that it is ready; null where it ended before. */
  readonly ready: Promise<number | null>
  /** How it ended: a status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  hasEnded(): boolean
  kill(): void
  /** Asks it to stop. */
  terminate(): void
  /** Memory that it holds, in bytes; null where the system does not tell. */
  memory(): number | null
}

/** What each says once it serves. */
const SAYS_READY = { start: 'discord-ready', worker: 'worker-ready' } as const

/** Starts `footnote start` or `footnote worker`; nothing of this process's own configuration reaches it. */
export function startBotProcess(
  environment: Readonly<Record<string, string>>,
  command: keyof typeof SAYS_READY = 'start',
): BotProcess {
  const unset = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']))
  const startedAt = Date.now()
  const started = performance.now()
  const child = spawn(process.execPath, ['bin/node24.mjs', 'src/main.ts', command], {
    cwd: CHECKOUT,
    env: { ...process.env, ...unset, LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const log: LogLine[] = []
  const ready = Promise.withResolvers<number | null>()
  const ended = Promise.withResolvers<number | NodeJS.Signals>()
  const late = setTimeout(() => child.kill('SIGKILL'), READY_WITHIN)
  createInterface({ input: child.stderr }).on('line', (text) => {
    const line = parseLine(text)
    log.push(line)
    if (line.event !== SAYS_READY[command]) return
    clearTimeout(late)
    ready.resolve(performance.now() - started)
  })
  child.on('error', ended.reject)
  child.on('close', (status, signal) => {
    clearTimeout(late)
    ready.resolve(null)
    ended.resolve(signal ?? status ?? -1)
  })
  return {
    pid: child.pid ?? 0,
    startedAt,
    log,
    ready: ready.promise,
    ended: ended.promise,
    hasEnded: () => hasEnded(child),
    kill: () => void child.kill('SIGKILL'),
    terminate: () => void child.kill('SIGTERM'),
    memory: () => memoryOf(child.pid ?? 0),
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

function parseLine(text: string): LogLine {
  try {
    return JSON.parse(text) as LogLine
  } catch {
    return { event: text, level: 'fatal' }
  }
}

function memoryOf(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}
