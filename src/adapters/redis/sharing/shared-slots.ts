import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import type { Slots } from '../../../app/ports.ts'
import { FootnoteError, throwIfCancelled } from '../../../core/error.ts'
import { PREFIX, SERVER_TIME } from '../connect.ts'
import { redisFailure } from '../redis-failure.ts'

/** A process that is gone keeps its places no longer than this. */
const LEASE_MILLISECONDS = 15_000
const RENEWED_AFTER = 0.3
const PAUSE = 25

/** Takes a place, or keeps it. */
const TAKE = `${SERVER_TIME}
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
  local has = redis.call('ZSCORE', KEYS[1], ARGV[1])
  if not has and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
  redis.call('ZADD', KEYS[1], string.format('%.0f', now + ARGV[3]), ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[3] * 2)
  return 1`

/** The places of `local`, of which all processes together have no more than one of them. */
export function shareSlots(
  redis: Redis,
  server: string,
  local: Slots,
  milliseconds = LEASE_MILLISECONDS,
): Slots {
  const key = `${PREFIX}slots:${server}`
  const { atOnce } = local

  const take = async (me: string): Promise<boolean> => {
    try {
      return (await redis.eval(TAKE, 1, key, me, atOnce, milliseconds)) === 1
    } catch (error) {
      throw redisFailure(error)
    }
  }

  return {
    atOnce,
    run: (work, signal) =>
      local.run(async () => {
        const me = randomUUID()
        while (!(await take(me))) {
          // Uneven, so that those who wait do not all ask at once.
          await pause(PAUSE * (1 + Math.random()), null, { signal }).catch(() => {
            throw new FootnoteError('cancelled', 'Cancelled.', { cause: signal?.reason })
          })
        }
        const renewing = setInterval(
          () => void take(me).catch(() => {}),
          milliseconds * RENEWED_AFTER,
        ).unref()
        try {
          throwIfCancelled(signal)
          return await work()
        } finally {
          clearInterval(renewing)
          await redis.zrem(key, me).catch(() => {})
        }
      }, signal),
  }
}
