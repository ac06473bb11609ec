import { describe, expect, it, onTestFinished } from 'vitest'
import { thinkHere } from '../src/app/thoughts.ts'
import { createThinker } from '../src/think.ts'
import { anArticle } from './support/an-article.ts'

const articleOf = (paragraphs: number): ReturnType<typeof anArticle> =>
  anArticle(
    Array.from(
      { length: paragraphs },
      (_, n) =>
        `In week ${n + 1} the rangers of Brennholm counted ${n + 7} herons. “It was a good week,” said Ann Berg, who works for the office.`,
    ),
    { url: 'https://herons.example.org/survey' },
  )

const thinkerWith = (...limits: Parameters<typeof createThinker>): ReturnType<typeof createThinker> => {
  const thinker = createThinker(...limits)
  onTestFinished(() => thinker.close())
  return thinker
}

describe('what is thought about a long article', () => {
  it('is the same in a thread of its own', async () => {
    const { think } = thinkerWith()
    const long = articleOf(400)
    const question = 'How many herons were counted in week 9?'
    const here = [
      await thinkHere('summarize', long, [6, null]),
      await thinkHere('answer', long, [[], question]),
      await thinkHere('voices', long, []),
    ]
    const there = [
      await think('summarize', long, [6, null]),
      await think('answer', long, [[], question]),
      await think('voices', long, []),
    ]
    expect(there).toEqual(here)
  })

  it('is given up in words where it takes too much', async () => {
    const { think } = thinkerWith({ milliseconds: 1, memoryMegabytes: 256 })
    await expect(think('summarize', articleOf(400), [6, null])).rejects.toMatchObject({
      code: 'article-too-long',
    })
  })

  it('can be stopped', async () => {
    const { think } = thinkerWith()
    const stop = new AbortController()
    const thought = think('summarize', articleOf(400), [6, null], stop.signal)
    stop.abort()
    await expect(thought).rejects.toMatchObject({ code: 'cancelled' })
  })
})
