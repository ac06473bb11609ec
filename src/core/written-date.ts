/** A date as the page writes it, and the day it means. */
export interface WrittenDate {
  /** `2022-05-13` */
  readonly value: string
  readonly words: string
}

const MONTH_NAMES: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari января stycznia ocak',
  'february feb februar février févr febrero febbraio fevereiro fev februari февраля lutego şubat',
  'march mar märz mrz mars marzo março maart mrt марта marca mart',
  'april apr avril avr abril abr aprile апреля kwietnia nisan',
  'may mai mayo maggio mag maio mei maj мая maja mayıs',
  'june jun juni juin junio giugno giu junho июня czerwca haziran',
  'july jul juli juillet juil julio luglio lug julho июля lipca temmuz',
  'august aug août agosto ago augustus augusti августа sierpnia ağustos',
  'september sep sept septembre septiembre settembre set setembro сентября września eylül',
  'october oct oktober okt octobre octubre ottobre ott outubro out октября października ekim',
  'november nov novembre noviembre novembro ноября listopada kasım',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря grudnia aralık',
]
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
)
const MONTH = [...MONTH_NUMBERS.keys()].sort((one, other) => other.length - one.length).join('|')

/** Whether a word in small letters is a month's name, or its usual short form, in any of the supported languages. */
export const isMonthName = (word: string): boolean => MONTH_NUMBERS.has(word)

const PATTERNS: readonly RegExp[] = [
  /(?<![\d/-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d/-])/u,
  /(?<!\d)(?<year>\d{4})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日/u,
  /(?<!\d)(?<year>\d{4})[./](?<month>\d{1,2})[./](?<day>\d{1,2})(?!\d)/u,
  // With full stops the day comes first wherever dates are written so.
  /(?<![\d.])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})(?!\.?\d)/u,
  new RegExp(
    `(?<![\\p{L}\\d])(?<name>${MONTH})\\.?\\s?(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?!\\d)`,
    'iu',
  ),
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?\\s*(?:of\\s+|de\\s+)?(?<name>${MONTH})\\.?,?\\s+(?:de\\s+|del\\s+)?(?<year>\\d{4})(?!\\d)`,
    'iu',
  ),
]
/** 13/05/2022 can be read in one way only; 03/04/2022 in two, so it tells nothing. */
const SLASHED = /(?<![\d/])(?<one>\d{1,2})\/(?<two>\d{1,2})\/(?<year>\d{4})(?![\d/])/u

/** The first full date in a text, in any of the supported languages, or null. Day and month are never guessed. */
export function findWrittenDate(text: string): WrittenDate | null {
  let first: (WrittenDate & { readonly index: number }) | null = null
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text)
    if (match === null || (first !== null && match.index >= first.index)) continue
    const { year = '', month, name = '', day = '' } = match.groups ?? {}
    const number = month === undefined ? MONTH_NUMBERS.get(name.toLowerCase()) : Number(month)
    const value = dayOf(Number(year), number ?? 0, Number(day))
    if (value !== null) first = { value, words: match[0], index: match.index }
  }
  return first === null ? findSlashed(text) : { value: first.value, words: first.words }
}

/** A date whose day and month could be exchanged, as written, or null. */
export function findUnclearDate(text: string): string | null {
  const match = SLASHED.exec(text)
  return match === null || findSlashed(text) !== null ? null : match[0]
}

function findSlashed(text: string): WrittenDate | null {
  const match = SLASHED.exec(text)
  if (match === null) return null
  const { one = '', two = '', year = '' } = match.groups ?? {}
  const [first, second] = [Number(one), Number(two)]
  if (first <= 12 && second <= 12 && first !== second) return null
  const value = dayOf(Number(year), Math.min(first, second), Math.max(first, second))
  return value === null ? null : { value, words: match[0] }
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

const MENTION = new RegExp(
  `(?<![\\p{L}\\d])(?<part>early |mid-|late |Anfang |Mitte |Ende |début |fin |mi-)?(?<name>${MONTH})(?:\\.?\\s?(?<day>\\d{1,2})(?!\\d))?(?:,?\\s+(?<year>\\d{4}))?(?![\\p{L}\\d])`,
  'giu',
)
const DAY_OF_PART: Readonly<Record<string, number>> = {
  early: 5,
  anfang: 5,
  début: 5,
  mid: 15,
  mitte: 15,
  mi: 15,
}
const MOST_MONTHS_APART = 6

/**
 * The latest day or month that a text mentions without a year ("late March", "Feb.24"), in its own words; null where
 * there is none, or where the months lie so far apart that their order is not known.
 */
export function findLatestMention(text: string): string | null {
  const mentions: { month: number; day: number; words: string }[] = []
  for (const match of text.matchAll(MENTION)) {
    const { part = '', name = '', day, year } = match.groups ?? {}
    const isCapital = /^\p{Lu}/u.test(name)
    if (year !== undefined || !isCapital || (part === '' && day === undefined)) continue
    const month = MONTH_NUMBERS.get(name.toLowerCase()) ?? 0
    const stated =
      day === undefined ? (DAY_OF_PART[part.trim().replace('-', '').toLowerCase()] ?? 25) : Number(day)
    mentions.push({ month, day: stated, words: match[0] })
  }
  mentions.sort((one, other) => one.month - other.month || one.day - other.day)
  const [first, last] = [mentions[0], mentions.at(-1)]
  if (first === undefined || last === undefined || last.month - first.month > MOST_MONTHS_APART) return null
  return last.words.trim()
}
