import type { Log } from '../app/ports.ts'

/**
 * What Node would print by itself becomes a line of the log: warnings, and what nobody catches, after which the process ends
 * as it would have. Node prints the words and fields of an error, which may hold a message, a token or an address.
 */
export function logWhatNodePrints(log: Log): void {
  process.removeAllListeners('warning')
  process.on('warning', ({ name, ...warning }) => {
    log.warn('node-warning', { name, code: 'code' in warning ? warning.code : undefined })
  })
  // Also for a promise that is rejected and that nobody waits for.
  process.on('uncaughtException', (error) => {
    log.failure('crashed', error)
    process.exit(1)
  })
}
