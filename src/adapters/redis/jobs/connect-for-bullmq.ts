import { Redis } from 'ioredis'

const LONGEST_PAUSE = 500

/** For what waits on the server until something happens: such a command may take as long as it likes. */
export function connectForBullmq(address: string): Redis {
  const redis = new Redis(address, {
    connectionName: 'footnote',
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(25 * 2 ** times, LONGEST_PAUSE),
  })
  redis.on('error', () => {})
  return redis
}
