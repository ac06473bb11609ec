import { parseAddress } from './address.ts'
import { parametersOf } from './address-parameters.ts'
import { ampOriginalOf } from './copied-address.ts'

// Addresses that say themselves where they lead. They are not opened: what they wrap is, as if it had been given.

/** Pages that only pass readers on, with the parameters that may hold the address. */
const PASSING_ON: readonly { readonly host: RegExp; readonly path: RegExp; readonly names: string[] }[] = [
  { host: /^lm?\.(?:facebook|messenger)\.com$/u, path: /^\/l\.php$/u, names: ['u'] },
  { host: /^l\.(?:instagram|threads)\.com$/u, path: /^\/$/u, names: ['u'] },
  { host: /^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/u, path: /^\/url$/u, names: ['q', 'url'] },
  { host: /^out\.reddit\.com$/u, path: /^\//u, names: ['url'] },
  {
    host: /^(?:www\.)?linkedin\.com$/u,
    path: /^\/redir\/(?:redirect|general-malware-page)$/u,
    names: ['url'],
  },
  { host: /^(?:www\.)?youtube\.com$/u, path: /^\/redirect$/u, names: ['q'] },
  { host: /^steamcommunity\.com$/u, path: /^\/linkfilter\/?$/u, names: ['url', 'u'] },
  { host: /^slack-redir\.net$/u, path: /^\/link$/u, names: ['url'] },
  { host: /^t\.umblr\.com$/u, path: /^\/redirect$/u, names: ['z'] },
  { host: /^(?:[a-z\d]+\.)?safelinks\.protection\.outlook\.com$/u, path: /^\/$/u, names: ['url'] },
]

/** Deeper than this nobody wraps. */
const MOST_LAYERS = 3

function inside(url: URL): URL | null {
  const rule = PASSING_ON.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname))
  if (rule !== undefined) {
    const parameters = parametersOf(url)
    const value = rule.names.map((name) => parameters.find((parameter) => parameter.name === name)?.value)
    return value.map((text) => parseAddress(text ?? '')).find((address) => address !== null) ?? null
  }
  return parseAddress(ampOriginalOf(url) ?? '')
}

/** The address that a known wrapper (a search engine's, a social network's, an AMP cache) holds, else the same one. */
export function unwrapAddress(address: URL): URL {
  let url = address
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const inner = inside(url)
    if (inner === null) return url
    url = inner
  }
  return url
}
