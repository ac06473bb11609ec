/** What a request holds. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])

/** A string field; anything else is empty. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Discord counts characters, not UTF-16 code units. */
export const size = (value: unknown): number => [...text(value)].length
