import type { Fetcher } from '../../app/ports.ts'
import { parseAllowHosts } from './allow-list.ts'
import { createOpener, type OpenerOptions } from './opener.ts'
import { createWebGate } from './web-gate.ts'

export interface FetcherOptions extends OpenerOptions {
  /** FETCH_ALLOW_HOSTS: `host` (its ports 80 and 443) or `host:port`. */
  readonly allowHosts: readonly string[]
}

/**
 * Opens the addresses that people give, and nothing that is not on the public web. Names, ports, every address that a
 * name resolves to, and the peer of every connection are judged, at every redirect anew; nothing switches that off
 * but an entry of `allowHosts`, for that entry. Errors as the `Fetcher` port says.
 */
export function createFetcher(options: FetcherOptions): {
  readonly fetch: Fetcher
  /** Cancels what runs and waits for its end. */
  close(): Promise<void>
} {
  const opener = createOpener(options)
  const allowed = parseAllowHosts(options.allowHosts)
  return {
    fetch: (url, signal, validators) =>
      opener.open(url, { gate: createWebGate(allowed), signal, followsPages: true, validators }),
    close: () => opener.close(),
  }
}
