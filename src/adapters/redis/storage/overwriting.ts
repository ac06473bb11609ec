import type { Redis } from 'ioredis'
import { redisFailure } from '../redis-failure.ts'
import type { Run } from './scripts.ts'

/** Writing its file anew costs a server as much as a copy of all that it holds: not after every word that is forgotten. */
const PAUSE_MILLISECONDS = 10 * 60 * 1000

/**
 * Takes what was forgotten out of the server's files. Its append-only file is a list of all that was ever written, until it is
 * written anew (https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/).
 */
export interface Overwriting {
  /** Somebody has asked that something is forgotten: its copies go now, or within ten minutes of the last time. */
  ask(): Promise<void>
  /** What was asked for and could not be done at once. */
  asked(): Promise<void>
  /** Whatever was forgotten. Throws `storage-unavailable`. */
  all(): Promise<void>
}

export function openOverwriting(redis: Redis, run: Run): Overwriting {
  const overwrite = async (given: Readonly<Record<string, number>>): Promise<void> => {
    const count: string | null = await run('overwriting', 'due', given)
    if (count === null) return
    if (await startRewriting(redis)) await run('overwriting', 'done', { count })
  }
  const asked = (): Promise<void> => overwrite({ only_asked: 1, pause: PAUSE_MILLISECONDS })
  return {
    ask: async () => {
      try {
        await run('overwriting', 'ask', {})
        await asked()
      } catch {
        // It is forgotten all the same.
      }
    },
    asked,
    all: () => overwrite({}),
  }
}

/** False where it is doing so already: that may have begun before something was forgotten. */
async function startRewriting(redis: Redis): Promise<boolean> {
  try {
    // Where it keeps no such file, telling it to would make one.
    if (/^aof_enabled:0/mu.test(await redis.info('persistence'))) return true
    await redis.bgrewriteaof()
    return true
  } catch (error) {
    const words = error instanceof Error ? error.message : ''
    if (/in progress|can't BGREWRITEAOF right now/iu.test(words)) return false
    // Who rents a server is often not allowed to; then it is done as its owner has set it up.
    if (/^NOPERM|unknown command/iu.test(words)) return true
    throw redisFailure(error)
  }
}
