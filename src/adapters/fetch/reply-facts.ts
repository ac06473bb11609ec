import type { Validators } from '../../app/ports.ts'
import { spellingOf } from '../../core/address-key.ts'
import { cacheKey } from '../../core/cache-key.ts'
import { asksNoArchive } from '../../core/robots.ts'

/** Header values by name in lower case, as undici gives them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>

/** A header that should come once; the first where it comes more often. */
export function headerOf(headers: Headers, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

/** Every value of a header that may come several times. */
export const headersOf = (headers: Headers, name: string): readonly string[] => [headers[name] ?? []].flat()

/** What is sent back as it came: printable, no white space, no `*`, which would mean "whatever you have". */
const TAG = /^(?!\*$)[\x21-\x7e\x80-\xff]{1,512}$/
/** RFC 9110, section 5.6.7 */
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** Names the page that validators belong to, and does not say which it is. */
const pageOf = (url: URL): string => cacheKey('page', spellingOf(url))

/** By what the server knows this version of the page; null where it does not say. */
export function readValidators(headers: Headers, url: URL): Validators | null {
  const [tag, date] = [headerOf(headers, 'etag'), headerOf(headers, 'last-modified')]
  const etag = tag !== null && TAG.test(tag) ? tag : null
  const lastModified = date !== null && DATE.test(date) ? date : null
  return etag === null && lastModified === null ? null : { page: pageOf(url), etag, lastModified }
}

/** Headers that ask for the page only if it has changed; none for a page that the validators do not belong to. */
export function conditionsFor(validators: Validators | undefined, url: URL): Record<string, string> {
  if (validators === undefined || validators.page !== pageOf(url)) return {}
  const { etag, lastModified } = validators
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  }
}

/** Whether the server asks that no copy is kept. */
export const asksNotToBeKept = (headers: Headers): boolean =>
  headersOf(headers, 'x-robots-tag').some(asksNoArchive) ||
  headersOf(headers, 'cache-control').some((value) => /(?:^|[\s,])no-store(?:$|[\s,])/iu.test(value))

/** Seconds that a `retry-after` asks for, told as a number or as a date; null where it does not, or for over a day. */
export function retryAfterOf(headers: Headers, now: number): number | null {
  const value = headerOf(headers, 'retry-after')?.trim() ?? ''
  const seconds = /^\d{1,6}$/u.test(value)
    ? Number(value)
    : DATE.test(value)
      ? (Date.parse(value) - now) / 1000
      : NaN
  return seconds > 0 && seconds <= 86_400 ? Math.ceil(seconds) : null
}
