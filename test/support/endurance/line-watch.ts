import { setTimeout as wait } from 'node:timers/promises'
import { hangingLines, hangingSince } from './judge-discord.ts'
import type { Ledger } from './ledger.ts'
import type { World } from './world.ts'

/** However busy the machine is. */
const DONE_WITHIN = 30_000

/**
 * What a process that was killed left under way is done by the next one, once: that takes a moment. So a line may say so
 * when a process is ready; where the next one finds it again, it hangs.
 */
export function createLineWatch(world: World, ledger: Ledger) {
  let found: ReadonlySet<string> = new Set()
  return {
    /** To be called when a process is ready, with when it began: what hangs, in words. */
    look: (before: number): string[] => {
      const lines = hangingLines(world, ledger, before)
      const again = lines.filter(({ id }) => found.has(id))
      found = new Set(lines.map(({ id }) => id))
      return again.map(hangingSince)
    },
    /** Waits until what the last process found is done: what is not, in words. */
    end: async (before: number): Promise<string[]> => {
      const until = Date.now() + DONE_WITHIN
      while (hangingLines(world, ledger, before).length > 0 && Date.now() < until) await wait(100)
      return hangingLines(world, ledger, before).map(hangingSince)
    },
  }
}
