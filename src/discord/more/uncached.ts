import type { SummaryResult } from '../../app/ports.ts'

/** Longer summaries that no cache may hold, such as of a page that wants no copy kept: for their pages, until a stop. */
export interface Uncached {
  get(key: string): SummaryResult | undefined
  set(key: string, result: SummaryResult): void
}

const MOST = 50

export function createUncached(): Uncached {
  const results = new Map<string, SummaryResult>()
  return {
    get: (key) => results.get(key),
    set: (key, result) => {
      results.set(key, result)
      const oldest = results.keys().next().value
      if (results.size > MOST && oldest !== undefined) results.delete(oldest)
    },
  }
}
