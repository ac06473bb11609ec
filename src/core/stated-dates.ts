import type { HeadRole } from './line-role.ts'
import type { DatedFact, Notice } from './source.ts'
import { isWeatherOrClock } from './furniture.ts'
import { findLatestMention, findUnclearDate, findWrittenDate } from './written-date.ts'

/** A line above the article's text. */
export interface HeadLine {
  readonly text: string
  readonly role: HeadRole
  readonly aboveTitle: boolean
}

export interface Dated {
  readonly published: DatedFact
  readonly modified: DatedFact
  readonly notices: readonly Notice[]
}

const UPDATED =
  /\b(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|atualizado|bijgewerkt|uppdaterad)\b/iu
/** The word before a date, where it names a day of the week. */
const WEEKDAY =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье),?\s+$/iu
const NONE: DatedFact = { value: null, basis: 'none' }

/**
 * The dates that the lines above an article state. A date in the masthead, with the weather, a city or a menu, is the
 * day the page was opened: it is told as evidence and never taken for the article's.
 */
export function datesOf(head: readonly HeadLine[], text: string): Dated {
  const masthead = head.filter(({ aboveTitle }) => aboveTitle)
  const standsAlone = masthead.every(({ role }) => role === 'date')
  let published: DatedFact = NONE
  let modified: DatedFact = NONE
  let opened: string | null = null
  for (const [index, line] of head.entries()) {
    if (line.role !== 'date' && line.role !== 'byline') continue
    const nextToByline = [head[index - 1], line, head[index + 1]].some((near) => near?.role === 'byline')
    for (const { isUpdate, value, words } of writtenStatements(line.text)) {
      if (line.aboveTitle && line.role === 'date' && !standsAlone) opened ??= words
      else if (isUpdate) modified = modified.value === null ? { value, basis: 'text' } : modified
      else if (published.value === null) published = { value, basis: nextToByline ? 'byline' : 'text' }
    }
  }
  if (published.value !== null) return { published, modified, notices: [] }
  if (opened !== null) return { published, modified, notices: [unstated(opened, masthead, text)] }
  const unclear = head
    .filter(({ role }) => role === 'date' || role === 'byline')
    .map((line) => findUnclearDate(line.text))
    .find((words) => words !== null)
  return { published, modified, notices: unclear === undefined ? [] : [unclearDate(unclear)] }
}

/** A date in a line, with what the line says of it. */
export interface WrittenStatement {
  readonly value: string
  /** The date as it is written, with its weekday. */
  readonly words: string
  /** The words between the date before and this one. */
  readonly before: string
  /** It is the day of a change, not of the publication. */
  readonly isUpdate: boolean
}

/** Every full date of a line, in order. */
export function writtenStatements(line: string): WrittenStatement[] {
  const stated: WrittenStatement[] = []
  let rest = line
  for (let date = findWrittenDate(rest); date !== null; date = findWrittenDate(rest)) {
    const at = rest.indexOf(date.words)
    const before = rest.slice(0, at)
    const weekday = WEEKDAY.exec(before)?.[0].trim() ?? ''
    const isUpdate = UPDATED.test(before)
    const words = isUpdate || weekday === '' ? date.words : `${weekday} ${date.words}`
    stated.push({ isUpdate, value: date.value, words, before: before.trim() })
    rest = rest.slice(at + date.words.length)
  }
  return stated
}

function unclearDate(words: string): Notice {
  const message = `Publication date unclear: the page says “${words}”, which can be read as two different days.`
  return { code: 'date-unstated', message, evidence: [words] }
}

function unstated(opened: string, masthead: readonly HeadLine[], text: string): Notice {
  const beside = masthead.some((line) => isWeatherOrClock(line.text)) ? 'the weather' : 'the menu of the page'
  const mentioned = findLatestMention(text)
  const latest = mentioned === null ? '' : ` The text's own latest date is “${mentioned}”.`
  return {
    code: 'date-unstated',
    message: `Publication date not stated: the page header says “${opened}”, which stands with ${beside}.${latest}`,
    evidence: mentioned === null ? [opened] : [opened, mentioned],
  }
}
