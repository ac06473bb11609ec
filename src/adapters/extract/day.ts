import { findWrittenDate } from '../../core/written-date.ts'

/** No newspaper's archive on the web begins before this year. */
const EARLIEST_YEAR = 1851
const DAY_MILLISECONDS = 86_400_000
const LONGEST = 200

/** `2025-03-04T23:40:00-06:00`, `20250304`, `2025/3/4`; the time behind it is not looked at. */
const NUMBERS = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|^(\d{4})(\d{2})(\d{2})(?!\d)/
/** As JavaScript prints a date: `Tue Mar 04 2025`, `Tue Mar  4 10:00:00 GMT 2025`. */
const PRINTED =
  /(?:^|[^A-Za-z])([A-Za-z]{3}) +(\d{1,2}) +(?:\d\d:\d\d:\d\d (?:[A-Z]{1,5}(?:[+-]\d{4})? )?)?(\d{4})(?!\d)/

/**
 * The calendar day as written: never converted to another time zone, so that an evening in Chicago stays that day.
 * Null for what is no day, lies before 1851 or after tomorrow, or is the zero of a clock (1970-01-01).
 * `now`: milliseconds since the epoch.
 */
export function readDay(raw: unknown, now: number): string | null {
  if (typeof raw !== 'string') return null
  const text = raw.trim().slice(0, LONGEST)
  const numbers = NUMBERS.exec(text)
  if (numbers !== null) {
    const [year, month, day] = numbers.slice(1).filter((part) => part !== undefined)
    return possibleDay(Number(year), Number(month), Number(day), now)
  }
  const printed = PRINTED.exec(text)
  const words = printed === null ? text : `${printed[2]} ${printed[1]} ${printed[3]}`
  const written = findWrittenDate(words)
  return written === null ? null : requirePossible(written.value, now)
}

/** The day where it can be an article's, else null. */
export function requirePossible(day: string, now: number): string | null {
  const [year, month, number] = day.split('-').map(Number)
  return possibleDay(year ?? 0, month ?? 0, number ?? 0, now)
}

function possibleDay(year: number, month: number, day: number, now: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  const isPossible = year >= EARLIEST_YEAR && date.getTime() !== 0 && date.getTime() <= now + DAY_MILLISECONDS
  return isReal && isPossible ? date.toISOString().slice(0, 10) : null
}

/** How many days lie between two of them. */
export const daysApart = (one: string, other: string): number =>
  Math.abs(Date.parse(one) - Date.parse(other)) / DAY_MILLISECONDS
