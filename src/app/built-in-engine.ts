import type { Turn } from '../core/answer.ts'
import type { Article } from '../core/article.ts'
import type { ClaimDraft } from '../core/claim.ts'
import { throwIfCancelled } from '../core/error.ts'
import { pickSentences } from '../core/extract-summary.ts'
import { leansOnEarlier } from '../core/follow-up.ts'
import { proveClaims } from '../core/prove.ts'
import { quoteAt } from '../core/quote.ts'
import { type Ranking, rankSentences } from '../core/retrieval.ts'
import type { Run } from '../core/run.ts'
import type { Span } from '../core/span.ts'
import { POINTS } from '../core/summary.ts'
import type { Engine, EngineAnswer, EngineRun, EngineSummary } from './engine.ts'

/** Raise it when summaries or answers of the same article would come out differently, so that caches let go of theirs. */
const VERSION = '1'

/** An answer shows its best sentence and at most two more that come this near to it, for questions with two halves. */
const MOST_SENTENCES = 3
const NEAR_THE_BEST = 0.75

/**
 * The engine that needs no model: every claim is a sentence of the article, word for word. Summaries are picked by place,
 * likeness to the whole and newness; answers by retrieval.
 */
export function createBuiltInEngine(): Engine {
  return {
    name: 'extractive',
    model: null,
    version: VERSION,
    async summarize(article, { length, language }, { signal, onProgress }) {
      throwIfCancelled(signal)
      onProgress?.({ phase: 'writing', words: article.words })
      return summarize(article, POINTS[length], language)
    },
    async answer(article, turns, question, { signal }) {
      throwIfCancelled(signal)
      return answer(article, turns, question)
    },
  }
}

function summarize(article: Article, count: number, language: string | null): EngineSummary {
  const told = article.passages.filter(({ kind }) => kind !== 'heading' && kind !== 'table')
  const sentences = pickSentences(article.text, told, count)
  const { claims, dropped } = proveClaims(article, draftsOf(article, sentences))
  return { claims, dropped, run: runWith(languageNotices(article, language)) }
}

function answer(article: Article, turns: readonly Turn[], question: string): EngineAnswer {
  const ranking = rank(article, turns, question)
  const best = ranking.sentences[0]
  if (ranking.answerable && best !== undefined) {
    const near = ranking.sentences.filter(({ score }) => score >= NEAR_THE_BEST * best.score)
    const { claims, dropped } = proveClaims(article, draftsOf(article, near.slice(0, MOST_SENTENCES)))
    if (claims.length > 0) {
      return { status: 'answered', claims, dropped, missing: [], nearest: null, run: runWith([]) }
    }
  }
  return {
    status: 'not-in-article',
    claims: [],
    dropped: [],
    missing: ranking.unmatched.length > 0 ? ranking.unmatched : [question],
    nearest: best === undefined || best.score === 0 ? null : quoteAt(article, best),
    run: runWith([]),
  }
}

/** Headings repeat what the text tells, often more sharply: they answer only where there is nothing else. */
function rank(article: Article, turns: readonly Turn[], question: string): Ranking {
  const told = article.passages.filter(({ kind }) => kind !== 'heading')
  const earlier = leansOnEarlier(question, article.language) ? turns.at(-1)?.question : undefined
  return rankSentences(article.text, told.length > 0 ? told : article.passages, question, earlier)
}

function draftsOf(article: Article, sentences: readonly Span[]): ClaimDraft[] {
  return sentences.map(({ start, end }) => {
    const words = article.text.slice(start, end)
    const passage = article.passages.find((each) => each.start <= start && start < each.end)
    return { text: words, passage: passage?.id ?? null, quote: words, speaker: null }
  })
}

function languageNotices(article: Article, language: string | null): Run['notices'] {
  if (language === null || language === article.language) return []
  const message = `Without a model every point is the article's own sentence, so it stays in the article's language (${article.language}).`
  return [{ code: 'language-ignored', message }]
}

function runWith(notices: Run['notices']): EngineRun {
  return { prompt: null, calls: 0, parts: 1, tokens: { input: 0, cached: 0, output: 0 }, notices }
}
