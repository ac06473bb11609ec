import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FootnoteError } from '../../core/error.ts'

export interface MetricsServerOptions {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  readonly contentType: string
  readonly write: () => Promise<string>
  /** What keeps it from serving people, in words; none where it is ready. */
  readonly notReady: () => Promise<readonly string[]>
}

const SLOWEST_REQUEST = 5000

type Page = readonly [status: number, contentType: string, body: string]

const TEXT = 'text/plain; charset=utf-8'

/**
 * `/metrics` for Prometheus, `/healthz` (the process answers), `/readyz` (people are served). Nobody logs in, and it says
 * nothing of articles or people.
 * @throws {FootnoteError} `bad-request` where the port cannot be had.
 */
export async function serveMetrics(
  options: MetricsServerOptions,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: SLOWEST_REQUEST }, (request, response) => {
    void pageFor(request, options)
      .catch((): Page => [500, TEXT, 'this could not be looked up\n'])
      .then((page) => send(request, response, page))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const sentence = `METRICS_PORT ${options.port} on ${options.host} cannot be used. Is something else listening there? Choose another port, or leave it unset.`
      reject(new FootnoteError('bad-request', sentence, { cause: error }))
    })
    server.listen(options.port, options.host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

async function pageFor({ method, url = '' }: IncomingMessage, options: MetricsServerOptions): Promise<Page> {
  if (method !== 'GET' && method !== 'HEAD') return [405, TEXT, 'only GET\n']
  switch (url.replace(/\?.*$/u, '')) {
    case '/metrics':
      return [200, options.contentType, await options.write()]
    case '/healthz':
      return [200, TEXT, 'ok\n']
    case '/readyz': {
      const reasons = await options.notReady()
      return reasons.length === 0 ? [200, TEXT, 'ready\n'] : [503, TEXT, `not ready: ${reasons.join('; ')}\n`]
    }
    default:
      return [404, TEXT, 'there are /metrics, /healthz and /readyz\n']
  }
}

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  [status, contentType, body]: Page,
): void {
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' })
  response.end(method === 'HEAD' ? undefined : body)
}
