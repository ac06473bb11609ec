import { createHash } from 'node:crypto'
import type { Article } from './article.ts'

/**
 * An article as stores keep it: the words once, wherever they were read; the rest once for each different reading, so that a
 * conversation about a copy never shows the address of another copy.
 */
export interface StoredArticle {
  /** Hash of everything known. */
  readonly id: string
  /** `article.id`. */
  readonly contentId: string
  /** Hash of the words. */
  readonly textId: string
  /** JSON of the words: no store replaces half a surrogate pair in it, and offsets must never move. */
  readonly text: string
  /** JSON of the article without its words. */
  readonly rest: string
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

export function toStored(article: Article): StoredArticle {
  const text = JSON.stringify(article.text)
  const textId = hash(text)
  // The empty text keeps the place of the key, so that the JSON comes back in the same order.
  const rest = JSON.stringify({ ...article, text: '' })
  return { id: hash(`${textId} ${rest}`), contentId: article.id, textId, text, rest }
}
