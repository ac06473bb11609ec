import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/article.ts'
import { editedSince } from '../../src/core/compare-readings.ts'
import { anArticle } from '../support/an-article.ts'

const NINE = '2026-11-22T09:00:00.000Z'
const read = (paragraphs: readonly string[], retrievedAt: string): Article => {
  const article = anArticle([...paragraphs])
  return { ...article, source: { ...article.source, retrievedAt } }
}
const compare = (before: string[], after: string[], at = '2026-11-22T12:00:00.000Z') =>
  editedSince(read(before, NINE), read(after, at))

describe('two readings of a page', () => {
  it.each([
    [
      ['a', 'b', 'c'],
      ['a', 'B', 'c'],
      'Edited: 1 of 3 paragraphs changed since it was read before, 3 hours earlier.',
    ],
    [['a', 'b'], ['a', 'b', 'c'], 'Edited: 1 of 3 paragraphs new since it was read before, 3 hours earlier.'],
    [['a', 'b', 'c'], ['a'], 'Edited: 2 of 3 paragraphs gone since it was read before, 3 hours earlier.'],
    [
      ['a', 'b'],
      ['A', 'b', 'c'],
      'Edited: 1 of 3 paragraphs changed, 1 new since it was read before, 3 hours earlier.',
    ],
    [['a', 'a'], ['a'], 'Edited: 1 of 2 paragraphs gone since it was read before, 3 hours earlier.'],
  ])('%j and %j differ', (before, after, message) => {
    expect(compare(before, after)).toMatchObject({ code: 'edited-since', message })
  })

  it('with the same words, in whatever order, are no edit', () => {
    expect(compare(['a', 'b'], ['a', 'b'])).toBeNull()
    expect(compare(['a', 'b'], ['b', 'a'])).toBeNull()
  })

  it('give the first new words as evidence, not those that are gone', () => {
    const long = 'New words. '.repeat(50)
    const evidence = compare(['a', 'b', 'c', 'd'], [long, 'B', 'C', 'D'])?.evidence
    expect(evidence).toEqual([long.slice(0, 160), 'B', 'C'])
  })

  it.each([
    ['2026-11-22T09:00:10.000Z', '1 minute'],
    ['2026-11-22T09:40:00.000Z', '40 minutes'],
    ['2026-11-24T08:00:00.000Z', '47 hours'],
    ['2026-11-25T09:00:00.000Z', '3 days'],
  ])('tell the time between them: %s', (at, time) =>
    expect(compare(['a'], ['b'], at)?.message).toContain(`, ${time} earlier.`),
  )
})
