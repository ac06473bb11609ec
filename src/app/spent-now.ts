import { monthOf, utcDayOf } from '../core/utc-day.ts'
import type { Cap, Clock, Spending, SpendingUnit, SpentInPeriod } from './ports.ts'

const PERIODS = ['day', 'month'] as const
const UNITS: readonly SpendingUnit[] = ['calls', 'nanodollars', 'unpricedTokens']

/** What everybody has spent, beside the caps that hold for all. Throws `storage-unavailable`. */
export async function spentNow(
  spending: Pick<Spending, 'list'>,
  caps: readonly Cap[],
  clock: Clock,
): Promise<readonly SpentInPeriod[]> {
  const today = utcDayOf(clock())
  const rows = await spending.list(today)
  const ofAll = { day: today, month: monthOf(today) }
  return PERIODS.flatMap((period) =>
    UNITS.map((unit) => {
      const row = rows.find((each) => each.guildId === null && each.period === ofAll[period])
      const cap = caps.find((each) => each.per === 'all' && each.period === period && each.unit === unit)
      return { period, unit, used: row?.[unit] ?? 0, most: cap?.most ?? null }
    }),
  )
}
