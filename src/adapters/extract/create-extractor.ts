import type { Extractor, RawDocument } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Extraction } from '../../core/extraction.ts'
import { readPlainText } from '../../core/plain-text.ts'
import { decodeText } from './charset.ts'
import { type DocumentKind, tellKind } from './document-kind.ts'
import type { DocumentJob } from './worker.ts'
import { createWorkerPool, type PoolLimits } from './worker-pool.ts'

const PAGE_LIMITS: PoolLimits = { milliseconds: 3000, memoryMegabytes: 256 }
/** 500 closely printed pages take 4 s and 150 MB. */
const PDF_LIMITS: PoolLimits = { milliseconds: 15_000, memoryMegabytes: 512, growthMegabytes: 768 }

/** Bytes of text that are read in a few milliseconds. */
const SHORT_TEXT = 64 * 1024

const PASTE = 'copy the text, paste it, and I will use that'
const REFUSED: Readonly<Record<Exclude<DocumentKind, 'html' | 'pdf' | 'text' | 'markdown'>, string>> = {
  media: 'I read text, and this is a picture, a sound or a video. Give me an article, or paste its text.',
  archive: `I don't open archives: unpack it and give me the article as .txt, .md, .html or .pdf, or ${PASTE}.`,
  office: `I can't read office files: save it as .pdf, .txt or .html, or ${PASTE}.`,
  data: 'This is data for programs, not an article. Give me the page that people read, or paste its text.',
  binary: `I can't read this kind of file: give me .txt, .md, .html or .pdf, or ${PASTE}.`,
}

/**
 * Reads documents. HTML, Markdown, PDF and long texts go through threads that can be ended, started with the first
 * document and kept for the next; `close` ends them. `limits` hold for one document.
 */
export function createExtractor(limits: Partial<PoolLimits> & { readonly clock?: () => number } = {}): {
  readonly extract: Extractor
  close(): Promise<void>
} {
  const { clock = Date.now } = limits
  const worker = new URL('worker.ts', import.meta.url)
  // Threads of their own, because a thread's memory is set once and PDFs need more.
  const pages = createWorkerPool<DocumentJob, Extraction>(worker, { ...PAGE_LIMITS, ...limits })
  const pdfs = createWorkerPool<DocumentJob, Extraction>(worker, { ...PDF_LIMITS, ...limits })
  return {
    async extract({ bytes, contentType, url, name }: RawDocument, signal) {
      const kind = tellKind({ bytes, contentType, url, name })
      switch (kind) {
        case 'html':
        case 'markdown':
          return await pages.run({ kind, bytes, contentType, url, now: clock() }, signal)
        case 'pdf':
          return await pdfs.run({ kind, bytes, contentType, url, now: clock() }, signal)
        case 'text':
          // What people paste is read at once; a book would hold up everybody else for a while.
          return bytes.length <= SHORT_TEXT
            ? readPlainText(decodeText(bytes, contentType))
            : await pages.run({ kind, bytes, contentType, url, now: clock() }, signal)
        case 'media':
        case 'archive':
        case 'office':
        case 'data':
        case 'binary':
          throw new FootnoteError('unsupported-type', REFUSED[kind])
      }
    },
    async close() {
      await Promise.all([pages.close(), pdfs.close()])
    },
  }
}
