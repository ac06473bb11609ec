import { cleanAddress } from './address.ts'

/** The page of which an address is a copy, and who holds the copy. */
export interface CopiedAddress {
  readonly url: string
  /** How a source record calls the copy: "archived copy at web.archive.org". */
  readonly copy: string
}

interface Service {
  readonly host: RegExp
  readonly kind: string
  /** The original's address as the copy's own holds it, without a scheme where the service leaves it out. */
  readonly original: (address: URL) => string | null
}

const after = (pattern: RegExp) => (address: URL) =>
  pattern.exec(`${address.pathname}${address.search}`)?.[1] ?? null
const parameter =
  (...names: readonly string[]) =>
  (address: URL) =>
    names.map((name) => address.searchParams.get(name)).find((value) => value !== null) ?? null

/** AMP caches write `news-example` for `news.example` and `--` for a dash (https://developers.google.com/amp/cache/overview). */
function ampOriginal(address: URL): string | null {
  const path = /^\/[a-z]{1,3}\/(s\/)?([^/]+\.[^/]+(?:\/.*)?)$/su.exec(address.pathname)
  return path === null ? null : `${path[1] === undefined ? 'http' : 'https'}://${path[2]}${address.search}`
}

/** Google's translator writes `www-news-example` for `www.news.example`; dashes of the name are doubled. */
function translatedOriginal(address: URL): string | null {
  const name = /^(.+)\.translate\.goog$/u.exec(address.hostname)?.[1]
  if (name === undefined) return null
  const host = name.replaceAll('--', '\n').replaceAll('-', '.').replaceAll('\n', '-')
  const original = new URL(address.href.replace(address.hostname, host))
  const own = Array.from(original.searchParams.keys()).filter((key) => key.startsWith('_x_tr_'))
  for (const key of own) original.searchParams.delete(key)
  return original.href
}

const AMP = 'AMP copy'
const ARCHIVE_TIME = '\\d{4}[\\d.-]*(?:[a-z]{2}_)?'

const SERVICES: readonly Service[] = [
  {
    host: /^web\.archive\.org$/u,
    kind: 'archived copy',
    original: after(new RegExp(`^/web/(?:${ARCHIVE_TIME}/|\\*/)?(.+)$`, 'u')),
  },
  {
    host: /^archive\.(?:ph|today|is|li|vn|fo|md)$/u,
    kind: 'archived copy',
    original: after(new RegExp(`^/(?:(?:${ARCHIVE_TIME}|newest|oldest|o/\\w+)/)?(https?:/.+)$`, 'u')),
  },
  {
    host: /^(?:arquivo\.pt|webarchive\.\w+(?:\.\w+){1,3}|wayback\.archive-it\.org|www\.webarchive\.org\.uk)$/u,
    kind: 'archived copy',
    original: after(/\/\d{8,14}\w*\/(https?:\/.+)$/u),
  },
  {
    host: /^(?:www\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/u,
    kind: AMP,
    original: (address) => (address.pathname.startsWith('/amp/') ? ampOriginal(address) : null),
  },
  { host: /\.cdn\.ampproject\.org$/u, kind: AMP, original: ampOriginal },
  { host: /^(?:amp\.)?cdn\.ampproject\.org$/u, kind: AMP, original: ampOriginal },
  { host: /\.bing-amp\.com$/u, kind: AMP, original: ampOriginal },
  {
    host: /^webcache\.googleusercontent\.com$/u,
    kind: 'cached copy',
    original: (address) =>
      /^cache:(?:[\w-]{12}:)?(\S+)/u.exec(address.searchParams.get('q') ?? '')?.[1] ?? null,
  },
  { host: /^cc\.bingj\.com$/u, kind: 'cached copy', original: parameter('u') },
  { host: /\.translate\.goog$/u, kind: 'translated copy', original: translatedOriginal },
  { host: /^translate\.google\.[a-z.]{2,6}$/u, kind: 'translated copy', original: parameter('u') },
  {
    host: /^(?:www\.)?12ft\.io$/u,
    kind: 'copy',
    original: (address) => parameter('q')(address) ?? after(/^\/(.+)$/u)(address),
  },
  { host: /^r\.jina\.ai$/u, kind: 'copy', original: after(/^\/(.+)$/u) },
  {
    host: /^(?:www\.)?(?:1ft\.io|removepaywalls?\.com|removepaywall\.com|txtify\.it|outline\.com)$/u,
    kind: 'copy',
    original: after(/^\/(https?:\/.+)$/u),
  },
]

/**
 * The address of the page that an archive, a cache, an AMP viewer or a translator shows a copy of; null for any other
 * address, and where the copy's address does not hold the original's. The publisher of a copy is the original's.
 */
export function originalAddress(address: string): CopiedAddress | null {
  const url = URL.parse(address)
  if (url === null) return null
  const host = url.hostname.replace(/\.$/u, '')
  for (const service of SERVICES) {
    if (!service.host.test(host)) continue
    const original = parseOriginal(service.original(url))
    if (original !== null) return { url: original, copy: `${service.kind} at ${host.replace(/^www\./u, '')}` }
  }
  return null
}

/** The address, as it was, of the page that an AMP viewer or cache shows; null for any other address. */
export function ampOriginalOf(address: URL): string | null {
  const amp = SERVICES.filter(({ kind, host }) => kind === AMP && host.test(address.hostname))
  return amp.map(({ original }) => original(address)).find((original) => original !== null) ?? null
}

/** Whether an address is of a service that holds copies, also where it does not say of what (`archive.ph/aBcDe`). */
export function isCopyService(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? ''
  return !/(?:^|\.)google\./u.test(host) && SERVICES.some((service) => service.host.test(host))
}

function parseOriginal(raw: string | null): string | null {
  if (raw === null || raw === '') return null
  // A path swallows one of the two slashes of a scheme where a server cleaned it.
  const plain = /^https?%3a/iu.test(raw) ? decode(raw) : raw
  const whole = /^https?:\/+/iu.test(plain) ? plain.replace(/^(https?):\/+/iu, '$1://') : `https://${plain}`
  const url = URL.parse(whole)
  if (url === null || !/^https?:$/u.test(url.protocol) || !/^[^.]+(?:\.[^.]+)+$/u.test(url.hostname))
    return null
  return cleanAddress(url)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
