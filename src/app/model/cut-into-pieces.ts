import type { Article, Passage } from '../../core/article.ts'
import type { Span } from '../../core/span.ts'
import type { Model } from '../ports.ts'
import { passageLine } from './fence-passages.ts'

/** A passage as it stands in a prompt, or a piece of one that is too long to stand there whole. */
export interface Piece extends Span {
  readonly passage: Passage
  /** Of its line, passage mark included. */
  readonly tokens: number
}

/** Passage marks and escapes take tokens that the bare text does not have; then it is cut finer. */
const FINER = 0.8
/** The splitter cuts no smaller. */
const LEAST_TOKENS = 64

/** Every passage in its order, those that take more than so many tokens in pieces; the pieces of one joined are its text. */
export async function cutIntoPieces(
  model: Model,
  { text, passages }: Pick<Article, 'text' | 'passages'>,
  mostTokens: number,
): Promise<readonly Piece[]> {
  const whole = await Promise.all(passages.map((passage) => pieceOf(model, text, passage, passage)))
  const cut = whole.map(async (piece) =>
    piece.tokens <= mostTokens ? [piece] : cutPiece(model, text, piece, mostTokens),
  )
  return (await Promise.all(cut)).flat()
}

async function cutPiece(
  model: Model,
  text: string,
  { passage }: Piece,
  mostTokens: number,
): Promise<readonly Piece[]> {
  const { start, end } = passage
  for (let size = mostTokens; ; size = Math.floor(size * FINER)) {
    const spans = spansOf(await model.cut(text.slice(start, end), size), start)
    const pieces = await Promise.all(spans.map((span) => pieceOf(model, text, passage, span)))
    if (size <= LEAST_TOKENS || pieces.every(({ tokens }) => tokens <= mostTokens)) return pieces
  }
}

async function pieceOf(model: Model, text: string, passage: Passage, { start, end }: Span): Promise<Piece> {
  const tokens = await model.countTokens(`${passageLine(passage, text.slice(start, end))}\n`)
  return { passage, start, end, tokens }
}

/** Where the pieces of a text stand in it. */
function spansOf(pieces: readonly string[], from: number): Span[] {
  let end = from
  return pieces.map((piece) => {
    const start = end
    end += piece.length
    return { start, end }
  })
}
