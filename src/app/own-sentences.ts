import type { Article } from '../core/article.ts'
import type { ClaimDraft } from '../core/claim.ts'
import { NO_TOKENS } from '../core/price.ts'
import type { Run } from '../core/run.ts'
import type { Span } from '../core/span.ts'
import { spanAt } from '../core/spans-at.ts'
import type { EngineRun } from './engine.ts'

/** Longer ones are no sentences but texts without a full stop: nobody could read them as a point. */
const LONGEST_SENTENCE = 4000
const isSentence = ({ start, end }: Span): boolean => end - start <= LONGEST_SENTENCE

/** Points that are sentences of the article, word for word. */
export function draftsOf(article: Article, sentences: readonly Span[]): ClaimDraft[] {
  return sentences.filter(isSentence).map(({ start, end }) => {
    const words = article.text.slice(start, end)
    const passage = spanAt(article.passages, start)
    return { text: words, passage: passage?.id ?? null, quote: words, speaker: null }
  })
}

/** Of work that no model took part in. */
export function runWith(notices: Run['notices']): EngineRun {
  return { model: null, prompt: null, calls: 0, parts: 1, tokens: NO_TOKENS, cost: null, notices }
}
