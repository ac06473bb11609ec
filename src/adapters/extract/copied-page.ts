import { isAgency } from '../../core/agencies.ts'
import { type CopiedAddress, isCopyService, originalAddress } from '../../core/copied-address.ts'
import type { Extraction } from '../../core/extraction.ts'
import { isForeignAgency } from '../../core/own-name.ts'
import type { Publisher } from '../../core/source.ts'
import type { Page } from './dom.ts'
import { linkOf, metaOf, type Metas } from './meta.ts'

/** Of which page this is an archive's, a cache's or a viewer's copy; null for a page on its own site. */
export function originalOf(page: Page, metas: Metas, url: string | null): CopiedAddress | null {
  if (url === null) return null
  const own = originalAddress(url)
  if (own !== null || !isCopyService(url)) return own
  // `archive.ph/aBcDe` says in its head what it holds.
  const stated = [linkOf(page, 'canonical'), metaOf(metas, 'og:url')].map((address) =>
    address === null ? null : originalAddress(address),
  )
  return stated.find((copied) => copied !== null) ?? null
}

/** What was read from a copy belongs to the original's publisher; the copy has not published anything. */
export function ofOriginal<T extends Pick<Extraction, 'publisher' | 'canonicalUrl'>>(
  found: T,
  copied: CopiedAddress | null,
): T {
  if (copied === null) return found
  const { publisher, canonicalUrl } = found
  return {
    ...found,
    publisher: publisher === null ? null : { ...publisher, basis: copied.copy },
    canonicalUrl: canonicalUrl ?? copied.url,
  }
}

/** Some sites name the agency as the publisher of what they carry: then the site is the publisher. */
export function siteItself(metas: Metas, publisher: Publisher | null): Publisher | null {
  if (publisher === null || publisher.domain === null || !isForeignAgency(publisher)) return publisher
  const { domain } = publisher
  const name = metaOf(metas, 'og:site_name')
  return name === null || isAgency(name)
    ? { name: domain, domain, basis: 'address' }
    : { name, domain, basis: 'og:site_name' }
}
