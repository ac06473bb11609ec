import { createMetrics } from './adapters/metrics/create-metrics.ts'
import { serveMetrics } from './adapters/metrics/serve-metrics.ts'
import type { Cap, JobCounts, Metrics, Spending, Standing } from './app/ports.ts'
import { spentNow } from './app/spent-now.ts'
import { footnoteVersion } from './adapters/fetch/identification.ts'

/** What figures are looked up in, once it is there. */
interface Looked {
  readonly standing: () => Standing
  /** What keeps it from serving people beside the store, in words; none where it is ready. */
  readonly missing: () => readonly string[]
  /** Null where no jobs are done for others. */
  readonly jobs: (() => Promise<JobCounts>) | null
  readonly spending: Pick<Spending, 'list'>
  readonly caps: readonly Cap[]
  readonly requireWritable: () => Promise<void>
}

export interface Figures {
  readonly metrics: Metrics
  watch(looked: Looked): void
  close(): Promise<void>
}

/** `/metrics`, `/healthz` and `/readyz`. Throws `bad-request` where the port cannot be had. */
export async function serveFigures(
  address: { readonly host: string; readonly port: number },
  engine: string,
): Promise<Figures> {
  const metrics = createMetrics({ engine, version: footnoteVersion() })
  let looked: Looked | null = null
  const spent = async () =>
    looked === null ? null : spentNow(looked.spending, looked.caps, Date.now).catch(() => null)
  const jobs = async () => looked?.jobs?.().catch(() => null) ?? null
  const server = await serveMetrics({
    ...address,
    contentType: metrics.contentType,
    write: async () =>
      metrics.write({ standing: looked?.standing() ?? null, spent: await spent(), jobs: await jobs() }),
    notReady: async () => {
      if (looked === null) return ['it is starting']
      const storage = await looked.requireWritable().then(
        () => [],
        () => ['the store cannot keep anything'],
      )
      return [...looked.missing(), ...storage]
    },
  })
  return {
    metrics,
    watch: (found) => {
      looked = found
    },
    close: () => server.close(),
  }
}
