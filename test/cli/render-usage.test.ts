import { expect, it } from 'vitest'
import { CAPS } from '../../src/app/caps.ts'
import type { SpendingRow } from '../../src/app/ports.ts'
import { paint, PLAIN } from '../../src/cli/paint.ts'
import { renderUsage } from '../../src/cli/render-usage.ts'
import { NANODOLLARS_PER_DOLLAR } from '../../src/core/price.ts'

const aRow = (period: string, guildId: string | null, known: Partial<SpendingRow> = {}): SpendingRow => ({
  period,
  guildId,
  calls: 12,
  nanodollars: 420_000_000,
  unpricedTokens: 0,
  tokens: { input: 341_000, cached: 12_000, output: 22_500 },
  ...known,
})

it('usage shows limits, days, months and servers in columns, the dearest server first', () => {
  const blocks = renderUsage({
    today: '2026-11-22',
    rows: [
      aRow('2026-11-22', null),
      aRow('2026-11-22', '100000000000000001'),
      aRow('2026-11-21', null, { calls: 1200, nanodollars: 0, unpricedTokens: 9000 }),
      aRow('2026-11', null, { nanodollars: 8_500_000_000, unpricedTokens: 9000 }),
      aRow('2026-11', '100000000000000001', { nanodollars: 1_000_000 }),
      aRow('2026-11', '100000000000000002', { nanodollars: 90_000_000 }),
      aRow('2026-10', null),
      aRow('2026-10', '100000000000000003'),
    ],
    open: { calls: 2, nanodollars: 16_000_000, unpricedTokens: 0 },
    caps: [
      { ...CAPS.DAILY_CALL_LIMIT, most: 200 },
      { ...CAPS.MONTHLY_BUDGET, most: 10 * NANODOLLARS_PER_DOLLAR },
      { ...CAPS.GUILD_DAILY_BUDGET, most: NANODOLLARS_PER_DOLLAR / 4 },
    ],
  })
  expect(`\n${paint(blocks, PLAIN)}`).toBe(`
DAILY_CALL_LIMIT: 12 of 200 calls (6 %)
MONTHLY_BUDGET: $8.50 of $10.00 (85 %)
GUILD_DAILY_BUDGET: $0.25 for each server

Day (UTC)             calls   tokens in  tokens out   cost
2026-11-22               12     341,000      22,500   $0.42
2026-11-21            1,200     341,000      22,500   no price known

Month                 calls   tokens in  tokens out   cost
2026-11                  12     341,000      22,500   $8.50 and more
2026-10                  12     341,000      22,500   $0.42

Server, 2026-11       calls   tokens in  tokens out   cost
100000000000000002       12     341,000      22,500   $0.090
100000000000000001       12     341,000      22,500   $0.0010

2 calls of this month run or ended unseen (cut off, or a server that does not
say what it used): counted at the worst case, $0.016.
`)
})
