import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './in-transaction.ts'
import { kept, whenUnlocked } from './kept.ts'
import { DamagedRow, storageFailure } from './storage-failure.ts'

/** Whether the file is whole and takes a write, of which nothing stays. Throws `storage-unavailable`. */
export const checkDatabase = (database: DatabaseSync): Promise<void> =>
  kept(() => {
    const [found] = database.prepare('PRAGMA quick_check(1)').all()
    if (found?.['quick_check'] !== 'ok') throw new DamagedRow('SQLite finds the file damaged')
    inTransaction(database, () => {
      database.exec("INSERT INTO cache (namespace, key, value) VALUES ('check', 'check', 'null')")
      database.exec("DELETE FROM cache WHERE namespace = 'check'")
    })
  })

/** Whether it may be written to, as far as that can be known without writing: also a full disk may be. */
export async function requireWritable(database: DatabaseSync, name: string): Promise<void> {
  try {
    await whenUnlocked(() => inTransaction(database, () => {}))
  } catch (error) {
    throw storageFailure(error, name)
  }
}
