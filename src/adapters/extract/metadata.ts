import { getDomain } from 'tldts'
import type { Extraction } from '../../core/extraction.ts'
import { cleanAddress } from '../../core/address.ts'
import type { Notice, Publisher } from '../../core/source.ts'
import { readAuthors } from './authors.ts'
import { readModified, readPublished } from './dates.ts'
import { type Page, plainText, textOf } from './dom.ts'
import { isNode, type JsonLd, readJsonLd, stringOf, typesOf } from './json-ld.ts'
import { readOrigin } from './origin.ts'

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
}

/** What kinds of schema.org say about an article that a reader should know. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['OpinionNewsArticle', 'opinion'],
  ['SatiricalArticle', 'satire'],
  ['AdvertiserContentArticle', 'advertising'],
  ['LiveBlogPosting', 'a live blog'],
])

/** What the page states about its article, each value with where it stands. `now` in milliseconds since the epoch. */
export function readMetadata(page: Page, url: string | null, now: number): Metadata {
  const jsonLd = readJsonLd(page)
  const { article } = jsonLd
  const publisher = readPublisher(page, jsonLd, url)
  const published = readPublished(page, article, url, now)
  const own = readCanonical(page, url)
  const words = Number(article?.['wordCount'])
  return {
    title: readTitle(page, jsonLd, publisher),
    language: readLanguage(page, jsonLd),
    publisher,
    origin: readOrigin(page, jsonLd, publisher, url),
    authors: readAuthors(page, jsonLd, publisher?.name ?? null),
    published,
    modified: readModified(page, article, published, now),
    canonicalUrl: own,
    notices: readNotices(jsonLd),
    isDeclaredArticle: article !== null || /^article\b/i.test(metaOf(page, 'og:type') ?? ''),
    isPaid: /^false$/i.test(String(article?.['isAccessibleForFree'])),
    statedWords: Number.isFinite(words) && words > 0 ? words : null,
    statedBody: stringOf(article?.['articleBody']),
  }
}

function metaOf(page: Page, name: string): string | null {
  const meta = page.querySelector(`meta[property="${name}" i], meta[name="${name}" i]`)
  const content = plainText(meta?.getAttribute('content') ?? '')
  return content === '' ? null : content
}

function readTitle(page: Page, { article }: JsonLd, publisher: Publisher | null): string | null {
  const headings = [...page.querySelectorAll('h1')].map(textOf).filter((text) => text !== '')
  const heading = headings.length === 1 ? headings[0]! : textOf(page.querySelector('article h1, main h1'))
  const candidates = [
    plainText(stringOf(article?.['headline']) ?? ''),
    metaOf(page, 'og:title') ?? '',
    heading,
    textOf(page.querySelector('title')),
    headings[0] ?? '',
  ]
  const title = candidates.map((text) => withoutSiteName(text, publisher)).find((text) => text !== '')
  return title ?? null
}

/** `A title - Example Times` → `A title`, where the last part names the site. */
function withoutSiteName(title: string, publisher: Publisher | null): string {
  const end = /^(.+\S)\s+[|\-–—·•»:]\s+([^|–—·•»]{2,60})$/u.exec(title)
  if (end === null || publisher === null) return title
  const bare = (text: string): string => text.toLowerCase().replace(/^the\s|[^\p{L}\p{N}]/gu, '')
  const site = bare(end[2]!)
  const names = [
    bare(publisher.name),
    bare((publisher.domain ?? '').replace(/\.[^.]+$/, '')),
    bare(publisher.domain ?? ''),
  ]
  return names.some((name) => name !== '' && name === site) ? end[1]! : title
}

function readLanguage(page: Page, { article }: JsonLd): string | null {
  const stated = [
    page.documentElement.getAttribute('lang'),
    stringOf(article?.['inLanguage']),
    metaOf(page, 'content-language'),
    metaOf(page, 'og:locale'),
  ]
  for (const tag of stated) {
    const primary = /^\s*([a-z]{2,3})(?=$|[-_\s,])/i.exec(tag ?? '')?.[1]?.toLowerCase()
    if (primary !== undefined && primary !== 'und' && primary !== 'mul') return primary
  }
  return null
}

function readPublisher(page: Page, jsonLd: JsonLd, url: string | null): Publisher | null {
  const domain = url === null ? null : siteOf(url)
  const [stated] = jsonLd.all(jsonLd.article?.['publisher'])
  const candidates: readonly [string | null, string][] = [
    [stringOf(isNode(stated) ? stated['name'] : stated), 'json-ld publisher'],
    [metaOf(page, 'og:site_name'), 'og:site_name'],
    [metaOf(page, 'application-name'), 'application-name'],
    [domain, 'address'],
  ]
  for (const [name, basis] of candidates) {
    const plain = plainText(name ?? '')
    if (plain !== '' && plain.length <= 100 && !/^https?:/i.test(plain)) return { name: plain, domain, basis }
  }
  return null
}

/** The registrable domain of an address, its host where it has none (an IP address, a name of one label). */
function siteOf(url: string): string | null {
  return getDomain(url) ?? (URL.canParse(url) ? new URL(url).hostname : null)
}

function readCanonical(page: Page, url: string | null): string | null {
  if (url === null) return null
  for (const raw of [linkOf(page, 'canonical'), metaOf(page, 'og:url')]) {
    if (raw === null || !URL.canParse(raw, url)) continue
    const address = new URL(raw, url)
    // A canonical address of "/" on every page is a mistake in a template, not this page's address.
    const isFrontPage = address.pathname === '/' && address.search === '' && new URL(url).pathname !== '/'
    if (/^https?:$/.test(address.protocol) && siteOf(address.href) === siteOf(url) && !isFrontPage)
      return cleanAddress(address)
  }
  return null
}

const linkOf = (page: Page, rel: string): string | null =>
  page.querySelector(`link[rel~="${rel}" i]`)?.getAttribute('href') ?? null

function readNotices({ article }: JsonLd): Notice[] {
  if (article === null) return []
  const notices: Notice[] = []
  for (const type of typesOf(article)) {
    const label = LABELS.get(type)
    if (label !== undefined)
      notices.push({ code: 'labelled', message: `The page calls itself ${label}.`, evidence: [type] })
  }
  const correction = plainText(stringOf(article['correction']) ?? '')
  if (correction !== '')
    notices.push({
      code: 'corrected',
      message: 'The page carries a correction.',
      evidence: [correction.slice(0, 500)],
    })
  return notices
}
