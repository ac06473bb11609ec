import { expect, it } from 'vitest'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import { createGuildUsage } from '../../src/app/guild-usage.ts'
import type { Cap, SpendingUnit } from '../../src/app/ports.ts'
import { NO_TOKENS } from '../../src/core/price.ts'

const MORNING = Date.UTC(2026, 10, 22, 8)
const HOUR = 60 * 60 * 1000
const CAPS: readonly Cap[] = [
  { per: 'all', period: 'day', unit: 'calls', most: 200 },
  { per: 'all', period: 'day', unit: 'nanodollars', most: 1000 },
  { per: 'all', period: 'day', unit: 'unpricedTokens', most: 300_000 },
  { per: 'guild', period: 'month', unit: 'nanodollars', most: 500 },
]

async function usageWith(units: readonly SpendingUnit[]) {
  let now = MORNING - 25 * HOUR
  const storage = await openStorage('memory:', { directory: '/', clock: () => now })
  const use = async (kind: 'summary' | 'question', guildId: string): Promise<void> =>
    void (await storage.uses.take({ kind, guildId, personId: 'p1' }, []))
  const spend = async (guildId: string | null, nanodollars: number): Promise<void> => {
    const day = new Date(now).toISOString().slice(0, 10)
    const outcome = await storage.spending.reserve({ day, guildId, nanodollars, unpricedTokens: 0 }, [])
    if ('id' in outcome)
      await storage.spending.settle(outcome.id, { nanodollars, unpricedTokens: 0, tokens: NO_TOKENS }, [])
  }
  await use('summary', 'g1')
  await spend('g1', 7)
  now = MORNING
  for (const kind of ['summary', 'summary', 'question'] as const) await use(kind, 'g1')
  await use('summary', 'g2')
  await spend('g1', 40)
  await spend('g2', 100)
  await spend(null, 200)
  const usage = await createGuildUsage({ ...storage, clock: () => now, caps: CAPS, units })('g1')
  await storage.close()
  return usage
}

it('what a guild has used is its own, of 24 hours and of the day and month', async () => {
  expect(await usageWith(['nanodollars'])).toEqual({
    summaries: 2,
    questions: 1,
    budgets: [
      { period: 'day', unit: 'nanodollars', used: 40, most: null },
      { period: 'month', unit: 'nanodollars', used: 47, most: 500 },
    ],
    shared: CAPS.slice(0, 2),
  })
})

it('without a model no money is spoken of', async () => {
  expect(await usageWith([])).toMatchObject({ summaries: 2, budgets: [], shared: [] })
})
