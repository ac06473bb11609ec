import type { Span } from '../span.ts'
import { foldWord } from '../tokenise.ts'
import { type Bound, boundsOf } from './bounds.ts'
import { type CalendarNumber, calendarWordAt, unspacedCalendar } from './calendar-words.ts'
import { clockTimes } from './clock-times.ts'
import { DIGITS, plainDigits, readingsOf } from './digits.ts'
import { type OpenNumber, startNumber, takeOn, takeOnUnsure, takesOn, valuesOf } from './number-builder.ts'
import { type NumberPart, type NumberWords, numberWordsOf } from './number-words.ts'
import { isUnit, type Unit, unitAround } from './units.ts'
import { unspacedNumbers } from './unspaced-numbers.ts'
import { withRanges } from './ranges.ts'
import { datesInDigits } from './written-dates.ts'

/** A number, a month, a day of the week or a time of day (its readings in minutes) that a text states. */
export interface Quantity extends Span {
  readonly kind: 'number' | 'month' | 'weekday' | 'time'
  /** All that it may mean: "1.200" is 1,200 or 1.2. */
  readonly readings: readonly number[]
  readonly unit: Unit | null
  /** Of a number that may be a time of day ("17.30"): its minutes. */
  readonly minutes?: number
  readonly bounds: ReadonlySet<Bound>
  readonly isWord: boolean
  /** A place in an order, written as a word: "third". */
  readonly isOrdinal: boolean
}

const NO_BOUNDS: ReadonlySet<Bound> = new Set()

const TOKEN = new RegExp(String.raw`(?<digits>${DIGITS})|(?<word>\p{L}[\p{L}\p{M}]*)`, 'gu')
/** "per cent" holds a word for hundred. */
const PERCENT =
  /(?<!\p{L})(?:per cent|pour cent|por ciento|por cento|per cento|pro cent|v\.\s?H\.|في المئة|في المائة|بالمئة|بالمائة)(?!\p{L})/giu
/** One number may run on over these: "twenty-four", "half a million". */
const GAP = /^[\s\-–]*$/u
const GAP_OF_HALF = /^\s+(?:an?|eine?|einen|un|une|de|di)\s*$/iu

/** All numbers, months and days of the week of a text, in order. Linear in the text. */
export function readQuantities(raw: string, language: string): Quantity[] {
  const text = plainDigits(raw).replace(PERCENT, (words) => '%'.padEnd(words.length))
  const dates = datesInDigits(text).map(calendarQuantity)
  const unspaced = /[零〇一二两兩三四五六七八九十百千万亿億兆月周曜半]/u.test(text)
    ? [...unspacedNumbers(text), ...unspacedCalendar(text).map(calendarQuantity)]
    : []
  const times = clockTimes(text, language).filter(
    ({ start }) => !dates.some((date) => date.start <= start && start < date.end),
  )
  const sure = times.filter(({ mayBeNumber }) => !mayBeNumber)
  const isRead = (at: number): boolean =>
    [...dates, ...unspaced, ...sure].some(({ start, end }) => start <= at && at < end)
  const clock = sure.map(({ minutes, start, end }) =>
    calendarQuantity({ kind: 'time', readings: [minutes], start, end }),
  )
  const numbers = readSpaced(text, language, isRead).map((number) => {
    const time = times.find(({ start, end }) => start === number.start && end === number.end)
    return time === undefined ? number : { ...number, minutes: time.minutes }
  })
  const all = [...dates, ...unspaced, ...clock, ...numbers]
  return withRanges(
    text,
    all.sort((one, other) => one.start - other.start),
  )
}

