import { type WrittenStatement, writtenStatements } from '../../core/stated-dates.ts'
import type { DatedFact } from '../../core/source.ts'
import { readDay, requirePossible } from './day.ts'
import { elementNames, hyphenated, type PageElement } from './dom.ts'
import type { PageLine } from './page-lines.ts'

/** A date that a page states. */
export interface Statement extends DatedFact {
  readonly value: string
  /** Where it stands and how it is written, for a reader. */
  readonly evidence: string
}

/** Lines around the title in which its date stands. */
const NEAR = { before: 8, after: 16 }
const BELOW_TITLE = 4
const LONGEST_DATE_LINE = 140
/** A line with more words beside its date than this is a sentence. */
const MOST_WORDS_BESIDE = 9
const PUBLISHED_LABEL =
  /(?<!\p{L})(?:published|publication|posted|first published|originally published|released|created|written on|added|veröffentlicht|erschienen|erstellt|publié|paru|mis en ligne|publicado|publicada|pubblicato|pubblicata|gepubliceerd|geplaatst|publicerad|publiceret|publisert|opublikowano|опубликовано|yayınlan\p{L}*|投稿|公開|発行|发布|發布|發表|发表)(?!\p{L})/iu
const UPDATED_LABEL =
  /(?<!\p{L})(?:updated?|modified|revised|edited|reviewed|changed|aktualisiert|geändert|mis à jour|modifié|actualizado|actualizada|modificado|aggiornato|aggiornata|atualizado|atualizada|bijgewerkt|uppdaterad|opdateret|oppdatert|zaktualizowano|обновлено|güncellen\p{L}*|更新)(?!\p{L})/iu
const NO_DATE_OF_ARTICLE =
  /©|\(c\)|copyright|all rights reserved|(?<!\p{L})(?:event|events|register by|deadline|expires|valid until|born|died)(?!\p{L})/iu

export interface DateLines {
  readonly lines: readonly PageLine[]
  /** Index of the title among the lines, -1 where it is not shown. */
  readonly titleLine: number
  /** Milliseconds since the epoch. */
  readonly now: number
}

interface Sighting {
  readonly statement: Statement
  readonly rank: number
}

/** Dates that readers see: those near the title, those that say what they are, and those in elements made for them. */
export function visibleDates({ lines, titleLine, now }: DateLines): {
  published: Statement[]
  modified: Statement[]
} {
  const published: Sighting[] = []
  const modified: Sighting[] = []
  // Some pages set their title inside the element that others use for the site's header.
  const titleZone = lines[titleLine]?.zone ?? null
  for (const [index, line] of lines.entries()) {
    if (line.text.length > LONGEST_DATE_LINE) continue
    const label = lines[index - 1]?.text ?? ''
    const isNear = titleLine !== -1 && index >= titleLine - NEAR.before && index <= titleLine + NEAR.after
    // The line below the title is the article's, whatever its container is called.
    const isBelow = index > titleLine && index <= titleLine + BELOW_TITLE
    const isOurs =
      line.zone === null ||
      (isNear && line.zone !== 'comments' && (isBelow || (index < titleLine && line.zone === titleZone)))
    if (!isOurs || NO_DATE_OF_ARTICLE.test(line.text)) continue
    for (const found of datesIn(line, now)) {
      const before = `${isLabel(label) ? label : ''} ${found.before}`
      const isUpdate =
        UPDATED_LABEL.test(found.before === '' ? before : found.before) ||
        /(?:^|[\s_-])(?:updated|modified|dateModified)(?:$|[\s_-])/i.test(
          line.element.getAttribute('class') ?? '',
        )
      const isLabelled = PUBLISHED_LABEL.test(before)
      if (!isNear && !isLabelled && !isUpdate && !isPublishedElement(line.element)) continue
      const statement: Statement = {
        value: found.value,
        basis: found.isTime ? 'time' : 'byline',
        evidence: line.text.slice(0, 80),
      }
      // Behind the title rather than above it; what says "published" before what says nothing.
      const distance = titleLine === -1 ? index : Math.abs(index - titleLine) * (index < titleLine ? 1.5 : 1)
      const rank = (isLabelled ? 0 : 1000) + (isNear ? 0 : 5000) + (found.isTime ? -8 : 0) + distance
      ;(isUpdate && !(isLabelled && found.before === '') ? modified : published).push({ statement, rank })
    }
  }
  if (published.length === 0) published.push(...loneDate(lines, now))
  const ranked = (sightings: Sighting[]): Statement[] =>
    sightings.toSorted((one, other) => one.rank - other.rank).map(({ statement }) => statement)
  return { published: ranked(published), modified: ranked(modified) }
}

