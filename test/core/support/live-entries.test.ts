import { describe, expect, it } from 'vitest'
import { layOut } from '../../../src/core/article.ts'
import { labelled } from '../../../src/core/labels.ts'
import { nearestQuote } from '../../../src/core/nearest-quote.ts'
import { proveClaims } from '../../../src/core/prove.ts'
import { anArticle } from '../../support/an-article.ts'

const ENTRIES = [
  ['heading', '17:40 Two injured, not three'],
  ['paragraph', 'The storm has injured two people, the county police say.'],
  ['heading', '12:45 Three injured'],
  ['paragraph', 'Three people have been injured in the storm. The coast road is closed.'],
] as const

const liveBlog = (entries: readonly (readonly ['heading' | 'paragraph', string])[] = ENTRIES) => ({
  ...anArticle([''], { notices: [labelled('live-blog', 'LIVE')] }),
  ...layOut(entries.map(([kind, text]) => ({ kind, text, page: null }))),
})

const prove = (text: string, quote: string, article = liveBlog()) =>
  proveClaims(article, [{ text, passage: null, quote, speaker: null }])

describe('in a live blog', () => {
  it('the time of the entry stands before the point', () => {
    const { claims } = prove('The coast road is closed.', 'The coast road is closed.')
    expect(claims.map(({ text }) => text)).toEqual(['12:45: The coast road is closed.'])
  })

  it('the newest entry wins: an older figure is no point any more', () => {
    const older = prove('The storm has injured three people.', 'Three people have been injured in the storm.')
    expect(older.dropped.map(({ why }) => why)).toEqual(['number-unsupported'])
    expect(older.failed[0]?.detail).toContain('a newer entry says')
    const newest = prove('The storm has injured two people.', 'The storm has injured two people')
    expect(newest.claims.map(({ text }) => text)).toEqual(['17:40: The storm has injured two people.'])
  })

  it('whose times rise the last entry is the newest', () => {
    const [first, second, third, fourth] = ENTRIES
    const rising = liveBlog([
      third,
      fourth,
      first,
      second,
      ['heading', '18:20 Road open'],
      ['paragraph', 'The coast road is open again.'],
    ])
    const older = prove(
      'The storm has injured three people.',
      'Three people have been injured in the storm.',
      rising,
    )
    expect(older.claims).toEqual([])
  })

  it('the closest words to a question are none that a newer entry tells otherwise', () => {
    const article = liveBlog()
    const [older, newer] = [
      'Three people have been injured in the storm.',
      'The storm has injured two people, the county police say.',
    ].map((words, at) => {
      const start = article.text.indexOf(words)
      return { start, end: start + words.length, score: 0.9 - at / 10 }
    })
    expect(nearestQuote(article, [older!, newer!])?.text).toMatch(/^The storm has injured two/u)
  })
})

describe('in every other article', () => {
  it('a time at the beginning of a line is only a time', () => {
    const article = { ...liveBlog(), source: anArticle(['']).source }
    expect(prove('The coast road is closed.', 'The coast road is closed.', article).claims[0]?.text).toBe(
      'The coast road is closed.',
    )
  })
})
