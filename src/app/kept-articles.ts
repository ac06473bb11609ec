import { type IsTracker, withoutTrackers } from '../core/address.ts'
import { isSpellingOf, spellingOf } from '../core/address-key.ts'
import { holdsSecret } from '../core/address-secrets.ts'
import { cacheKey } from '../core/cache-key.ts'
import { editedSince } from '../core/compare-readings.ts'
import type { Notice } from '../core/source.ts'
import type { Cache, Clock, KeptArticle, ReadArticle, Validators } from './ports.ts'

/** A page may be edited: after this the site is asked whether it was. */
const ARTICLE_IS_FRESH = 60 * 60 * 1000
/** After this it is forgotten, unless somebody has asked for it again. */
const ARTICLE_LIVES = 7 * 24 * 60 * 60 * 1000
/** Raised whenever what is stored under a key changes its shape or its meaning. */
const SCHEMA = 3

export interface KeptArticlesPorts {
  readonly articles: Cache<KeptArticle>
  readonly addresses: Cache<string>
  readonly isTracker: IsTracker
  readonly clock: Clock
}

/** Where an article was read. */
interface Whereabouts {
  readonly given: URL
  /** After redirects. */
  readonly found: URL
  /** What the page names as its own address, within its site. */
  readonly canonical: URL | null
  readonly validators: Validators | null
}

/** Articles by their addresses: one article, however many spellings of its address are shared. */
export interface KeptArticles {
  /** The same for all spellings that cannot lead to another page; no address can be read back from it. */
  keyOf(address: URL): string
  /** That key, and the one under which the article of this address was kept last, where that is another. */
  keysOf(address: URL): Promise<readonly string[]>
  /** `isFresh` says whether it may be given out without asking the site. */
  find(key: string): Promise<(KeptArticle & { readonly isFresh: boolean }) | undefined>
  /** Keeps what was read, and gives back the reading that stands for it. */
  keep(read: ReadArticle, where: Whereabouts): Promise<ReadArticle>
  /** The site says that the page has not changed. */
  renew(key: string, kept: KeptArticle): Promise<ReadArticle>
  forget(key: string): Promise<void>
}

export function createKeptArticles({ articles, addresses, ...ports }: KeptArticlesPorts): KeptArticles {
  const { isTracker, clock } = ports
  const keyOf = (address: URL): string => cacheKey('article', SCHEMA, spellingOf(address, isTracker))
  const isSecret = (address: URL): boolean => holdsSecret(withoutTrackers(address, isTracker))
  /** The key under which the article of an address is kept. */
  const homeOf = async (key: string): Promise<string> => (await addresses.get(key)) ?? key
  const store = async (
    home: string,
    keys: readonly string[],
    read: ReadArticle,
    validators: Validators | null,
  ): Promise<ReadArticle> => {
    await articles.set(home, { read, checkedAt: clock(), validators }, ARTICLE_LIVES)
    for (const key of new Set([home, ...keys])) await addresses.set(key, home, ARTICLE_LIVES)
    return read
  }

  return {
    keyOf,
    keysOf: async (address) => {
      const key = keyOf(address)
      return [...new Set([await homeOf(key), key])]
    },
    find: async (key) => {
      const kept = await articles.get(await homeOf(key))
      if (kept === undefined) return undefined
      const age = clock() - kept.checkedAt
      // Below 0 where the clock was ahead then: nobody knows how old it is.
      return { ...kept, isFresh: age >= 0 && age < ARTICLE_IS_FRESH }
    },
    keep: async (read, { given, found, canonical, validators }) => {
      const givenKey = keyOf(given)
      // What a token opened is kept for those who have the token: the address without it may show them less.
      if (isSecret(given) || isSecret(found)) {
        const before = await articles.get(givenKey)
        return store(givenKey, [], followOn(before?.read, read), validators)
      }
      const foundKey = keyOf(found)
      const canonicalKey = canonical === null ? foundKey : keyOf(canonical)
      const isSpelling = canonical === null || isSpellingOf(canonical, found)
      const near = await homeOf(canonicalKey)
      const known = await articles.get(near)
      // The same words were read there already: then its summary is there too.
      const isKnown = known?.read.article.id === read.article.id
      const home = isKnown || isSpelling ? near : foundKey
      const before = home === near ? known : await articles.get(home)
      const keys = [givenKey, foundKey, ...(isSpelling ? [canonicalKey] : [])]
      // Of two readings with other words the newer is kept; conversations carry their own.
      return store(home, keys, followOn(before?.read, read), validators)
    },
    renew: async (key, { read, validators }) => {
      const { article } = read
      const source = { ...article.source, retrievedAt: new Date(clock()).toISOString() }
      const renewed = { ...read, article: { ...article, source } }
      return store(await homeOf(key), [key], renewed, validators)
    },
    forget: async (key) => {
      const home = await homeOf(key)
      const kept = await articles.get(home)
      // A time to live of 0 takes out what is there.
      if (kept !== undefined) await articles.set(home, kept, 0)
    },
  }
}

/** The newer of two readings, told what the older one has to tell of it. */
function followOn(before: ReadArticle | undefined, read: ReadArticle): ReadArticle {
  if (before === undefined) return read
  const { article } = read
  const { source } = before.article
  if (before.article.id === article.id) {
    // The address by which these words are known already, so that their summary is found again.
    const edited = source.notices.filter(({ code }) => code === 'edited-since')
    return withSource(read, { url: source.url, notices: [...article.source.notices, ...edited] })
  }
  // A page in another dress has other words without having been edited.
  const edited = source.url === article.source.url ? editedSince(before.article, article) : null
  return edited === null ? read : withSource(read, { notices: [...article.source.notices, edited] })
}

function withSource(
  read: ReadArticle,
  known: { readonly url?: string | null; readonly notices: readonly Notice[] },
): ReadArticle {
  const { article } = read
  return { ...read, article: { ...article, source: { ...article.source, ...known } } }
}
