import { DatabaseSync } from 'node:sqlite'
import type { StorageOptions } from './backend.ts'
import { whenUnlocked } from './kept.ts'
import { migrate, readVersion } from './sqlite-migrations.ts'
import { storageFailure } from './storage-failure.ts'
import { refuseStrayLog } from './stray-log.ts'

interface DatabaseOptions extends Pick<StorageOptions, 'clock' | 'prepare'> {
  readonly name: string
}

/** Opens a database file, or `:memory:`, at the newest schema. Throws `storage-unavailable`. */
export async function openDatabase(path: string, options: DatabaseOptions): Promise<DatabaseSync> {
  try {
    // Two processes that open a new file at the same time meet here.
    return await whenUnlocked(() => tryToOpen(path, options))
  } catch (error) {
    throw storageFailure(error, options.name)
  }
}

function tryToOpen(path: string, { clock, prepare, name }: DatabaseOptions): DatabaseSync {
  refuseStrayLog(path, name)
  const database = new DatabaseSync(path, {
    timeout: 0,
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
    prepare?.(database)
    migrate(database, { clock, name })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
