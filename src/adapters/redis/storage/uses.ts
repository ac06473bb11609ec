import { randomUUID } from 'node:crypto'
import type { Clock, Uses } from '../../../app/ports.ts'
import { USES_KEPT } from '../../../core/lifetimes.ts'
import { DamagedValue } from '../redis-failure.ts'
import { kept } from './kept.ts'
import type { Run } from './scripts.ts'

/** What people do, a row each time. Windows slide: a limit of ten an hour allows the eleventh an hour after the first. */
export function openUses(run: Run, clock: Clock): Uses {
  return {
    count: (kind, guildId, milliseconds) =>
      run('uses', 'count', { kind, guild_id: guildId, since: clock() - milliseconds }),
    take: ({ kind, guildId, personId }, limits) =>
      kept(async () => {
        const now = clock()
        const refusal: readonly [at: number, until: string] | null = await run('uses', 'take', {
          id: randomUUID(),
          kind,
          guild_id: guildId,
          person_id: personId,
          now,
          over: now - USES_KEPT,
          limits: JSON.stringify(limits),
        })
        if (refusal === null) return null
        const [at, until] = refusal
        const limit = limits[at - 1]
        if (limit === undefined) throw new DamagedValue('A limit that nobody named')
        return { limit, possibleAt: until === 'never' ? null : Number(until) }
      }),
  }
}
