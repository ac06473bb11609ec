import { randomUUID } from 'node:crypto'
import type { Cap, Clock, Reached, Spending, SpendingRow } from '../../../app/ports.ts'
import { CALL_HELD, CLOCK_SET_BACK } from '../../../core/lifetimes.ts'
import { DamagedValue } from '../redis-failure.ts'
import { kept } from './kept.ts'
import { type Row, rowOf } from './rows.ts'
import type { Run } from './scripts.ts'

/** A share of a cap as `lua/spending.lua` tells it: the cap's place from 1, the guild, the share, what is spent. */
type Told = readonly [at: number, guildId: string, percent: number, used: string]

/**
 * What models cost. A call is one step on the server before it is sent and one after: together all processes never pass a
 * cap. Each step may be sent twice: the id is made here.
 */
export function openSpending(run: Run, clock: Clock): Spending {
  return {
    reserve: (expense, caps) =>
      kept(async () => {
        const id = randomUUID()
        const now = clock()
        const [at, isHeld, told]: readonly [number, number?, Told[]?] = await run('spending', 'reserve', {
          id,
          day: expense.day,
          guild_id: expense.guildId,
          nanodollars: expense.nanodollars,
          unpriced_tokens: expense.unpricedTokens,
          caps: JSON.stringify(caps),
          now,
          held_until: now + CALL_HELD,
          held_at_most: now + CALL_HELD + CLOCK_SET_BACK,
        })
        if (at === 0) return { id }
        return { refusedBy: capAt(caps, at), isHeld: isHeld === 1, reached: reachedOf(told ?? [], caps) }
      }),
    settle: (id, spent, caps) =>
      kept(async () => {
        const told: Told[] = await run('spending', 'settle', {
          call: randomUUID(),
          id,
          nanodollars: spent?.nanodollars,
          unpriced_tokens: spent?.unpricedTokens,
          input_tokens: spent?.tokens.input,
          cached_tokens: spent?.tokens.cached,
          output_tokens: spent?.tokens.output,
          caps: JSON.stringify(caps),
        })
        return reachedOf(told, caps)
      }),
    keepHeld: async (ids) => {
      await run('spending', 'keep_held', { ids: JSON.stringify(ids), held_until: clock() + CALL_HELD })
    },
    list: (day) =>
      kept(async () => {
        const rows: string[][] = await run('spending', 'list', { day })
        return rows.map((flat) => spendingRowOf(rowOf(flat))).toSorted(newestFirst)
      }),
    listOpen: (period) =>
      kept(async () => {
        const sums: string[] = await run('spending', 'list_open', { period })
        const [calls = 0, nanodollars = 0, unpricedTokens = 0] = sums.map(Number)
        return { calls, nanodollars, unpricedTokens }
      }),
  }
}

function capAt(caps: readonly Cap[], at: number): Cap {
  const cap = caps[at - 1]
  if (cap === undefined) throw new DamagedValue('A cap that nobody named')
  return cap
}

const reachedOf = (told: readonly Told[], caps: readonly Cap[]): Reached[] =>
  told.map(([at, guildId, percent, used]) => ({
    cap: capAt(caps, at),
    guildId: guildId === '' ? null : guildId,
    percent,
    used: Number(used),
  }))

const spendingRowOf = (row: Row): SpendingRow => ({
  period: String(row['period']),
  guildId: (row['guild_id'] ?? '') === '' ? null : String(row['guild_id']),
  calls: Number(row['calls'] ?? 0),
  nanodollars: Number(row['nanodollars'] ?? 0),
  unpricedTokens: Number(row['unpriced_tokens'] ?? 0),
  tokens: {
    input: Number(row['input_tokens'] ?? 0),
    cached: Number(row['cached_tokens'] ?? 0),
    output: Number(row['output_tokens'] ?? 0),
  },
})

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const newestFirst = (one: SpendingRow, other: SpendingRow): number =>
  compare(other.period, one.period) || compare(one.guildId ?? '', other.guildId ?? '')
