import type { CalendarNumber } from './calendar-words.ts'

const DATE =
  /(?<!\d)(?:(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})|(?<first>\d{1,2})(?<mark>[./])\s?(?<second>\d{1,2})\k<mark>\s?(?<late>\d{4}|\d{2})|(?<dayOnly>[0-3]?\d)\.\s?(?<monthOnly>0?[1-9]|1[0-2])\.)(?![\d%])/gu

const MONTH_AND_YEAR = /(?<![\d/.])(?<month>0?[1-9]|1[0-2])[/.](?<year>(?:19|20)\d\d)(?![\d/]|\.\d)/gu

/** A date in digits states a day, a month and a year; which of the two "3/5" begins with nobody knows, so it states both. */
export function datesInDigits(text: string): CalendarNumber[] {
  const withoutDay = [...text.matchAll(MONTH_AND_YEAR)].flatMap((match): CalendarNumber[] => {
    const { month, year } = match.groups ?? {}
    const span = { start: match.index, end: match.index + match[0].length }
    return [
      { kind: 'month', readings: [Number(month)], ...span },
      { kind: 'number', readings: [Number(year)], ...span },
    ]
  })
  const dates = [...text.matchAll(DATE)].flatMap((match): CalendarNumber[] => {
    const { year, mark, late, dayOnly, monthOnly } = match.groups ?? {}
    const { month = monthOnly, day = dayOnly, first, second } = match.groups ?? {}
    const span = { start: match.index, end: match.index + match[0].length }
    const [months, days] = month === undefined ? [second, first] : [month, day]
    const isUnclear = mark === '/'
    const possible = (isUnclear ? [months, days] : [months])
      .map(Number)
      .filter((each) => each >= 1 && each <= 12)
    if (possible.length === 0) return []
    const numbers = [...(isUnclear ? [months] : []), days, year ?? late].flatMap((each) =>
      each === undefined ? [] : [Number(each)],
    )
    return [
      ...numbers.map((number) => ({ kind: 'number' as const, readings: [number], ...span })),
      { kind: 'month', readings: possible, ...span },
    ]
  })
  return [...withoutDay, ...dates]
}
