import { bulkhead } from 'cockatiel'
import type { Slots } from '../../app/ports.ts'
import { FootnoteError, throwIfCancelled } from '../../core/error.ts'

/**
 * A request waits here rather than at the server: there its time would run before the server begins with it, and its
 * worst case would be set aside while nothing happens. First come, first served, in this process.
 */
export function createSlots(atOnce: number): Slots {
  const policy = bulkhead(atOnce, Number.POSITIVE_INFINITY)
  return {
    atOnce,
    run: async (work, signal) => {
      throwIfCancelled(signal)
      let hasBegun = false
      const { promise: left, reject } = Promise.withResolvers<never>()
      const leave = (): void => {
        // What has begun ends by itself, and settles what it cost.
        if (!hasBegun) reject(new FootnoteError('cancelled', 'Cancelled.', { cause: signal?.reason }))
      }
      signal?.addEventListener('abort', leave, { once: true })
      try {
        const turn = policy.execute(() => {
          throwIfCancelled(signal)
          hasBegun = true
          return work()
        })
        return await Promise.race([turn, left])
      } finally {
        signal?.removeEventListener('abort', leave)
      }
    },
  }
}
