import type { Extractor, RawDocument } from '../../app/ports.ts'
import type { BuiltArticle, DocumentFacts } from '../../core/build-article.ts'
import type { Extraction } from '../../core/extraction.ts'
import { tellKind } from './document-kind.ts'
import { finish, type WorkerResult } from './finish.ts'
import { isRefused, refusalOf } from './refused-kinds.ts'
import type { DocumentJob } from './worker.ts'
import { createWorkerPool, type PoolLimits } from './worker-pool.ts'

const PAGE_LIMITS: PoolLimits = { milliseconds: 3000, memoryMegabytes: 256 }
/**
 * 500 closely printed pages take 4 s and 150 MB: what was made to take long is told from what is long by the pages that
 * are done.
 */
const PDF_LIMITS: PoolLimits = {
  milliseconds: 3000,
  millisecondsAStep: 12,
  memoryMegabytes: 512,
  growthMegabytes: 768,
}

/** Loads all that reading a page needs. */
const NO_PAGE = {
  kind: 'html',
  bytes: new TextEncoder().encode('<p>A page of no words.</p>'),
  contentType: 'text/html; charset=utf-8',
  url: null,
  name: null,
  facts: null,
} as const

/** Bytes of text that are read in a few milliseconds. */
const SHORT_TEXT = 12_000

/**
 * Reads documents in threads that can be ended, started with the first document and kept for the next; `close` ends them.
 * Only short texts are read at once. `limits` hold for one document.
 */
export function createExtractor(limits: Partial<PoolLimits> & { readonly clock?: () => number } = {}): {
  readonly read: Extractor
  /** The blocks alone, of which no article is built. */
  extract(document: RawDocument, signal?: AbortSignal): Promise<Extraction>
  /** Starts a thread for pages, where there is none, while their bytes are still on their way. */
  warm(): Promise<void>
  close(): Promise<void>
} {
  const { clock = Date.now } = limits
  const worker = new URL('worker.ts', import.meta.url)
  // Threads of their own, because a thread's memory is set once and PDFs need more.
  const pages = createWorkerPool<DocumentJob, WorkerResult>(worker, { ...PAGE_LIMITS, ...limits })
  const pdfs = createWorkerPool<DocumentJob, WorkerResult>(worker, { ...PDF_LIMITS, ...limits })
  const work = async (
    { bytes, contentType, url, name }: RawDocument,
    facts: DocumentFacts | null,
    signal: AbortSignal | undefined,
  ): Promise<WorkerResult> => {
    const isShort = bytes.length <= SHORT_TEXT
    const kind = tellKind({ bytes, contentType, url, name }, isShort)
    if (isRefused(kind)) throw refusalOf(kind)
    const job = { kind, bytes, contentType, url, name, now: clock(), facts }
    if (kind === 'pdf') return pdfs.run(job, signal)
    // What people paste is read at once; a book would hold up everybody else for a while.
    if (kind === 'text' && isShort) {
      const [{ decodeText }, { readPlainText }] = await Promise.all([
        import('./charset.ts'),
        import('../../core/plain-text.ts'),
      ])
      return finish(readPlainText(decodeText(bytes, contentType)), job)
    }
    return pages.run(job, signal)
  }
  return {
    read: async (document, facts, signal) => (await work(document, facts, signal)) as BuiltArticle,
    extract: async (document, signal) => (await work(document, null, signal)) as Extraction,
    warm: () => pages.warm({ ...NO_PAGE, now: clock() }),
    async close() {
      await Promise.all([pages.close(), pdfs.close()])
    },
  }
}
