import { getDomain } from 'tldts'

/** Newsletters and blogs on a shared domain are sites of their own: the public suffix list names such domains. */
const OPTIONS = { allowPrivateDomains: true }

/** The registrable domain of an address, its host where it has none (an IP address, a name of one label). */
export function siteOf(url: string): string | null {
  return getDomain(url, OPTIONS) ?? (URL.canParse(url) ? new URL(url).hostname : null)
}
