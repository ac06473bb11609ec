import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { createExtractor } from '../../src/adapters/extract/create-extractor.ts'
import type { Article } from '../../src/core/article.ts'
import { buildArticle } from '../../src/core/build-article.ts'
import { splitSentences } from '../../src/core/sentence.ts'
import type { Span } from '../../src/core/span.ts'

export interface LinkedPage {
  readonly name: string
  readonly html: string
  /** Path and query of its address. */
  readonly path: string
  readonly article: Article
}

const NOW = Date.UTC(2026, 10, 26)

/** Where our own pages are. */
export const LINKED_FOLDERS = ['test/fixtures/linked-pages', 'test/fixtures/pages'] as const

/** Our own pages, each read as from `origin` + its path. */
export async function readLinkedPages(origin: string): Promise<LinkedPage[]> {
  const files = LINKED_FOLDERS.flatMap((folder) => globSync(`${folder}/*.html`)).toSorted()
  const extractor = createExtractor({ clock: () => NOW, milliseconds: 60_000 })
  try {
    return await Promise.all(
      files.map(async (file) => {
        const bytes = readFileSync(file)
        const name = basename(file, '.html')
        const path = `/${basename(dirname(file))}/2026/11/${name}`
        const url = `${origin}${path}`
        const extraction = await extractor.extract({ bytes, contentType: 'text/html', url, name: null })
        const article = buildArticle(extraction, { kind: 'link', url, retrievedAt: NOW })
        return { name, html: bytes.toString('utf8'), path, article }
      }),
    )
  } finally {
    await extractor.close()
  }
}

/** Every sentence of an article. */
const sentencesOf = ({ text, passages }: Article): Span[] =>
  passages.flatMap(({ start, end }) => splitSentences(text, start, end))

/** What may be quoted of an article: its sentences, words out of their middle, and two sentences across passages. */
export function quotesOf(article: Article): Span[] {
  const { text, passages } = article
  const sentences = sentencesOf(article)
  const parts = sentences.flatMap((sentence, index) => (index % 6 === 1 ? [innerPart(text, sentence)] : []))
  const pairs = sentences.flatMap((sentence, index) => {
    const next = sentences[index + 1]
    const passage = passages.findIndex(({ start, end }) => start < sentence.end && sentence.end <= end)
    const isPair =
      next !== undefined &&
      next.start >= passages[passage]!.end &&
      passages[passage]!.kind === 'paragraph' &&
      passages[passage + 1]?.kind === 'paragraph' &&
      passage % 3 === 1
    return isPair ? [{ start: sentence.start, end: next.end }] : []
  })
  return [...sentences, ...parts.filter(({ start, end }) => end > start), ...pairs]
}

/** Without its first and last word, or without the clauses at its ends where no spaces stand between words. */
function innerPart(text: string, sentence: Span): Span {
  const words = [...text.slice(sentence.start, sentence.end).matchAll(/[^\s，、；：]+/gu)]
  const [first, last] = [words[1], words.at(-2)]
  if (first === undefined || last === undefined || words.length < 6) return { start: 0, end: 0 }
  return { start: sentence.start + first.index, end: sentence.start + last.index + last[0].length }
}
