import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { ClusterFound, redisFailure, type ServerRole } from './redis-failure.ts'

/** So long a command waits in all, also while the server restarts; then it fails. */
const PATIENCE_MILLISECONDS = 8000
/** A connection on which nothing comes for so long, while something is awaited, is dead: it is made anew. */
const SILENCE_MILLISECONDS = 10_000
const CONNECT_MILLISECONDS = 4000
const LONGEST_PAUSE = 500
const GOOD_BYE_MILLISECONDS = 2000

/** Before each further try to connect, in milliseconds. */
export const pauseBefore = (times: number): number => Math.min(25 * 2 ** times, LONGEST_PAUSE)

/** Lua that sets `now`, in milliseconds, by the server's clock: those of the machines need not agree. */
export const SERVER_TIME = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)`

/** All that Footnote keeps on a server begins with this, so that others may use the same database. */
export const PREFIX = 'footnote:'

export interface RedisConnection {
  readonly redis: Redis
  /** How sentences call it: the address without user and password. */
  readonly name: string
  readonly close: () => Promise<void>
}

/** An address as it may be shown: whoever reads it needs no password. */
function withoutSecrets(address: string): string {
  const url = URL.parse(address)
  return url === null ? 'redis:' : `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`
}

/**
 * Connects to a Redis or Valkey server. A server that goes away is waited for, a few seconds for each command; what was
 * under way then is sent again, so every script has to be one that may run twice.
 * Throws `storage-unavailable` where there is none at that address.
 */
export async function connectRedis(address: string, role?: ServerRole): Promise<RedisConnection> {
  const name = withoutSecrets(address)
  let hasConnected = false
  let refusal: unknown = null
  const redis = new Redis(address, {
    lazyConnect: true,
    connectionName: 'footnote',
    connectTimeout: CONNECT_MILLISECONDS,
    commandTimeout: PATIENCE_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
    maxRetriesPerRequest: null,
    // The first time nobody waits: the address is wrong, or the server is not there.
    retryStrategy: (times) => (hasConnected ? pauseBefore(times) : null),
  })
  // Each command that fails says so to whoever waits for it.
  redis.on('error', (error: unknown) => {
    // Of these nobody else is told: without the database that was asked for, it would go on in another one.
    if (!hasConnected) refusal ??= error
  })
  try {
    await redis.connect()
    if (refusal !== null) throw refusal
    await refuseCluster(redis)
    hasConnected = true
  } catch (error) {
    redis.disconnect()
    throw redisFailure(refusal ?? error, name, role)
  }
  return { redis, name, close: () => closeRedis(redis) }
}

/** A script touches keys that only it knows: all have to be on one server. */
async function refuseCluster(redis: Redis): Promise<void> {
  // Who may not ask is refused, if it is one, at the first script.
  const facts = await redis.info('cluster').catch(() => '')
  if (/^cluster_enabled:1/mu.test(facts)) throw new ClusterFound('It is one server of a cluster')
}

/** What is under way is answered first; a server that is away cannot be told good-bye. */
async function closeRedis(redis: Redis): Promise<void> {
  const stop = new AbortController()
  if (redis.status === 'ready') {
    await Promise.race([
      redis.quit().catch(() => {}),
      sleep(GOOD_BYE_MILLISECONDS, undefined, { signal: stop.signal }).catch(() => {}),
    ])
    stop.abort()
  }
  redis.disconnect()
}
