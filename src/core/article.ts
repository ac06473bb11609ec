import { createHash } from 'node:crypto'
import { countWords } from './words.ts'
import type { Source } from './source.ts'

/** What a passage is on the page: it decides how a passage is shown, never whether it may prove something. */
export type PassageKind = 'paragraph' | 'heading' | 'list' | 'quote' | 'table'

/** One block of the article as an extractor hands it over; `text` is normalised when the article is built. */
export interface Block {
  readonly kind: PassageKind
  readonly text: string
  /** 1-based page of a PDF, else null. */
  readonly page: number | null
}

/** A slice of `article.text`: `start` and `end` are UTF-16 code units, `end` exclusive. */
export interface Passage {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly kind: PassageKind
  readonly page: number | null
}

/**
 * What was read, in words that never change again: every offset in Footnote points into `text`,
 * which is normalised once, here, and shown to nobody in any other form.
 */
export interface Article {
  /** Hash of `text`: the same words give the same id, wherever they were read. */
  readonly id: string
  readonly title: string
  readonly language: string
  readonly words: number
  readonly text: string
  readonly passages: readonly Passage[]
  readonly source: Source
  /** What links need to know of the page around the article (`standingOnPage`); kept with it, never printed. */
  readonly onPage?: string
}

/**
 * Joins blocks into the article's text and passages. The blocks' text must be normalised already
 * (`normaliseText`); blocks without a visible character are left out.
 */
export function layOut(blocks: readonly Block[]): Pick<Article, 'id' | 'text' | 'words' | 'passages'> {
  const passages: Passage[] = []
  let text = ''
  for (const block of blocks) {
    const words = block.text.trim()
    if (words === '') continue
    if (text !== '') text += '\n\n'
    const start = text.length
    text += words
    const id = `P${passages.length + 1}`
    passages.push({ id, start, end: text.length, kind: block.kind, page: block.page })
  }
  return {
    id: createHash('sha256').update(text).digest('hex').slice(0, 32),
    text,
    words: countWords(text),
    passages,
  }
}
