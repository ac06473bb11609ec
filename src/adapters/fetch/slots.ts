import { untilAborted } from './deadline.ts'

/** Hands out places: at most so many at a time for each key, first come, first served. */
export interface Slots {
  /** Waits for a place and resolves to what gives it back. Rejects with the signal's reason. */
  take(key: string, signal: AbortSignal): Promise<() => void>
}

export function createSlots(perKey: number): Slots {
  const places = new Map<string, { taken: number; readonly waiting: (() => void)[] }>()

  const giveBack = (key: string): void => {
    const place = places.get(key)
    if (place === undefined) return
    const next = place.waiting.shift()
    // The place passes from hand to hand, so that nobody can slip in between.
    if (next !== undefined) next()
    else if ((place.taken -= 1) === 0) places.delete(key)
  }

  return {
    take: async (key, signal) => {
      signal.throwIfAborted()
      const place = places.get(key) ?? { taken: 0, waiting: [] }
      places.set(key, place)
      if (place.taken < perKey) {
        place.taken += 1
        return () => giveBack(key)
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      place.waiting.push(resolve)
      try {
        await untilAborted(() => promise, signal)
      } catch (error) {
        const index = place.waiting.indexOf(resolve)
        // Not there any more: the place was handed over in the moment in which the wait was given up.
        if (index === -1) giveBack(key)
        else place.waiting.splice(index, 1)
        throw error
      }
      return () => giveBack(key)
    },
  }
}
