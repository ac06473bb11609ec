import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeRoom } from './full-disk.ts'
import { inTransaction } from './in-transaction.ts'
import { isFull, isLocked, storageFailure } from './storage-failure.ts'

/** So long a lock is waited for in all. */
const PATIENCE_MILLISECONDS = 5000
/** For what comes before somebody's command is acknowledged: Discord gives that three seconds. */
export const HURRIED_MILLISECONDS = 2000
const SHORTEST_PAUSE = 5
const LONGEST_PAUSE = 40

/**
 * Does it again and again while another program holds the database; between two tries everything else goes on. SQLite's
 * own waiting would hold up the heartbeat to Discord too, so it is told not to wait.
 */
export async function whenUnlocked<Value>(
  work: () => Value,
  patience = PATIENCE_MILLISECONDS,
): Promise<Value> {
  const started = performance.now()
  for (let pause = SHORTEST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    try {
      return work()
    } catch (error) {
      if (!isLocked(error) || performance.now() - started > patience) throw error
    }
    // Uneven, so that two who wait for each other do not meet again.
    await sleep(pause * (0.5 + Math.random()))
  }
}

/** Reads for a port: the result as a promise, every failure as `storage-unavailable`. */
export async function kept<Value>(work: () => Value, patience?: number): Promise<Value> {
  try {
    return await whenUnlocked(work, patience)
  } catch (error) {
    throw storageFailure(error)
  }
}

/** Writes for a port, in one transaction: all of it is stored, or nothing. Where the disk is full, caches give way. */
export const stored = <Value>(database: DatabaseSync, work: () => Value, patience?: number): Promise<Value> =>
  kept(() => {
    for (let tries = 0; ; tries += 1) {
      try {
        return inTransaction(database, work)
      } catch (error) {
        if (!isFull(error) || !makeRoom(database, tries)) throw error
      }
    }
  }, patience)
