import { FootnoteError } from '../../core/error.ts'

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html */
const SENTENCES: ReadonlyMap<number, string> = new Map([
  [
    5,
    'is locked by another program. Try again; if it stays, the host has to close whatever else has it open.',
  ],
  [
    6,
    'is locked by another program. Try again; if it stays, the host has to close whatever else has it open.',
  ],
  [8, 'can only be read. The host has to let Footnote write to the database file and its folder.'],
  [
    10,
    'cannot be read or written: the disk reports an error. The host has to check the disk and its free space.',
  ],
  [11, 'is damaged. The host has to put back a copy of the file, or move it away so that a new one is made.'],
  [
    13,
    'cannot grow: the disk is full. The host has to free disk space; what was stored before is still there.',
  ],
  [
    14,
    'cannot be opened. The host has to check that STORAGE_URL names a file in a folder that Footnote may write to.',
  ],
  [26, 'is not a SQLite database. The host has to point STORAGE_URL at another file, or move this one away.'],
])

/** What node says when the file system refuses the folder. */
const FILE_CODES: ReadonlyMap<string, number> = new Map([
  ['ENOSPC', 13],
  ['EDQUOT', 13],
  ['EROFS', 8],
  ['EIO', 10],
])

const OTHERWISE = 'does not work. The host finds the reason in the log.'

/** Also thrown for a row that cannot be what Footnote wrote. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow'
}

const primaryCode = (error: unknown): number | undefined => {
  if (error instanceof DamagedRow) return 11
  if (!(error instanceof Error)) return undefined
  // The upper bytes of an extended code say more than anybody could act on.
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff
  if ('syscall' in error && 'code' in error) return FILE_CODES.get(String(error.code)) ?? 14
  return undefined
}

/** Whether there is no room for what was to be written. */
export const isFull = (error: unknown): boolean => primaryCode(error) === 13

/** Whether somebody else holds the database just now. */
export const isLocked = (error: unknown): boolean => [5, 6].includes(primaryCode(error) ?? 0)

/**
 * Any failure of the database as `storage-unavailable`, with a sentence that says what to do. `name` is said only
 * where the host alone reads it, on opening: a path is nobody else's business.
 */
export function storageFailure(error: unknown, name?: string): FootnoteError {
  if (error instanceof FootnoteError) return error
  const isOpening = name !== undefined
  const subject = isOpening ? `Footnote's database (${name})` : "Footnote's database"
  const code = primaryCode(error) ?? 0
  const closed = error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE'
  const predicate = closed
    ? 'is closed, because Footnote is stopping. Try again in a minute.'
    : // On opening, our own SQL fails where tables are not as Footnote made them.
      (SENTENCES.get(isOpening && code === 1 ? 11 : code) ?? OTHERWISE)
  return new FootnoteError('storage-unavailable', `${subject} ${predicate}`, { cause: error })
}
