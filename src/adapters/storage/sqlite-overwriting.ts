import type { DatabaseSync } from 'node:sqlite'

/** The whole file is written anew while somebody waits only up to this size: that takes about 6 ms for each million. */
const LARGEST_AT_ONCE = 64_000_000

/**
 * Takes what was deleted out of the bytes. `secure_delete` overwrites a row where it stood; two kinds of copies are left:
 * in the log (`-wal`), which holds pages as they were, and in pages that the row moved away from when they were parted or
 * joined. Emptying the log takes out the first, writing the file anew the second.
 */
export interface Overwriting {
  /** Notes, inside the transaction that deletes, that the file has to be written anew. */
  note(): void
  /** Empties the log, and writes a `file` of ordinary size anew; what cannot be done now, `log` and `all` do later. */
  now(what: 'log' | 'file'): void
  /** Empties the log alone. Throws where it cannot be done. */
  log(): void
  /** Both, whatever the size. Throws where it cannot be done. */
  all(): void
}

export function openOverwriting(database: DatabaseSync): Overwriting {
  const pragma = (name: string): number =>
    Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0] ?? 0)
  // A number in the file that SQLite leaves to programs: so it is known after a crash, too.
  const isDue = (): boolean => pragma('user_version') !== 0
  const size = (): number => pragma('page_count') * pragma('page_size')
  const emptyLog = (): boolean => database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0
  const writeAnew = (): void => {
    database.exec('VACUUM')
    database.exec('PRAGMA user_version = 0')
  }

  return {
    note: () => database.exec('PRAGMA user_version = 1'),
    now: (what) => {
      try {
        if (what === 'file' && isDue() && size() <= LARGEST_AT_ONCE) writeAnew()
        emptyLog()
      } catch {
        // It is forgotten all the same.
      }
    },
    log: () => void emptyLog(),
    all: () => {
      if (isDue()) writeAnew()
      emptyLog()
    },
  }
}
