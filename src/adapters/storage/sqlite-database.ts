import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../app/ports.ts'
import { migrate, readVersion } from './sqlite-migrations.ts'
import { isLocked, storageFailure } from './storage-failure.ts'

/** How long a writer waits for another process. The default of node:sqlite is not at all. */
const LOCK_MILLISECONDS = 5000
const OPENING_PAUSE_MILLISECONDS = 50

interface DatabaseOptions {
  readonly clock: Clock
  readonly pragmas: readonly string[]
  readonly name: string
}

/** Opens a database file, or `:memory:`, at the newest schema. Throws `storage-unavailable`. */
export async function openDatabase(path: string, options: DatabaseOptions): Promise<DatabaseSync> {
  const started = performance.now()
  for (;;) {
    try {
      return tryToOpen(path, options)
    } catch (error) {
      // Turning WAL on does not always wait for a lock, whatever the timeout: two processes that open a new file at the
      // same time meet here.
      const waited = performance.now() - started
      if (!isLocked(error) || waited > LOCK_MILLISECONDS) throw storageFailure(error, options.name)
      await sleep(OPENING_PAUSE_MILLISECONDS)
    }
  }
}

function tryToOpen(path: string, { clock, pragmas, name }: DatabaseOptions): DatabaseSync {
  const database = new DatabaseSync(path, {
    timeout: LOCK_MILLISECONDS,
    enableForeignKeyConstraints: true,
  })
  try {
    // Asked before anything is changed: a file that is not ours stays as it was.
    readVersion(database, name)
    // WAL: readers and one writer at a time do not disturb each other, in one process or in several.
    database.exec('PRAGMA journal_mode = WAL')
    // FULL: a commit is on the disk before the turn is acknowledged. NORMAL would already survive kill -9, but in
    // WAL mode it may lose the last commits to a power cut, and a person has seen those answers.
    database.exec('PRAGMA synchronous = FULL')
    // What is forgotten is overwritten, not only marked as free.
    database.exec('PRAGMA secure_delete = ON')
    for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`)
    migrate(database, { clock, name })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
