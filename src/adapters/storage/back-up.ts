import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Backup } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import { whenUnlocked } from './kept.ts'
import { readVersion } from './sqlite-migrations.ts'
import { DamagedRow, isFull, storageFailure } from './storage-failure.ts'
import { refuseStrayLog } from './stray-log.ts'

const SCHEME = 'sqlite:'

/**
 * Copies the store that STORAGE_URL names into a new file, as it is in one moment, also while others write. The copy is
 * looked through before it gets its name; what fails leaves no file. Nothing is migrated, and nothing written over.
 */
export async function backUp(url: string, file: string, directory: string): Promise<Backup> {
  if (/^rediss?:/u.test(url)) {
    const sentence =
      'STORAGE_URL names a Redis server, and what backs that up is the server: copy its append-only folder, or what redis-cli --rdb FILE writes. docs/operating.md says how.'
    throw new FootnoteError('bad-request', sentence)
  }
  if (!url.startsWith(SCHEME)) {
    throw new FootnoteError('bad-request', 'STORAGE_URL is memory:, so there is no file to copy.')
  }
  const path = resolve(directory, url.slice(SCHEME.length))
  if (!existsSync(path)) {
    throw new FootnoteError(
      'storage-unavailable',
      `There is no database at ${url} yet, so there is nothing to copy. The host has to check STORAGE_URL.`,
    )
  }
  if (existsSync(file)) throw isThere(file)
  const part = `${file}.part`
  makeEmpty(part)
  try {
    await copyDatabase(path, part, url)
    const backup = lookThrough(part, url)
    putOnDisk(part)
    // Between the two looks somebody else may have made it.
    if (existsSync(file)) throw isThere(file)
    renameSync(part, file)
    return backup
  } catch (error) {
    for (const rest of [part, `${part}-journal`]) rmSync(rest, { force: true })
    if (!isFull(error)) throw storageFailure(error, url)
    const sentence = 'There is no room for the copy. Free disk space, or name a file on another disk.'
    throw new FootnoteError('storage-unavailable', sentence, { cause: error })
  }
}

const isThere = (file: string): FootnoteError =>
  new FootnoteError(
    'bad-request',
    `${file} is there already, and a backup is written over nothing. Name a new file.`,
  )

/** For its owner alone: it holds what people have asked and pasted. */
function makeEmpty(part: string): void {
  try {
    closeSync(openSync(part, 'wx', 0o600))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      const sentence = `${part} is there: another backup is being written to it, or was cut off. Delete it where none runs.`
      throw new FootnoteError('bad-request', sentence)
    }
    const sentence = `${part} cannot be made. Name a file in a folder that is there and may be written to.`
    throw new FootnoteError('bad-request', sentence, { cause: error })
  }
}

/** As it is in one moment, into an empty file. */
export async function copyDatabase(path: string, part: string, name: string): Promise<void> {
  refuseStrayLog(path, name)
  const database = new DatabaseSync(path)
  try {
    readVersion(database, name)
    // One reading transaction, which no writer waits for. What was deleted is not copied, and the copy needs no log.
    await whenUnlocked(() => database.prepare('VACUUM INTO ?').run(part))
  } finally {
    database.close()
  }
}

function lookThrough(part: string, name: string): Backup {
  const database = new DatabaseSync(part, { readOnly: true })
  try {
    const [found] = database.prepare('PRAGMA integrity_check(1)').all()
    if (found?.['integrity_check'] !== 'ok') throw new DamagedRow('The copy is damaged')
    const tables = new Set(
      database
        .prepare('SELECT name FROM sqlite_schema')
        .all()
        .map((row) => row['name']),
    )
    const count = (table: string): number =>
      tables.has(table)
        ? Number(database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.['rows'])
        : 0
    return {
      bytes: statSync(part).size,
      schema: readVersion(database, name),
      conversations: count('conversations'),
      questions: count('turns'),
      guilds: count('guild_settings'),
    }
  } finally {
    database.close()
  }
}

/** SQLite itself leaves that to the system for such a copy: a power cut would take what was said to be safe. */
function putOnDisk(part: string): void {
  const file = openSync(part, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
