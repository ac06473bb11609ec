import { setTimeout as sleep } from 'node:timers/promises'
import { redisFailure } from '../redis-failure.ts'

/** For what comes before somebody's command is acknowledged: Discord gives that three seconds. */
const HURRIED_MILLISECONDS = 2000

/** Reads for a port: every failure is `storage-unavailable`, also one in what was read. */
export async function kept<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw redisFailure(error)
  }
}

/**
 * Waits for what is under way no longer than somebody's command may. It may be done later all the same: who called does not
 * know. Throws `storage-unavailable`.
 */
export async function hurried<Value>(work: Promise<Value>): Promise<Value> {
  const stop = new AbortController()
  const tooLate = async (): Promise<never> => {
    await sleep(HURRIED_MILLISECONDS, undefined, { signal: stop.signal })
    throw redisFailure(new Error('The server does not answer in time'))
  }
  try {
    return await Promise.race([work, tooLate()])
  } finally {
    stop.abort()
  }
}
