import type { Article } from '../../core/article.ts'
import { rankSentences } from '../../core/retrieval.ts'
import type { Span } from '../../core/span.ts'

/** How near each piece of an article comes to a question: as near as its best sentence. `earlier`: what it leans on. */
export function nearnessOf(
  article: Article,
  pieces: readonly Span[],
  question: string,
  earlier: string,
): Float64Array {
  const ranking = rankSentences(article.text, article.passages, question, earlier)
  const sentences = ranking.sentences.toSorted((one, other) => one.start - other.start)
  const scores = new Float64Array(pieces.length)
  let at = 0
  for (const { start, end, score } of sentences) {
    while (at < pieces.length && pieces[at]!.end <= start) at++
    for (let piece = at; piece < pieces.length && pieces[piece]!.start < end; piece++) {
      scores[piece] = Math.max(scores[piece]!, score)
    }
  }
  return scores
}
