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
const SIGNATURE = '[class*="byline" i], [class*="author" i], [class*="meta" i]'
const LONGEST_SIGNATURE = 120
/** `By Jane Roe and John Doe | 5 May`: the words up to what is no name any more. */
const SIGNED =
  /^(?:(?:[Ww]ritten|[Pp]osted|[Ss]tory) )?(?:[Bb][Yy]|[Vv]on|[Pp]ar|[Pp]or)\b:? ((?:(?:and|und|et|y|,|&|de|van|von|der|al|bin|la|\p{Lu}[\p{L}.’'-]*),? ?)+)/u

/** A name for many, an office or a machine. */
const NOT_A_PERSON =
  /\b(?:staff|team|editors?|editorial|desk|newsroom|redaktion|admin(?:istrator)?|correspondents?|reporters?|agency|agencies|press|reuters|afp|news|media|wire|writers?|contributors?|directors?|experts?|officers?|presidents?|guest|user|unknown|anonymous|inc|ltd|llc|gmbh)\b|https?:|www\.|\.com\b|[@/_\d<>{}]/iu
const MONTH_AT_END =
  /\s(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u
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
  const byline = BYLINE.map((selector) => {
    const [first, ...others] = page.querySelectorAll(selector)
    // Those elsewhere signed other articles or took the pictures.
    return [first, ...others.filter((other) => other.parentElement === first?.parentElement)].map((element) =>
      textOf(element ?? null),
    )
  })
  const signed = [...page.querySelectorAll(SIGNATURE)]
    .map(textOf)
    .filter((text) => text.length <= LONGEST_SIGNATURE && SIGNED.test(text))
    .map((text) => SIGNED.exec(text)![1]!)
  const sources: readonly [basis: string, found: readonly (string | null)[]][] = [
    ['json-ld', stated],
    ['meta', fromMeta],
    ...byline.map((found): [string, string[]] => ['byline', found]),
    ['byline', signed.slice(0, 1)],
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
    .map((name) => name.replace(MONTH_AT_END, '').trim())
    .filter((name) => NAME.test(name) && !NOT_A_PERSON.test(name) && /\p{Lu}|\p{Lo}/u.test(name))
    .filter((name) => !/^(?:[Mm][Dd]|Ph[Dd]|[JS]r)\.?$|^\p{Lu}{2,5}$/u.test(name))
}
