// How long stores keep what goes by itself, in milliseconds: the same in each of them.

/** Uses. Nothing is limited over a longer time; then it is nobody's business any more who did what. */
export const USES_KEPT = 24 * 60 * 60 * 1000

/** What is in a cache. What is to live longer was set while the clock was ahead, and is none of the cache's. */
export const LONGEST_CACHED = 31 * 24 * 60 * 60 * 1000

/** Whoever calls a model says every few seconds that the call runs: of one silent for so long nobody gives anything back. */
export const CALL_HELD = 15_000

/** By so much a clock may be set back while a call runs; what is held for longer was so by a clock that was ahead. */
export const CLOCK_SET_BACK = 10 * 60 * 1000

/** What was asked for and not done: older requests are gone. */
export const REQUESTS_KEPT = 2 * 24 * 60 * 60 * 1000
