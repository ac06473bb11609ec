import { getDomain, getDomainWithoutSuffix } from 'tldts'
import { cleanAddress } from '../../core/address.ts'
import { isAgency, isKnownOutlet } from '../../core/agencies.ts'
import { readCredit } from '../../core/credit.ts'
import { readWholeName } from '../../core/credit-name.ts'
import { isCopyService, originalAddress } from '../../core/copied-address.ts'
import { isOwnName } from '../../core/own-name.ts'
import type { Origin, Publisher } from '../../core/source.ts'
import { readWireLine } from '../../core/wire-line.ts'
import { siteItself } from './copied-page.ts'
import { type Page, plainText, textOf } from './dom.ts'
import { isNode, type JsonLd, type JsonLdNode, stringOf, typesOf } from './json-ld.ts'
import { linkOf, metaOf, type Metas } from './meta.ts'

/** Fields that name the address of the first publication, the surest first. */
const ADDRESS_FIELDS: readonly string[] = [
  'canonical',
  'syndication-source',
  'original-source',
  'original',
  'dc.source',
  'dcterms.source',
  'source',
]
const AUTHOR_FIELDS: readonly string[] = ['author', 'byl', 'parsely-author', 'dc.creator', 'article:author']
/** Studies, data and programs that an article is about, not an article that it repeats. */
const NO_ARTICLE =
  /(?:^|\.)(?:doi\.org|arxiv\.org|nih\.gov|github\.com|wikipedia\.org|wikidata\.org|zenodo\.org)$/u
/** Microformats' `u-repost-of`, schema.org's `isBasedOn`, and class names in use among publishing systems. */
const MARKED =
  '.u-repost-of, [itemprop="isBasedOn"], [itemprop="isBasedOnUrl"], .syndicated-from, .original-source, .republished-from, a[rel~="original"]'
const CREATIVE_WORK = /(?:Article|BlogPosting|CreativeWork|WebPage|Report|Review)$/u

export interface OriginSources {
  readonly page: Page
  readonly metas: Metas
  readonly jsonLd: JsonLd
  readonly publisher: Publisher | null
  readonly url: string | null
}

/** Whom the page's data name as the first publisher or as the agency that wrote the words, with the field that says so. */
export function readOrigin({ page, metas, jsonLd, publisher, url }: OriginSources): Origin | null {
  const site = siteItself(metas, publisher)
  const stated = [
    ...ADDRESS_FIELDS.map((name) => addressIn(page, metas, name, url)),
    ...basedOn(jsonLd, url),
    markedIn(page, url),
    publisher === null || site === publisher
      ? null
      : { name: publisher.name, url: null, basis: publisher.basis },
    agencyAmong(statedAuthors(jsonLd), 'json-ld author'),
    ...['sourceOrganization', 'provider', 'copyrightHolder', 'creditText'].map((key) =>
      organisation(jsonLd, key),
    ),
    agencyAmong(metaAuthors(metas), 'meta author'),
    ...['source', 'dc.source', 'news_source', 'article:source'].map((name) => namedIn(metas, name)),
  ]
  return stated.find((origin) => origin !== null && !isOwnName(origin.name, site)) ?? null
}

/** A credit in words names the origin best; where it has no address, the one in the page's head belongs to it. */
export function joinOrigins(credited: Origin | null, stated: Origin | null): Origin | null {
  return credited === null ? stated : { ...credited, url: credited.url ?? stated?.url ?? null }
}

/** Whether an address is on another site than the page; `example.com` and `example.de` are one publisher. */
export function isElsewhere(address: string, url: string | null): boolean {
  const site = getDomain(address)
  if (site === null) return false
  if (url === null) return true
  return site !== getDomain(url) && getDomainWithoutSuffix(address) !== getDomainWithoutSuffix(url)
}

