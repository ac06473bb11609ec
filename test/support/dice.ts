/** Chance that is the same for the same seed. */
export interface Dice {
  /** From 0 to below 1. */
  next(): number
  /** A whole number from 0 to below this one. */
  below(most: number): number
  chance(share: number): boolean
  pick<One>(list: readonly One[]): One
}

/** https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
export function createDice(seed: number): Dice {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (list) => {
      const one = list[below(list.length)]
      if (one === undefined) throw new Error('Nothing can be picked from an empty list')
      return one
    },
  }
}
