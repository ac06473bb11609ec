import type { DatabaseSync } from 'node:sqlite'

/** Runs `work` in one transaction: all of it is stored, or nothing. */
export function inTransaction<Value>(database: DatabaseSync, work: () => Value): Value {
  // IMMEDIATE takes the write lock first: a transaction that starts by reading cannot wait for it later.
  database.exec('BEGIN IMMEDIATE')
  try {
    const value = work()
    database.exec('COMMIT')
    return value
  } catch (error) {
    // SQLite has already rolled back by itself after some failures, a full disk among them.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
