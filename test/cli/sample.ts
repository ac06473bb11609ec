import type { ReadArticle, SummaryResult } from '../../src/app/ports.ts'
import type { Answer } from '../../src/core/answer.ts'
import { type Article, type Block, layOut } from '../../src/core/article.ts'
import type { Claim, Quote } from '../../src/core/claim.ts'
import type { Run } from '../../src/core/run.ts'
import type { Source } from '../../src/core/source.ts'
import { splitSentences } from '../../src/core/sentence.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text, page: null })

/** A small article for the views; `source` replaces what a test is about. */
export function sampleArticle(
  source: Partial<Source> = {},
  title = 'Lighthouse Of Merrow Is Lit Again',
): Article {
  const laidOut = layOut([
    paragraph('The lighthouse of Merrow was lit again on Monday. It had been dark for eleven years.'),
    paragraph('“We counted every hour,” said its keeper, Anselm Dray, after the lamp had turned.'),
    paragraph('The lamp cost 40,000 crowns, the harbour board said.'),
  ])
  return {
    ...laidOut,
    title,
    language: 'en',
    source: {
      kind: 'link',
      url: 'https://www.merrow-post.example/lighthouse',
      publisher: { name: 'The Merrow Post', domain: 'merrow-post.example', basis: 'og:site_name' },
      origin: null,
      authors: [{ name: 'Ida Quell', basis: 'json-ld' }],
      published: { value: '2024-05-13', basis: 'json-ld' },
      modified: { value: null, basis: 'none' },
      retrievedAt: '2026-11-22T12:00:00.000Z',
      read: { words: laidOut.words, of: laidOut.words, complete: true },
      notices: [],
      ...source,
    },
  }
}

export const reading = (article: Article, linesLeftOut = 0): ReadArticle => ({
  article,
  looksLikeArticle: true,
  linesLeftOut,
})

/** The first place of these words in the article, as a proof. */
export function quoteOf(article: Article, words: string, link: string | null = null): Quote {
  const start = article.text.indexOf(words)
  if (start === -1) throw new Error(`The sample does not hold “${words}”.`)
  const end = start + words.length
  const passage = article.passages.find((one) => one.start <= start && start < one.end)!
  const sentence = splitSentences(article.text, passage.start, passage.end).find((one) => one.end > start)!
  return { passage: passage.id, start, end, text: words, sentence, link, page: null }
}

export const claimOf = (article: Article, text: string, words: string, rest: Partial<Claim> = {}): Claim => ({
  text,
  speaker: null,
  quotes: [quoteOf(article, words)],
  ...rest,
})

export const modelRun: Run = {
  engine: 'openai',
  model: 'small-model',
  prompt: 'summarize@1a2b3c4d',
  cached: false,
  calls: 1,
  parts: 1,
  tokens: { input: 900, cached: 0, output: 120 },
  cost: null,
  milliseconds: 4200,
  notices: [],
}

export const builtInRun: Run = { ...modelRun, engine: 'extractive', model: null, prompt: null, calls: 0 }

export const summaryOf = (
  article: Article,
  claims: readonly Claim[],
  rest: Partial<SummaryResult['summary']> = {},
  run: Run = modelRun,
): SummaryResult => ({
  summary: {
    headline: article.title,
    language: 'en',
    claims,
    dropped: [],
    coverage: { paragraphs: 1, of: 3 },
    ...rest,
  },
  run,
})

export const answerOf = (question: string, rest: Partial<Answer> = {}): Answer => ({
  question,
  status: 'answered',
  claims: [],
  dropped: [],
  missing: [],
  nearest: null,
  ...rest,
})
