import type { Article } from '../../core/article.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Span } from '../../core/span.ts'
import { fencePassages } from './fence-passages.ts'
import type { Model } from '../ports.ts'

/** A longer article would spend a day's calls on one reader. */
const MOST_PARTS = 40
/** Passage marks and escapes take tokens that the bare text does not have; then it is cut finer. */
const FINER = 0.8
const LEAST_TOKENS = 64

/**
 * Ranges of the article's text that each fit a request once they are fenced, on passage borders where possible.
 * @throws {FootnoteError} `article-too-long`
 */
export async function cutIntoParts(model: Model, article: Article, room: number): Promise<readonly Span[]> {
  const whole = await model.countTokens(article.text)
  const tooLong = (): FootnoteError => {
    const sentence = `This article is too long for the model: it would take more than ${MOST_PARTS} calls. Give me a part of it, or the host can raise OPENAI_CONTEXT_TOKENS.`
    return new FootnoteError('article-too-long', sentence)
  }
  if (whole > room * MOST_PARTS) throw tooLong()
  for (let size = Math.floor(room * 0.95); ; size = Math.floor(size * FINER)) {
    const parts = spansOf(await model.cut(article.text, size))
    if (parts.length > MOST_PARTS) throw tooLong()
    const fenced = await Promise.all(parts.map((part) => model.countTokens(fencePassages(article, [part]))))
    if (fenced.every((tokens) => tokens <= room)) {
      return parts.filter(({ start, end }) => article.text.slice(start, end).trim() !== '')
    }
    if (size < LEAST_TOKENS) throw tooLong()
  }
}

/** Where the pieces of a text stand in it. */
export function spansOf(pieces: readonly string[]): Span[] {
  let end = 0
  return pieces.map((piece) => {
    const start = end
    end += piece.length
    return { start, end }
  })
}
