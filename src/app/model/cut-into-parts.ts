import type { Article } from '../../core/article.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Span } from '../../core/span.ts'
import { type Piece, cutIntoPieces } from './cut-into-pieces.ts'
import { fencePassages } from './fence-passages.ts'
import type { Model } from '../ports.ts'

/**
 * A longer article would spend a day's calls (DAILY_CALL_LIMIT, 200) on one reader. 200,000 English words are some 65
 * parts for a context of 8,192 tokens, as many Russian or Chinese ones up to twice that.
 */
const MOST_PARTS = 150

/**
 * Ranges of the article's text that each fit a request once they are fenced, all of about the same size, so that none is
 * waited for long; on passage borders where possible, never behind a heading. Every character of every passage is in one.
 * @throws {FootnoteError} `article-too-long`
 */
export async function cutIntoParts(model: Model, article: Article, room: number): Promise<readonly Span[]> {
  const most = room - (await model.countTokens(fencePassages(article, [])))
  const pieces = await cutIntoPieces(model, article, most)
  const wanted = Math.ceil(sumOf(pieces) / (most * FILLED))
  if (wanted > MOST_PARTS) throw tooLong()
  const parts = pack(pieces, wanted, most)
  if (parts.length > MOST_PARTS) throw tooLong()
  const starts = parts.map((part) => part[0]!.start)
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? article.text.length }))
}

/** Parts end where paragraphs do: filled to the brim there would be a small one left over. */
const FILLED = 0.92

/** Each part takes its share of what is left; a piece goes to the part that more than half of it belongs to. */
function pack(pieces: readonly Piece[], wanted: number, most: number): Piece[][] {
  const parts: Piece[][] = []
  let part: Piece[] = []
  let tokens = 0
  let left = sumOf(pieces)
  for (const piece of pieces) {
    const share = (left + tokens) / Math.max(1, wanted - parts.length)
    const isFull = tokens + piece.tokens > most || tokens + piece.tokens / 2 > share
    if (isFull && part.length > 0) {
      // A heading belongs to what stands below it.
      const kept = part.findLastIndex(({ passage }) => passage.kind !== 'heading') + 1
      const next = kept > 0 ? part.splice(kept) : []
      parts.push(part)
      const fits = sumOf(next) + piece.tokens <= most
      if (!fits) parts.push(next)
      part = fits ? next : []
      tokens = sumOf(part)
    }
    part.push(piece)
    tokens += piece.tokens
    left -= piece.tokens
  }
  if (part.length > 0) parts.push(part)
  return parts.filter((each) => each.length > 0)
}

const sumOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { tokens }) => sum + tokens, 0)

const tooLong = (): FootnoteError =>
  new FootnoteError(
    'article-too-long',
    `This article is too long for the model: it would take more than ${MOST_PARTS} calls. Give me a part of it, or the host can raise OPENAI_CONTEXT_TOKENS.`,
  )
