// What stands where a name could stand and is none.

import { lowerCase } from './lower-case.ts'

const MONTH =
  '(?:jan|feb|fév|mar|mär|maj|mai|may|apr|avr|abr|jun|jui|jul|lug|giu|gen|aug|aoû|ago|sep|set|ott|oct|okt|out|nov|dec|dez|déc|dic|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru)[\\p{L}]*\\.?'
/** A date in any of the languages, in small letters. */
export const DATE_WORDS = `(?:(?:[\\p{L}]{2,12}day|(?:mon|tues?|wed|thurs?|fri|sat|sun)\\.?|[\\p{L}]{3,9}tag|mittwoch),?\\s+)?(?:\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?\\s*(?:of |de |d’|d'|di )?${MONTH}(?:,?\\s*(?:de |del )?\\d{4})?|${MONTH}\\s*\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s*\\d{4})?|${MONTH}\\s*(?:de |del )?\\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\s?\\d{1,2}[-/.]\\s?\\d{2,4}|(?:19|20)\\d\\d(?![\\p{L}]))(?:\\s*(?:г\\.|года|r\\.|年))?`
const STARTS_WITH_DATE = new RegExp(`^${DATE_WORDS}(?![\\p{L}])`, 'u')
const DATE_AT_END = new RegExp(
  `[\\s,(|·•/–—-]+(?:(?:le|el|il|am|on|vom|den)\\s)?${DATE_WORDS}\\)?(?<time>.{0,25})$`,
  'u',
)

/** "English", "auf Deutsch": in what language something was published. */
export const LANGUAGE_NAME =
  '(?:english|german|french|spanish|italian|portuguese|dutch|swedish|danish|norwegian|finnish|polish|russian|ukrainian|turkish|arabic|hebrew|persian|hindi|chinese|japanese|korean|czech|greek|latin|hungarian|romanian|catalan|englisch[\\p{L}]*|deutsch[\\p{L}]*|französisch[\\p{L}]*|spanisch[\\p{L}]*|italienisch[\\p{L}]*|russisch[\\p{L}]*|niederländisch[\\p{L}]*|schwedisch[\\p{L}]*|anglais[\\p{L}]*|allemand[\\p{L}]*|français[\\p{L}]*|espagnol[\\p{L}]*|italien|inglés|alemán|francés|español|italiano|inglese|tedesco|francese|spagnolo|inglês|alemão|francês|espanhol|engels|duits|frans|spaans|engelska|tyska|franska|engelsk|tysk|fransk|английском|немецком|французском|русском|angielsku|niemiecku|polsku)'
/** Capitalised words that name nobody who publishes. */
const NOBODY = new RegExp(
  `^(?:${LANGUAGE_NAME}|print|paperback|hardcover|book form|section|chapter|part|page|volume|issue|may|march|[ivx]+|january|february|april|june|july|august|september|october|november|december|mon|tues?|wed|thurs?|fri|sat|sun|[\\p{L}]*ausgabe|zeitung|zeitschrift|magazin|buch|serie|reihe|spring|summer|autumn|winter|fall|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|here|this|that|it|jahr[\\p{L}]*|rahmen|internet|netz|original|buchform|druck|heft|ausgabe|form|fassung|auszügen|teilen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|mai|juni|juli|oktober|dezember|deutschland|österreich|schweiz|england|frankreich|schweden|germany|france|spain|italy|britain|london|sweden|russia|china|japan|america|europe|europa|the (?:us|uk|u\\.s\\.|u\\.k\\.|united states|united kingdom|netherlands)|us|uk|u\\.s\\.|usa|españa|méxico|argentina|francia|italia|brasil|portugal|internet|facebook|twitter|instagram|linkedin|youtube|x|substack|medium|getty images?)$`,
  'u',
)
const PLACE_IN_PRINT = /^(?:section|page|volume|vol\.|issue|part|chapter|no\.|nr\.)\s+\S{1,6}$/u
const ONLY_DATE = new RegExp(
  `^${DATE_WORDS}(?:,?\\s+(?:at\\s+|um\\s+|à\\s+)?\\d{1,2}[:.h]\\d\\d.{0,20})?$`,
  'u',
)

/** Dates, languages, formats and places where everybody publishes are no names. */
export function isNobody(name: string): boolean {
  const small = lowerCase(name)
  return NOBODY.test(small) || PLACE_IN_PRINT.test(small) || ONLY_DATE.test(small)
}

export const startsWithDate = (text: string): boolean => STARTS_WITH_DATE.test(lowerCase(text))

/** A line without the date that ends it, and without the time of day behind that where `time` says so. */
export function withoutDateAtEnd(line: string, time = false): string {
  const match = DATE_AT_END.exec(lowerCase(line))
  if (match === null || (!time && match.groups?.['time'] !== '')) return line
  return line.slice(0, match.index)
}
