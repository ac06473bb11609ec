import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './in-transaction.ts'

/**
 * Deleting needs room as well: what is changed stands in the log first, and the log (4 MB before it begins anew) has to
 * find its place in the file. So much is kept aside for that, in a file that is given back when the disk is full.
 */
const RESERVE_BYTES = 8 * 1024 * 1024
/** Room for the reserve and for a while. */
const ROOMY_BYTES = 4 * RESERVE_BYTES
const ROWS_AT_ONCE = 50
/** One megabyte: less is not worth a reserve. */
const WORTH_PAGES = 256

const reserveOf = (database: DatabaseSync): string | null => {
  const path = database.location()
  return path === null ? null : `${path}-reserve`
}

/** Puts so much aside, where there is room for it. */
export function keepReserve(database: DatabaseSync): void {
  const reserve = reserveOf(database)
  if (reserve === null || existsSync(reserve)) return
  if (pragma(database, 'page_count') < WORTH_PAGES || !isRoomy(database)) return
  try {
    // What can be pressed together takes no room on some disks.
    writeFileSync(reserve, randomBytes(RESERVE_BYTES), { mode: 0o600 })
  } catch {
    rmSync(reserve, { force: true })
  }
}

/** How many pages were allowed before the disk was full, of databases that must not grow for now. */
const frozen = new WeakMap<DatabaseSync, number>()

/**
 * After a write that found no room: makes some, so that it can be tried again, or gives false. From then on the file grows
 * no more until there is room on the disk: the reserve is for forgetting, and new things go where others were forgotten.
 * What helps without loss comes at the first try; then cached pages and summaries go, those that end soonest.
 */
export function makeRoom(database: DatabaseSync, tries: number): boolean {
  try {
    if (tries > 0) return dropOldestCached(database)
    if (thaw(database)) return true
    const isNew = !frozen.has(database) && pragma(database, 'page_count') < pragma(database, 'max_page_count')
    if (isNew) giveReserve(database)
    // What the log holds is put into its place: so the log begins anew, in the room that it has already.
    database.exec('PRAGMA wal_checkpoint(RESTART)')
    if (isNew) freeze(database)
    return true
  } catch {
    return tries === 0
  }
}

function giveReserve(database: DatabaseSync): void {
  const reserve = reserveOf(database)
  if (reserve !== null) rmSync(reserve, { force: true })
}

function freeze(database: DatabaseSync): void {
  frozen.set(database, pragma(database, 'max_page_count'))
  database.exec(`PRAGMA max_page_count = ${pragma(database, 'page_count')}`)
}

function thaw(database: DatabaseSync): boolean {
  const before = frozen.get(database)
  if (before === undefined || !isRoomy(database)) return false
  database.exec(`PRAGMA max_page_count = ${before}`)
  frozen.delete(database)
  keepReserve(database)
  return true
}

function isRoomy(database: DatabaseSync): boolean {
  const path = database.location()
  if (path === null) return false
  const { bavail, bsize } = statfsSync(dirname(path))
  return bavail * bsize > ROOMY_BYTES
}

const dropOldestCached = (database: DatabaseSync): boolean =>
  inTransaction(database, () => {
    const sql = 'DELETE FROM cache WHERE rowid IN (SELECT rowid FROM cache ORDER BY expires_at LIMIT ?)'
    return database.prepare(sql).run(ROWS_AT_ONCE).changes > 0
  })

const pragma = (database: DatabaseSync, name: 'page_count' | 'max_page_count'): number =>
  Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
