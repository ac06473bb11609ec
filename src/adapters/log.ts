import { randomBytes } from 'node:crypto'
import type { Log } from '../app/ports.ts'
import { asFootnoteError } from '../core/error.ts'

/** What of an error is logged: its kind and place, never its message where that may quote an article or a person. */
function describe(error: unknown): Readonly<Record<string, unknown>> {
  const known = asFootnoteError(error)
  const cause = known.cause instanceof Error ? known.cause : undefined
  const place = placeOf(cause ?? known)
  const causeCode = cause !== undefined && 'code' in cause ? cause.code : undefined
  return {
    code: known.code,
    cause: cause?.name,
    causeCode,
    at: place?.trim().replace(/\(?(?:file:\/\/)?\S*\/(?=src\/|node_modules\/)/, ''),
  }
}

/** The first line of the stack: what stands before it is the message, whose lines may look like one. */
function placeOf({ stack = '', message }: Error): string | undefined {
  const start = stack.indexOf(message)
  const lines = (start === -1 ? '' : stack.slice(start + message.length)).split('\n')
  return lines.find((line) => /^\s+at .*:\d+:\d+\)?$/u.test(line))
}

const newIncident = (): string => randomBytes(3).toString('hex')

/** Structured log lines on standard error, so that standard output stays for results. */
export async function createLog(level: string): Promise<Log> {
  // At a terminal failures are printed in words: then nobody waits for what writes lines.
  if (level === 'silent') return { info: () => {}, warn: () => {}, failure: newIncident }
  const { pino } = await import('pino')
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ fd: 2, sync: true }),
  )
  return {
    info: (event, values = {}) => logger.info(values, event),
    warn: (event, values = {}) => logger.warn(values, event),
    failure: (event, error, values = {}) => {
      const incident = newIncident()
      logger.error({ incident, ...describe(error), ...values }, event)
      return incident
    },
  }
}