function readSpaced(text: string, language: string, isRead: (at: number) => boolean): Quantity[] {
  const words = numberWordsOf(language)
  const isFrench = language === 'fr'
  const found: Quantity[] = []
  let open: OpenNumber | null = null
  let isJoined = false
  const close = (next: OpenNumber | null): void => {
    if (open !== null) found.push(toQuantity(text, open, language))
    open = next
    isJoined = false
  }
  for (const match of text.matchAll(TOKEN)) {
    const { digits, word = '' } = match.groups ?? {}
    const start = match.index
    const end = start + match[0].length
    if (isRead(start)) continue
    const gap: string | null = open === null ? null : text.slice(endOf(open), start)
    if (digits !== undefined) {
      const readings = readingsOf(digits, language)
      // "12 bin 500" is one number in Turkish.
      if (open !== null && language === 'tr' && gap === ' ' && isRestOf(open, readings)) {
        open = takeOn(open, { kind: 'adds', value: readings[0] ?? 0 }, end, { isJoined, isFrench })
      } else close(startNumber(start, end, readings, { isWord: false, isOrdinal: false }))
      continue
    }
    const folded = foldWord(word)
    // The second of "a 30-second clip" is a unit, no place in an order.
    if (open !== null && GAP.test(gap ?? '') && isUnit(folded) && words.parts.get(folded)?.kind === 'ordinal')
      continue
    const parts = partsOf(words, folded, language)
    // "Six and a half": the article between them ends no number.
    if (isJoined && /^(?:an?|un|une)$/u.test(folded)) continue
    if (parts === null || (open === null && isBareScale(parts, folded))) {
      const calendar = calendarWordAt(text, start, end)
      const isHalf =
        open !== null && (valuesOf(open)[0] ?? 1) < 1 && GAP_OF_HALF.test(text.slice(endOf(open), end))
      if (open !== null && words.joins.has(folded) && GAP.test(gap ?? '')) isJoined = true
      else if (!isHalf) close(null)
      if (calendar !== null)
        found.push(calendarQuantity({ ...calendar, readings: [calendar.number], start, end }))
      continue
    }
    for (const [at, part] of parts.entries()) {
      const manner = {
        isJoined:
          isJoined || parts.length > 1 || folded === 'bucuk' || (language === 'ar' && folded.startsWith('و')),
        isFrench,
      }
      const isNear = at > 0 || isJoined || GAP.test(gap ?? '') || GAP_OF_HALF.test(gap ?? '')
      if (open !== null && isNear && takesOn(open, part, manner)) {
        open = (folded === 'm' ? takeOnUnsure : takeOn)(open, part, end, manner)
      } else close(numberFrom(part, start, end))
    }
    isJoined = false
  }
  close(null)
  return found
}

const endOf = ({ end }: OpenNumber): number => end

const isRestOf = ({ lastScale, lastAdded }: OpenNumber, [more = 0]: readonly number[]): boolean =>
  lastScale >= 1000 && lastAdded === lastScale && more < lastScale

/** "m" and "bn" count only behind a number. */
const isBareScale = (parts: readonly NumberPart[], word: string): boolean =>
  parts.length === 1 && parts[0]?.kind === 'multiplies' && word.length <= 2

function numberFrom(part: NumberPart, start: number, end: number): OpenNumber {
  const number = startNumber(start, end, [part.value], { isWord: true, isOrdinal: part.kind === 'ordinal' })
  return part.kind === 'multiplies' ? { ...number, lastScale: part.value } : number
}

function partsOf(words: NumberWords, folded: string, language: string): readonly NumberPart[] | null {
  // Arabic writes "and" onto the word behind it.
  const bare = language === 'ar' ? folded.replace(/^و/u, '') : folded
  const part = words.parts.get(folded) ?? words.parts.get(bare)
  return part === undefined ? words.splitCompound(folded) : [part]
}

/** "One in four", "jeder vierte", "uno de cada tres": a part of all. */
const ONE_IN =
  /(?<!\p{L})(?:(?:one|1) (?:in|out of)(?: every)?|jede[rsn]?|un[oa]? de cada|une? (?:\p{L}+ )?sur|un[oa]? su|uma? em cada|één op de|een op de|кажд\p{L}+)\s*$/iu

const PART_BEFORE = /(?<!\p{L})(?:an?|one|une?|un[oa]?|uma?)\s$/iu

function toQuantity(text: string, number: OpenNumber, language: string): Quantity {
  const { start, end, isWord, isOrdinal } = number
  const unit = unitAround(text, start, end, (valuesOf(number)[0] ?? 1) < 1)
  // "Until 2030" is no bound.
  const isYear = !isWord && unit === null && /^(?:1[5-9]|20)\d\d$/u.test(text.slice(start, end))
  const values = valuesOf(number)
  const share = ONE_IN.exec(text.slice(Math.max(0, start - 24), start))
  const isShare = share !== null && (values[0] ?? 0) > 1
  // "A fifth of": one part of five.
  const part = isOrdinal ? PART_BEFORE.exec(text.slice(Math.max(0, start - 8), start)) : null
  const isPart = part !== null && (values[0] ?? 0) > 2
  const from = start - (isShare ? share[0].length : isPart ? part[0].length : 0)
  const readings = isShare || isPart ? [...values, 1 / (values[0] ?? 1)] : values
  return {
    kind: 'number',
    readings,
    unit,
    bounds: isYear ? NO_BOUNDS : boundsOf(text, from, end, { language, unit }),
    isWord,
    isOrdinal,
    start,
    end,
  }
}

function calendarQuantity({
  kind,
  readings,
  start,
  end,
}: Omit<CalendarNumber, 'kind'> & Pick<Quantity, 'kind'>): Quantity {
  return {
    kind,
    readings,
    unit: null,
    bounds: NO_BOUNDS,
    isWord: kind !== 'number',
    isOrdinal: false,
    start,
    end,
  }
}
