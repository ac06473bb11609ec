import { describe, expect, it } from 'vitest'
import { simulateSeveral } from '../support/endurance/simulate-several.ts'
import { hasRedis } from '../support/redis-server.ts'

// A small share of `npm run bench -- several`, which kills 50 times and has a budget that is spent.

describe.skipIf(!hasRedis)('two shards, three workers and a Redis', { timeout: 300_000 }, () => {
  it('of which any is killed at any time lose and double nothing that people were shown', async () => {
    const outcome = await simulateSeveral({ kills: 4, seed: 3, dailyBudget: null, mostTried: 5 })
    expect(outcome.wrong).toEqual([])
    expect(outcome.looked['of these with a card']).toBeGreaterThan(2)
  })
})
