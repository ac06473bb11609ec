import { type WrittenStatement, writtenStatements } from '../../core/stated-dates.ts'
import type { DatedFact, Notice } from '../../core/source.ts'
import { daysApart, readDay, requirePossible } from './day.ts'
import type { PageElement } from './dom.ts'
import { type JsonLd, stringOf } from './json-ld.ts'
import { type Metas } from './meta.ts'
import type { PageLine } from './page-lines.ts'

// A page states its dates in many places, and they are of unequal worth. The order in which they are believed:
//
// 1. json-ld  what the publisher's own system says of this article; machines read it, so mistakes are noticed
// 2. meta     the same, one value for each name; some themes fill it with the day of the last build
// 3. time     an element made for it, with a day that machines can read, where it stands near the title or says so
// 4. byline   words near the title, as readers see them; words that say "published" anywhere in the article
// 5. meta     names that do not say which date they hold: `date`, `dc.date`
// 6. url      /2025/03/04/: the day on which the address was made, which is sometimes a day early
// 7. meta     what scripts carry to build the page from, where all of it names one day
// 8. the day of the last change, where nothing else is stated: then these words are known to be that old
//
// Never taken: a day in a site's masthead (today), beside a copyright sign, beside a comment or another story.

interface Statement extends DatedFact {
  readonly value: string
  /** Where it stands and how it is written, for a reader. */
  readonly evidence: string
}

export interface Dates {
  readonly published: DatedFact
  readonly modified: DatedFact
  readonly notices: readonly Notice[]
}

/** What dates are read from. `now`: milliseconds since the epoch. */
export interface DateSources {
  readonly jsonLd: JsonLd
  readonly metas: Metas
  readonly lines: readonly PageLine[]
  /** Index of the title among the lines, -1 where it is not shown. */
  readonly titleLine: number
  readonly url: string | null
  /** Days of publication that the page's scripts name. */
  readonly scriptDays: readonly string[]
  readonly now: number
}

const PUBLISHED_META = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'bt:pubdate',
  'datepublished',
  'date_published',
  'publication_date',
  'publish_date',
  'publish-date',
  'published_time',
  'published_date',
  'published-date',
  'pubdate',
  'publishdate',
  'originalpublicationdate',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.issued',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'prism.publicationdate',
  'rnews:datepublished',
  'ptime',
  'release_date',
]
/** They do not say which of an article's dates they hold. */
const SOME_DATE_META = [
  'date',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'dcterms.created',
  'datecreated',
]
const MODIFIED_META = [
  'article:modified_time',
  'article:modified',
  'og:updated_time',
  'datemodified',
  'date_modified',
  'last-modified',
  'lastmod',
  'revised',
  'dcterms.modified',
  'dc.date.modified',
]

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

/** The dates of an article, each with its basis, and what about them a reader should know. */
export function readDates(sources: DateSources): Dates {
  const { published, modified } = collect(sources)
  const [first] = published
  const changed = modified.find(({ value }) => first === undefined || value >= first.value)
  if (first !== undefined) {
    const local = localDay(first, published)
    return {
      published: { value: local, basis: first.basis },
      modified: factOf(changed),
      notices: conflicts(first, published, changed),
    }
  }
  if (changed === undefined) return { published: NONE, modified: NONE, notices: mastheadNotice(sources) }
  return {
    published: factOf(changed),
    modified: factOf(changed),
    notices: [
      {
        code: 'date-unstated',
        message: `First publication not stated: the page says only that it was last changed on ${changed.value}.`,
        evidence: [changed.evidence],
      },
    ],
  }
}

const NONE: DatedFact = { value: null, basis: 'none' }

const factOf = (statement: Statement | undefined): DatedFact =>
  statement === undefined ? NONE : { value: statement.value, basis: statement.basis }

/** Every statement in the order in which they are believed. */
function collect(sources: DateSources): { published: Statement[]; modified: Statement[] } {
  const { jsonLd, metas, url, scriptDays, now } = sources
  const published: Statement[] = []
  const modified: Statement[] = []
  const add = (list: Statement[], raw: unknown, basis: Statement['basis'], where: string): void => {
    const value = readDay(raw, now)
    if (value !== null) list.push({ value, basis, evidence: `${where}: ${String(raw).slice(0, 60)}` })
  }
  for (const key of ['datePublished', 'dateCreated', 'uploadDate'])
    for (const raw of jsonLd.all(jsonLd.article?.[key]))
      add(published, stringOf(raw), 'json-ld', `JSON-LD ${key}`)
  for (const raw of jsonLd.all(jsonLd.article?.['dateModified']))
    add(modified, stringOf(raw), 'json-ld', 'JSON-LD dateModified')
  for (const name of PUBLISHED_META)
    for (const raw of metas.get(name) ?? []) add(published, raw, 'meta', name)
  for (const name of MODIFIED_META) for (const raw of metas.get(name) ?? []) add(modified, raw, 'meta', name)

  const visible = visibleDates(sources)
  published.push(...visible.published)
  modified.push(...visible.modified)

  for (const name of SOME_DATE_META)
    for (const raw of metas.get(name) ?? []) add(published, raw, 'meta', name)
  const inUrl = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_+-]|$)/.exec(url ?? '')
  if (inUrl !== null) add(published, inUrl.slice(1).join('-'), 'url', 'address')
  if (new Set(scriptDays).size === 1) add(published, scriptDays[0], 'meta', 'data of the page')
  return { published, modified }
}

