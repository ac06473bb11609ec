import type { Redis } from 'ioredis'
import type { Clock, KeptArticle, Storage, SummaryResult } from '../../../app/ports.ts'
import { connectRedis, PREFIX, type RedisConnection } from '../connect.ts'
import { redisFailure } from '../redis-failure.ts'
import { openRedisCache } from './cache.ts'
import { openConversations } from './conversations.ts'
import { openForgetting } from './forgetting.ts'
import { kept } from './kept.ts'
import { openOverwriting } from './overwriting.ts'
import { openSchema } from './schema.ts'
import { openScripts, type Run } from './scripts.ts'
import { openSettings } from './settings.ts'
import { openSpending } from './spending.ts'
import { openTasks } from './tasks.ts'
import { openUses } from './uses.ts'

interface RedisStorageOptions {
  readonly clock: Clock
  /** Runs on the open connection once its scripts are known: a test breaks something there. */
  readonly prepare?: (redis: Redis) => void
}

/**
 * All of Footnote's storage on a Redis or Valkey server, for several processes: `redis://HOST:6379/0`, or `rediss://` for TLS.
 * Throws `storage-unavailable` where it cannot be reached, refuses, or was written by a newer Footnote.
 */
export async function openRedisStorage(
  address: string,
  { clock, prepare }: RedisStorageOptions,
): Promise<Storage> {
  const connection = await connectRedis(address)
  try {
    const run = openScripts(connection.redis)
    prepare?.(connection.redis)
    await openSchema(connection.redis, run, { clock, name: connection.name })
    return storageOn(connection, run, clock)
  } catch (error) {
    await connection.close()
    throw redisFailure(error, connection.name)
  }
}

function storageOn(connection: RedisConnection, run: Run, clock: Clock): Storage {
  const { redis, name } = connection
  const cached = { redis, run }
  let closing: Promise<void> | undefined
  return {
    articles: openRedisCache<KeptArticle>(cached, 'article', clock),
    addresses: openRedisCache<string>(cached, 'address', clock),
    summaries: openRedisCache<SummaryResult>(cached, 'summary', clock),
    conversations: openConversations(run, clock),
    tasks: openTasks(run, clock),
    forgetting: openForgetting(run, openOverwriting(redis, run), clock),
    settings: openSettings(run, clock),
    spending: openSpending(run, clock),
    uses: openUses(run, clock),
    requireWritable: async () => {
      try {
        // A write that needs no memory: what is full can be written to again once something is forgotten.
        await redis.del(`${PREFIX}cache:check`)
      } catch (error) {
        throw redisFailure(error, name)
      }
    },
    check: () =>
      kept(async () => {
        const key = `${PREFIX}cache:check`
        await redis.set(key, 'written', 'PX', 60_000)
        if ((await redis.get(key)) !== 'written') throw new Error('What was written is not read')
        await redis.del(key)
      }),
    close: () => (closing ??= connection.close()),
  }
}
