import type { Redis } from 'ioredis'
import { PREFIX, SERVER_TIME } from '../connect.ts'

/** A process that is gone waits for nothing longer than this. */
const LEASE_MILLISECONDS = 12_000
const RENEW_EVERY = 4000

const JOIN = `${SERVER_TIME}
  redis.call('ZADD', KEYS[1], string.format('%.0f', now + ARGV[2]), ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[2] * 2)
  return 1`
const COUNT = `${SERVER_TIME}
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
  return redis.call('ZCARD', KEYS[1])`

const keyOf = (jobId: string): string => `${PREFIX}job-askers:${jobId}`

/** Who waits for which job, by the server's clock. */
export interface Askers {
  /** An asker waits for one job at a time: for this one from now on. */
  join(jobId: string, asker: string): Promise<void>
  leave(asker: string): Promise<void>
  close(): void
}

export function openAskers(redis: Redis): Askers {
  /** By asker. */
  const waiting = new Map<string, string>()
  const lease = (jobId: string, asker: string): Promise<unknown> =>
    redis.eval(JOIN, 1, keyOf(jobId), asker, LEASE_MILLISECONDS)
  const renew = (): void => {
    for (const [asker, jobId] of waiting) lease(jobId, asker).catch(() => {})
  }
  const timer = setInterval(renew, RENEW_EVERY).unref()
  return {
    join: async (jobId, asker) => {
      const before = waiting.get(asker)
      waiting.set(asker, jobId)
      await lease(jobId, asker)
      if (before !== undefined) await redis.zrem(keyOf(before), asker)
    },
    leave: async (asker) => {
      const jobId = waiting.get(asker)
      waiting.delete(asker)
      if (jobId !== undefined) await redis.zrem(keyOf(jobId), asker)
    },
    close: () => clearInterval(timer),
  }
}

/** How many wait for a job. */
export const countAskers = async (redis: Redis, jobId: string): Promise<number> =>
  Number(await redis.eval(COUNT, 1, keyOf(jobId)))
