import { Redis } from 'ioredis'
import { pauseBefore } from '../connect.ts'

/** For what waits on the server until something happens: such a command may take as long as it likes. */
export function connectForBullmq(address: string): Redis {
  const redis = new Redis(address, {
    connectionName: 'footnote',
    maxRetriesPerRequest: null,
    retryStrategy: pauseBefore,
  })
  redis.on('error', () => {})
  return redis
}
