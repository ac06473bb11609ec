import type { DatabaseSync } from 'node:sqlite'
import { DamagedRow, kept } from './storage-failure.ts'

/** Whether the file is whole and takes a write, which is then taken back. Throws `storage-unavailable`. */
export const checkDatabase = (database: DatabaseSync): Promise<void> =>
  kept(() => {
    const [found] = database.prepare('PRAGMA quick_check(1)').all()
    if (found?.['quick_check'] !== 'ok') throw new DamagedRow('SQLite finds the file damaged')
    database.exec('BEGIN IMMEDIATE')
    try {
      database.exec("INSERT INTO cache (namespace, key, value) VALUES ('check', 'check', 'null')")
    } finally {
      // SQLite has already rolled back by itself after some failures, a full disk among them.
      if (database.isTransaction) database.exec('ROLLBACK')
    }
  })
