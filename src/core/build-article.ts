import { type Article, type Block, layOut } from './article.ts'
import { counted } from './counted.ts'
import type { Extraction } from './extraction.ts'
import { findUnsupportedHeadline } from './headline-support.ts'
import { instructionsNotice } from './instructions.ts'
import { detectLanguage, findOtherLanguage } from './language.ts'
import { normaliseLine, normaliseText } from './normalise.ts'
import { originalAddress } from './copied-address.ts'
import { isOwnName } from './own-name.ts'
import type { Author, Notice, Origin } from './source.ts'
import { findShortness, type Shortness } from './too-short.ts'

/** What is known of a document before it is read. */
export interface DocumentFacts {
  readonly kind: 'link' | 'text' | 'file'
  readonly url: string | null
  /** Milliseconds since the epoch. */
  readonly retrievedAt: number
}

/** What was read of a document: the article, and what only its reading knows. */
export interface BuiltArticle extends Pick<Extraction, 'canonicalUrl' | 'looksLikeArticle' | 'linesLeftOut'> {
  readonly article: Article
  /** Null where it is long enough. */
  readonly shortness: Shortness | null
  readonly isEmpty: boolean
}

const DAY = 86_400_000
/** A story read so many days after it was published is called old. */
const OLD_AFTER_DAYS = 180

/** An article from what an extractor found. Adds the notices that follow from the source record itself. */
export function buildArticle(extraction: Extraction, facts: DocumentFacts): Article {
  const laidOut = layOut(extraction.blocks.map((block) => ({ ...block, text: normaliseText(block.text) })))
  const isCut = extraction.notices.some(({ code }) => code === 'truncated' || code === 'teaser')
  const { words } = laidOut
  const title = normaliseLine(extraction.title ?? '')
  const language = languageOf(laidOut.text, extraction.language)
  const origin = elsewhere(extraction, facts)
  const wholeIsKnown = facts.kind === 'link' && !isCut
  return {
    ...laidOut,
    title,
    language,
    source: {
      kind: facts.kind,
      url: facts.url ?? extraction.canonicalUrl,
      publisher: extraction.publisher,
      origin,
      authors: withoutOrigin(extraction.authors, origin),
      published: extraction.published,
      modified: extraction.modified,
      retrievedAt: new Date(facts.retrievedAt).toISOString(),
      read: {
        words,
        of: wholeIsKnown ? words : isCut ? wholeOf(extraction, words) : null,
        complete: wholeIsKnown ? true : facts.kind === 'link' || isCut ? false : null,
      },
      notices: noticesOf({ ...extraction, origin }, facts, [
        findUnsupportedHeadline(title, {
          text: laidOut.text,
          language,
          items: itemsIn(extraction.blocks),
          publisher: extraction.publisher?.name ?? '',
        }),
        instructionsNotice(laidOut),
      ]),
      ...(extraction.noArchive === true ? { noArchive: true as const } : {}),
    },
    ...(extraction.onPage === undefined ? {} : { onPage: extraction.onPage }),
  }
}

/** The same with what decides whether it is worth keeping. */
export function buildReading(extraction: Extraction, facts: DocumentFacts): BuiltArticle {
  const { canonicalUrl, looksLikeArticle, linesLeftOut, blocks } = extraction
  const article = buildArticle(extraction, facts)
  const shortness = findShortness(article.text)
  return { article, shortness, isEmpty: blocks.length === 0, canonicalUrl, looksLikeArticle, linesLeftOut }
}

/** A text that credits the site it was read on has no other origin: "LONDON (Reuters)" on reuters.com. */
function elsewhere({ origin, publisher }: Extraction, { url }: DocumentFacts): Origin | null {
  const address = url === null ? null : URL.parse(originalAddress(url)?.url ?? url)
  const site = { name: publisher?.name ?? '', domain: publisher?.domain ?? address?.hostname ?? null }
  return origin !== null && isOwnName(origin.name, site) ? null : origin
}

/** How many words a page counts of an article of which it shows a part. */
const wholeOf = ({ statedWords }: Extraction, words: number): number | null =>
  statedWords !== undefined && statedWords !== null && statedWords > words ? statedWords : null

/** Templates state the language of a site's other edition: where the words are clearly another, they are believed. */
function languageOf(text: string, stated: string | null): string {
  if (stated === null) return detectLanguage(text)
  return findOtherLanguage(text, stated) ?? stated
}

/** An agency that a page names as the author is whom it credits, and nobody who signed. */
function withoutOrigin(authors: readonly Author[], origin: Origin | null): readonly Author[] {
  if (origin === null) return authors
  return authors.filter(({ name }) => !isOwnName(name, { name: origin.name, domain: null }))
}

function noticesOf(
  extraction: Extraction,
  facts: DocumentFacts,
  inText: readonly (Notice | null)[],
): Notice[] {
  const { published, origin } = extraction
  const notices = [...extraction.notices]
  const add = (notice: Notice): void => {
    if (!notices.some(({ code }) => code === notice.code)) notices.push(notice)
  }
  if (published.value === null) {
    add({ code: 'date-unstated', message: 'Publication date not stated.', evidence: [] })
  } else {
    const days = Math.floor((facts.retrievedAt - Date.parse(published.value)) / DAY)
    if (days > OLD_AFTER_DAYS) {
      const isChange = notices.some(({ code }) => code === 'date-unstated')
      const message = `Old story: ${isChange ? 'last changed' : 'published'} ${published.value}, ${ageInWords(days)} before it was read.`
      add({ code: 'old-story', message, evidence: [published.value] })
    }
  }
  if (origin !== null) {
    const message = `A copy: it credits ${origin.name}, whose original I have not read.`
    add({ code: 'republished', message, evidence: [origin.basis] })
  }
  if (
    facts.kind === 'text' ||
    (facts.kind === 'file' && facts.url === null && extraction.canonicalUrl === null)
  ) {
    const given = facts.kind === 'text' ? 'Pasted text' : 'A file'
    add({ code: 'unverified-text', message: `${given}, compared with no page.`, evidence: [] })
  }
  for (const notice of inText) if (notice !== null) add(notice)
  return notices
}

const itemsIn = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, { kind, text }) => sum + (kind === 'heading' ? 1 : kind === 'list' ? text.split('\n').length : 0),
    0,
  )

/** "3 years", "1 year and 2 months", "7 months": whole months, rounded down. */
function ageInWords(days: number): string {
  const months = Math.floor(days / 30.44)
  const years = Math.floor(months / 12)
  const rest = months % 12
  const parts = years > 0 ? [counted(years, 'year')] : []
  if (rest > 0 && years < 3) parts.push(counted(rest, 'month'))
  return parts.length === 0 ? counted(days, 'day') : parts.join(' and ')
}
