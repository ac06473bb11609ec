import type { SQLOutputValue } from 'node:sqlite'
import { DamagedRow } from './storage-failure.ts'

/**
 * Reads a column that holds JSON of our own writing. Untyped, as `JSON.parse` is: the column's name says what was
 * written. Throws `DamagedRow` where it is no JSON.
 */
export function parseColumn(column: SQLOutputValue | undefined) {
  try {
    return JSON.parse(String(column))
  } catch (error) {
    throw new DamagedRow('A column does not hold the JSON that was written', { cause: error })
  }
}

/** A column of text that may be empty. */
export const textOrNull = (column: SQLOutputValue | undefined): string | null =>
  typeof column === 'string' ? column : null
