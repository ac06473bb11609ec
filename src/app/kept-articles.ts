import { type IsTracker, withoutTrackers } from '../core/address.ts'
import { isSpellingOf, spellingOf } from '../core/address-key.ts'
import { holdsSecret } from '../core/address-secrets.ts'
import { cacheKey } from '../core/cache-key.ts'
import type { Cache, ReadArticle } from './ports.ts'

/** A page may be edited: after this it is fetched again. */
const ARTICLE_LIVES = 60 * 60 * 1000
/** Raised whenever what is stored under a key changes its shape or its meaning. */
const SCHEMA = 2

export interface ArticleCaches {
  readonly articles: Cache<ReadArticle>
  readonly addresses: Cache<string>
}

/** Where an article was read. */
interface Whereabouts {
  readonly given: URL
  /** After redirects. */
  readonly found: URL
  /** What the page names as its own address, within its site. */
  readonly canonical: URL | null
}

/** Articles by their addresses: one article, however many spellings of its address are shared. */
export interface KeptArticles {
  /** The same for all spellings that cannot lead to another page; no address can be read back from it. */
  keyOf(address: URL): string
  find(key: string): Promise<ReadArticle | undefined>
  /** Keeps what was read, and gives back the reading that stands for it. */
  keep(read: ReadArticle, where: Whereabouts): Promise<ReadArticle>
}

export function createKeptArticles(
  { articles, addresses }: ArticleCaches,
  isTracker: IsTracker,
): KeptArticles {
  const keyOf = (address: URL): string => cacheKey('article', SCHEMA, spellingOf(address, isTracker))
  const isSecret = (address: URL): boolean => holdsSecret(withoutTrackers(address, isTracker))
  /** The key under which the article of an address is kept. */
  const homeOf = async (key: string): Promise<string> => (await addresses.get(key)) ?? key
  const pointTo = async (home: string, keys: readonly string[]): Promise<void> => {
    for (const key of new Set([home, ...keys])) await addresses.set(key, home, ARTICLE_LIVES)
  }

  return {
    keyOf,
    find: async (key) => articles.get(await homeOf(key)),
    keep: async (read, { given, found, canonical }) => {
      const givenKey = keyOf(given)
      // What a token opened is kept for those who have the token: the address without it may show them less.
      if (isSecret(given) || isSecret(found)) {
        await articles.set(givenKey, read, ARTICLE_LIVES)
        await pointTo(givenKey, [])
        return read
      }
      const foundKey = keyOf(found)
      const canonicalKey = canonical === null ? foundKey : keyOf(canonical)
      const isSpelling = canonical === null || isSpellingOf(canonical, found)
      const near = await homeOf(canonicalKey)
      const known = await articles.get(near)
      // The same words were read there already: then its summary is there too.
      const isKnown = known?.article.id === read.article.id
      const home = isKnown || isSpelling ? near : foundKey
      // Of two readings with other words the newer is kept; conversations carry their own.
      if (!isKnown) await articles.set(home, read, ARTICLE_LIVES)
      await pointTo(home, [givenKey, foundKey, ...(isSpelling ? [canonicalKey] : [])])
      return isKnown ? known : read
    },
  }
}
