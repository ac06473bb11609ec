import type { Article } from '../../src/core/article.ts'
import { buildArticle } from '../../src/core/build-article.ts'
import type { Extraction } from '../../src/core/extraction.ts'

const NOTHING_KNOWN: Omit<Extraction, 'blocks'> = {
  title: null,
  language: 'en',
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

/** An article of these paragraphs, as if read from a page (`url`) or pasted. */
export function anArticle(
  paragraphs: readonly string[],
  { url = null, ...known }: Partial<Omit<Extraction, 'blocks'>> & { url?: string | null } = {},
): Article {
  const blocks = paragraphs.map((text) => ({ kind: 'paragraph', text, page: null }) as const)
  const facts = { kind: url === null ? 'text' : 'link', url, retrievedAt: Date.UTC(2026, 10, 22) } as const
  return buildArticle({ ...NOTHING_KNOWN, ...known, blocks }, facts)
}
