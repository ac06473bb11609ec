import { describe, expect, it } from 'vitest'
import { simulateSeveral } from '../support/endurance/simulate-several.ts'
import { hasRedis } from '../support/redis-server.ts'

// A small share of `npm run bench -- several`, which kills 50 times.

describe.skipIf(!hasRedis)('two shards, three workers and a Redis', { timeout: 300_000 }, () => {
  it('of which any is killed at any time lose and double nothing that people were shown, and spend no more than they may', async () => {
    const outcome = await simulateSeveral({ kills: 6, seed: 3, dailyBudget: 0.05, mostTried: 5 })
    expect(outcome.wrong).toEqual([])
    expect(outcome.looked['of these with a card']).toBeGreaterThan(5)
    expect(outcome.billed).toBeGreaterThan(0.01)
  })
})
