import type { Clock, DurableTable, RowSource, RowTarget } from '../../../app/ports.ts'
import { FootnoteError } from '../../../core/error.ts'
import { connectRedis, PREFIX, type RedisConnection } from '../connect.ts'
import { redisFailure } from '../redis-failure.ts'
import { fromRedisRow, toRedisRow } from './copied-rows.ts'
import { rowOf } from './rows.ts'
import { beginStore, isOurs, readVersion, requireKnown } from './schema.ts'
import { openScripts, type Run } from './scripts.ts'

const ROWS_AT_ONCE = 50
/** What says that the store is being filled. */
const STAYS = new Set(['schema_version', 'migration'].map((name) => `${PREFIX}${name}`))

async function connect(address: string): Promise<{ connection: RedisConnection; run: Run }> {
  const connection = await connectRedis(address)
  return { connection, run: openScripts(connection.redis) }
}

const countIn =
  (run: Run) =>
  (table: DurableTable): Promise<number> =>
    run('whole-store', 'count', { table })

/** The rows of a store. Throws `bad-request` where there is none. */
export async function openRedisSource(address: string): Promise<RowSource> {
  const { connection, run } = await connect(address)
  const { name, close } = connection
  try {
    const version = await readVersion(run, name)
    if (version === null) {
      throw new FootnoteError(
        'bad-request',
        `There is no store of Footnote at ${name}, so there is nothing to copy.`,
      )
    }
    requireKnown(version, name)
  } catch (error) {
    await close()
    throw error
  }
  return { count: countIn(run), read: (table) => readRows(run, table), close }
}

async function* readRows(run: Run, table: DurableTable) {
  for (let from = 0; ; from += ROWS_AT_ONCE) {
    const given = { table, from, to: from + ROWS_AT_ONCE - 1 }
    const rows: string[][] = await run('whole-store', 'read', given)
    if (rows.length > 0) yield rows.map((flat) => fromRedisRow(table, rowOf(flat)))
    if (rows.length < ROWS_AT_ONCE) return
  }
}

/**
 * An empty store, or one that holds only what such a copy has put there: that goes first. No bot opens it before it is whole.
 * Throws `bad-request` where a bot's data is in it.
 */
export async function openRedisTarget(
  address: string,
  { clock }: { readonly clock: Clock },
): Promise<RowTarget> {
  const { connection, run } = await connect(address)
  const { redis, name, close } = connection
  try {
    requireKnown((await readVersion(run, name)) ?? (await beginStore(redis, run, clock, name)), name)
    if ((await run('whole-store', 'begin_filling', {})) !== 1) {
      const sentence = `${name} holds a bot's data already, and nothing is copied over that. Name another database in STORAGE_URL, such as redis://HOST:6379/1, or empty this one.`
      throw new FootnoteError('bad-request', sentence)
    }
    for await (const keys of redis.scanStream({ match: `${PREFIX}*`, count: 1000 })) {
      const old = (keys as string[]).filter((key) => isOurs(key) && !STAYS.has(key))
      if (old.length > 0) await redis.unlink(...old)
    }
  } catch (error) {
    await close()
    throw redisFailure(error, name)
  }
  return {
    write: async (table, rows) => {
      for (const outcome of await Promise.allSettled(rows.map((row) => put(run, table, row)))) {
        if (outcome.status === 'rejected') throw redisFailure(outcome.reason, name)
      }
    },
    count: countIn(run),
    finish: () => run('whole-store', 'end_filling', {}),
    close,
  }
}

function put(run: Run, table: DurableTable, copied: Parameters<typeof toRedisRow>[1]): Promise<unknown> {
  const { id, row } = toRedisRow(table, copied)
  return run('whole-store', 'put', { table, id, row: JSON.stringify(row) })
}
