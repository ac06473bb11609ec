import type { Article } from '../../core/article.ts'
import { rankSentences } from '../../core/retrieval.ts'
import type { Span } from '../../core/span.ts'
import { spansOf } from './cut-into-parts.ts'
import { fencePassages } from './fence-passages.ts'
import type { Model } from '../ports.ts'

/** A passage longer than this share of the room is taken in pieces. */
const LARGEST_SHARE = 1 / 4

/**
 * The passages of an article that come nearest to a question, as many as the room takes, in the article's order.
 * The opening is always among them: it says whom and what the rest is about.
 */
export async function selectPassages(
  model: Model,
  article: Article,
  question: string,
  room: number,
): Promise<readonly Span[]> {
  const scores = rankSentences(article.text, article.passages, question).sentences
  const scoreOf = (span: Span): number =>
    Math.max(
      0,
      ...scores
        .filter(({ start, end }) => start < span.end && span.start < end)
        .map((sentence) => sentence.score),
    )
  const units = (
    await Promise.all(article.passages.map((passage) => piecesOf(model, article, passage, room)))
  ).flat()
  const ranked = units
    .map((span, index) => ({ span, rank: index === 0 ? Number.POSITIVE_INFINITY : scoreOf(span) }))
    .toSorted((one, other) => other.rank - one.rank || one.span.start - other.span.start)

  const chosen: Span[] = []
  let left = room - (await model.countTokens(fencePassages(article, [])))
  for (const { span } of ranked) {
    const tokens = await lineTokens(model, article, span)
    if (tokens > left) continue
    left -= tokens
    chosen.push(span)
  }
  return chosen.toSorted((one, other) => one.start - other.start)
}

async function piecesOf(
  model: Model,
  article: Article,
  { start, end }: Span,
  room: number,
): Promise<readonly Span[]> {
  const largest = Math.floor(room * LARGEST_SHARE)
  if ((await model.countTokens(article.text.slice(start, end))) <= largest) return [{ start, end }]
  const pieces = spansOf(await model.cut(article.text.slice(start, end), largest))
  return pieces.map((piece) => ({ start: start + piece.start, end: start + piece.end }))
}

/** Tokens of the span as a line of its own, its passage mark included. */
async function lineTokens(model: Model, article: Article, span: Span): Promise<number> {
  const [, ...lines] = fencePassages(article, [span]).split('\n')
  return model.countTokens(`${lines.slice(0, -1).join('\n')}\n`)
}
