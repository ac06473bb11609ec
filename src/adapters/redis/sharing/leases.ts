import type { Redis } from 'ioredis'
import { PREFIX } from '../connect.ts'

/** A process that is gone holds nothing for longer than this. */
const LEASE_MILLISECONDS = 10_000
/** Of a lease, so that it is renewed in time. */
const RENEWED_AFTER = 0.3

const GIVE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`
const RENEW = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`

/** Names that one holder has at a time, among all processes on a server. */
export interface Leases {
  /** Takes a name for `holder` where nobody has it. Gives back who has it now. */
  take(name: string, holder: string): Promise<string>
  give(name: string, holder: string): Promise<void>
  keyOf(name: string): string
  close(): void
}

export function openLeases(redis: Redis, milliseconds = LEASE_MILLISECONDS): Leases {
  const held = new Map<string, string>()
  const keyOf = (name: string): string => `${PREFIX}lease:${name}`
  const renew = (): void => {
    for (const [name, holder] of held) {
      // One that cannot be renewed may be had by another: then the same work is done twice, and none is lost.
      redis.eval(RENEW, 1, keyOf(name), holder, milliseconds).catch(() => {})
    }
  }
  const timer = setInterval(renew, milliseconds * RENEWED_AFTER).unref()
  return {
    keyOf,
    take: async (name, holder) => {
      const before = await redis.set(keyOf(name), holder, 'PX', milliseconds, 'NX', 'GET')
      // Sent twice, where the connection broke: then it is our own that we find.
      if (before !== null && before !== holder) return before
      held.set(name, holder)
      return holder
    },
    give: async (name, holder) => {
      held.delete(name)
      await redis.eval(GIVE, 1, keyOf(name), holder)
    },
    close: () => clearInterval(timer),
  }
}
