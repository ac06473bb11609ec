import type { Article } from '../article.ts'
import { articleSentences, type ArticleSentence } from '../article-sentences.ts'
import type { Quote } from '../claim.ts'
import type { Span } from '../span.ts'
import { isUsableAsProof } from '../usable-as-proof.ts'

/**
 * What may be shown as the proof of a claim, the nearest first: the sentences in which its quotes stand, then with one
 * neighbour more, where the subject or the number of a sentence often stands ("It will close …").
 */
export function* proofsFor(article: Article, quotes: readonly Quote[]): Generator<readonly Quote[]> {
  yield quotes
  for (const [at, quote] of quotes.entries()) {
    for (const neighbour of neighboursOf(article, quote.sentence)) {
      const start = Math.min(quote.sentence.start, neighbour.start)
      const end = Math.max(quote.sentence.end, neighbour.end)
      yield quotes.with(at, { ...quote, sentence: { start, end } })
    }
  }
}

/** The words of the proof, each sentence once, in the article's order. */
export function proofText(article: Article, quotes: readonly Quote[]): string {
  const spans = quotes.map(({ sentence }) => sentence).toSorted((one, other) => one.start - other.start)
  let end = 0
  const parts = spans.flatMap((span) => {
    const start = Math.max(span.start, end)
    end = Math.max(end, span.end)
    return start < span.end ? [article.text.slice(start, span.end)] : []
  })
  return parts.join('\n')
}

/** The sentences before and behind, in prose: a heading or a table between them parts what belongs together. */
function neighboursOf(article: Article, sentence: Span): readonly ArticleSentence[] {
  const sentences = articleSentences(article)
  const first = sentences.findIndex(({ end }) => end > sentence.start)
  const behind = sentences.findIndex(({ start }) => start >= sentence.end)
  const nearest = [sentences[first - 1], behind < 0 ? undefined : sentences[behind]]
  return nearest
    .filter((each) => each !== undefined)
    .filter((each) => each.kind !== 'heading' && each.kind !== 'table' && isUsableAsProof(article, each))
}
