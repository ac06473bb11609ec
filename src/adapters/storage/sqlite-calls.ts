import type { DatabaseSync } from 'node:sqlite'
import type { CallCounter } from '../../app/ports.ts'
import { kept } from './storage-failure.ts'

/** Model calls by day. Taking one is a single statement, so processes that share the file share the limit. */
export function openCallCounter(database: DatabaseSync): CallCounter {
  // The first call of a day inserts, where the limit is not 0; the next ones count up, while they are below it.
  const take = database.prepare(`
    INSERT INTO calls (day, used) SELECT :day, 1 WHERE :limit >= 1
    ON CONFLICT (day) DO UPDATE SET used = used + 1 WHERE used + 1 <= :limit`)
  const used = database.prepare('SELECT used FROM calls WHERE day = :day')

  return {
    take: (day, limit) => kept(() => take.run({ day, limit }).changes === 1),
    used: (day) => kept(() => Number(used.get({ day })?.['used'] ?? 0)),
  }
}
