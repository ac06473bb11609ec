import { describe, expect, it } from 'vitest'
import { createBuiltInEngine } from '../../src/app/built-in-engine.ts'
import type { EngineAnswer } from '../../src/app/engine.ts'
import type { Turn } from '../../src/core/answer.ts'
import type { Article, Block } from '../../src/core/article.ts'
import { buildArticle } from '../../src/core/build-article.ts'
import type { Claim, Quote } from '../../src/core/claim.ts'
import { isBoilerplate } from '../../src/core/boilerplate-sentence.ts'
import type { SummaryLength } from '../../src/core/summary.ts'
import { anArticle } from '../support/an-article.ts'

const PARAGRAPHS = [
  'The observatory on Mount Harl reopened on Saturday after a fire that closed it for two years. About 1,200 visitors came on the first day.',
  'Director Signe Vall thanked the volunteers who had rebuilt the dome by hand. “They carried every plank up the mountain,” she said.',
  'The fire was caused by a faulty heater in the library. It destroyed 4,000 star charts, some of them from the eighteenth century.',
  'A new telescope with a mirror of 2.1 metres was paid for by the region of Ostmark. It is expected to find several hundred asteroids a year.',
  'Astronomer Jon Pell phoned the director from Chile to congratulate her; the two spoke for forty minutes.',
  'Schools may visit the observatory free of charge from September. Trains to Harl run every hour.',
]
const HEADING = 'Mount Harl observatory reopens after the fire'

const ARTICLE = anArticle(PARAGRAPHS, { title: HEADING, url: 'https://news.example/harl' })
const engine = createBuiltInEngine()

const ask = (question: string, before: readonly string[] = [], article: Article = ARTICLE) =>
  engine.answer(article, before.map(turn), question, {})

const turn = (question: string): Turn => ({
  question,
  answer: { question, status: 'not-in-article', claims: [], dropped: [], missing: [], nearest: null },
})

const summarize = (length: SummaryLength, article: Article = ARTICLE, language: string | null = null) =>
  engine.summarize(article, { length, language }, {})

const quotesOf = (claims: readonly Claim[]): Quote[] => claims.flatMap(({ quotes }) => quotes)

function articleOf(blocks: readonly Omit<Block, 'page'>[]): Article {
  const bare = { title: null, language: 'en', publisher: null, origin: null, authors: [], canonicalUrl: null }
  const undated = {
    published: { value: null, basis: 'none' },
    modified: { value: null, basis: 'none' },
  } as const
  const rest = { notices: [], linesLeftOut: 0, looksLikeArticle: true }
  const extraction = {
    ...bare,
    ...undated,
    ...rest,
    blocks: blocks.map((block) => ({ ...block, page: null })),
  }
  return buildArticle(extraction, { kind: 'text', url: null, retrievedAt: 0 })
}

describe('a sentence that holds somebody’s words', () => {
  it('is a claim of theirs, and others are the article’s own', async () => {
    const said = await ask('Who carried every plank up the mountain?')
    expect(said.claims[0]?.speaker).toEqual({ name: 'Signe Vall', kind: 'named', via: [] })
    const told = await ask('How many visitors came on the first day?')
    expect(told.claims[0]?.speaker).toBeNull()
  })
})

describe('a summary without a model', () => {
  it.each([
    ['short', 3],
    ['standard', 6],
    ['long', 11],
  ] as const)('has at most as many points as its length allows: %s', async (length, points) => {
    const { claims, dropped } = await summarize(length)
    expect(claims).toHaveLength(points)
    expect(dropped).toEqual([])
  })

  it("makes every point the article's own sentence, in reading order", async () => {
    const { claims } = await summarize('standard')
    for (const { text, speaker, quotes } of claims) {
      expect(speaker).toBeNull()
      expect(quotes.map((quote) => quote.text)).toEqual([text])
      expect(ARTICLE.text.slice(quotes[0]?.start, quotes[0]?.end)).toBe(text)
    }
    const starts = quotesOf(claims).map(({ start }) => start)
    expect(starts).toEqual(starts.toSorted((left, right) => left - right))
  })

  it('counts no calls, tokens or prompt', async () => {
    expect((await summarize('short')).run).toEqual({
      model: null,
      prompt: null,
      calls: 0,
      parts: 1,
      tokens: { input: 0, cached: 0, output: 0 },
      cost: null,
      notices: [],
    })
  })

  it('takes nothing from headings, tables and the furniture of the page', async () => {
    const article = articleOf([
      { kind: 'heading', text: 'The observatory on Mount Harl has reopened after the fire.' },
      { kind: 'paragraph', text: 'By Mette Lind' },
      ...PARAGRAPHS.map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'table', text: 'The observatory on Mount Harl opens at nine and closes at six.' },
      { kind: 'paragraph', text: 'Read more: How the fire at the observatory on Mount Harl began.' },
    ])
    const { claims } = await summarize('long', article)
    const kinds = quotesOf(claims).map(
      ({ passage }) => article.passages.find(({ id }) => id === passage)?.kind,
    )
    expect(new Set(kinds)).toEqual(new Set(['paragraph']))
    expect(claims.filter(({ text }) => isBoilerplate(text))).toEqual([])
  })

  it('says that it cannot change the language, only where another one is asked for', async () => {
    expect((await summarize('short', ARTICLE, 'de')).run.notices.map(({ code }) => code)).toEqual([
      'language-ignored',
    ])
    expect((await summarize('short', ARTICLE, 'en')).run.notices).toEqual([])
  })

  it('stops where the request was cancelled before', async () => {
    const cancelled = { signal: AbortSignal.abort() }
    await expect(
      engine.summarize(ARTICLE, { length: 'short', language: null }, cancelled),
    ).rejects.toMatchObject({
      code: 'cancelled',
    })
  })
})

