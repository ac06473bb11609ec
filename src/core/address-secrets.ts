import { type Parameter, parameterOf, parametersOf, setParameters } from './address-parameters.ts'

// Addresses that open something only because whoever holds them may: signed files, sessions, gift links of newspapers.
// They are opened as they were given; what is stored and shown loses these parts.

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/u))

const SIGNATURES = setOf('signature sig x-amz-signature x-goog-signature hmac hm hdnea hdnts hdntl')
/** Secret whatever their value is. */
const SECRETS = setOf(
  `access_key access_token accesstoken api_key api-key apikey apitoken api_token auth_key auth_token authkey authorization
  authtoken aspsessionid awsaccesskeyid client_secret csrf_token gift_token giftcopy gifttoken googleaccessid id_token
  jsessionid jwt oauth_token passwd password phpsessid private_token refresh_token secret session_token sessionid session_id
  sessiontoken sharetoken share_token signed sso_token ticket token unlocked_article_code user_token usertoken`,
)
/** Names that pages have too: only a value that looks made by a machine is secret. */
const DOUBTFUL = setOf(
  'auth code credential credentials gift hash h key nonce pass pw s session sid sign skey st ticket_id t',
)
/** What stands beside a signature and belongs to it. */
const BESIDE_SIGNATURE = setOf(
  'e ex exp expire expires expiry is key-pair-id policy se sig_alg sip ske skoid sks skt sktid skv sp spr sr st sv valid_until',
)
const SIGNING_PREFIX = /^x-(?:amz|goog)-/u

/** Header and payload of a JSON Web Token, both objects in base64url (RFC 7519). */
const WEB_TOKEN = /(?:^|[^\w-])eyJ[\w-]{8,}\.[\w-]{8,}/u
const MACHINE_MADE = /^[\w.~+/=-]+$/u
const LEAST_DOUBTFUL = 12
const LEAST_ANY = 32
/** In words and numbers, characters of a kind follow one another; in keys the kind changes about every other time. */
const CHANGES = { doubtful: 0.15, any: 0.4 }

/** 0 for what parts words. */
function kindOf(character: string): number {
  if (character >= '0' && character <= '9') return 1
  if (character >= 'a' && character <= 'z') return 2
  return character >= 'A' && character <= 'Z' ? 3 : 0
}

/** How often the kind of character changes from one to the next, as a share of the length. */
function changes(value: string): number {
  let count = 0
  for (let index = 1; index < value.length; index += 1) {
    const [before, here] = [kindOf(value[index - 1]!), kindOf(value[index]!)]
    if (before !== here && before !== 0 && here !== 0) count += 1
  }
  return count / value.length
}

function isMachineMade(value: string, least: number, share: number): boolean {
  return value.length >= least && MACHINE_MADE.test(value) && /\d/u.test(value) && changes(value) >= share
}

const isKey = (value: string): boolean =>
  isMachineMade(value, LEAST_ANY, CHANGES.any) && /[a-z]/u.test(value) && /[A-Z]/u.test(value)

function isSecret({ name, value }: Parameter): boolean {
  if (SIGNATURES.has(name) || SECRETS.has(name) || SIGNING_PREFIX.test(name)) return value !== ''
  if (WEB_TOKEN.test(value) || isKey(value)) return true
  if (DOUBTFUL.has(name) && isMachineMade(value, LEAST_DOUBTFUL, CHANGES.doubtful)) return true
  // An address inside an address brings its own.
  const inner = /^https?:\/\//iu.test(value) ? URL.parse(value) : null
  return inner !== null && parametersOf(inner).some((parameter) => isSecretOfItsOwn(parameter))
}

/** One level is looked into: what is wrapped deeper counts as its wrapper does. */
const isSecretOfItsOwn = ({ name, value }: Parameter): boolean =>
  SIGNATURES.has(name) || SECRETS.has(name) || WEB_TOKEN.test(value) || isKey(value)

function withoutSecretParameters(parameters: readonly Parameter[]): Parameter[] {
  const isSigned = parameters.some(({ name, value }) => SIGNATURES.has(name) && value !== '')
  return parameters.filter(
    (parameter) => !isSecret(parameter) && !(isSigned && BESIDE_SIGNATURE.has(parameter.name)),
  )
}

/** `/a;jsessionid=1/token=2/eyJ….eyJ…` → `/a`: session ids and tokens stand in paths too. */
function withoutSecretSegments(path: string): string {
  const segments = path.split('/').flatMap((segment) => {
    const [name = '', ...parameters] = segment.split(';')
    const isToken = WEB_TOKEN.test(name) || (name.includes('=') && isSecretOfItsOwn(parameterOf(name)))
    const kept = parameters.filter((text) => !isSecret(parameterOf(text)))
    return isToken ? [] : [[name, ...kept].join(';')]
  })
  return segments.length === 0 || segments[0] !== '' ? `/${segments.join('/')}` : segments.join('/')
}

/** The address without tokens, signatures, session ids and keys. It may not open the page any more. */
export function withoutSecrets(address: URL): URL {
  const url = new URL(address)
  const parameters = parametersOf(url)
  const kept = withoutSecretParameters(parameters)
  if (kept.length < parameters.length) setParameters(url, kept)
  const path = withoutSecretSegments(url.pathname)
  if (path !== url.pathname) url.pathname = path
  return url
}

/** Whether what it opens may be meant for whoever holds the address alone. */
export const holdsSecret = (address: URL): boolean => withoutSecrets(address).href !== address.href
