import { parameterOf } from './address-parameters.ts'
import { isSecretPart, isSecretSegment } from './secret-parameters.ts'
import { isKey, isMachineMade, isUuid } from './secret-values.ts'

/** Below folders of these names stands who may come in: what looks made by a machine there is not shown. */
const DOORS =
  /^(?:activate|activation|auth|callback|confirm|confirmation|download|downloads|gift|invitation|invite|invites|join|login|magic|magic-?link|magiclogin|one-?time|password|password-?reset|preview|previews|private|recover|reset|reset-?password|secret|secure|session|share|shared|sharing|sso|token|tokens|unlock|unsubscribe|verification|verify|verify-?email)$/iu
/** Folders of pages for everybody too: only what cannot be one of their ids. */
const SIDE_DOORS = /^(?:p|s|v|view)$/iu
const LEAST_BEHIND_DOOR = 12
const CHANGES_BEHIND_DOOR = 0.25
const LONG_HEX = /^[\da-f]{32,}$/iu

/** Services whose addresses open what they name to everybody who has them: the part of the path that does is not shown. */
const SERVICES: readonly { readonly host: RegExp; readonly secret: RegExp }[] = [
  { host: /^hooks\.slack\.com$/u, secret: /(?<=^\/(?:services|workflows|triggers)\/).+/u },
  {
    host: /^(?:(?:canary|ptb)\.)?discord(?:app)?\.com$/u,
    secret: /(?<=^\/api\/(?:v\d+\/)?(?:webhooks|interactions)\/).+/u,
  },
  { host: /(?:^outlook|\.webhook)\.office(?:365)?\.com$/u, secret: /(?<=^\/(?:webhook|webhookb2)\/).+/u },
  { host: /^api\.telegram\.org$/u, secret: /(?<=^\/(?:file\/)?bot)[^/]+/u },
  { host: /^(?:docs|drive)\.google\.com$/u, secret: /(?<=\/(?:d|d\/e|folders)\/)[\w-]{15,}/u },
  { host: /^calendar\.google\.com$/u, secret: /private-[\da-f]+/u },
  { host: /^(?:www\.)?dropbox\.com$/u, secret: /(?<=^\/(?:scl\/f[io]|sh?|l)\/)[\w-]{10,}(?:\/[\w-]{20,})?/u },
  { host: /^(?:[\w-]+\.)?(?:app\.)?box\.com$/u, secret: /(?<=^\/[sv]\/)\w{20,}/u },
  { host: /^1drv\.ms$/u, secret: /(?<=^\/).+/u },
  { host: /\.sharepoint\.com$/u, secret: /(?<=^\/:\w:\/.*\/)[\w-]{20,}/u },
  { host: /^(?:www\.)?icloud\.com$/u, secret: /(?<=^\/\w+\/)[\w-]{15,}/u },
  { host: /^(?:we\.tl|(?:\w+\.)?wetransfer\.com)$/u, secret: /(?<=^\/(?:downloads\/|t-))[\w/-]+/u },
]

/** A user and a password in an address that stands in a path: `/web/2026/https://user:word@news.example/a`. */
const INNER_CREDENTIALS = /(?<=\/https?:\/{1,2})[^/@]*@/giu
/** As ASP.NET writes a session into a path: `/(S(lit3py55t21z5v55vlm25s55))/a`. */
const SESSION_SEGMENT = /^\((?:[A-Z]\([^()]*\))+\)$/iu

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function isSecretName(segment: string, before: string): boolean {
  if (SESSION_SEGMENT.test(segment)) return true
  const name = decoded(segment)
  if (isKey(name) || (name.includes('=') && isSecretSegment(parameterOf(segment)))) return true
  const isLong = isUuid(name) || LONG_HEX.test(name)
  if (!DOORS.test(before)) return isLong && SIDE_DOORS.test(before)
  return isLong || isMachineMade(name, LEAST_BEHIND_DOOR, CHANGES_BEHIND_DOOR)
}

/** An encoded address in a path brings its own query: `/https%3A%2F%2Fnews.example%2Fa%3Ftoken%3D1`. */
function withoutInnerQuery(segment: string): string {
  const start = segment.search(/%3F/iu)
  if (start === -1) return segment
  const inner = decoded(segment.slice(start + 3)).split('&')
  return inner.some((text) => isSecretPart(parameterOf(text))) ? segment.slice(0, start) : segment
}

/** `/a;jsessionid=1/token=2/eyJ….eyJ…` → `/a`: session ids, tokens and keys stand in paths too. */
export function withoutSecretSegments({ hostname, pathname }: URL): string {
  const host = hostname.replace(/\.$/u, '')
  const path = SERVICES.filter((service) => service.host.test(host))
    .reduce((rest, { secret }) => rest.replace(secret, ''), pathname)
    .replace(INNER_CREDENTIALS, '')
  const given = path.split('/')
  const segments = given.flatMap((segment, index) => {
    const [name = '', ...parameters] = segment.split(';')
    if (isSecretName(name, given[index - 1] ?? '')) return []
    const kept = parameters.filter((text) => !isSecretPart(parameterOf(text)))
    return [withoutInnerQuery([name, ...kept].join(';'))]
  })
  return segments.length === 0 || segments[0] !== '' ? `/${segments.join('/')}` : segments.join('/')
}