interface Sighting {
  readonly statement: Statement
  readonly rank: number
}

/** Dates that readers see: those near the title, those that say what they are, and those in elements made for them. */
function visibleDates({ lines, titleLine, now }: DateSources): {
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

/** Far from the title, and without a word about what it is, a date counts only where the page has no other. */
function loneDate(lines: readonly PageLine[], now: number): Sighting[] {
  const found = lines
    .filter(
      ({ zone, text }) => zone !== 'comments' && zone !== 'masthead' && text.length <= LONGEST_DATE_LINE,
    )
    .filter(({ element, text }) => isMadeForDates(element) && !NO_DATE_OF_ARTICLE.test(text))
    .flatMap(({ zone, text, ...line }) => {
      const [first] = datesIn({ ...line, zone, text }, now)
      if (first === undefined || UPDATED_LABEL.test(first.before)) return []
      const basis: Statement['basis'] = first.isTime ? 'time' : 'byline'
      return [{ zone, statement: { value: first.value, basis, evidence: text.slice(0, 80) } }]
    })
  const ours = found.filter(({ zone }) => zone === null)
  const sightings = ours.length > 0 ? ours : found
  const [first] = sightings
  const isAlone = new Set(sightings.map(({ statement }) => statement.value)).size === 1
  return first !== undefined && isAlone ? [{ statement: first.statement, rank: 0 }] : []
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

const findDay = (text: string): string | null => writtenStatements(text)[0]?.value ?? null

const namesAround = (element: PageElement): string =>
  [element, element.parentElement]
    .map((one) => `${one?.getAttribute('class') ?? ''} ${one?.getAttribute('itemprop') ?? ''}`)
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')

const isPublishedElement = (element: PageElement): boolean =>
  /(?:^|[\s_-])(?:published|datepublished|date-published|pub-?date|entry-date|post-date|article-date|dateline|posted-on)(?:$|[\s_-])/i.test(
    namesAround(element),
  ) || /datePublished/i.test(element.getAttribute('itemprop') ?? '')

/** An instant given in UTC and a visible day beside it: the visible one is the day where the publisher is. */
function localDay(first: Statement, published: readonly Statement[]): string {
  const isUtc = /T\d\d:\d\d.*(?:Z|[+-]00:?00)$/.test(first.evidence)
  const seen = published.find(({ basis }) => basis === 'byline')
  return isUtc && seen !== undefined && daysApart(seen.value, first.value) === 1 ? seen.value : first.value
}

/** A day or two between data and page are time zones, drafts and embargoes. */
const CONFLICT_DAYS = 2

function conflicts(
  first: Statement,
  published: readonly Statement[],
  changed: Statement | undefined,
): Notice[] {
  const others = published.filter(
    ({ value }) =>
      daysApart(value, first.value) > CONFLICT_DAYS &&
      // A page that shows only the day of its last change does not contradict its data.
      (changed === undefined || daysApart(value, changed.value) > CONFLICT_DAYS),
  )
  const distinct = [...new Map(others.map((other) => [other.basis, other])).values()]
  if (distinct.length === 0) return []
  return [
    {
      code: 'date-conflict',
      message: `The page gives more than one date of publication: I took ${first.value}, and it also says ${distinct
        .map(({ value }) => value)
        .join(' and ')}.`,
      evidence: [first, ...distinct].map(({ evidence }) => evidence),
    },
  ]
}

/** A date in the site's own header is today's: told as what it is where the article has none. */
function mastheadNotice({ lines, titleLine, now }: DateSources): Notice[] {
  const end = titleLine === -1 ? lines.length : titleLine
  const line = lines
    .slice(0, end)
    .find(({ zone, text }) => zone === 'masthead' && text.length <= 60 && findDay(text) !== null)
  const day = line === undefined ? null : requirePossible(findDay(line.text) ?? '', now)
  if (line === undefined || day === null) return []
  return [
    {
      code: 'date-unstated',
      message: `Publication date not stated: “${line.text}” stands in the header of the site.`,
      evidence: [line.text],
    },
  ]
}
