import type { CountingMeter } from '../../src/app/budget.ts'

/** A meter that has no end of money and counts. */
export function freeMeter(): CountingMeter {
  let calls = 0
  return {
    total: () => ({ calls, cost: null }),
    reserve: async () => {
      calls += 1
      return { settle: async () => {} }
    },
  }
}
