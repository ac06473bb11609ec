/** An entry of FETCH_ALLOW_HOSTS: a host that may be opened although it is private, at these ports only. */
export interface AllowEntry {
  /** As `URL.hostname` spells it. */
  readonly hostname: string
  readonly ports: readonly number[]
}

const WEB_PORTS = [80, 443]

/** The port that a connection to this address goes to. */
export const portOf = (url: URL): number =>
  url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)

/**
 * Reads `host`, `host:port`, `127.0.0.1:8080`, `[::1]:8080`. What is none of these allows nothing: the configuration
 * has complained about it before.
 */
export function parseAllowHosts(hosts: readonly string[]): readonly AllowEntry[] {
  return hosts.flatMap((host) => {
    const parts = /^(?<name>\[[^\]]+\]|[^:[\]/@?#]+)(?::(?<port>\d{1,5}))?$/u.exec(host.trim())?.groups
    const hostname = URL.parse(`http://${parts?.['name'] ?? ''}/`)?.hostname
    if (parts === undefined || hostname === undefined) return []
    const port = parts['port']
    return [
      { hostname: hostname.replace(/\.$/u, ''), ports: port === undefined ? WEB_PORTS : [Number(port)] },
    ]
  })
}

export const allows = (entry: AllowEntry, url: URL): boolean =>
  entry.hostname === url.hostname && entry.ports.includes(portOf(url))
