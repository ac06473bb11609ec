import { getDomain } from 'tldts'

/** The registrable domain of an address, its host where it has none (an IP address, a name of one label). */
export function siteOf(url: string): string | null {
  return getDomain(url) ?? (URL.canParse(url) ? new URL(url).hostname : null)
}
