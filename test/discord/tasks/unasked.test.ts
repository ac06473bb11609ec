import { describe, expect, it } from 'vitest'
import { createBuiltInEngine } from '../../../src/app/built-in-engine.ts'
import type { ReadArticle, SummaryResult } from '../../../src/app/ports.ts'
import { POINTS, type SummaryLength } from '../../../src/core/summary.ts'
import { countWords } from '../../../src/core/words.ts'
import {
  isWorthShowing,
  lengthsUnasked,
  shrinksEnough,
  summarizeUnasked,
} from '../../../src/discord/tasks/unasked.ts'
import { aRun } from '../../support/a-run.ts'
import { anArticle } from '../../support/an-article.ts'
import { HARBOUR_PARAGRAPHS } from '../../e2e/pages.ts'

const builtIn = createBuiltInEngine()
const reading = (paragraphs: readonly string[], looksLikeArticle = true): ReadArticle => ({
  article: anArticle(paragraphs, { url: 'https://news.example/a', title: 'News' }),
  looksLikeArticle,
  linesLeftOut: 0,
})
/** So many words of news, no two sentences alike. */
const newsOf = (words: number): ReadArticle => {
  const sentences: string[] = []
  while (countWords(sentences.join(' ')) < words - 10)
    sentences.push(`Report ${sentences.length + 1} on the harbour names ${sentences.length + 3} more boats.`)
  return reading(sentences)
}
const as = (length: SummaryLength, fewestWords = 250) => ({ length, fewestWords })

const result = async (
  { article }: ReadArticle,
  length: SummaryLength,
  engine: 'extractive' | 'openai' = 'extractive',
): Promise<SummaryResult> => {
  const made = await builtIn.summarize(article, { length, language: null }, {})
  const { claims, dropped, language } = made
  const summary = { headline: '', language, claims, dropped, coverage: { paragraphs: 1, of: 1 } }
  return { summary, run: aRun({ engine }) }
}

describe('a link that nobody asked about', () => {
  it('gets no more points than are short beside its article', () => {
    expect(lengthsUnasked(newsOf(800), as('long'))).toEqual(['long', 'standard', 'short'])
    expect(lengthsUnasked(newsOf(800), as('standard'))).toEqual(['standard', 'short'])
    expect(lengthsUnasked(newsOf(300), as('standard'))).toEqual(['short'])
    expect(lengthsUnasked(newsOf(150), as('standard', 100))).toEqual([])
  })

  it('is left alone where its article has too few words, or is none', () => {
    expect(lengthsUnasked(newsOf(300), as('short', 400))).toEqual([])
    const form = { ...newsOf(800), looksLikeArticle: false }
    expect(lengthsUnasked(form, as('short'))).toEqual([])
  })

  it('shows the first summary that leaves out seven tenths of the words', async () => {
    // Sentences of the built-in engine are long: six of them are a third of this text and more.
    const read = reading(HARBOUR_PARAGRAPHS)
    const asked: SummaryLength[] = []
    const summary = await summarizeUnasked(read, ['standard', 'short'], (length) => {
      asked.push(length)
      return result(read, length)
    })
    expect(asked).toEqual(['standard', 'short'])
    expect(summary?.summary.claims).toHaveLength(POINTS.short)
    expect(shrinksEnough(read.article, await result(read, 'standard'))).toBe(false)
    expect(shrinksEnough(read.article, await result(read, 'short'))).toBe(true)
  })

  it('gets a card that was made for somebody who asked only where that is as short', async () => {
    const read = reading(HARBOUR_PARAGRAPHS)
    const short = await result(read, 'short')
    expect(isWorthShowing(read.article, short, { fewestWords: 250 })).toBe(true)
    expect(isWorthShowing(read.article, short, { fewestWords: 400 })).toBe(false)
    expect(isWorthShowing(read.article, await result(read, 'standard'), { fewestWords: 250 })).toBe(false)
  })

  it('is left alone where no summary does, and a model is asked only once', async () => {
    const read = reading(HARBOUR_PARAGRAPHS)
    let calls = 0
    const none = await summarizeUnasked(read, ['standard', 'short'], (length) => {
      calls += 1
      return result(read, length, 'openai')
    })
    expect(none).toBeNull()
    expect(calls).toBe(1)
    const tiny = reading(HARBOUR_PARAGRAPHS.slice(0, 2))
    expect(await summarizeUnasked(tiny, ['short'], (length) => result(tiny, length))).toBeNull()
  })
})
