import type { Author } from '../../core/source.ts'
import { plainText, type Page, textOf } from './dom.ts'
import { isNode, type JsonLd, stringOf, typesOf } from './json-ld.ts'

const MOST_AUTHORS = 12
const META = [
  'author',
  'byl',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'citation_author',
  'article:author',
]
const BYLINE = [
  '[itemprop="author"] [itemprop="name"]',
  '[rel~="author"]',
  '[itemprop="author"]',
  '.byline .author, .byline-name, .author-name',
]
/** A name for many, an office or a machine. */
const NOT_A_PERSON =
  /\b(?:staff|team|editors?|editorial|desk|newsroom|redaktion|admin(?:istrator)?|correspondents?|reporters?|agency|agencies|press|reuters|afp|news|media|wire|writers?|contributors?|guest|user|unknown|anonymous|inc|ltd|llc|gmbh)\b|https?:|www\.|\.com\b|[@/_\d<>{}]/iu
const NAME = /^\p{L}[\p{L}\p{M}.’' -]{2,60}$/u

/** The people who signed the article: no handles, addresses, offices, and not the publisher's own name. */
export function readAuthors(page: Page, jsonLd: JsonLd, publisherName: string | null): Author[] {
  const stated = jsonLd
    .all(jsonLd.article?.['author'] ?? jsonLd.article?.['creator'])
    .filter((author) => !isNode(author) || !typesOf(author).includes('Organization'))
    .flatMap((author) => (isNode(author) ? jsonLd.all(author['name']) : [author]))
    .map(stringOf)
  const fromMeta = META.flatMap((name) =>
    [...page.querySelectorAll(`meta[name="${name}" i], meta[property="${name}" i]`)].map((meta) =>
      meta.getAttribute('content'),
    ),
  )
  const byline = BYLINE.map((selector) =>
    [...page.querySelectorAll(selector)].slice(0, MOST_AUTHORS).map(textOf),
  )
  const sources: readonly [basis: string, found: readonly (string | null)[]][] = [
    ['json-ld', stated],
    ['meta', fromMeta],
    ...byline.map((found): [string, string[]] => ['byline', found]),
  ]
  for (const [basis, found] of sources) {
    const names = [...new Set(found.flatMap((text) => namesIn(text ?? '')))].filter(
      (name) => name !== publisherName,
    )
    if (names.length > 0) return names.slice(0, MOST_AUTHORS).map((name) => ({ name, basis }))
  }
  return []
}

/** `By Jane Roe and John Doe, Example Times` → the two people. */
function namesIn(text: string): string[] {
  return plainText(text)
    .replace(/^\s*(?:(?:written|story|posted|text)\s+)?(?:by|von|par|por)\b:?\s+/iu, '')
    .split(/\s*(?:,|;|\||·|•|&|\band\b|\bund\b|\by\b|\bet\b)\s*/u)
    .map((name) => name.trim())
    .filter((name) => NAME.test(name) && !NOT_A_PERSON.test(name) && /\p{Lu}|\p{Lo}/u.test(name))
    .filter((name) => !/^(?:md|phd|jr|sr|ms|mba|rn)\.?$/iu.test(name))
}
