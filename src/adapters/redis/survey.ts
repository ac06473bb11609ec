import { connectRedis } from './connect.ts'
import { redisFailure } from './redis-failure.ts'

/** How a server is set up, as it says itself; null where it does not say. */
export interface Survey {
  /** As it is called: `Redis 7.2.4`, `Valkey 8.0.1`. */
  readonly program: string
  /** Of Redis, or of the Redis that a Valkey stands for. */
  readonly majorVersion: number | null
  /** Whether it writes down every change (`appendonly`). */
  readonly isAppendOnly: boolean | null
  /** What it does when its memory is full (`maxmemory-policy`). */
  readonly whenFull: string | null
  /** Bytes it may hold; 0: as many as there are. */
  readonly mostBytes: number
  readonly usedBytes: number
}

/** Asks a server how it is set up. Throws `storage-unavailable`. */
export async function surveyRedis(address: string): Promise<Survey> {
  const { redis, name, close } = await connectRedis(address)
  try {
    const facts = factsIn(await redis.info())
    const version = facts.get('redis_version') ?? ''
    const isValkey = facts.get('server_name') === 'valkey'
    const aof = facts.get('aof_enabled')
    return {
      program: isValkey ? `Valkey ${facts.get('valkey_version') ?? ''}`.trim() : `Redis ${version}`.trim(),
      majorVersion: version === '' ? null : Number.parseInt(version, 10),
      isAppendOnly: aof === undefined ? null : aof === '1',
      whenFull: facts.get('maxmemory_policy') ?? null,
      mostBytes: Number(facts.get('maxmemory') ?? 0),
      usedBytes: Number(facts.get('used_memory') ?? 0),
    }
  } catch (error) {
    throw redisFailure(error, name)
  } finally {
    await close()
  }
}

/** https://redis.io/docs/latest/commands/info/ */
const factsIn = (info: string): ReadonlyMap<string, string> =>
  new Map([...info.matchAll(/^(\w+):(.*?)\r?$/gmu)].map(([, name = '', value = '']) => [name, value]))
