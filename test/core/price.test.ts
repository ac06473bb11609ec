import { describe, expect, it } from 'vitest'
import { costOf, pricePerMillion, sayDollars } from '../../src/core/price.ts'

const MINI = { input: pricePerMillion(0.15), cached: pricePerMillion(0.075), output: pricePerMillion(0.6) }

describe('the cost of a call', () => {
  it('is its tokens at their prices, what was cached at its own', () => {
    expect(costOf(MINI, { input: 1000, cached: 400, output: 200 })).toBe(600 * 150 + 400 * 75 + 200 * 600)
  })

  it('is rounded up, so that a sum of many is never too small', () => {
    const price = { input: pricePerMillion(0.0375), cached: 0, output: 0 }
    expect(costOf(price, { input: 1, cached: 0, output: 0 })).toBe(38)
    expect(costOf(price, { input: 1000, cached: 0, output: 0 })).toBe(37_500)
  })

  it('counts all of the input where a server tells what was cached beside it', () => {
    expect(costOf(MINI, { input: 40, cached: 1200, output: 0 })).toBe(40 * 150 + 1200 * 75)
  })

  it('is whole at every price that is published, also where binary fractions are not', () => {
    expect([0.1, 0.2, 0.3, 1.1, 2.2, 0.07, 59.99].map(pricePerMillion)).toEqual([
      100_000, 200_000, 300_000, 1_100_000, 2_200_000, 70_000, 59_990_000,
    ])
  })
})

describe('a sum of money', () => {
  it.each([
    [0, '$0.00'],
    [1_000_000_000, '$1.00'],
    [123_456_789, '$0.12'],
    [4_200_000, '$0.0042'],
    [173_100, '$0.00017'],
    [1, '$0.000000001'],
  ])('of %i nanodollars is said as %s', (nanodollars, words) => {
    expect(sayDollars(nanodollars)).toBe(words)
  })
})
