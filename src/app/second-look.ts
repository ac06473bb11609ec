import { DAY } from './guild-usage.ts'
import type { Clock } from './ports.ts'

/** Further apart than this, one of the two was set meanwhile. */
const UNEVEN_MILLISECONDS = 10 * 60 * 1000

/**
 * Whether what has been due for so many milliseconds may be thrown away. What is due for over a day should be gone
 * already: either nobody was there to throw it away, or the clock is wrong and nothing of it is old. Then it has to be
 * due at the next look as well, and the clock to have run evenly until then. `steady` only ever runs forwards.
 */
export function createSecondLook(clock: Clock, steady: () => number): (due: number) => boolean {
  let before: { readonly at: number; readonly steady: number } | null = null
  return (due) => {
    const now = { at: clock(), steady: steady() }
    const ranEvenly =
      before !== null && Math.abs(now.at - before.at - (now.steady - before.steady)) < UNEVEN_MILLISECONDS
    const isOverdue = due > DAY
    before = isOverdue ? now : null
    return !isOverdue || ranEvenly
  }
}
