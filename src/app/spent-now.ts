import { monthOf, utcDayOf } from '../core/utc-day.ts'
import { PERIODS, rowOf } from './guild-usage.ts'
import type { Cap, Clock, Spending, SpendingUnit, SpentInPeriod } from './ports.ts'

const UNITS: readonly SpendingUnit[] = ['calls', 'nanodollars', 'unpricedTokens']

/** What everybody has spent, beside the caps that hold for all. Throws `storage-unavailable`. */
export async function spentNow(
  spending: Pick<Spending, 'list'>,
  caps: readonly Cap[],
  clock: Clock,
): Promise<readonly SpentInPeriod[]> {
  const today = utcDayOf(clock())
  const rows = await spending.list(today)
  return PERIODS.flatMap((period) =>
    UNITS.map((unit) => {
      const row = rowOf(rows, null, period === 'day' ? today : monthOf(today))
      const cap = caps.find((each) => each.per === 'all' && each.period === period && each.unit === unit)
      return { period, unit, used: row?.[unit] ?? 0, most: cap?.most ?? null }
    }),
  )
}
