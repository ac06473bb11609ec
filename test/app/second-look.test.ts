import { beforeEach, describe, expect, it } from 'vitest'
import { createSecondLook } from '../../src/app/second-look.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const YEAR = 365 * DAY

let now: number
let steady: number
let mayForget: (due: number) => boolean
beforeEach(() => {
  now = Date.UTC(2026, 10, 22)
  steady = 0
  mayForget = createSecondLook(
    () => now,
    () => steady,
  )
})
/** So much time passes, and beside it the clock is set. */
const pass = (milliseconds: number, jump = 0): void => {
  steady += milliseconds
  now += milliseconds + jump
}

describe('what is due', () => {
  it('since the last look is thrown away at once', () => {
    expect([mayForget(0), mayForget(6 * HOUR), mayForget(-DAY)]).toEqual([true, true, true])
  })

  it('for longer than a day waits for a second look', () => {
    expect(mayForget(40 * DAY)).toBe(false)
    pass(6 * HOUR)
    expect(mayForget(40 * DAY + 6 * HOUR)).toBe(true)
  })

  it('because the clock jumped a year ahead stays, when it is set right before the second look', () => {
    pass(6 * HOUR, YEAR)
    expect(mayForget(YEAR)).toBe(false)
    pass(6 * HOUR, -YEAR)
    expect(mayForget(6 * HOUR)).toBe(true)
    pass(6 * HOUR, YEAR)
    expect(mayForget(YEAR)).toBe(false)
  })

  it('waits once more where the clock was set between two looks', () => {
    expect(mayForget(40 * DAY)).toBe(false)
    pass(6 * HOUR, YEAR)
    expect(mayForget(YEAR + 40 * DAY)).toBe(false)
    pass(6 * HOUR, -HOUR)
    expect(mayForget(YEAR + 40 * DAY)).toBe(false)
    pass(6 * HOUR, 1000)
    expect(mayForget(YEAR + 40 * DAY)).toBe(true)
  })
})
