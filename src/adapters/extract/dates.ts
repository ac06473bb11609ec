import type { DatedFact, Notice } from '../../core/source.ts'
import { daysApart, readDay, requirePossible } from './day.ts'
import { type JsonLd, stringOf } from './json-ld.ts'
import { type Metas } from './meta.ts'
import type { PageLine } from './page-lines.ts'
import { findDay, type Statement, visibleDates } from './visible-dates.ts'

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

/** The dates of an article, each with its basis, and what about them a reader should know. */
export function readDates(sources: DateSources): Dates {
  const statements = collect(sources)
  const { published, modified } = statements
  const [first] = published
  const changed = modified.find(({ value }) => first === undefined || value >= first.value)
  if (first !== undefined) {
    const local = localDay(first, published)
    return {
      published: { value: local, basis: first.basis },
      modified: factOf(changed),
      notices: conflicts(first, statements, sources),
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

interface Statements {
  readonly published: readonly Statement[]
  readonly modified: readonly Statement[]
}

const NONE: DatedFact = { value: null, basis: 'none' }

const factOf = (statement: Statement | undefined): DatedFact =>
  statement === undefined ? NONE : { value: statement.value, basis: statement.basis }

/** Every statement in the order in which they are believed. */
function collect(sources: DateSources): Statements {
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

  for (const raw of jsonLd.all(jsonLd.webPage?.['datePublished']))
    add(published, stringOf(raw), 'json-ld', 'JSON-LD WebPage datePublished')
  for (const raw of jsonLd.all(jsonLd.webPage?.['dateModified']))
    add(modified, stringOf(raw), 'json-ld', 'JSON-LD WebPage dateModified')

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
  { published, modified }: Statements,
  { lines, titleLine, now }: DateSources,
): Notice[] {
  const changed = modified.find(({ value }) => value >= first.value)
  const isFar = (value: string): boolean => daysApart(value, first.value) > CONFLICT_DAYS
  const others = published.filter(
    ({ value }) =>
      isFar(value) &&
      // A page that shows only the day of its last change does not contradict its data.
      (changed === undefined || daysApart(value, changed.value) > CONFLICT_DAYS),
  )
  const distinct = [...new Map(others.map((other) => [other.basis, other])).values()]
  const sentences: string[] = []
  if (distinct.length > 0) {
    const days = distinct.map(({ value }) => value).join(' and ')
    sentences.push(
      `The page gives more than one date of publication: I took ${first.value}, and it also says ${days}.`,
    )
  }
  const early = modified.find(({ value }) => value < first.value && isFar(value))
  if (early !== undefined && changed === undefined)
    sentences.push(
      `It says that it was changed on ${early.value}, before it was published on ${first.value}.`,
    )
  const header = mastheadDate({ lines, titleLine, now })
  const today = new Date(now).toISOString().slice(0, 10)
  // Many sites show today's date: nobody takes that for the article's.
  const isOther = header !== null && isFar(header.day) && daysApart(header.day, today) > 1
  if (isOther) sentences.push(`The site's header says “${header.text}”, which is not its date.`)
  if (sentences.length === 0) return []
  const evidence = [first, ...distinct, ...(early === undefined || changed !== undefined ? [] : [early])].map(
    (statement) => statement.evidence,
  )
  return [
    {
      code: 'date-conflict',
      message: sentences.join(' '),
      evidence: isOther ? [...evidence, header.text] : evidence,
    },
  ]
}

/** A date in the site's own header is today's, or that of its last issue. */
function mastheadDate({
  lines,
  titleLine,
  now,
}: Pick<DateSources, 'lines' | 'titleLine' | 'now'>): { readonly text: string; readonly day: string } | null {
  const line = lines
    .slice(0, titleLine === -1 ? lines.length : titleLine)
    .find(({ zone, text }) => zone === 'masthead' && text.length <= 60 && findDay(text) !== null)
  const day = line === undefined ? null : requirePossible(findDay(line.text) ?? '', now)
  return line === undefined || day === null ? null : { text: line.text, day }
}

/** The header's date, told as what it is where the article has none. */
function mastheadNotice(sources: DateSources): Notice[] {
  const header = mastheadDate(sources)
  if (header === null) return []
  return [
    {
      code: 'date-unstated',
      message: `Publication date not stated: “${header.text}” stands in the header of the site.`,
      evidence: [header.text],
    },
  ]
}
