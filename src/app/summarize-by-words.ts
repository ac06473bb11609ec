import type { Article } from '../core/article.ts'
import { pickSentences } from '../core/extract-summary.ts'
import { pickablePassages } from '../core/lures.ts'
import { proveClaims } from '../core/prove.ts'
import type { Run } from '../core/run.ts'
import type { EngineSummary } from './engine.ts'
import { draftsOf, runWith } from './own-sentences.ts'

/** `count` sentences of the article, picked by place, likeness to the whole and newness. */
export function summarizeByWords(article: Article, count: number, language: string | null): EngineSummary {
  const told = pickablePassages(article).filter(({ kind }) => kind !== 'heading' && kind !== 'table')
  const sentences = pickSentences(article.text, told, count)
  const { claims, dropped } = proveClaims(article, draftsOf(article, sentences))
  const run = runWith(languageNotices(article, language))
  return { claims, language: article.language, dropped, run }
}

function languageNotices(article: Article, language: string | null): Run['notices'] {
  if (language === null || language === article.language) return []
  const message = `Without a model every point is the article's own sentence, so it stays in the article's language (${article.language}).`
  return [{ code: 'language-ignored', message }]
}
