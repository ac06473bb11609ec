import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import type { Cache, Clock } from '../../../app/ports.ts'
import { LONGEST_CACHED } from '../../../core/lifetimes.ts'
import type { Run } from './scripts.ts'

/** A card does not wait for a cache: what does not come within this is a miss. */
const PATIENCE_MILLISECONDS = 1000
/**
 * When something ends is told by the given clock, which may differ from the server's: the server drops it so much later, where
 * nobody did.
 */
const SLACK = 60 * 60 * 1000

/** A cache under a name of its own. Any failure is a miss. */
export function openRedisCache<Value>(
  { redis, run }: { readonly redis: Pick<Redis, 'status'>; readonly run: Run },
  namespace: string,
  clock: Clock,
): Cache<Value> {
  const soon = async (action: string, given: Parameters<Run>[2]): Promise<unknown> => {
    // While the server is away commands wait for it; a cache does not.
    if (redis.status !== 'ready') return undefined
    const stop = new AbortController()
    try {
      return await Promise.race([
        run('cache', action, { namespace, ...given }).catch(() => undefined),
        sleep(PATIENCE_MILLISECONDS, undefined, { signal: stop.signal, ref: false }),
      ])
    } finally {
      stop.abort()
    }
  }
  return {
    get: async (key) => {
      const entry = await soon('get', { key })
      return typeof entry === 'string' ? (jsonOf(entry, clock()) as Value | undefined) : undefined
    },
    set: async (key, value, timeToLiveMilliseconds) => {
      if (!(timeToLiveMilliseconds > 0)) {
        await soon('delete', { key })
        return
      }
      const lasts = Math.ceil(Math.min(timeToLiveMilliseconds, LONGEST_CACHED))
      const json = JSON.stringify(value)
      await soon('set', { key, json, expires_at: Math.floor(clock()) + lasts, lasts: lasts + SLACK })
    },
  }
}

function jsonOf(entry: string, now: number): unknown {
  const [time = ''] = entry.split(' ', 1)
  const expiresAt = Number(time)
  if (!(expiresAt > now && expiresAt <= now + LONGEST_CACHED)) return undefined
  try {
    return JSON.parse(entry.slice(time.length + 1))
  } catch {
    return undefined
  }
}
