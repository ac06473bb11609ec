import { randomUUID } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Cap, Clock, Expense, Reached, Spending, SpendingRow, SpendingUnit } from '../../app/ports.ts'
import { CALL_HELD, CLOCK_SET_BACK } from '../../core/lifetimes.ts'
import { monthOf } from '../../core/utc-day.ts'
import { kept, stored } from './kept.ts'

type Row = Record<string, SQLOutputValue>

/** A day or a month of a guild, or of everybody. */
interface Account {
  readonly period: string
  readonly guildId: string
}

/** A cap, and what it is a cap of. */
interface Bound {
  readonly cap: Cap
  readonly account: Account
}

const EVERYBODY = ''
const WARN_AT = [50, 80, 100] as const

const COLUMNS: Readonly<Record<SpendingUnit, string>> = {
  calls: 'calls',
  nanodollars: 'nanodollars',
  unpricedTokens: 'unpriced_tokens',
}

/**
 * What models cost. A call is one transaction before it is sent and one after: between them it counts at its worst case,
 * so that no crash and no other process can bring the sum above a cap.
 */
export function openSpending(database: DatabaseSync, clock: Clock): Spending {
  const find = database.prepare('SELECT * FROM spending WHERE period = :period AND guild_id = :guildId')
  const add = database.prepare(`
    INSERT INTO spending (period, guild_id, calls, nanodollars, unpriced_tokens)
    VALUES (:period, :guildId, 1, :nanodollars, :unpricedTokens)
    ON CONFLICT (period, guild_id) DO UPDATE SET calls = calls + 1, nanodollars = nanodollars + excluded.nanodollars,
      unpriced_tokens = unpriced_tokens + excluded.unpriced_tokens`)
  const correct = database.prepare(`
    UPDATE spending SET nanodollars = nanodollars + :nanodollars, unpriced_tokens = unpriced_tokens + :unpricedTokens,
      input_tokens = input_tokens + :input, cached_tokens = cached_tokens + :cached,
      output_tokens = output_tokens + :output
    WHERE period = :period AND guild_id = :guildId`)
  const open = database.prepare(`
    INSERT INTO reservations (id, day, guild_id, nanodollars, unpriced_tokens, is_over, held_until)
    VALUES (:id, :day, :guildId, :nanodollars, :unpricedTokens, 0, :heldUntil)`)
  const end = database.prepare('UPDATE reservations SET is_over = 1 WHERE id = :id RETURNING *')
  const close = database.prepare('DELETE FROM reservations WHERE id = :id RETURNING *')
  const keepHeld = database.prepare('UPDATE reservations SET held_until = :heldUntil WHERE id = :id')
  const sumOpen = database.prepare(`
    SELECT count(*) AS calls, coalesce(sum(nanodollars), 0) AS nanodollars,
      coalesce(sum(unpriced_tokens), 0) AS unpriced_tokens
    FROM reservations
    WHERE day >= :period AND day < :period || '~'`)
  const sumHeld = database.prepare(`
    SELECT coalesce(sum(nanodollars), 0) AS nanodollars, coalesce(sum(unpriced_tokens), 0) AS unpriced_tokens
    FROM reservations
    WHERE day >= :period AND day < :period || '~' AND (:guildId = '' OR guild_id = :guildId)
      AND is_over = 0 AND held_until > :now AND held_until <= :now + :most`)
  const noteReached = database.prepare(`
    INSERT INTO caps_reached (period, guild_id, unit, percent) VALUES (:period, :guildId, :unit, :percent)
    ON CONFLICT DO NOTHING`)
  const listSince = database.prepare(`
    SELECT * FROM spending WHERE period >= :day OR period = substr(:day, 1, 7) ORDER BY period DESC, guild_id`)

  const used = ({ cap, account }: Bound): number => Number(find.get({ ...account })?.[COLUMNS[cap.unit]] ?? 0)

  /** What the calls that run just now may give back. */
  const held = ({ cap, account }: Bound): number =>
    cap.unit === 'calls'
      ? 0
      : Number(
          sumHeld.get({ ...account, now: clock(), most: CALL_HELD + CLOCK_SET_BACK })?.[COLUMNS[cap.unit]],
        )

  /** The highest share of this cap that is reached now and was not before. */
  const reached = ({ cap, account }: Bound, spent: number): Reached[] => {
    const shares = WARN_AT.filter((percent) => cap.most > 0 && spent * 100 >= cap.most * percent)
    const fresh = shares.filter(
      (percent) => noteReached.run({ ...account, unit: cap.unit, percent }).changes === 1,
    )
    const percent = fresh.at(-1)
    return percent === undefined ? [] : [{ cap, guildId: account.guildId || null, percent, used: spent }]
  }

  return {
    reserve: (expense, caps) =>
      stored(database, () => {
        const { day, nanodollars, unpricedTokens } = expense
        const wanted = { calls: 1, nanodollars, unpricedTokens }
        for (const bound of boundsOf(expense, caps)) {
          const { most, unit } = bound.cap
          const spent = used(bound)
          // What takes nothing of a cap is not stopped by it, also where it was lowered below what was spent.
          if (wanted[unit] === 0 || spent + wanted[unit] <= most) continue
          const isHeld = spent - held(bound) + wanted[unit] <= most
          // A call that is dearer than all of the cap says nothing of what is spent.
          const isSpent = !isHeld && wanted[unit] <= most
          return {
            refusedBy: bound.cap,
            isHeld,
            reached: isSpent ? reached(bound, Math.max(spent, most)) : [],
          }
        }
        for (const account of accountsOf(expense)) add.run({ ...account, nanodollars, unpricedTokens })
        const id = randomUUID()
        const guildId = expense.guildId ?? EVERYBODY
        open.run({ id, day, guildId, nanodollars, unpricedTokens, heldUntil: clock() + CALL_HELD })
        return { id }
      }),
    settle: (id, spent, caps) =>
      stored(database, () => {
        const row = (spent === null ? end : close).get({ id })
        if (row === undefined) return []
        const expense = expenseOf(row)
        if (spent !== null) {
          const change = {
            nanodollars: spent.nanodollars - expense.nanodollars,
            unpricedTokens: spent.unpricedTokens - expense.unpricedTokens,
            ...spent.tokens,
          }
          for (const account of accountsOf(expense)) correct.run({ ...account, ...change })
        }
        return boundsOf(expense, caps).flatMap((bound) => reached(bound, used(bound)))
      }),
    keepHeld: (ids) =>
      stored(database, () => {
        for (const id of ids) keepHeld.run({ id, heldUntil: clock() + CALL_HELD })
      }),
    list: (day) => kept(() => listSince.all({ day }).map(spendingRowOf)),
    listOpen: (period) =>
      kept(() => {
        const row = sumOpen.get({ period }) ?? {}
        return {
          calls: Number(row['calls']),
          nanodollars: Number(row['nanodollars']),
          unpricedTokens: Number(row['unpriced_tokens']),
        }
      }),
  }
}

