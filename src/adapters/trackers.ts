import { TidyURL } from 'tidy-url'
import type { IsTracker } from '../core/address.ts'

// Of tidy-url only the list is used: names of parameters, for all sites and for single ones. Its patterns, redirects and
// decoders never see an address (docs/decisions/2026-11-26-tracking-parameters.md).

const DOMAIN = /^(?:[a-z\d-]+\.)+[a-z]{2,}$/u
/** No domain in the list has more; a stranger's host may have a hundred. */
const MOST_LABELS = 5
const SHORTEST_NAME = 3
/** What says which page is meant. Some rules for shops and players take such names away, and others could one day. */
const NAMES_CONTENT = new Set(
  `action aid article articles author cat category channel chapter code content context date day doc document domain
  edition episode event fid form gid group hash index item key keyword keywords lang language list locale menu mid
  module month name news nid newsid number offset origin page path pid platform post product query region search
  section show sid slug sort start story sub tab tag tags thread tid title topic type url user variant vid video view
  year`.split(/\s+/u),
)
const CONTENT_ID =
  /(?:article|doc|document|episode|event|item|news|page|post|product|prod|section|story|thread|topic|user|video)[_-]?ids?$/u

const isKept = (name: string): boolean =>
  name.length < SHORTEST_NAME || NAMES_CONTENT.has(name) || CONTENT_ID.test(name)

/** Whether a parameter is in tidy-url's list, for all sites or for this host's domain, and does not name content. */
export function createTrackerList(): IsTracker {
  const everywhere = new Set<string>()
  const byDomain = new Map<string, Set<string>>()
  for (const { name: site, rules: names = [] } of TidyURL.rules) {
    const isGlobal = site === 'Global'
    if (!isGlobal && !DOMAIN.test(site)) continue
    const known = isGlobal ? everywhere : (byDomain.get(site) ?? new Set())
    if (!isGlobal) byDomain.set(site, known)
    for (const name of names.map((text) => text.toLowerCase())) if (!isKept(name)) known.add(name)
  }
  return (hostname, name) => {
    if (everywhere.has(name)) return true
    const labels = hostname.split('.').slice(-MOST_LABELS)
    return labels.some((_, index) => byDomain.get(labels.slice(index).join('.'))?.has(name) === true)
  }
}
