import type { World } from './world.ts'

/** Discord lets so many shards log in at once, each in a bucket of its own, and then the next of a bucket after a while. */
export function createIdentifyPace({ gateway, violations }: Pick<World, 'gateway' | 'violations'>) {
  const last = new Map<number, number>()
  return {
    /** Whether a shard may log in now; too early is on record. */
    admits: (shardId: number): boolean => {
      const bucket = shardId % gateway.maxConcurrency
      const since = performance.now() - (last.get(bucket) ?? Number.NEGATIVE_INFINITY)
      last.set(bucket, performance.now())
      if (since >= gateway.identifyInterval) return true
      violations.push(`shard ${shardId} identified ${Math.round(since)} ms after another of its bucket`)
      return false
    },
  }
}
