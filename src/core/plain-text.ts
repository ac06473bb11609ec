import type { Extraction } from './extraction.ts'
import { normaliseText } from './normalise.ts'
import { splitPassages } from './passage.ts'

/** Reads plain text of any shape, also a page copied whole from a browser. */
export function readPlainText(raw: string): Extraction {
  const text = normaliseText(raw)
  return {
    blocks: splitPassages(text).map(({ start, end }) => ({
      kind: 'paragraph',
      text: text.slice(start, end),
      page: null,
    })),
    title: null,
    language: null,
    publisher: null,
    origin: null,
    authors: [],
    published: { value: null, basis: 'none' },
    modified: { value: null, basis: 'none' },
    canonicalUrl: null,
    notices: [],
    linesLeftOut: 0,
    looksLikeArticle: true,
  }
}
