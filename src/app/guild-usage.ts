import { monthOf, utcDayOf } from '../core/utc-day.ts'
import type { Cap, Clock, Spending, SpendingRow, SpendingUnit, Uses } from './ports.ts'

/** What a guild has taken, of what its models may cost. */
interface GuildBudget {
  readonly period: Cap['period']
  readonly unit: SpendingUnit
  readonly used: number
  /** Null: no budget of its own. */
  readonly most: number | null
}

export interface GuildUsage {
  /** Within 24 hours. */
  readonly summaries: number
  readonly questions: number
  /** Of this UTC day and month; none where no model is set up. */
  readonly budgets: readonly GuildBudget[]
  /** What all guilds together may spend. */
  readonly shared: readonly Cap[]
}

export interface GuildUsagePorts {
  readonly uses: Pick<Uses, 'count'>
  readonly spending: Pick<Spending, 'list'>
  readonly clock: Clock
  readonly caps: readonly Cap[]
  /** What the configured models are counted in, beside calls. */
  readonly units: readonly SpendingUnit[]
}

export const DAY = 24 * 60 * 60 * 1000
export const PERIODS = ['day', 'month'] as const

/** What a guild has used so far. */
export function createGuildUsage(ports: GuildUsagePorts): (guildId: string) => Promise<GuildUsage> {
  const { uses, spending, clock, caps, units } = ports
  return async (guildId) => {
    const today = utcDayOf(clock())
    const rows = units.length === 0 ? [] : await spending.list(today)
    const budgets = PERIODS.flatMap((period) =>
      units.map((unit) => ({
        period,
        unit,
        used: rowOf(rows, guildId, period === 'day' ? today : monthOf(today))?.[unit] ?? 0,
        most:
          caps.find((cap) => cap.per === 'guild' && cap.period === period && cap.unit === unit)?.most ?? null,
      })),
    )
    const isCounted = ({ per, unit }: Cap): boolean =>
      per === 'all' && units.length > 0 && (unit === 'calls' || units.includes(unit))
    return {
      summaries: await uses.count('summary', guildId, DAY),
      questions: await uses.count('question', guildId, DAY),
      budgets,
      shared: caps.filter(isCounted),
    }
  }
}

/** `guildId` null: of everybody. */
export const rowOf = (
  rows: readonly SpendingRow[],
  guildId: string | null,
  period: string,
): SpendingRow | undefined => rows.find((row) => row.guildId === guildId && row.period === period)
