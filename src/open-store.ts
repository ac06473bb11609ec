import { openStorage } from './adapters/storage/open-storage.ts'
import type { Storage } from './app/ports.ts'

type Options = Parameters<typeof openStorage>[1]

/** Whether an address of STORAGE_URL names a server that several processes share. */
export const isServer = (url: string): boolean => /^rediss?:\/\//u.test(url)

/**
 * Opens what STORAGE_URL names: a SQLite file, this process's memory, or a Redis server, whose client is loaded only then.
 * Throws `storage-unavailable`.
 */
export async function openStore(url: string, options: Options): Promise<Storage> {
  if (!isServer(url)) return openStorage(url, options)
  const { openRedisStorage } = await import('./adapters/redis/storage/open-redis-storage.ts')
  return openRedisStorage(url, { clock: options.clock })
}

/** An address of STORAGE_URL as it may be shown: without user and password. */
export function shownStore(url: string): string {
  if (!isServer(url)) return url
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`
}
