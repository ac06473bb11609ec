import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock, DurableRow, RowSource, RowTarget } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import { copyDatabase } from './back-up.ts'
import { inTransaction } from './in-transaction.ts'
import { openDatabase } from './sqlite-database.ts'
import { storageFailure } from './storage-failure.ts'

const SCHEME = 'sqlite:'
const ROWS_AT_ONCE = 50

interface CopyOptions {
  /** Relative paths start here. */
  readonly directory: string
  readonly clock: Clock
}

/**
 * The rows of a database file as they are in one moment: a copy of it is read, so that an older schema can be brought up to date
 * and the file stays as it is. Throws `storage-unavailable`.
 */
export async function openSqliteSource(url: string, { directory, clock }: CopyOptions): Promise<RowSource> {
  const path = resolve(directory, url.slice(SCHEME.length))
  if (!existsSync(path)) {
    throw new FootnoteError('bad-request', `There is no database at ${url}, so there is nothing to copy.`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'footnote-migrate-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, 'copy.db')
    await copyDatabase(path, copy, url)
    const database = await openDatabase(copy, { clock, name: url })
    return {
      count: async (table) => countRows(database, table),
      read: (table) => readRows(database, table),
      close: async () => {
        if (database.isOpen) database.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw storageFailure(error, url)
  }
}

/** A new database file, which gets its name when it is whole. Throws `bad-request` where there is one already. */
export async function openSqliteTarget(url: string, { directory, clock }: CopyOptions): Promise<RowTarget> {
  const path = resolve(directory, url.slice(SCHEME.length))
  if (existsSync(path)) {
    const sentence = `${url} is there already, and nothing is copied over a bot's data. Move it away, or name another file in STORAGE_URL.`
    throw new FootnoteError('bad-request', sentence)
  }
  const part = `${path}.part`
  // What was cut off before.
  const remove = (): void => {
    for (const rest of [part, `${part}-wal`, `${part}-shm`]) rmSync(rest, { force: true })
  }
  remove()
  const database = await openDatabase(part, { clock, name: url })
  return {
    write: async (table, rows) =>
      inTransaction(database, () => rows.forEach((row) => insert(database, table, row))),
    count: async (table) => countRows(database, table),
    finish: async () => {
      database.close()
      renameSync(part, path)
    },
    close: async () => {
      if (database.isOpen) database.close()
      remove()
    },
  }
}

const countRows = (database: DatabaseSync, table: string): number =>
  Number(database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.['rows'])

async function* readRows(database: DatabaseSync, table: string): AsyncGenerator<readonly DurableRow[]> {
  // Rows that nothing tells apart are told apart by their place.
  const columns = table === 'uses' ? 'rowid AS id, *' : '*'
  let rows: DurableRow[] = []
  for (const row of database.prepare(`SELECT ${columns} FROM ${table}`).iterate()) {
    rows.push(row as DurableRow)
    if (rows.length < ROWS_AT_ONCE) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

function insert(database: DatabaseSync, table: string, row: DurableRow): void {
  const known = database.prepare(`PRAGMA table_info(${table})`).all()
  const columns = known.map(({ name }) => String(name)).filter((name) => (row[name] ?? null) !== null)
  const values = columns.map((name) => row[name] ?? null)
  const places = columns.map(() => '?').join(', ')
  database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(...values)
}
