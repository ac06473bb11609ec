import type { Extraction } from '../../core/extraction.ts'
import { cleanAddress } from '../../core/address.ts'
import type { Publisher } from '../../core/source.ts'
import { readAuthors } from './authors.ts'
import { readDates } from './dates.ts'
import { type Page, plainText } from './dom.ts'
import { isNode, type JsonLd, readJsonLd, stringOf } from './json-ld.ts'
import { linkOf, metaOf, type Metas } from './meta.ts'
import { readOrigin } from './origin.ts'
import { readCorrections, readLabels } from './page-labels.ts'
import { type PageLine, readPageLines } from './page-lines.ts'
import { siteOf } from './site.ts'
import { readTitle } from './title.ts'

export interface Metadata extends Pick<
  Extraction,
  | 'title'
  | 'language'
  | 'publisher'
  | 'origin'
  | 'authors'
  | 'published'
  | 'modified'
  | 'canonicalUrl'
  | 'notices'
> {
  /** The page says of itself that it is an article. */
  readonly isDeclaredArticle: boolean
  /** The page says of itself that not everybody may read the whole. */
  readonly isPaid: boolean
  /** Words of the whole article as the page counts them, null where it does not. */
  readonly statedWords: number | null
  /** The article's text in the page's data, null where it is not there. */
  readonly statedBody: string | null
  /** What the whole page shows, line by line. */
  readonly lines: readonly PageLine[]
}

/** A page as it came, nothing removed. `now`: milliseconds since the epoch. */
export interface PageFacts {
  readonly metas: Metas
  readonly url: string | null
  readonly scriptDays: readonly string[]
  readonly now: number
}

/** What the page states about its article, each value with where it stands. */
export function readMetadata(page: Page, { metas, url, scriptDays, now }: PageFacts): Metadata {
  const jsonLd = readJsonLd(page)
  const lines = readPageLines(page)
  const { article } = jsonLd
  const publisher = readPublisher(metas, jsonLd, url)
  const { title, line: titleLine } = readTitle(page, metas, jsonLd, lines, publisher)
  const { notices, ...dates } = readDates({ jsonLd, metas, lines, titleLine, url, scriptDays, now })
  const publisherName = publisher?.name ?? null
  const labelSources = { jsonLd, metas, lines, titleLine, title, url, publisherName }
  const words = Number(article?.['wordCount'])
  return {
    title,
    language: readLanguage(page, metas, jsonLd),
    publisher,
    origin: readOrigin({ page, metas, jsonLd, publisher, url }),
    authors: readAuthors({ page, jsonLd, metas, lines, titleLine, publisherName }),
    ...dates,
    canonicalUrl: readCanonical(page, metas, url),
    notices: [...readLabels(labelSources), ...readCorrections(labelSources), ...notices],
    lines,
    isDeclaredArticle: article !== null || /^article\b/i.test(metaOf(metas, 'og:type') ?? ''),
    isPaid: /^false$/i.test(String(article?.['isAccessibleForFree'])),
    statedWords: Number.isFinite(words) && words > 0 ? words : null,
    statedBody: stringOf(article?.['articleBody']),
  }
}

function readLanguage(page: Page, metas: Metas, { article }: JsonLd): string | null {
  const stated = [
    page.documentElement.getAttribute('lang'),
    stringOf(article?.['inLanguage']),
    metaOf(metas, 'content-language'),
    metaOf(metas, 'og:locale'),
  ]
  for (const tag of stated) {
    const primary = /^\s*([a-z]{2,3})(?=$|[-_\s,])/i.exec(tag ?? '')?.[1]?.toLowerCase()
    if (primary !== undefined && primary !== 'und' && primary !== 'mul') return primary
  }
  return null
}

/** Addresses, handles, and the programs that sites are made with. */
const NO_PUBLISHER =
  /^https?:|^@\w+$|^(?:blogger|blogspot|wordpress(?:\.com)?|medium|wix(?:\.com)?|squarespace|my site|my blog|home|untitled)$/i

function readPublisher(metas: Metas, jsonLd: JsonLd, url: string | null): Publisher | null {
  const domain = url === null ? null : siteOf(url)
  const [stated] = jsonLd.all(jsonLd.article?.['publisher'])
  const candidates: readonly [string | null, string][] = [
    [stringOf(isNode(stated) ? stated['name'] : stated), 'json-ld publisher'],
    [metaOf(metas, 'og:site_name'), 'og:site_name'],
    [metaOf(metas, 'application-name'), 'application-name'],
    [domain, 'address'],
  ]
  for (const [name, basis] of candidates) {
    const plain = plainText(name ?? '')
    if (plain !== '' && plain.length <= 100 && !NO_PUBLISHER.test(plain))
      return { name: plain, domain, basis }
  }
  return null
}

function readCanonical(page: Page, metas: Metas, url: string | null): string | null {
  if (url === null) return null
  for (const raw of [linkOf(page, 'canonical'), metaOf(metas, 'og:url')]) {
    if (raw === null || !URL.canParse(raw, url)) continue
    const address = new URL(raw, url)
    // A canonical address of "/" on every page is a mistake in a template, not this page's address.
    const isFrontPage = address.pathname === '/' && address.search === '' && new URL(url).pathname !== '/'
    if (/^https?:$/.test(address.protocol) && siteOf(address.href) === siteOf(url) && !isFrontPage)
      return cleanAddress(address)
  }
  return null
}
