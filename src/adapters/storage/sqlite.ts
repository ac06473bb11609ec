import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock, KeptArticle, Storage, SummaryResult } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Backend, StorageOptions } from './backend.ts'
import { openSqliteCache } from './sqlite-cache.ts'
import { openConversations } from './sqlite-conversations.ts'
import { openDatabase } from './sqlite-database.ts'
import { openForgetting } from './sqlite-forgetting.ts'
import { openSettings } from './sqlite-settings.ts'
import { checkDatabase, requireWritable } from './check-database.ts'
import { openSpending } from './sqlite-spending.ts'
import { openTasks } from './sqlite-tasks.ts'
import { openUses } from './sqlite-uses.ts'
import { storageFailure } from './storage-failure.ts'

/** One file, readable by any SQLite tool; several processes may have it open at once. */
export const sqliteBackend: Backend = {
  scheme: 'sqlite:',
  open: async (rest, options) => {
    if (rest.trim() === '') {
      throw new FootnoteError(
        'storage-unavailable',
        'STORAGE_URL names no file. Example: sqlite:data/footnote.db',
      )
    }
    const path = resolve(options.directory, rest)
    try {
      makeFolder(dirname(path))
      // Where its log lies there without it, it is missing: then it is not made anew.
      if (!existsSync(path) && !existsSync(`${path}-wal`)) makePrivate(path)
    } catch (error) {
      throw storageFailure(error, `sqlite:${rest}`)
    }
    return openSqliteStorage(path, options, `sqlite:${rest}`)
  },
}

/**
 * The folder and those above it. Not `recursive: true`: where a parent exists and still answers ENOENT, as /proc does,
 * node 24 goes round for ever.
 */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process may have been quicker.
    if (!existsSync(path)) throw error
  }
}

/**
 * What people read and asked is for nobody else on this machine: an empty file, which SQLite takes for a new database, and
 * whose rights it gives to what it puts beside it. A file that is there keeps the rights that its owner gave it.
 */
const makePrivate = (path: string): void => closeSync(openSync(path, 'a', 0o600))

/** All of Footnote's storage on one SQLite database; `name` is how sentences call it, STORAGE_URL as a rule. */
export async function openSqliteStorage(
  path: string,
  { clock, prepare }: StorageOptions,
  name = 'memory:',
): Promise<Storage> {
  const database = await openDatabase(path, { clock, ...(prepare && { prepare }), name })
  try {
    return storageOn(database, clock, name)
  } catch (error) {
    database.close()
    throw storageFailure(error, name)
  }
}

function storageOn(database: DatabaseSync, clock: Clock, name: string): Storage {
  return {
    articles: openSqliteCache<KeptArticle>(database, 'article', clock),
    addresses: openSqliteCache<string>(database, 'address', clock),
    summaries: openSqliteCache<SummaryResult>(database, 'summary', clock),
    conversations: openConversations(database, clock),
    tasks: openTasks(database, clock),
    forgetting: openForgetting(database, clock),
    settings: openSettings(database, clock),
    spending: openSpending(database, clock),
    uses: openUses(database, clock),
    requireWritable: () => requireWritable(database, name),
    check: () => checkDatabase(database),
    close: async () => {
      if (database.isOpen) database.close()
    },
  }
}