/** Far from the title, and without a word about what it is, a date counts only where the article has no other. */
function loneDate(lines: readonly PageLine[], now: number): Sighting[] {
  const sightings = lines
    .filter(({ zone, text }) => zone === null && text.length <= LONGEST_DATE_LINE)
    .filter(({ element, text }) => isMadeForDates(element) && !NO_DATE_OF_ARTICLE.test(text))
    .flatMap((line) => {
      const [first] = datesIn(line, now)
      if (first === undefined || UPDATED_LABEL.test(first.before)) return []
      const basis: Statement['basis'] = first.isTime ? 'time' : 'byline'
      return [{ statement: { value: first.value, basis, evidence: line.text.slice(0, 80) }, rank: 0 }]
    })
  const isAlone = new Set(sightings.map(({ statement }) => statement.value)).size === 1
  return isAlone ? sightings.slice(0, 1) : []
}

const isMadeForDates = (element: PageElement): boolean =>
  element.tagName === 'TIME' ||
  /(?:^|[\s_-])(?:date|dateline|pub-?date|published|posted|entry-date|time-?stamp)(?:$|[\s_-])/i.test(
    namesAround(element),
  )

interface FoundDay {
  readonly value: string
  /** The words of its line that stand before it. */
  readonly before: string
  readonly isTime: boolean
}

function datesIn(line: PageLine, now: number): FoundDay[] {
  const stated = line.element.tagName === 'TIME' ? readDay(line.element.getAttribute('datetime'), now) : null
  const found = writtenStatements(line.text)
  // "Updated May 5, originally published May 3" in one element: its words say more than its one day.
  if (stated !== null && found.length < 2) {
    return [{ value: stated, before: found[0]?.before ?? line.text, isTime: true }]
  }
  const beside = found.reduce((text, { words }) => text.replace(words, ' '), line.text)
  if (
    (beside.match(/[\p{L}\p{M}]+/gu) ?? []).length > MOST_WORDS_BESIDE &&
    !PUBLISHED_LABEL.test(line.text.slice(0, 30))
  )
    return []
  return found.flatMap(({ value, before }: WrittenStatement) => {
    const day = requirePossible(value, now)
    return day === null ? [] : [{ value: day, before, isTime: line.element.tagName === 'TIME' }]
  })
}

/** `Last updated:` on the line before a date. */
const isLabel = (text: string): boolean =>
  text.length <= 40 && text.split(' ').length <= 3 && findDay(text) === null

/** The first day that a text writes out, null where there is none. */
export const findDay = (text: string): string | null => writtenStatements(text)[0]?.value ?? null

const namesAround = (element: PageElement): string =>
  hyphenated(
    [element, element.parentElement]
      .map((one) => (one === null ? '' : elementNames(one, ['class', 'itemprop'])))
      .join(' '),
  )

const isPublishedElement = (element: PageElement): boolean =>
  /(?:^|[\s_-])(?:published|datepublished|date-published|pub-?date|entry-date|post-date|article-date|dateline|posted-on)(?:$|[\s_-])/i.test(
    namesAround(element),
  ) || /datePublished/i.test(element.getAttribute('itemprop') ?? '')
