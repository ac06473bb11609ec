import type { Redis } from 'ioredis'
import { type Clock, DURABLE_TABLES } from '../../../app/ports.ts'
import { FootnoteError } from '../../../core/error.ts'
import { PREFIX } from '../connect.ts'
import { redisFailure } from '../redis-failure.ts'
import type { Run } from './scripts.ts'

/**
 * The version of what `lua/tables.lua` describes. A store that has an older one is brought to this one here, step by step, as
 * sqlite-migrations.ts does; so far there is only one.
 */
const SCHEMA_VERSION = 1

/** Beginnings of keys of this store: other rooms of Footnote keep theirs under the same prefix. */
const OURS = [...DURABLE_TABLES, 'holders', 'cache', 'sequence', 'overwriting', 'schema_version', 'migration']

export const isOurs = (key: string): boolean =>
  OURS.some(
    (name) =>
      key === PREFIX + name ||
      (/^[:/]/u.test(key.slice(PREFIX.length + name.length)) && key.startsWith(PREFIX + name)),
  )

/**
 * Brings a store to the newest schema; a new one is made. Several processes may do so at once.
 * Throws `storage-unavailable` where a newer Footnote wrote it, or its keys are not as Footnote makes them.
 */
export async function openSchema(
  redis: Redis,
  run: Run,
  { clock, name }: { readonly clock: Clock; readonly name: string },
): Promise<void> {
  const found = (await readVersion(run, name)) ?? (await beginStore(redis, run, clock, name))
  requireKnown(found, name)
  if ((await run('whole-store', 'use', {})) === 'running') {
    throw refusal(
      name,
      'holds half of another store: a migration into it was cut off. Run footnote migrate again.',
    )
  }
}

/** Throws `storage-unavailable` where this Footnote cannot read a store of that version. */
export function requireKnown(found: number, name: string): void {
  if (!Number.isInteger(found) || found < 1) throw refusal(name, NOT_OURS)
  if (found > SCHEMA_VERSION) {
    const versions = `schema ${found}, this one knows ${SCHEMA_VERSION}`
    const remedy = 'Update Footnote, or name another database in STORAGE_URL.'
    throw refusal(name, `was written by a newer Footnote (${versions}). ${remedy}`)
  }
}

const NOT_OURS = `holds keys that begin with ${PREFIX} and are not Footnote's. Name another database in STORAGE_URL, such as redis://HOST:6379/1.`

const refusal = (name: string, predicate: string): FootnoteError =>
  new FootnoteError('storage-unavailable', `Footnote's database (${name}) ${predicate}`)

export async function readVersion(run: Run, name: string): Promise<number | null> {
  try {
    const version: string | null = await run('whole-store', 'version', {})
    return version === null ? null : Number(version)
  } catch (error) {
    if (error instanceof FootnoteError && String(error.cause).includes('WRONGTYPE'))
      throw refusal(name, NOT_OURS)
    throw redisFailure(error instanceof FootnoteError ? error.cause : error, name)
  }
}

export async function beginStore(redis: Redis, run: Run, clock: Clock, name: string): Promise<number> {
  for await (const keys of redis.scanStream({ match: `${PREFIX}*`, count: 1000 })) {
    if ((keys as string[]).some(isOurs)) {
      // Another process may have begun it meanwhile.
      const version = await readVersion(run, name)
      if (version === null) throw refusal(name, NOT_OURS)
      return version
    }
  }
  return Number(await run('whole-store', 'begin', { version: SCHEMA_VERSION, now: clock() }))
}
