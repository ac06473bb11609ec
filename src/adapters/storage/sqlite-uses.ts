import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Clock, Use, UseLimit, Uses } from '../../app/ports.ts'
import { USES_KEPT } from '../../core/lifetimes.ts'
import { kept, stored } from './kept.ts'

type Refusal = NonNullable<Awaited<ReturnType<Uses['take']>>>

const endOf = ({ possibleAt }: Refusal): number => possibleAt ?? Number.POSITIVE_INFINITY

/** What people do, a row each time. Windows slide: a limit of ten an hour allows the eleventh an hour after the first. */
export function openUses(database: DatabaseSync, clock: Clock): Uses {
  const insert = database.prepare(`
    INSERT INTO uses (kind, guild_id, person_id, used_at) VALUES (:kind, :guildId, :personId, :now)`)
  const sweep = database.prepare('DELETE FROM uses WHERE used_at <= :before')
  /** What is noted for later was noted while the clock was ahead: it counts from now on, so that it ends with its limit. */
  const bringBack = database.prepare('UPDATE uses SET used_at = :now WHERE used_at > :now')
  /** The use that has to grow old before one more fits: of so many allowed, the so-manieth newest. */
  const blockingBy = (column: 'person_id' | 'guild_id'): StatementSync =>
    database.prepare(`
      SELECT used_at FROM uses WHERE kind = :kind AND ${column} = :whose AND used_at > :since
      ORDER BY used_at DESC LIMIT 1 OFFSET :most - 1`)
  const blocking = { person: blockingBy('person_id'), guild: blockingBy('guild_id') }

  const count = database.prepare(`
    SELECT count(*) AS uses FROM uses WHERE kind = :kind AND guild_id = :guildId AND used_at > :since`)

  const refusal = ({ kind, guildId, personId }: Use, limit: UseLimit, now: number): Refusal | null => {
    const whose = limit.per === 'person' ? personId : guildId
    if (whose === null) return null
    if (limit.most < 1) return { limit, possibleAt: null }
    const since = now - limit.milliseconds
    const row = blocking[limit.per].get({ kind, whose, since, most: limit.most })
    return row === undefined ? null : { limit, possibleAt: Number(row['used_at']) + limit.milliseconds }
  }

  return {
    count: (kind, guildId, milliseconds) =>
      kept(() => Number(count.get({ kind, guildId, since: clock() - milliseconds })?.['uses'] ?? 0)),
    take: (use, limits) =>
      stored(database, () => {
        const now = clock()
        bringBack.run({ now })
        sweep.run({ before: now - USES_KEPT })
        const refusals = limits.flatMap((limit) => refusal(use, limit, now) ?? [])
        // Of several, the one that lasts longest: after the others somebody would be refused again.
        const [longest] = refusals.toSorted((one, other) => endOf(other) - endOf(one))
        if (longest !== undefined) return longest
        insert.run({ ...use, now })
        return null
      }),
  }
}
