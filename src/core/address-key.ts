import { type IsTracker, withoutTrackers } from './address.ts'
import { parametersOf } from './address-parameters.ts'

/** RFC 3986, section 6.2.2: `%7e`, `%7E` and `~` are one spelling. What is reserved stays encoded. */
const normalised = (text: string): string =>
  text.replace(/%[\da-f]{2}/giu, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[\w.~-]/u.test(character) ? character : code.toUpperCase()
  })

const sortedParameters = (url: URL): string[] =>
  parametersOf(url)
    .map(({ name, text }) => ({ name, text: normalised(text) }))
    // Several of one name keep their order: that may mean something.
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
    .map(({ text }) => text)

/**
 * One spelling for all that cannot lead to another page: trackers, fragment, default port, case of the host, percent-
 * encoding and the order of parameters. Secrets are part of it, so it is hashed and never stored or shown as it is.
 */
export function spellingOf(address: URL, isTracker?: IsTracker): string {
  const url = withoutTrackers(address, isTracker)
  return `${url.origin}${normalised(url.pathname)}?${sortedParameters(url).join('&')}`
}

const SAME_SITE_PREFIX = /^(?:www\d?|m|mobile|amp|touch)\.(?=[^.]+\.)/u
const SAME_PAGE_SEGMENT = /^(?:amp|m|mobile)?$/u
const SAME_PAGE_ENDING = /(?:\.amp)?(?:\.html?)?$/u

/** Host and path without what only says in which dress the page is shown. */
function bare(url: URL): string {
  const segments = normalised(url.pathname).split('/')
  const kept = segments.filter((segment) => !SAME_PAGE_SEGMENT.test(segment))
  const last =
    kept
      .pop()
      ?.replace(SAME_PAGE_ENDING, '')
      .replace(/^index$/u, '') ?? ''
  return [url.hostname.replace(SAME_SITE_PREFIX, '') + (url.port && `:${url.port}`), ...kept, last]
    .filter((part) => part !== '')
    .join('/')
}

/**
 * Whether a page may say that `canonical` is its own address and be believed without that address being opened: http
 * and https, `www.` and `m.`, AMP, a slash at the end, parameters fewer than the page's own. Anything else may be
 * another page: of a template that gives all pages one address, or of somebody else on the same host.
 */
export function isSpellingOf(canonical: URL, page: URL): boolean {
  if (bare(canonical) !== bare(page)) return false
  const parameters = new Set(sortedParameters(page))
  return sortedParameters(canonical).every((parameter) => parameters.has(parameter))
}
