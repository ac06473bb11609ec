import { Queue } from 'bullmq'
import type { JobCounts } from '../../../app/ports.ts'
import { connectRedis } from '../connect.ts'
import { redisFailure } from '../redis-failure.ts'
import { countJobs, QUEUE, QUEUE_PREFIX } from './job-keys.ts'

/** How a queue stands. Throws `storage-unavailable` where it cannot be asked. */
export async function lookAtQueue(address: string): Promise<JobCounts & { readonly workers: number }> {
  const { redis, close } = await connectRedis(address, 'queue')
  const queue = new Queue(QUEUE, { connection: redis, prefix: QUEUE_PREFIX })
  queue.on('error', () => {})
  try {
    return { ...(await countJobs(queue)), workers: await queue.getWorkersCount() }
  } catch (error) {
    throw redisFailure(error, undefined, 'queue')
  } finally {
    await queue.close().catch(() => {})
    await close()
  }
}
