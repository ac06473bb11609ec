import type { Article } from '../core/article.ts'
import type { Run } from '../core/run.ts'
import { isOnlyChangeStated, type Source } from '../core/source.ts'
import { clipped } from './excerpt.ts'
import { block, type Block, emptyLine, faint, type Piece } from './styled.ts'

/** At most so much of a notice's evidence is printed. */
const EVIDENCE_CHARACTERS = 120

/** Where a text has no title, its first sentence stands for it, however long. */
const TITLE_CHARACTERS = 240

/** Title, where the words come from, and what is doubtful about the whole. */
export function renderHead(article: Article, headline: string, run: Run | null): Block[] {
  const { source } = article
  return [
    block([
      {
        text: headline === '' ? '(no title)' : clipped(headline, TITLE_CHARACTERS),
        bold: true,
        link: source.url,
      },
    ]),
    ...renderSource(source),
    ...renderNotices(source, run),
    emptyLine,
  ]
}

function renderSource(source: Source): Block[] {
  const parts: (readonly Piece[])[] = [publisherOf(source)]
  if (source.origin !== null) parts.push([{ text: 'credits ' }, { text: source.origin.name, bold: true }])
  const authors = source.authors.map(({ name }) => name).join(', ')
  parts.push([{ text: authors === '' ? 'no author named' : `by ${authors}` }])
  parts.push([{ text: datesOf(source) }])
  if (source.publisher !== null || source.kind === 'link') parts.push([{ text: KINDS[source.kind] }])
  const pieces = parts.flatMap((part, index) => (index === 0 ? part : [{ text: ' · ' }, ...part]))
  const address = source.url === null ? [] : [faint(source.url)]
  return [block(pieces), ...address]
}

const KINDS = { link: 'link', text: 'pasted text', file: 'file' } as const

function publisherOf({ publisher, kind, url }: Source): readonly Piece[] {
  if (publisher === null) {
    if (kind === 'link') return [{ text: url === null ? 'publisher not stated' : new URL(url).hostname }]
    return [{ text: kind === 'text' ? 'pasted text' : 'file' }, { text: ' · publisher not stated' }]
  }
  const { name, domain } = publisher
  if (domain === null || domain.toLowerCase() === name.toLowerCase()) return [{ text: name, bold: true }]
  return [{ text: name, bold: true }, { text: ` (${domain})` }]
}

function datesOf(source: Source): string {
  const { published, modified, retrievedAt } = source
  if (published.value === null) return 'no date stated'
  if (isOnlyChangeStated(source))
    return `changed ${dayOf(published.value)} (${ageOf(published.value, retrievedAt)})`
  const changed =
    modified.value === null || modified.value === published.value ? '' : `, changed ${dayOf(modified.value)}`
  return `${dayOf(published.value)} (${ageOf(published.value, retrievedAt)})${changed}`
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const ageFormat = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

const MILLISECONDS_A_DAY = 86_400_000
const DAYS_A_MONTH = 30.44
const DAYS_A_YEAR = 365.25

function dayOf(value: string): string {
  const day = Date.parse(`${value.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day) ? value : dayFormat.format(day)
}

/** How old an article was when it was read. */
function ageOf(published: string, retrievedAt: string): string {
  const days = Math.round(
    (Date.parse(published.slice(0, 10)) - Date.parse(retrievedAt.slice(0, 10))) / MILLISECONDS_A_DAY,
  )
  if (Number.isNaN(days)) return 'age unknown'
  if (Math.abs(days) < 60) return ageFormat.format(days, 'day')
  if (Math.abs(days) < 2 * DAYS_A_YEAR) return ageFormat.format(Math.trunc(days / DAYS_A_MONTH), 'month')
  return ageFormat.format(Math.trunc(days / DAYS_A_YEAR), 'year')
}

function renderNotices(source: Source, run: Run | null): Block[] {
  const article = source.notices.map(({ code, message, evidence }) => {
    // What a page wants said is not said here either; `read` and --json show it where it stands.
    const unsaid = code === 'instructions-in-page' ? [] : evidence.filter((words) => !message.includes(words))
    const proof = unsaid.length === 0 ? '' : ` (${unsaid.map(evidenceOf).join(', ')})`
    return noticeBlock(`${message}${proof}`)
  })
  const made = run?.notices.map(({ message }) => noticeBlock(message)) ?? []
  return [...article, ...made]
}

export const noticeBlock = (text: string): Block => block([{ text, colour: 'yellow' }], '! ')

const evidenceOf = (words: string): string =>
  `“${words.length > EVIDENCE_CHARACTERS ? `${words.slice(0, EVIDENCE_CHARACTERS).trimEnd()}…` : words}”`
