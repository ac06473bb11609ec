import { FootnoteError } from '../core/error.ts'
import type { CallCounter, Clock } from './ports.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * A check that stands before every request to a model: it counts the request, or throws `budget-spent` at the day's
 * limit. Days are UTC. A store that fails keeps the door shut.
 */
export function dailyCallLimit(calls: CallCounter, limit: number, clock: Clock): () => Promise<void> {
  return async () => {
    const now = clock()
    const day = new Date(now).toISOString().slice(0, 10)
    if (limit > 0 && (await calls.take(day, limit))) return
    if (limit === 0) {
      throw new FootnoteError(
        'budget-spent',
        "The host allows no model calls (DAILY_CALL_LIMIT is 0). I can still pick the article's own sentences without a model.",
      )
    }
    throw new FootnoteError(
      'budget-spent',
      `Today's model calls (${limit}) are used up. They return at midnight UTC. Until then I can pick the article's own sentences without a model.`,
      { retryAt: (Math.floor(now / DAY) + 1) * DAY },
    )
  }
}
