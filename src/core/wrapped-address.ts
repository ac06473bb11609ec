import { MAX_ADDRESS_LENGTH, parseAddress } from './address.ts'
import { parametersOf } from './address-parameters.ts'

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

/** Copies of AMP pages; `s` stands for https (https://developers.google.com/amp/cache/overview). */
const AMP_VIEWER = /^\/amp\/(?<secure>s\/)?(?<rest>[^/]+\.[^/]+\/?.*)$/su
const AMP_CACHE = /^\/[cv]\/(?<secure>s\/)?(?<rest>[^/]+\.[^/]+\/?.*)$/su

/** Deeper than this nobody wraps. */
const MOST_LAYERS = 3

function inside(url: URL): URL | null {
  const rule = PASSING_ON.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname))
  if (rule !== undefined) {
    const parameters = parametersOf(url)
    const value = rule.names.map((name) => parameters.find((parameter) => parameter.name === name)?.value)
    return value.map((text) => parseAddress(text ?? '')).find((address) => address !== null) ?? null
  }
  const isCache = url.hostname === 'cdn.ampproject.org' || url.hostname.endsWith('.cdn.ampproject.org')
  const isViewer = /^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/u.test(url.hostname)
  const found = (isCache ? AMP_CACHE : isViewer ? AMP_VIEWER : null)?.exec(url.pathname)?.groups
  if (found?.['rest'] === undefined || url.pathname.length > MAX_ADDRESS_LENGTH) return null
  return parseAddress(`http${found['secure'] === undefined ? '' : 's'}://${found['rest']}${url.search}`)
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
