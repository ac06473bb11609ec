import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { inTransaction } from './in-transaction.ts'
import { isFull, isLocked, storageFailure } from './storage-failure.ts'

/**
 * So long SQLite itself may wait for another process. It holds up everything else meanwhile, the heartbeat to Discord
 * too, so it is about as long as a write takes.
 */
export const BLOCKING_MILLISECONDS = 10
/** So long a lock is waited for in all. */
const PATIENCE_MILLISECONDS = 5000
/** For what comes before somebody's command is acknowledged: Discord gives that three seconds. */
export const HURRIED_MILLISECONDS = 2000
const PAUSE_MILLISECONDS = 20

/** Does it again and again while another program holds the database; between two tries everything else goes on. */
export async function whenUnlocked<Value>(
  work: () => Value,
  patience = PATIENCE_MILLISECONDS,
): Promise<Value> {
  const started = performance.now()
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!isLocked(error) || performance.now() - started > patience) throw error
    }
    // Uneven, so that two who wait for each other do not meet again.
    await sleep(PAUSE_MILLISECONDS * (0.5 + Math.random()))
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
    for (;;) {
      try {
        return inTransaction(database, work)
      } catch (error) {
        if (!isFull(error) || !makeRoom(database)) throw error
      }
    }
  }, patience)

const ROWS_AT_ONCE = 50

/** Takes out cached pages and summaries, the oldest first. False where there are none, or where not even that is possible. */
function makeRoom(database: DatabaseSync): boolean {
  try {
    // What the log holds already is put into its place, so that the log begins anew in the space that it has.
    database.exec('PRAGMA wal_checkpoint(RESTART)')
  } catch {
    // It needs room as well, in the file itself.
  }
  try {
    return inTransaction(
      database,
      () =>
        database
          .prepare('DELETE FROM cache WHERE rowid IN (SELECT rowid FROM cache ORDER BY expires_at LIMIT ?)')
          .run(ROWS_AT_ONCE).changes > 0,
    )
  } catch {
    return false
  }
}
