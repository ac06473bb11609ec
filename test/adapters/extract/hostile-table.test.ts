import { afterAll, describe, expect, it } from 'vitest'
import { createExtractor } from '../../../src/adapters/extract/create-extractor.ts'
import { thinkHere } from '../../../src/app/thoughts.ts'
import { FootnoteError } from '../../../src/core/error.ts'
import { hostileDocuments } from '../../support/hostile-documents/all.ts'

// Some of each kind, at a hundredth of their size: `npm run bench -- hostile` has them all.

const extractor = createExtractor()
afterAll(() => extractor.close())

const QUESTION = 'How many herons did the rangers count in the 2. week of the survey?'
const SHARE = 0.01
const EVERY = 24
const documents = hostileDocuments(SHARE).filter((_, index) => index % EVERY === 0)

describe('a hostile document', () => {
  it('is one of many', () => {
    expect(hostileDocuments().length).toBeGreaterThan(300)
    expect(documents.length).toBeGreaterThanOrEqual(12)
  })

  it.each(documents.map((document) => [document.name, document] as const))(
    'ends as an article that can be summarised and asked about, or in words: %s',
    async (_, { bytes, contentType }) => {
      const facts = { kind: 'link', url: 'https://herons.example.org/a', retrievedAt: 0 } as const
      const given = { bytes: await bytes(), contentType, url: facts.url, name: null }
      const read = await extractor.read(given, facts).catch((error: unknown) => error)
      if (read instanceof Error) {
        expect(read).toBeInstanceOf(FootnoteError)
        expect(read).not.toMatchObject({ code: 'internal' })
        return
      }
      const { article } = read as Awaited<ReturnType<typeof extractor.read>>
      const { claims } = await thinkHere('summarize', article, [6, null])
      const answer = await thinkHere('answer', article, [[], QUESTION])
      const { voices } = await thinkHere('voices', article, [])
      for (const { start, end, text } of [claims, answer.claims, voices]
        .flat()
        .flatMap(({ quotes }) => quotes))
        expect(article.text.slice(start, end)).toBe(text)
    },
  )
})
