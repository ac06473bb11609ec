/** What a request holds. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])

/** A string field; anything else is empty. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Discord counts characters, not UTF-16 code units. */
export const size = (value: unknown): number => [...text(value)].length

/** What is wrong with a text that must have so many characters, if anything. */
export const judgeLength = (what: string, value: unknown, least: number, most: number): string[] =>
  size(value) >= least && size(value) <= most ? [] : [`${what} not of ${least} to ${most}`]

/** The same for one that may be left out. */
export const judgeOptionalLength = (what: string, value: unknown, least: number, most: number): string[] =>
  value === undefined || value === null ? [] : judgeLength(what, value, least, most)

/** What is wrong with a whole number that may be left out. */
export const judgeNumber = (what: string, value: unknown, least: number, most: number): string[] =>
  value === undefined || value === null || (Number.isInteger(value) && isWithin(Number(value), least, most))
    ? []
    : [`${what} not of ${least} to ${most}`]

const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most
