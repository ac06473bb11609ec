import { type BuiltArticle, buildReading, type DocumentFacts } from '../../core/build-article.ts'
import type { Extraction } from '../../core/extraction.ts'
import { MOST_CHARACTERS, refuseTooLong } from '../../core/too-long.ts'
import { MOST_CHARACTERS as MOST_OF_PDF } from './pdf/refusals.ts'

export type WorkerResult = Extraction | BuiltArticle

/**
 * The article of what was found, where the facts for one are given: in the same thread, as long texts take long.
 * @throws {FootnoteError} `article-too-long`
 */
export function finish(
  extraction: Extraction,
  { kind, facts }: { readonly kind: string; readonly facts: DocumentFacts | null },
): WorkerResult {
  refuseTooLong(extraction.blocks, kind === 'pdf' ? MOST_OF_PDF : MOST_CHARACTERS)
  return facts === null ? extraction : buildReading(extraction, facts)
}
