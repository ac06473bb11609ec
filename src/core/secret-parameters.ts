import { type Parameter, parametersOf } from './address-parameters.ts'
import { isKey, isMachineMade, isMailAddress } from './secret-values.ts'

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/u))

// Names are compared without what parts their words: `access_token`, `access-token`, `accessToken` and `token[]` are one.

const SIGNATURE = /(?:^sig|sig$|signature$|hmac$|^hm$|^hdnea$|^hdnts$|^hdntl$)/u
/** Secret whatever their value is. */
const SECRET = new RegExp(
  [
    'token',
    '(?:^|[^a-z])(?:jwt|otp|pwd?|passwd)$',
    'jwt$|pwd$|passwd$|password$|passphrase$|passcode$|secret$|nonce$|sessionid$|sessid$|aspsessionid|authorization$',
    '(?:access|admin|api|app|auth|client|consumer|download|edit|guest|licen[cs]e|private|resource|rl|secret|session|share|sso|subscription|user|view)key$',
    '(?:accesskey|googleaccess)id$',
    '(?:access|activation|auth|authorization|confirm|confirmation|invitation|invite|login|magic|reset|sms|verification|verify)code$|unlock(?:ed)?(?:article)?code$',
    '(?:gift|magic)(?:copy|link|url)$',
    'saml(?:request|response)$|^assertion$|^ticket$|^bearer$',
  ].join('|'),
  'u',
)
/** Names that pages have too: only a value that looks made by a machine is secret. */
const DOUBTFUL = setOf(
  `access auth code credential credentials gift hash h invitation invite key m magic md5 nonce pass preview s sess session share
  shareid sid sign sk skey st state t ticketid tkn tok verify wkey`,
)
const LEAST_DOUBTFUL = 12
const DOUBTFUL_CHANGES = 0.15
/** What newspapers call the codes with which one reader opens an article to another. */
const GIFT = /gift|unlock|freebie/u
const LEAST_GIFT = 8
/** What stands beside a signature and belongs to it. */
const BESIDE_SIGNATURE = setOf(
  'awsaccesskeyid e ex exp expire expires expiry is keypairid ossaccesskeyid policy se sigalg sip ske skoid sks skt sktid skv sp spr sr st sv validuntil',
)
const SIGNING_PREFIX = /^(?:x-(?:amz|goog|oss)-|gaa_)/u
const MOST_LAYERS = 3

const bare = (name: string): string => name.replace(/[^a-z\d]+/gu, '')

const isSignature = ({ name, value }: Parameter): boolean => value !== '' && SIGNATURE.test(bare(name))

/** Secret by its name, or a key wherever it stands. */
function isSecretOfItsOwn({ name, value, text }: Parameter): boolean {
  if (value === '') return isKey(text)
  if (isSignature({ name, value, text }) || SIGNING_PREFIX.test(name) || SECRET.test(bare(name))) return true
  return isKey(value) || isMailAddress(value)
}

/** An address inside an address brings its own, also one without its site (`?next=/a?token=…`). */
function innerParameters(value: string): readonly Parameter[] {
  if (!/^(?:https?:)?\/|^[^?&]*\?/iu.test(value)) return []
  const inner = URL.parse(value, 'https://inner.invalid')
  return inner === null ? [] : parametersOf(inner)
}

/** Whether this parameter, or an address in it, holds what only those may have who got the address. */
function isSecret(parameter: Parameter, layer = 0): boolean {
  const { name, value } = parameter
  if (isSecretOfItsOwn(parameter)) return true
  if (layer > 0 && layer >= MOST_LAYERS) return false
  if (layer === 0 && isDoubtful(bare(name), value)) return true
  return innerParameters(value).some((inner) => isSecret(inner, layer + 1))
}

const isDoubtful = (name: string, value: string): boolean =>
  (DOUBTFUL.has(name) && isMachineMade(value, LEAST_DOUBTFUL, DOUBTFUL_CHANGES)) ||
  (GIFT.test(name) && isMachineMade(value, LEAST_GIFT, DOUBTFUL_CHANGES)) ||
  (name === 'pin' && /^\d{4,8}$/u.test(value))

/** A word or `name=value` in a path, such as `;jsessionid=1`. */
export const isSecretPart = (parameter: Parameter): boolean => isSecret(parameter)

/** As one of a path, where a name alone says less. */
export const isSecretSegment = (parameter: Parameter): boolean => isSecretOfItsOwn(parameter)

/** Those that may be stored and shown. */
export function withoutSecretParameters(parameters: readonly Parameter[]): Parameter[] {
  const isSigned = parameters.some(isSignature)
  // A newspaper that says so calls its gift code `st`, and makes it short.
  const isGift = parameters.some(({ name }) => name === 'reflink')
  return parameters.filter(({ name, ...rest }) => {
    if (isSecret({ name, ...rest }) || (isGift && name === 'st')) return false
    return !(isSigned && BESIDE_SIGNATURE.has(bare(name)))
  })
}
