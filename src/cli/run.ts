import { failureJson, innerCause, statusOf } from './failure.ts'
import type { Host, Invocation, Opened, Streams } from './host.ts'
import { PLAIN } from './paint.ts'
import { runProgram } from './program.ts'
import { renderFailure, renderWithoutModel } from './render-failure.ts'
import { lookOf, show, write } from './terminal.ts'
import { jsonLine, visible } from './visible.ts'

const STATUS_OF_SIGNAL = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
type StopSignal = keyof typeof STATUS_OF_SIGNAL

/** Work that was told to stop and did not is left behind after this. */
const STOP_WITHIN_MILLISECONDS = 5000
/** The bot and its workers finish what they have begun for people. */
const SERVICES = new Set(['start', 'worker'])
const SERVICE_STOPS_WITHIN_MILLISECONDS = 30_000

/**
 * One command line from its arguments to its exit status. The process is never ended here: what was written stays
 * whole also into a slow pipe, so the caller sets `process.exitCode` and lets it end.
 */
export async function runCommandLine(args: readonly string[], host: Host, streams: Streams): Promise<number> {
  const stop = new AbortController()
  const patience = SERVICES.has(args[0] ?? '') ? SERVICE_STOPS_WITHIN_MILLISECONDS : STOP_WITHIN_MILLISECONDS
  let stoppedBy: StopSignal | null = null
  let interruptTakenBy: (() => void) | null = null
  const onSignal = (signal: StopSignal): void => {
    if (signal === 'SIGINT' && interruptTakenBy !== null) return interruptTakenBy()
    // Asked twice: at once.
    if (stoppedBy !== null) process.exit(STATUS_OF_SIGNAL[signal])
    stoppedBy = signal
    setTimeout(() => process.exit(STATUS_OF_SIGNAL[signal]), patience).unref()
    stop.abort()
  }
  for (const signal of Object.keys(STATUS_OF_SIGNAL) as StopSignal[]) process.on(signal, onSignal)
  leaveQuietlyWhenNobodyReads(streams)
  const takeInterrupts = (handler: () => void): (() => void) => {
    interruptTakenBy = handler
    return () => {
      interruptTakenBy = null
    }
  }

  let opened: Opened | null = null
  const remembering: Host = {
    settings: () => host.settings(),
    open: async (choice) => (opened ??= await host.open(choice)),
    startBot: (token, signal) => host.startBot(token, signal),
    startWorker: (signal) => host.startWorker(signal),
    backUp: (file) => host.backUp(file),
    migrate: (from, signal, onProgress) => host.migrate(from, signal, onProgress),
    diagnose: (channels, signal) => host.diagnose(channels, signal),
  }
  const json = asksForJson(args)
  let status = 0
  const endWith = (other: number): void => {
    status = other
  }
  const { signal } = stop
  const invocation: Invocation = { host: remembering, streams, json, signal, takeInterrupts, endWith }
  try {
    await runProgram(args, invocation)
    return status
  } catch (thrown) {
    await report(thrown, args, invocation, opened)
    return stoppedBy === null ? statusOf(thrown) : STATUS_OF_SIGNAL[stoppedBy]
  } finally {
    await (opened as Opened | null)?.assistant.close()
    streams.stdin.destroy()
  }
}

/** Told from the words themselves, because a wrong usage has no parsed options. */
const asksForJson = (args: readonly string[]): boolean => {
  const end = args.indexOf('--')
  return (end === -1 ? args : args.slice(0, end)).includes('--json')
}

/** `… | head` closes its end: no more work, no message. Every other failed write is told to the one who wrote. */
function leaveQuietlyWhenNobodyReads({ stdout, stderr }: Streams): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
  })
  stderr.on('error', () => {})
}

async function report(
  thrown: unknown,
  args: readonly string[],
  { host, streams, json }: Invocation,
  opened: Opened | null,
): Promise<void> {
  const failure = failureJson(thrown, 'command-failed', opened?.log ?? null)
  // What goes wrong in the bot may hold what people wrote, and goes where its log goes.
  const inner = SERVICES.has(args[0] ?? '') ? '' : innerCause(thrown)
  if (inner !== '') await write(streams.stderr, `${inner.split('\n').map(visible).join('\n')}\n`)
  if (json) return write(streams.stdout, jsonLine(failure))
  const look = await host.settings().then(
    ({ terminal }) => lookOf(streams.stderr, terminal),
    () => PLAIN,
  )
  await show(streams.stderr, [...renderFailure(failure), ...renderWithoutModel(failure)], look)
}
