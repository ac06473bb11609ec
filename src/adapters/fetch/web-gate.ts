import { isIP } from 'node:net'
import { MAX_ADDRESS_LENGTH, requireNoCredentials } from '../../core/address.ts'
import { type AllowEntry, allows, portOf } from './allow-list.ts'
import { malformed, refused } from './failures.ts'

/**
 * Judges one hop by its address alone, before any name is looked up. Throws `link-refused`. `trusted` says that the
 * person who runs the bot has allowed this host, so what its name resolves to is not judged.
 */
export type Gate = (url: URL) => { readonly trusted: boolean }

const PUBLIC_PORTS = new Set([80, 443])

// Last labels that lead nowhere on the public web: IANA's special-use names, those that ICANN and RFC 6762, appendix G,
// name as used inside networks. `example` is left out: it leads nowhere either, and the resolver says so.
const PRIVATE_ENDINGS = new Set(
  'alt arpa corp home internal intranet invalid lan local localdomain localhost mail onion private test'.split(
    ' ',
  ),
)

/** RFC 1035, section 2.3.4, in characters: the DNS holds no longer ones, so a resolver would only be asked in vain. */
const LONGEST_NAME = 253
const LONGEST_LABEL = 63

function isPublicName(hostname: string): boolean {
  const labels = hostname.split('.')
  if (labels.length < 2 || labels.includes('')) return false
  if (hostname.length > LONGEST_NAME || labels.some(({ length }) => length > LONGEST_LABEL)) return false
  return !PRIVATE_ENDINGS.has(labels.at(-1) ?? '')
}

/** What holds for every address, allowed ones too. */
export function requireOrdinaryAddress(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw malformed()
  if (url.href.length > MAX_ADDRESS_LENGTH) throw malformed()
  requireNoCredentials(url)
}

/**
 * A gate for one fetch, to be asked about every hop in turn. An allowed entry lets through the first address and the
 * redirects that stay within the same entry; once a hop has left it, nothing leads back.
 */
export function createWebGate(allowed: readonly AllowEntry[]): Gate {
  let entries = allowed
  return (url) => {
    requireOrdinaryAddress(url)
    entries = entries.filter((entry) => allows(entry, url))
    if (entries.length > 0) return { trusted: true }
    // The WHATWG parser has turned decimal, octal, hexadecimal and full-width spellings into plain literals.
    if (isIP(url.hostname.replace(/^\[|\]$/gu, '')) !== 0) throw refused()
    if (!isPublicName(url.hostname)) throw refused()
    if (!PUBLIC_PORTS.has(portOf(url))) throw refused()
    return { trusted: false }
  }
}
