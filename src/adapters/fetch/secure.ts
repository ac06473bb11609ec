import { isIP, type Socket } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'

/**
 * TLS over a connection that is already open, the certificate checked against `hostname`. Rejects with TLS's own error
 * or the signal's reason, and destroys the connection then.
 */
export function secure(socket: Socket, hostname: string, signal: AbortSignal): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>()
  const host = hostname.replace(/^\[|\]$/gu, '')
  const secured = connect({
    socket,
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ALPNProtocols: ['http/1.1'],
    // Said aloud: otherwise NODE_TLS_REJECT_UNAUTHORIZED=0 would switch the check off.
    rejectUnauthorized: true,
  })
  const stop = (): void => fail(signal.reason as Error)
  const fail = (error: Error): void => {
    signal.removeEventListener('abort', stop)
    secured.destroy()
    socket.destroy()
    reject(error)
  }
  signal.addEventListener('abort', stop)
  secured.on('error', fail)
  secured.once('close', () => fail(new Error('closed during the TLS handshake')))
  secured.once('secureConnect', () => {
    signal.removeEventListener('abort', stop)
    resolve(secured)
  })
  if (signal.aborted) stop()
  return promise
}