function addressIn(page: Page, metas: Metas, name: string, url: string | null): Origin | null {
  const isLinkOnly = name === 'canonical'
  const raw = linkOf(page, name) ?? (isLinkOnly ? null : metaOf(metas, name))
  return url === null ? null : atAddress(raw, url, isLinkOnly ? 'link rel=canonical' : name)
}

function atAddress(raw: string | null, url: string | null, basis: string): Origin | null {
  if (raw === null || !/^https?:\/\//iu.test(raw) || !URL.canParse(raw)) return null
  const address = originalAddress(raw)?.url ?? raw
  const site = getDomain(address)
  if (site === null || !isElsewhere(address, url) || isCopyService(address) || NO_ARTICLE.test(site))
    return null
  return { name: site, url: cleanAddress(address), basis }
}

function basedOn({ article, all }: JsonLd, url: string | null): (Origin | null)[] {
  return all(article?.['isBasedOn'] ?? article?.['isBasedOnUrl']).map((work) => {
    const basis = 'json-ld isBasedOn'
    if (!isNode(work)) return atAddress(stringOf(work), url, basis)
    const types = typesOf(work)
    if (types.length > 0 && !types.some((type) => CREATIVE_WORK.test(type))) return null
    const origin = atAddress(stringOf(work['url']) ?? stringOf(work['@id']), url, basis)
    const [by] = all(work['publisher'] ?? work['sourceOrganization'])
    const name = nameOf(by)
    if (name !== null) return { name, url: origin?.url ?? null, basis }
    return origin
  })
}

function organisation({ article, all }: JsonLd, key: string): Origin | null {
  const name = all(article?.[key])
    .map(nameOf)
    .find((each) => each !== null && (key === 'sourceOrganization' ? isKnownOutlet(each) : isAgency(each)))
  return name === undefined || name === null ? null : { name, url: null, basis: `json-ld ${key}` }
}

const nameOf = (value: unknown): string | null => {
  const name = plainText(stringOf(isNode(value) ? value['name'] : value) ?? '')
  return name === '' || name.length > 80 || /^https?:/iu.test(name) ? null : name
}

function statedAuthors({ article, all }: JsonLd): string[] {
  return all(article?.['author'] ?? article?.['creator'])
    .flatMap((author) => (isNode(author) ? organisationsOf(author, all) : [author]))
    .map(stringOf)
    .filter((name) => name !== null)
}

/** An author's own name, and that of the agency for which a person writes. */
const organisationsOf = (author: JsonLdNode, all: JsonLd['all']): readonly unknown[] => all(author['name'])

function metaAuthors(metas: Metas): string[] {
  return AUTHOR_FIELDS.map((name) => metaOf(metas, name)).filter((content) => content !== null)
}

/** The agency among the authors; several of them wrote a piece that others compiled. */
function agencyAmong(authors: readonly string[], basis: string): Origin | null {
  const names = authors.map((author) => {
    const plain = plainText(author).replace(/^by:?\s+/iu, '')
    return readWireLine(`By ${plain}`)?.name ?? null
  })
  const [agency, ...others] = [...new Set(names.filter((name) => name !== null))]
  return agency === undefined || others.length > 0 ? null : { name: agency, url: null, basis }
}

/** What a page marks in its text as the first publication, by a class or a property made for that. */
function markedIn(page: Page, url: string | null): Origin | null {
  const element = page.querySelector(MARKED)
  if (element === null) return null
  const link = /^A$/iu.test(element.tagName) ? element : element.querySelector('a')
  const at = atAddress(link?.getAttribute('href') ?? null, url, 'marked in the page')
  const named = readCredit(textOf(element)) ?? readWholeName(textOf(link ?? element))
  if (named === null || named.name.length > 60) return at
  return { name: named.name, url: at?.url ?? null, basis: textOf(element).slice(0, 200) }
}

function namedIn(metas: Metas, field: string): Origin | null {
  const name = metaOf(metas, field)
  return name !== null && isKnownOutlet(name) ? { name, url: null, basis: `meta ${field}` } : null
}
