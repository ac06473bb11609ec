import { FootnoteError } from '../../core/error.ts'

/** What a server says when it refuses, by the first word of its answer; https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors */
const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['NOAUTH', 'asks for a password. The host has to put it into the address: redis://:PASSWORD@HOST:6379'],
  ['WRONGPASS', 'does not take this user and password. The host has to check the address.'],
  ['NOPERM', 'does not let this user do what Footnote needs. The host has to check the rights of the user.'],
  [
    'OOM',
    'has no memory left. The host has to give it more (maxmemory); what was stored before is still there.',
  ],
  [
    'MISCONF',
    'cannot write to its disk. The host has to free disk space or check its rights; its own log says more.',
  ],
  [
    'READONLY',
    'can only be read: it is a copy of another. The host has to name the server that is written to.',
  ],
  ['LOADING', 'is still starting. Try again in a minute.'],
  ['MASTERDOWN', 'has lost the server that it copies. The host has to name the server that is written to.'],
  ['BUSY', 'is busy with something long. Try again in a minute.'],
])

const CLUSTER =
  'is a cluster, and Footnote needs one server. The host has to name a server that stands alone.'
const TOO_OLD = 'is too old: Footnote needs Redis 7 or Valkey.'
const NO_SUCH_DATABASE =
  'has no database of that number. The host has to name one that it has: redis://HOST:6379/0.'
const CERTIFICATE =
  'shows a certificate that is not trusted here. The host has to name its authority: NODE_EXTRA_CA_CERTS=FILE.'
const CLOSED = 'is closed, because Footnote is stopping. Try again in a minute.'
const GONE = 'cannot be reached. The host has to check that it runs, and the address in the configuration.'
const OTHERWISE = 'does not work. The host finds the reason in the log.'

/** Also thrown for a value that cannot be what Footnote wrote. */
export class DamagedValue extends Error {
  override readonly name = 'DamagedValue'
}

/** Thrown for a server that is one of several. */
export class ClusterFound extends Error {
  override readonly name = 'ClusterFound'
}

/** What a server is to whoever reads of its failure. */
export type ServerRole = 'database' | 'queue'

/**
 * Any failure of a server as `storage-unavailable`, with a sentence that says what to do. `name` is said only where the host
 * alone reads it, on opening: an address is nobody else's business.
 */
export function redisFailure(error: unknown, name?: string, role: ServerRole = 'database'): FootnoteError {
  if (error instanceof FootnoteError) return error
  const subject = `Footnote's ${role}${name === undefined ? '' : ` (${name})`}`
  return new FootnoteError('storage-unavailable', `${subject} ${predicateOf(error)}`, {
    cause: withoutWords(error),
  })
}

/**
 * The client puts what was sent beside an answer: the words of people, and the password. Neither is anything for a log; the first
 * word of the answer, which says what is wrong, is.
 */
function withoutWords(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'ReplyError') return error
  const bare = new Error(error.message)
  bare.name = error.name
  return Object.assign(bare, { code: /^\w+/u.exec(error.message)?.[0] })
}

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const isAboutCertificates = (error: Error): boolean =>
  'code' in error && /CERT|ISSUER|ALTNAME/u.test(String(error.code))

function predicateOf(error: unknown): string {
  if (error instanceof DamagedValue) return 'is damaged. The host has to put back a copy of its files.'
  if (!(error instanceof Error)) return OTHERWISE
  if (error instanceof ClusterFound) return CLUSTER
  const isAnswer = error.name === 'ReplyError'
  if (error.message === 'Connection is closed.') return CLOSED
  if (!isAnswer) return isAboutCertificates(error) ? CERTIFICATE : GONE
  if (/^(?:MOVED|CROSSSLOT)|CLUSTERDOWN/u.test(error.message)) return CLUSTER
  if (/unknown command/iu.test(error.message)) return TOO_OLD
  if (/DB index is out of range/iu.test(error.message)) return NO_SUCH_DATABASE
  const [word = ''] = error.message.split(/\W/u, 1)
  // What a script ran into is told after the place.
  const inner = /\b(?:OOM|MISCONF|READONLY|NOPERM)\b/u.exec(error.message)?.[0]
  return SENTENCES.get(inner ?? word) ?? OTHERWISE
}
