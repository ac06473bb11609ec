import { describe, expect, it } from 'vitest'
import { buildArticle, type DocumentFacts } from '../../src/core/build-article.ts'
import type { Extraction } from '../../src/core/extraction.ts'
import { readPlainText } from '../../src/core/plain-text.ts'

const paragraph =
  'The ferry left the harbour on Tuesday with 212 people on board, two days later than it had planned.'
const readOn = (day: string, kind: DocumentFacts['kind'] = 'link'): DocumentFacts => ({
  kind,
  url: kind === 'text' ? null : 'https://post.example/ferry',
  retrievedAt: Date.parse(`${day}T12:00:00Z`),
})
const codesOf = (extraction: Extraction, facts: DocumentFacts): string[] =>
  buildArticle(extraction, facts).source.notices.map(({ code }) => code)

const published = (value: string): Extraction => ({
  ...readPlainText(paragraph),
  published: { value, basis: 'json-ld' },
})

describe('buildArticle', () => {
  it('says that a date is not stated, once', () => {
    expect(codesOf(readPlainText(paragraph), readOn('2026-11-22'))).toEqual(['date-unstated'])
    const page = readPlainText(
      `12°C\nOakmere\nFriday, 4 October 2023\n\nThe Ferry Leaves Two Days Late\n\n${paragraph}`,
    )
    const notices = buildArticle(page, readOn('2026-11-22')).source.notices
    expect(notices.map(({ code }) => code)).toEqual(['date-unstated'])
    expect(notices[0]?.message).toContain('“Friday, 4 October 2023”, which stands with the weather')
  })

  it('calls a story old after 180 days and says how old', () => {
    expect(codesOf(published('2026-05-26'), readOn('2026-11-22'))).toEqual([])
    expect(codesOf(published('2026-05-25'), readOn('2026-11-22'))).toEqual(['old-story'])
    const [notice] = buildArticle(published('2022-05-13'), readOn('2026-11-22')).source.notices
    expect(notice?.message).toBe('Old story: published 2022-05-13, 4 years before it was read.')
    const [younger] = buildArticle(published('2025-09-20'), readOn('2026-11-22')).source.notices
    expect(younger?.message).toContain('1 year and 2 months')
  })

  it('says whom the page credits', () => {
    const page = readPlainText(`The Ferry Leaves Two Days Late\n\nCourtesy of The Record\n\n${paragraph}`)
    const article = buildArticle(page, readOn('2026-11-22', 'text'))
    expect(article.source.notices.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'date-unstated: Publication date not stated.',
      'republished: A copy: it credits The Record, whose original I have not read.',
      'unverified-text: Pasted text, compared with no page.',
    ])
    expect(article.text).toBe(paragraph)
    expect(article.title).toBe('The Ferry Leaves Two Days Late')
  })

  it.each([
    ['https://www.reuters.com/a', null],
    ['https://web.archive.org/web/2020/https://www.reuters.com/a', null],
    ['https://post.example/ferry', 'Reuters'],
  ])('calls a text no copy that credits the site it came from: %s', (url, origin) => {
    const text = readPlainText(`The Ferry Leaves Two Days Late\n\nOAKMERE (Reuters) - ${paragraph}`)
    const { source } = buildArticle(text, { ...readOn('2026-11-22', 'file'), url })
    expect(source.origin?.name ?? null).toBe(origin)
    expect(source.notices.some(({ code }) => code === 'republished')).toBe(origin !== null)
  })

  it('believes the words before a page that states the language of another edition', () => {
    const long = { ...readPlainText(`${paragraph} ${paragraph.replace('ferry', 'boat')}`), language: 'de' }
    expect(buildArticle(long, readOn('2026-11-22')).language).toBe('en')
    expect(buildArticle({ ...long, language: 'en' }, readOn('2026-11-22')).language).toBe('en')
    expect(buildArticle({ ...readPlainText('Ja.'), language: 'de' }, readOn('2026-11-22')).language).toBe(
      'de',
    )
  })

  it('names an agency that a page gives as its author once, as whom it credits', () => {
    const origin = { name: 'Reuters', url: null, basis: '(Reuters) —' }
    const authors = [
      { name: 'Reuters', basis: 'json-ld' },
      { name: 'Ada Brook', basis: 'json-ld' },
    ]
    const { source } = buildArticle({ ...published('2026-11-20'), origin, authors }, readOn('2026-11-22'))
    expect(source.authors.map(({ name }) => name)).toEqual(['Ada Brook'])
    expect(source.origin?.name).toBe('Reuters')
  })

  it('says that a headline says what the text does not', () => {
    const page = { ...published('2026-11-20'), title: 'Ferry leaves with 400 people' }
    const { notices } = buildArticle(page, readOn('2026-11-22')).source
    expect(notices).toMatchObject([{ code: 'headline-unsupported', evidence: ['400'] }])
  })

  it('knows how much of a page was read, of a paste not', () => {
    const { words } = buildArticle(published('2026-11-01'), readOn('2026-11-22'))
    expect(buildArticle(published('2026-11-01'), readOn('2026-11-22')).source.read).toEqual({
      words,
      of: words,
      complete: true,
    })
    expect(buildArticle(published('2026-11-01'), readOn('2026-11-22', 'text')).source.read).toEqual({
      words,
      of: null,
      complete: null,
    })
    const teaser = {
      ...published('2026-11-01'),
      notices: [{ code: 'teaser' as const, message: 'Only the opening.', evidence: [] }],
    }
    expect(buildArticle(teaser, readOn('2026-11-22')).source.read).toEqual({
      words,
      of: null,
      complete: false,
    })
  })

  it('says of how many words it read some, where the page counts them', () => {
    const opening = { code: 'teaser' as const, message: 'Only the opening.', evidence: [] }
    const part = { ...published('2026-11-20'), notices: [opening], statedWords: 900 }
    expect(buildArticle(part, readOn('2026-11-22')).source.read).toEqual({
      words: 19,
      of: 900,
      complete: false,
    })
    const miscounted = { ...part, statedWords: 5 }
    expect(buildArticle(miscounted, readOn('2026-11-22')).source.read.of).toBeNull()
  })

  it('gives every passage as a slice of the text', () => {
    const article = buildArticle(
      readPlainText(`One\u00a0word.\n\n${paragraph}\n\nTwo.`),
      readOn('2026-11-22', 'file'),
    )
    for (const passage of article.passages) {
      const words = article.text.slice(passage.start, passage.end)
      expect(words).toBe(words.trim())
      expect(words.length).toBeGreaterThan(0)
    }
    expect(article.title).toBe('')
    expect(article.language).toBe('en')
  })
})
