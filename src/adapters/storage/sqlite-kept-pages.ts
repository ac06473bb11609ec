import type { DatabaseSync } from 'node:sqlite'

export interface KeptPages {
  /**
   * Takes out of the cache the pages that were given by addresses of these keys, and every key that leads to them, unless a
   * conversation is left that was begun with one of those. Call it inside a transaction.
   */
  sweep(addressKeys: readonly string[]): void
}

/** Pages in the cache: `addresses` says under which key the page of an address is kept, `articles` keeps it there. */
export function openKeptPages(database: DatabaseSync): KeptPages {
  const unused = database.prepare(`
    WITH
      homes AS (
        SELECT DISTINCT coalesce(
          (SELECT json_extract(value, '$.value') FROM cache WHERE namespace = 'address' AND key = given.value),
          given.value) AS home
        FROM json_each(:keys) AS given),
      spellings AS (
        SELECT home, home AS key FROM homes
        UNION
        SELECT home, key FROM cache JOIN homes ON json_extract(value, '$.value') = home WHERE namespace = 'address')
    SELECT home FROM homes
    WHERE home NOT IN (
      SELECT home FROM spellings WHERE key IN (SELECT address_key FROM conversations WHERE address_key IS NOT NULL))`)
  const sweepPages = database.prepare(
    "DELETE FROM cache WHERE namespace = 'article' AND key IN (SELECT value FROM json_each(:homes))",
  )
  const sweepKeys = database.prepare(`
    DELETE FROM cache
    WHERE namespace = 'address' AND json_extract(value, '$.value') IN (SELECT value FROM json_each(:homes))`)
  return {
    sweep: (addressKeys) => {
      if (addressKeys.length === 0) return
      const homes = JSON.stringify(
        unused.all({ keys: JSON.stringify(addressKeys) }).map(({ home }) => String(home)),
      )
      if (homes === '[]') return
      sweepPages.run({ homes })
      sweepKeys.run({ homes })
    },
  }
}
