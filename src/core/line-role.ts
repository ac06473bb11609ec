import { isByline } from './byline.ts'
import { readCredit } from './credit.ts'
import {
  endsAsSentence,
  isAddress,
  isCounter,
  isInterface,
  isMenuRow,
  isSureFurniture,
  isWeatherOrClock,
} from './furniture.ts'
import { countWords } from './words.ts'
import { findWrittenDate } from './written-date.ts'

/** What a line above the article's text is. `label`: short words that could be a title, a subtitle, a city. */
export type HeadRole = 'byline' | 'credit' | 'date' | 'furniture' | 'label' | 'sentence'

const LONGEST_DATE_LINE = 90
const DATE_LABEL =
  /^(?:first )?(?:published|posted|updated|modified|created|veröffentlicht|aktualisiert|stand|erstellt|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt|publicerad|uppdaterad|date|datum|fecha|data)(?![\p{L}\p{N}])/iu

export function headRole(line: string): HeadRole {
  if (isByline(line)) return 'byline'
  if (readCredit(line) !== null) return 'credit'
  if (isSureFurniture(line) || isInterface(line) || isMenuRow(line) || isAddress(line)) return 'furniture'
  if (isDateLine(line)) return 'date'
  if (isWeatherOrClock(line) || isCounter(line)) return 'furniture'
  return endsAsSentence(line) && !/[?!]["'”’]?$/u.test(line) ? 'sentence' : 'label'
}

/** A line that says little more than a date. */
export function isDateLine(line: string): boolean {
  if (line.length > LONGEST_DATE_LINE) return false
  const date = findWrittenDate(line)
  if (date === null) return DATE_LABEL.test(line) && /\d/u.test(line) && countWords(line) <= 8
  const rest = line
    .replace(date.words, ' ')
    .replace(findWrittenDate(line.replace(date.words, ' '))?.words ?? '', ' ')
  return DATE_LABEL.test(line) ? countWords(rest) <= 10 : countWords(rest.replace(/[\d:.]+/gu, ' ')) <= 4
}
