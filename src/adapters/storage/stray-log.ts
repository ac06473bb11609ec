import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { FootnoteError } from '../../core/error.ts'

/** https://www.sqlite.org/fileformat.html: this byte is 2 where the newest changes may stand in a log, else 1. */
const WRITE_VERSION = 18
const WITHOUT_LOG = 1

/**
 * SQLite takes any log (`-wal`) that lies beside a database for its own: beside a copy that was put back it would be
 * written over the copy, beside no database it would be thrown away. Throws `storage-unavailable`, and nothing is touched.
 */
export function refuseStrayLog(path: string, name: string): void {
  const log = `${path}-wal`
  if (!existsSync(log) || statSync(log).size === 0) return
  const files = `${basename(log)} and ${basename(path)}-shm`
  if (!existsSync(path) || statSync(path).size === 0) {
    const sentence = `is not there, but ${basename(log)}, its newest changes. Put the file back beside it, or move ${files} away as well.`
    throw new FootnoteError('storage-unavailable', `Footnote's database (${name}) ${sentence}`)
  }
  if (writeVersionOf(path) === WITHOUT_LOG) {
    const sentence = `is a copy, but ${basename(log)} belongs to the database that was there before. Move ${files} away, and start again.`
    throw new FootnoteError('storage-unavailable', `Footnote's database (${name}) ${sentence}`)
  }
}

function writeVersionOf(path: string): number | undefined {
  const file = openSync(path, 'r')
  try {
    const header = Buffer.alloc(WRITE_VERSION + 1)
    readSync(file, header, 0, header.length, 0)
    return header[WRITE_VERSION]
  } finally {
    closeSync(file)
  }
}
