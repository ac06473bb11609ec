// How long stores keep what goes by itself, in milliseconds: the same in each of them.

/** Uses. Nothing is limited over a longer time; then it is nobody's business any more who did what. */
export const USES_KEPT = 24 * 60 * 60 * 1000

/** What is in a cache. What is to live longer was set while the clock was ahead, and is none of the cache's. */
export const LONGEST_CACHED = 31 * 24 * 60 * 60 * 1000

/**
 * A call to a model that runs. It takes minutes at most: an older one that is not settled never will be, nor one of a time that
 * is still to come, when the clock was ahead.
 */
export const CALL_UNDER_WAY = 10 * 60 * 1000

/** What was asked for and not done: older requests are gone. */
export const REQUESTS_KEPT = 2 * 24 * 60 * 60 * 1000
