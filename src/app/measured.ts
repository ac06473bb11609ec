import { asFootnoteError } from '../core/error.ts'
import type { Engine, EngineRun } from './engine.ts'
import type { Extractor, Fetcher, Log, Metrics, Model, Phase } from './ports.ts'
import type { Claim, Dropped } from '../core/claim.ts'

// What is measured of a port is measured round it, so that neither the port nor who uses it knows.

async function timed<Value>(metrics: Metrics, phase: Phase, work: () => Promise<Value>): Promise<Value> {
  const end = metrics.begin(phase)
  try {
    const value = await work()
    end('done')
    return value
  } catch (error) {
    end(asFootnoteError(error).code)
    throw error
  }
}

export const measuredFetcher =
  (fetch: Fetcher, metrics: Metrics): Fetcher =>
  (...request) =>
    timed(metrics, 'fetch', () => fetch(...request))

export const measuredExtractor =
  (extract: Extractor, metrics: Metrics): Extractor =>
  (...document) =>
    timed(metrics, 'extract', () => extract(...document))

export const measuredModel = (model: Model, metrics: Metrics): Model => ({
  ...model,
  complete: (...request) => timed(metrics, 'model', () => model.complete(...request)),
})

/** Counts what an engine proves and drops, and what it takes for that. */
export function measuredEngine(engine: Engine, metrics: Metrics): Engine {
  const count = <Result extends Made>(result: Result): Result => {
    metrics.count({
      what: 'points',
      proven: result.claims.length,
      dropped: result.dropped.map(({ why }) => why),
    })
    metrics.count({ what: 'tokens', tokens: result.run.tokens })
    return result
  }
  return {
    ...engine,
    summarize: async (...work) => count(await timed(metrics, 'write', () => engine.summarize(...work))),
    answer: async (...work) => count(await timed(metrics, 'answer', () => engine.answer(...work))),
  }
}

interface Made {
  readonly claims: readonly Claim[]
  readonly dropped: readonly Dropped[]
  readonly run: EngineRun
}

/** Counts every failure that is logged. */
export const measuredLog = (log: Log, metrics: Metrics): Log => ({
  ...log,
  failure: (event, error, values) => {
    metrics.count({ what: 'failure', event, code: asFootnoteError(error).code })
    return log.failure(event, error, values)
  },
})
