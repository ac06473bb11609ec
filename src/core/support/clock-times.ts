import type { Span } from '../span.ts'

/** A time of day, in minutes from midnight or noon: "5:30 pm" and "17.30" are one, and nobody mixes up the halves of a day. */
export interface ClockTime extends Span {
  readonly minutes: number
  /** Written so that it may be a decimal number too: "17.30". */
  readonly mayBeNumber: boolean
}

const HALF_A_DAY = 720
const DIGITS = /(?<![\d.,:])(?<hours>[01]?\d|2[0-4])(?<mark>[:.h])(?<minutes>[0-5]\d)(?![\d:]|[.,]\d)/gu
const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const PARTS: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  quarter: 15,
  twenty: 20,
  'twenty-five': 25,
  half: 30,
}
const WORDS = new RegExp(
  `(?<!\\p{L})(?:a\\s)?(?<part>${Object.keys(PARTS).sort().toReversed().join('|')})\\s(?:minutes\\s)?(?<side>to|past)\\s(?<hour>${HOURS.join('|')}|\\d{1,2})(?!\\p{L})`,
  'giu',
)

/** Times of day in digits, and in English in words ("ten to eight"). */
export function clockTimes(text: string, language: string): ClockTime[] {
  const written = [...text.matchAll(DIGITS)].map(({ 0: words, index, groups }) => ({
    minutes: (Number(groups?.['hours']) * 60 + Number(groups?.['minutes'])) % HALF_A_DAY,
    mayBeNumber: groups?.['mark'] !== ':',
    start: index,
    end: index + words.length,
  }))
  if (language !== 'en') return written
  const spoken = [...text.matchAll(WORDS)].map(({ 0: words, index, groups }) => {
    const hour = HOURS.indexOf(groups?.['hour']?.toLowerCase() ?? '') + 1 || Number(groups?.['hour'])
    const part = PARTS[groups?.['part']?.toLowerCase() ?? ''] ?? 0
    const minutes = hour * 60 + (groups?.['side']?.toLowerCase() === 'to' ? -part : part)
    return {
      minutes: (minutes + HALF_A_DAY) % HALF_A_DAY,
      mayBeNumber: false,
      start: index,
      end: index + words.length,
    }
  })
  return [...written, ...spoken]
}
