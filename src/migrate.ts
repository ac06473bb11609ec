import type { RowSource, RowTarget } from './app/ports.ts'
import { DURABLE_TABLES, type DurableTable, type Migration } from './app/ports.ts'
import { CHECKOUT } from './config.ts'
import { FootnoteError, throwIfCancelled } from './core/error.ts'
import { isServer, shownStore } from './open-store.ts'

const OPTIONS = { directory: CHECKOUT, clock: Date.now }

export interface MigrateOptions {
  /** Addresses as in STORAGE_URL. */
  readonly from: string
  readonly to: string
  readonly onProgress?: (table: DurableTable, rows: number, of: number) => void
  readonly signal?: AbortSignal
}

/**
 * Copies everything durable from one store into another, which no bot opens before it is whole: what was cut off begins anew, with
 * the same end. The source does not change. Throws `bad-request`, `storage-unavailable`, `cancelled`.
 */
export async function migrate({ from, to, onProgress, signal }: MigrateOptions): Promise<Migration> {
  if (from === to)
    throw new FootnoteError('bad-request', 'Both stores are the same one: FROM is what STORAGE_URL names.')
  requireDurable(from, 'FROM')
  requireDurable(to, 'STORAGE_URL')
  const source = await openSource(from)
  try {
    const target = await openTarget(to)
    try {
      const rows = await copyAll(source, target, { onProgress, signal })
      await target.finish()
      return { from: shownStore(from), to: shownStore(to), rows }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function copyAll(
  source: RowSource,
  target: RowTarget,
  { onProgress, signal }: Pick<MigrateOptions, 'onProgress' | 'signal'>,
): Promise<Migration['rows']> {
  const copied: Partial<Record<DurableTable, number>> = {}
  for (const table of DURABLE_TABLES) {
    const of = await source.count(table)
    let done = 0
    for await (const rows of source.read(table)) {
      throwIfCancelled(signal)
      await target.write(table, rows)
      done += rows.length
      onProgress?.(table, done, of)
    }
    const there = await target.count(table)
    if (done !== of || there !== of) throw changedMeanwhile(table, of, there)
    copied[table] = of
  }
  return copied as Migration['rows']
}

const changedMeanwhile = (table: DurableTable, of: number, there: number): FootnoteError =>
  new FootnoteError(
    'storage-unavailable',
    `Of ${of} rows of ${table}, ${there} are in the new store. The host has to stop every bot that uses one of the stores, and run footnote migrate again.`,
  )

async function openSource(url: string): Promise<RowSource> {
  if (isServer(url)) return (await import('./adapters/redis/storage/copy-rows.ts')).openRedisSource(url)
  return (await import('./adapters/storage/copy-rows.ts')).openSqliteSource(url, OPTIONS)
}

async function openTarget(url: string): Promise<RowTarget> {
  if (isServer(url))
    return (await import('./adapters/redis/storage/copy-rows.ts')).openRedisTarget(url, OPTIONS)
  return (await import('./adapters/storage/copy-rows.ts')).openSqliteTarget(url, OPTIONS)
}

function requireDurable(url: string, what: string): void {
  if (isServer(url) || /^sqlite:./u.test(url)) return
  const sentence = url.startsWith('memory:')
    ? `${what} is memory:, which is gone when this command ends. Name a file or a server.`
    : `${what} names no store. Example: sqlite:data/footnote.db`
  throw new FootnoteError('bad-request', sentence)
}
