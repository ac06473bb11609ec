import { type Article, layOut } from './article.ts'
import type { Extraction } from './extraction.ts'
import { detectLanguage } from './language.ts'
import { normaliseText } from './normalise.ts'

/** What is known of a document before it is read. */
export interface DocumentFacts {
  readonly kind: 'link' | 'text' | 'file'
  readonly url: string | null
  /** Milliseconds since the epoch. */
  readonly retrievedAt: number
}

/** An article from what an extractor found. Adds the notices that follow from the source record itself. */
export function buildArticle(extraction: Extraction, facts: DocumentFacts): Article {
  const blocks = extraction.blocks.map((block) => ({ ...block, text: normaliseText(block.text) }))
  const laidOut = layOut(blocks)
  return {
    ...laidOut,
    title: extraction.title ?? '',
    language: extraction.language ?? detectLanguage(laidOut.text),
    source: {
      kind: facts.kind,
      url: facts.url,
      publisher: extraction.publisher,
      origin: extraction.origin,
      authors: extraction.authors,
      published: extraction.published,
      modified: extraction.modified,
      retrievedAt: new Date(facts.retrievedAt).toISOString(),
      read: { words: laidOut.words, of: null, complete: null },
      notices: extraction.notices,
    },
  }
}
