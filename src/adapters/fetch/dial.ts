import { connect, isIP, type Socket } from 'node:net'
import { refused } from './failures.ts'
import { isPublicAddress, isSameAddress } from './public-address.ts'

/** Opens a TCP connection. Injected by tests only, to lead a public-looking address to the loopback interface. */
export type Dial = (address: string, port: number) => Socket

export const dialBySystem: Dial = (address, port) => connect({ host: address, port })

/** How long one address may keep the next from being tried; RFC 8305, section 5. */
const HEAD_START_MILLISECONDS = 250
const MOST_ATTEMPTS = 4

/** IPv6 and IPv4 in turn, each in the resolver's order (RFC 8305, section 4). */
function inTurn(addresses: readonly string[]): string[] {
  const [first, second] = [6, 4].map((family) => addresses.filter((address) => isIP(address) === family))
  const turns = (first ?? []).flatMap((address, index) => [
    address,
    ...(second ?? []).slice(index, index + 1),
  ])
  return [...turns, ...(second ?? []).slice(first?.length ?? 0)].slice(0, MOST_ATTEMPTS)
}

/**
 * The first connection that any of the addresses accepts, its peer checked once more. Addresses were judged before;
 * no name is looked up here. Rejects with `link-refused` for a wrong peer, with the last attempt's error, or with the
 * signal's reason; whatever was opened on the way is destroyed.
 */
export function dialFirst(
  addresses: readonly string[],
  port: number,
  options: { readonly trusted: boolean; readonly dial: Dial; readonly signal: AbortSignal },
): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const waiting = inTurn(addresses)
  const open = new Set<Socket>()
  let nextStart: NodeJS.Timeout | undefined

  const finish = (winner: Socket | undefined): void => {
    clearTimeout(nextStart)
    options.signal.removeEventListener('abort', stop)
    waiting.length = 0
    open.delete(winner as Socket)
    for (const socket of open) socket.destroy()
    open.clear()
  }
  const stop = (): void => {
    finish(undefined)
    reject(options.signal.reason as Error)
  }

  const attempt = (): void => {
    clearTimeout(nextStart)
    const address = waiting.shift()
    if (address === undefined) return
    const socket = options.dial(address, port)
    open.add(socket)
    socket.once('connect', () => {
      if (!open.has(socket)) return
      const peer = socket.remoteAddress ?? ''
      const isExpected = isSameAddress(address, peer) && (options.trusted || isPublicAddress(peer))
      finish(isExpected ? socket : undefined)
      if (isExpected) return resolve(socket)
      reject(refused())
    })
    // Stays for the socket's whole life: an error that nobody listens to would end the process.
    socket.on('error', (error) => {
      if (!open.delete(socket)) return
      if (waiting.length > 0) attempt()
      else if (open.size === 0) {
        finish(undefined)
        reject(error)
      }
    })
    if (waiting.length > 0) nextStart = setTimeout(attempt, HEAD_START_MILLISECONDS)
  }

  if (options.signal.aborted) reject(options.signal.reason as Error)
  else if (waiting.length === 0) reject(new Error('there is no address to dial'))
  else {
    options.signal.addEventListener('abort', stop)
    attempt()
  }
  return promise
}
