// Runs in a thread of its own, so that whatever a stranger's markup does to a parser ends with that thread.
import type { RawDocument } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Extraction } from '../../core/extraction.ts'
import { decodeText } from './charset.ts'
import { readHtml } from './read-html.ts'
import type { Job, Outcome } from './worker-pool.ts'

export type HtmlJob = Pick<RawDocument, 'bytes' | 'contentType' | 'url'> & {
  /** Milliseconds since the epoch. */
  readonly now: number
}

export default function readPage({ input, started }: Job<HtmlJob>): Outcome<Extraction> {
  started.postMessage('started', [])
  try {
    return { result: readHtml(decodeText(input.bytes, input.contentType), input.url, input.now) }
  } catch (thrown) {
    if (!(thrown instanceof FootnoteError)) throw thrown
    return { failure: { code: thrown.code, message: thrown.message } }
  } finally {
    started.close()
  }
}