describe('an answer without a model', () => {
  it.each([
    ['What caused the fire?', 'faulty heater'],
    ['How many visitors came on the first day?', '1,200'],
    ['Who paid for the new telescope?', 'Ostmark'],
    ['When can schools visit the observatory?', 'September'],
    ['Who phoned whom, and for how long did the two speak?', 'forty minutes'],
  ])('is the sentence that tells: %s', async (question, words) => {
    const answer = await ask(question)
    expect(answer).toMatchObject({ status: 'answered', missing: [], nearest: null })
    expect(answer.claims[0]?.text).toContain(words)
    expect(answer.claims.length).toBeLessThanOrEqual(3)
    expectProven(answer)
  })

  it('gives both halves of a question that has two', async () => {
    const { claims } = await ask('What caused the fire, and how many star charts did it destroy?')
    const said = claims.map(({ text }) => text).join(' ')
    expect(said).toContain('faulty heater')
    expect(said).toContain('4,000 star charts')
  })

  it('says which half of a question stays open', async () => {
    const answer = await ask('What caused the fire, and who painted the portrait of the king?')
    expect(answer.status).toBe('partly-answered')
    expect(answer.claims.map(({ text }) => text)).toContain(
      'The fire was caused by a faulty heater in the library.',
    )
    expect(answer.missing).toEqual(['who painted the portrait of the king?'])
  })

  it.each(['Which band played at the wedding?', 'What is the capital of Peru?', 'How do I bake rye bread?'])(
    'is refused on another subject: %s',
    async (question) => {
      const answer = await ask(question)
      expect(answer).toMatchObject({ status: 'not-in-article', claims: [], dropped: [] })
      expect(answer.missing.length).toBeGreaterThan(0)
    },
  )

  it('says which words are missing, and shows the closest sentence with its proof', async () => {
    const answer = await ask('Which insurance company covered the damage of the fire for the museum?')
    expect(answer.status).toBe('not-in-article')
    expect(answer.missing).toEqual(['insurance', 'company', 'covered', 'damage', 'museum'])
    expect(answer.nearest?.text).toContain('fire')
    expect(ARTICLE.text.slice(answer.nearest?.start, answer.nearest?.end)).toBe(answer.nearest?.text)
  })

  it('has no closest sentence where nothing matches at all', async () => {
    expect((await ask('Does quinoa boil?')).nearest).toBeNull()
  })

  it('gives the whole question as missing where each of its words stands somewhere', async () => {
    const question = 'Did Chile rebuild trains by hand for the library in the eighteenth century?'
    expect(await ask(question)).toMatchObject({ status: 'not-in-article', missing: [question] })
  })

  it('takes what a follow-up leaves out from the question before', async () => {
    const before = ['What caused the fire?', 'How long did the director and Jon Pell speak?']
    expect((await ask('And with whom?', before)).claims[0]?.text).toContain('Jon Pell')
    expect((await ask('how long?', before)).claims[0]?.text).toContain('forty minutes')
    expect((await ask('how long?')).status).toBe('not-in-article')
  })

  it('lets a question with words of its own stand by itself', async () => {
    const answer = await ask('What caused the fire?', [
      'Who paid for the new telescope of the region of Ostmark?',
    ])
    expect(answer.claims[0]?.text).toContain('faulty heater')
  })

  it('does not answer with a heading', async () => {
    const article = articleOf([
      { kind: 'heading', text: 'Faulty heater caused the fire on Mount Harl' },
      ...PARAGRAPHS.map((text) => ({ kind: 'paragraph', text }) as const),
    ])
    const answer = await ask('What caused the fire?', [], article)
    expect(answer.claims[0]?.text).toBe('The fire was caused by a faulty heater in the library.')
  })
})

function expectProven({ claims }: EngineAnswer): void {
  for (const { text, quotes } of claims) {
    expect(quotes).toHaveLength(1)
    expect(ARTICLE.text.slice(quotes[0]?.start, quotes[0]?.end)).toBe(text)
  }
}
