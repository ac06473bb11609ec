import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { untilAborted } from './deadline.ts'
import { refused, unreachable } from './failures.ts'
import { isPublicAddress } from './public-address.ts'

/** All addresses of a name. Injected by tests only, to map an invented name to an address. */
export type Resolve = (hostname: string) => Promise<readonly string[]>

/** The system's own resolver, hosts file included. */
export const resolveBySystem: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map((answer) => answer.address)

/**
 * The addresses that a hop may be dialled at. One answer that is not public refuses them all: whoever mixes them wants
 * us to try until we reach the private one. Throws `link-refused`, `link-unreachable`, or the signal's reason.
 */
export async function resolveAddresses(
  hostname: string,
  options: { readonly trusted: boolean; readonly resolve: Resolve; readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const literal = hostname.replace(/^\[|\]$/gu, '')
  const answers = isIP(literal) === 0 ? await lookUp(hostname, options.resolve, options.signal) : [literal]
  if (!options.trusted && !answers.every(isPublicAddress)) throw refused()
  return answers
}

async function lookUp(hostname: string, resolve: Resolve, signal: AbortSignal): Promise<readonly string[]> {
  let answers: readonly string[]
  try {
    answers = await untilAborted(() => resolve(hostname), signal)
  } catch (error) {
    signal.throwIfAborted()
    throw unreachable(hostname, 'was not found', error)
  }
  if (answers.length === 0) throw unreachable(hostname, 'was not found')
  return answers
}