function accountsOf({ day, guildId }: Pick<Expense, 'day' | 'guildId'>): Account[] {
  const holders = guildId === null ? [EVERYBODY] : [EVERYBODY, guildId]
  return holders.flatMap((holder) => [day, monthOf(day)].map((period) => ({ period, guildId: holder })))
}

/** The caps that a call counts towards: those of guilds only where it is for one. */
const boundsOf = ({ day, guildId }: Expense, caps: readonly Cap[]): Bound[] =>
  caps.flatMap((cap) => {
    const period = cap.period === 'day' ? day : monthOf(day)
    if (cap.per === 'all') return [{ cap, account: { period, guildId: EVERYBODY } }]
    return guildId === null ? [] : [{ cap, account: { period, guildId } }]
  })

const expenseOf = (row: Row): Expense => ({
  day: String(row['day']),
  guildId: String(row['guild_id']) || null,
  nanodollars: Number(row['nanodollars']),
  unpricedTokens: Number(row['unpriced_tokens']),
})

const spendingRowOf = (row: Row): SpendingRow => ({
  period: String(row['period']),
  guildId: String(row['guild_id']) || null,
  calls: Number(row['calls']),
  nanodollars: Number(row['nanodollars']),
  unpricedTokens: Number(row['unpriced_tokens']),
  tokens: {
    input: Number(row['input_tokens']),
    cached: Number(row['cached_tokens']),
    output: Number(row['output_tokens']),
  },
})
