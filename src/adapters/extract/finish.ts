import { type BuiltArticle, buildReading, type DocumentFacts } from '../../core/build-article.ts'
import type { Extraction } from '../../core/extraction.ts'

export type WorkerResult = Extraction | BuiltArticle

/** The article of what was found, where the facts for one are given: in the same thread, as long texts take long. */
export const finish = (extraction: Extraction, facts: DocumentFacts | null): WorkerResult =>
  facts === null ? extraction : buildReading(extraction, facts)
