import type { DatabaseSync } from 'node:sqlite'
import { Keyv, type KeyvStorageAdapter, keyvStorageCapability } from 'keyv'
import type { Cache, Clock } from '../../app/ports.ts'
import { LONGEST_CACHED } from '../../core/lifetimes.ts'
import { whenUnlocked } from './kept.ts'

/** Expired rows go with the first write and then every so many: a timer would keep the process alive. */
const WRITES_BETWEEN_SWEEPS = 100

/** What of a storage adapter Keyv needs for single keys. */
type Adapter = Pick<KeyvStorageAdapter, 'namespace' | 'capabilities' | 'get' | 'set' | 'delete'>

/**
 * A cache on the database, under a name of its own. A failure inside, a corrupt row included, is a miss; a value is
 * kept until `timeToLiveMilliseconds` have passed on `clock`, and not at all where that is not above 0.
 */
export function openSqliteCache<Value>(
  database: DatabaseSync,
  namespace: string,
  clock: Clock,
): Cache<Value> {
  const keyv = new Keyv({
    // Keyv writes the namespace onto its adapter: two caches on one adapter would read each other's values.
    store: openAdapter(database, clock),
    namespace,
    // Keyv's own check reads the machine's clock, ours reads the given one.
    checkExpired: false,
    serialization: {
      stringify: (value: unknown) => JSON.stringify(value),
      parse: (json: string) => JSON.parse(json),
    },
  })
  // Without a listener Keyv throws; a cache that fails has nothing to say to anybody.
  keyv.on('error', () => {})

  return {
    get: async (key) => {
      const kept = await keyv.getRaw<Value>(key)
      return typeof kept === 'object' ? kept?.value : undefined
    },
    set: async (key, value, timeToLiveMilliseconds) => {
      // Keyv takes a time to live of 0 for "for ever".
      if (timeToLiveMilliseconds > 0) {
        const expires = clock() + Math.min(timeToLiveMilliseconds, LONGEST_CACHED)
        await keyv.setRaw(key, { value, expires })
      } else await keyv.delete(key)
    },
  }
}

/**
 * Writes without waiting for the disk: a cache may forget what a power cut takes, and whoever waits for a card would wait
 * for four such writes.
 */
function withoutWaiting(database: DatabaseSync, write: () => void): void {
  database.exec('PRAGMA synchronous = NORMAL')
  try {
    write()
  } finally {
    database.exec('PRAGMA synchronous = FULL')
  }
}

function openAdapter(database: DatabaseSync, clock: Clock): Adapter {
  const get = database.prepare(`
    SELECT value FROM cache
    WHERE namespace = :namespace AND key = :key AND expires_at > :now AND expires_at <= :now + ${LONGEST_CACHED}`)
  const set = database.prepare(`
    INSERT INTO cache (namespace, key, value, expires_at) VALUES (:namespace, :key, :value, :expiresAt)
    ON CONFLICT (namespace, key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`)
  const remove = database.prepare('DELETE FROM cache WHERE namespace = :namespace AND key = :key')
  const sweep = database.prepare(
    `DELETE FROM cache WHERE expires_at <= :now OR expires_at > :now + ${LONGEST_CACHED}`,
  )
  let writes = 0

  const adapter: Adapter = {
    namespace: '',
    get: async (key) => {
      const row = get.get({ namespace: adapter.namespace ?? '', key, now: clock() })
      return row === undefined ? undefined : String(row['value'])
    },
    set: async (key, value, expires) => {
      const row = {
        namespace: adapter.namespace ?? '',
        key,
        value: String(value),
        expiresAt: expires ?? null,
      }
      await whenUnlocked(() =>
        withoutWaiting(database, () => {
          if (writes % WRITES_BETWEEN_SWEEPS === 0) sweep.run({ now: clock() })
          set.run(row)
          writes += 1
        }),
      )
      return true
    },
    delete: async (key) => remove.run({ namespace: adapter.namespace ?? '', key }).changes > 0,
  }
  return Object.assign(adapter, { capabilities: keyvStorageCapability(adapter) })
}
