import { DamagedValue } from '../redis-failure.ts'

/** A row as a script answers it: a column without a value is not there. */
export type Row = Readonly<Record<string, string | undefined>>

/** From names and values in turn. */
export const rowOf = (flat: readonly string[]): Row =>
  Object.fromEntries(
    flat.flatMap((name, at) => (at % 2 === 0 && flat[at + 1] !== undefined ? [[name, flat[at + 1]]] : [])),
  )

/**
 * Reads a column that holds JSON of our own writing. Untyped, as `JSON.parse` is: the column's name says what was written.
 * Throws `DamagedValue` where it is no JSON.
 */
export function parseColumn(column: string | null | undefined) {
  try {
    return JSON.parse(column ?? '')
  } catch (error) {
    throw new DamagedValue('A value is not the JSON that was written', { cause: error })
  }
}

export const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
