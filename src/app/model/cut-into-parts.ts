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
  const all = pieces.reduce((sum, { tokens }) => sum + tokens, 0)
  const wanted = Math.ceil(all / most)
  if (wanted > MOST_PARTS) throw tooLong()
  const parts = pack(pieces, Math.min(most, Math.ceil(all / wanted) + Math.floor(most * SLACK)), most)
  if (parts.length > MOST_PARTS) throw tooLong()
  const starts = parts.map((part) => part[0]!.start)
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? article.text.length }))
}

/** Parts end where paragraphs do: without some room above the mean there would be one part more. */
const SLACK = 0.05

function pack(pieces: readonly Piece[], wanted: number, most: number): Piece[][] {
  const parts: Piece[][] = []
  let part: Piece[] = []
  let tokens = 0
  const close = (): void => {
    // A heading belongs to what stands below it.
    const headings = trailingHeadings(part)
    const next = headings < part.length ? part.splice(part.length - headings) : []
    parts.push(part)
    part = next
    tokens = sumOf(next)
  }
  for (const piece of pieces) {
    if (part.length > 0 && tokens + piece.tokens > wanted) close()
    if (part.length > 0 && tokens + piece.tokens > most) {
      parts.push(part)
      part = []
      tokens = 0
    }
    part.push(piece)
    tokens += piece.tokens
  }
  if (part.length > 0) parts.push(part)
  return parts
}

const sumOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { tokens }) => sum + tokens, 0)

function trailingHeadings(part: readonly Piece[]): number {
  const last = part.findLastIndex(({ passage }) => passage.kind !== 'heading')
  return part.length - 1 - last
}

const tooLong = (): FootnoteError =>
  new FootnoteError(
    'article-too-long',
    `This article is too long for the model: it would take more than ${MOST_PARTS} calls. Give me a part of it, or the host can raise OPENAI_CONTEXT_TOKENS.`,
  )
