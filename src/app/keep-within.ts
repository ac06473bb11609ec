import type { Cache } from './ports.ts'

/** A cache that keeps nothing longer than `most` milliseconds, however long it is told to. */
export const keepWithin = <Value>(cache: Cache<Value>, most: number): Cache<Value> => ({
  get: (key) => cache.get(key),
  set: (key, value, timeToLive) => cache.set(key, value, Math.min(timeToLive, most)),
})
