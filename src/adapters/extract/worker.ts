// Runs in a thread of its own, so that whatever a stranger's document does to a parser ends with that thread.
import { enableCompileCache } from 'node:module'
import { threadId } from 'node:worker_threads'
import type { RawDocument } from '../../app/ports.ts'
import type { DocumentFacts } from '../../core/build-article.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Extraction } from '../../core/extraction.ts'
import { articleTooLong, MOST_CHARACTERS } from '../../core/too-long.ts'
import { tellKind } from './document-kind.ts'
import { finish, type WorkerResult } from './finish.ts'
import { isRefused, refusalOf } from './refused-kinds.ts'
import type { Job, Outcome } from './worker-pool.ts'

// Parsers take longer to compile than most documents to read, and a thread that was idle is gone.
enableCompileCache()

export type DocumentJob = RawDocument & {
  readonly kind: 'html' | 'pdf' | 'markdown' | 'text'
  /** Null: no article is built. */
  readonly facts: DocumentFacts | null
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** How much longer than its words a text may be. */
const MOST_WHITE_SPACE = 1.5

/** `onStep`: a page of several is done. */
type Reader = (job: DocumentJob, onStep: () => void) => Extraction | Promise<Extraction>

/** Loaded with the first document of its kind: nobody waits for a parser that is not needed. */
const READERS: Readonly<Record<DocumentJob['kind'], () => Promise<Reader>>> = {
  async html() {
    const [{ decodeText }, { readHtml }] = await Promise.all([
      import('./charset.ts'),
      import('./read-html.ts'),
    ])
    return ({ bytes, contentType, url, now }) => readHtml(decodeText(bytes, contentType), url, now)
  },
  async markdown() {
    const [{ decodeText }, { readMarkdown }] = await Promise.all([
      import('./charset.ts'),
      import('../../core/markdown.ts'),
    ])
    return ({ bytes, contentType }) => readMarkdown(notTooLong(decodeText(bytes, contentType)))
  },
  async text() {
    const [{ decodeText }, { readPlainText }] = await Promise.all([
      import('./charset.ts'),
      import('../../core/plain-text.ts'),
    ])
    return ({ bytes, contentType }) => readPlainText(notTooLong(decodeText(bytes, contentType)))
  },
  async pdf() {
    const { readPdf } = await import('./pdf/read-pdf.ts')
    return ({ bytes, url }, onStep) => readPdf(bytes, url, onStep)
  },
}

/** Before anything looks at all of it: some of that cannot be ended in its middle, and would take the process with it. */
function notTooLong(text: string): string {
  if (text.length > MOST_CHARACTERS * MOST_WHITE_SPACE) throw articleTooLong()
  return text
}

export default async function readDocument({
  input,
  started,
}: Job<DocumentJob>): Promise<Outcome<WorkerResult>> {
  const read = await READERS[input.kind]()
  started.postMessage(threadId, [])
  try {
    // Whether megabytes are data for programs takes a while to tell.
    const kind = tellKind(input, true)
    if (isRefused(kind)) throw refusalOf(kind)
    return { result: finish(await read(input, () => started.postMessage('step', [])), input) }
  } catch (thrown) {
    if (!(thrown instanceof FootnoteError)) throw thrown
    return { failure: { code: thrown.code, message: thrown.message } }
  } finally {
    started.close()
  }
}
