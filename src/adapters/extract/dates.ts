import type { DatedFact } from '../../core/source.ts'
import { type Page, type PageElement, textOf } from './dom.ts'
import type { JsonLdNode } from './json-ld.ts'

/** No newspaper's archive on the web begins before this year. */
const EARLIEST_YEAR = 1851
const DAY_MILLISECONDS = 86_400_000
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const PUBLISHED_META = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'datePublished',
  'date',
  'pubdate',
  'publishdate',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'citation_publication_date',
]
const MODIFIED_META = [
  'article:modified_time',
  'article:modified',
  'og:updated_time',
  'dateModified',
  'last-modified',
  'dcterms.modified',
]
const PUBLISHED_TIME = [
  '[itemprop="datePublished"]',
  'time[pubdate]',
  'article header time[datetime]',
  'article time[datetime]',
  'main time[datetime]',
  'time[datetime]',
]

const DATE_LINE =
  'article [class*="date" i], main [class*="date" i], article [class*="publish" i], main [class*="publish" i], [class*="byline" i]'
const LONGEST_DATE_LINE = 60

/** The first of the page's statements that is a possible day, the publisher's own data first. `now` in milliseconds. */
export function readPublished(
  page: Page,
  article: JsonLdNode | null,
  url: string | null,
  now: number,
): DatedFact {
  const day = (raw: unknown): string | null => readDay(raw, now)
  const stated = day(article?.['datePublished']) ?? day(article?.['dateCreated'])
  if (stated !== null) return { value: stated, basis: 'json-ld' }
  const meta = firstMeta(page, PUBLISHED_META, day)
  if (meta !== null) return { value: meta, basis: 'meta' }
  for (const selector of PUBLISHED_TIME) {
    const element = [...page.querySelectorAll(selector)].find((found) => !standsInMasthead(found))
    const value = day(
      element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? element?.textContent,
    )
    if (value !== null) return { value, basis: 'time' }
  }
  for (const element of page.querySelectorAll(DATE_LINE)) {
    const text = textOf(element)
    const isLastChange = /updat|modif|aktualisiert|mis à jour|actualizado/iu.test(text)
    const value =
      text.length > LONGEST_DATE_LINE || isLastChange || standsInMasthead(element) ? null : day(text)
    if (value !== null) return { value, basis: 'byline' }
  }
  const inUrl = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|$)/.exec(url ?? '')
  const value = inUrl === null ? null : day(inUrl.slice(1).join('-'))
  return value === null ? { value: null, basis: 'none' } : { value, basis: 'url' }
}

/** As `readPublished`. A last change before the publication is a mistake of the page and not taken. */
export function readModified(
  page: Page,
  article: JsonLdNode | null,
  published: DatedFact,
  now: number,
): DatedFact {
  const day = (raw: unknown): string | null => {
    const value = readDay(raw, now)
    return value !== null && published.value !== null && value < published.value ? null : value
  }
  const stated = day(article?.['dateModified'])
  if (stated !== null) return { value: stated, basis: 'json-ld' }
  const meta = firstMeta(page, MODIFIED_META, day)
  if (meta !== null) return { value: meta, basis: 'meta' }
  const element = page.querySelector('[itemprop="dateModified"]')
  const value = day(element?.getAttribute('datetime') ?? element?.getAttribute('content'))
  return value === null ? { value: null, basis: 'none' } : { value, basis: 'time' }
}

/**
 * The calendar day as written: never converted to another time zone, so that an evening in Chicago stays that day.
 * Null for what is no day, lies before 1851 or after tomorrow, or is the zero of a clock (1970-01-01).
 */
export function readDay(raw: unknown, now: number): string | null {
  if (typeof raw !== 'string') return null
  const text = raw.trim()
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(text)
  const dayFirst = /(?:^|\D)(\d{1,2})(?:st|nd|rd|th)?\.?[ -]+([A-Za-z]{3})[a-z]*\.?,?[ -]+(\d{4})(?!\d)/.exec(
    text,
  )
  const monthFirst =
    /(?:^|[^A-Za-z])([A-Za-z]{3})[a-z]*\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(?:\d\d:\d\d:\d\d .*)?(\d{4})(?!\d)/.exec(
      text,
    )
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text)
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : dotted
      ? [dotted[3], dotted[2], dotted[1]]
      : dayFirst
        ? [dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]]
        : monthFirst
          ? [monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]]
          : null
  if (parts === null) return null
  const [year, month, day] = parts.map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!isReal || year < EARLIEST_YEAR || date.getTime() === 0 || date.getTime() > now + DAY_MILLISECONDS)
    return null
  return date.toISOString().slice(0, 10)
}

/** A day in a site's own header is today's, or its last issue's, not the article's. */
function standsInMasthead(element: PageElement): boolean {
  for (let above = element.parentElement; above !== null; above = above.parentElement) {
    if (/^(?:ARTICLE|MAIN)$/.test(above.tagName)) return false
    const names = `${above.getAttribute('class') ?? ''} ${above.getAttribute('id') ?? ''}`
    if (/^(?:HEADER|NAV|FOOTER|ASIDE)$/.test(above.tagName) || /masthead|site-header|top-?bar/i.test(names))
      return true
  }
  return /masthead|current-?date|today/i.test(element.getAttribute('class') ?? '')
}

const monthNumber = (name: string | undefined): string =>
  String(MONTHS.indexOf((name ?? '').toLowerCase()) + 1)

function firstMeta(
  page: Page,
  names: readonly string[],
  day: (raw: unknown) => string | null,
): string | null {
  for (const name of names) {
    for (const meta of page.querySelectorAll(
      `meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`,
    )) {
      const value = day(meta.getAttribute('content'))
      if (value !== null) return value
    }
  }
  return null
}
