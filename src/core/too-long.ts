import type { Block } from './article.ts'
import { FootnoteError } from './error.ts'

/** UTF-16 code units: 200,000 English words and some more. A second of work for each step. */
export const MOST_CHARACTERS = 1_500_000
/** Nobody reads so many; each costs as much as a hundred words. */
const MOST_BLOCKS = 20_000
/** Of somebody's words: a book of 200,000 has ten thousand. */
const MOST_QUOTES = 20_000

/** @throws {FootnoteError} `article-too-long` */
export function refuseTooLong(blocks: readonly Block[], mostCharacters: number): void {
  const characters = blocks.reduce((sum, { text }) => sum + text.length, 0)
  if (characters > mostCharacters || blocks.length > MOST_BLOCKS) throw articleTooLong()
}

/** @throws {FootnoteError} `article-too-long` */
export function refuseTooManyQuotes(quotes: readonly unknown[]): void {
  if (quotes.length > MOST_QUOTES) throw articleTooLong()
}

export const articleTooLong = (): FootnoteError =>
  new FootnoteError(
    'article-too-long',
    'This is more text than I read at once. Give me the part of it that you need, as a text or a file of its own.',
  )
