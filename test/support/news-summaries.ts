import { readFileSync } from 'node:fs'
import { pickSentences } from '../../src/core/extract-summary.ts'
import { splitPassages } from '../../src/core/passage.ts'
import { splitSentences } from '../../src/core/sentence.ts'
import { rouge1 } from './rouge.ts'

interface News {
  readonly name: string
  /** What the page put before the first words; empty where nothing stands there. */
  readonly junk: readonly string[]
  readonly text: string
  readonly highlights: readonly string[]
}

/** Mean ROUGE-1 against the highlights of three sentences picked by us and of the first three (LEAD-3). */
export interface SummaryScores {
  readonly texts: number
  readonly ours: number
  readonly lead: number
}

const SENTENCES = 3

/** Short news of our own with highlights as newspapers print them. */
export function readNews(): News[] {
  return JSON.parse(readFileSync('test/fixtures/summaries/news.json', 'utf8')) as News[]
}

export function scoreSummaries(news: readonly News[]): SummaryScores {
  const mean = (summarize: (text: string) => string): number =>
    news.reduce(
      (sum, { junk, text, highlights }) =>
        sum + rouge1(summarize(junk.join('') + text), highlights.join(' ')),
      0,
    ) / Math.max(1, news.length)
  return { texts: news.length, ours: mean(pick), lead: mean(lead) }
}

const pick = (text: string): string =>
  pickSentences(text, splitPassages(text), SENTENCES)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')

const lead = (text: string): string =>
  splitSentences(text)
    .slice(0, SENTENCES)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
