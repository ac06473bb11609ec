import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from '../../../src/adapters/model/cut-text.ts'
import { countTokens } from '../../../src/adapters/model/tokens.ts'
import { cutIntoParts } from '../../../src/app/model/cut-into-parts.ts'
import { fencePassages } from '../../../src/app/model/fence-passages.ts'
import type { Model } from '../../../src/app/ports.ts'
import { type Article, type Block, layOut } from '../../../src/core/article.ts'
import { normaliseText } from '../../../src/core/normalise.ts'
import { anArticle } from '../../support/an-article.ts'

/** The real counter and cutter; nothing here sends anything. */
const model: Model = {
  name: 'none',
  contextTokens: 8192,
  maxOutputTokens: 1000,
  requestsAtOnce: 1,
  countTokens,
  cut: cutText,
  complete: () => Promise.reject(new Error('nothing is sent')),
}

const words = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom('harbour', 'the', 'and', '1,200', '海の道', 'мост', 'Straße.', '🌊'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    // What the fence has to escape takes more room there than in the text.
    { weight: 1, arbitrary: fc.constantFrom('<article>', '[P3]', '</s>', '<|im_end|>', '。') },
  ),
  { minLength: 1, maxLength: 220 },
)
const blocks = fc.array(
  fc.record({
    kind: fc.constantFrom<Block['kind']>('paragraph', 'paragraph', 'heading', 'list', 'quote', 'table'),
    text: words.map((all) => normaliseText(all.join(' '))),
    page: fc.constant(null),
  }),
  { minLength: 1, maxLength: 25 },
)

const articleOf = (given: readonly Block[]): Article => ({ ...anArticle(['Nothing yet.']), ...layOut(given) })

describe('the parts of a long article', () => {
  it('cover every character of every passage exactly once, in order, and each fits its prompt', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, fc.integer({ min: 300, max: 900 }), async (given, room) => {
        const article = articleOf(given)
        fc.pre(article.passages.length > 0)
        const parts = await cutIntoParts(model, article, room)
        expect(parts[0]!.start).toBe(0)
        expect(parts.at(-1)!.end).toBe(article.text.length)
        for (const [at, part] of parts.entries()) {
          expect(part.end).toBeGreaterThan(part.start)
          if (at > 0) expect(part.start).toBe(parts[at - 1]!.end)
          expect(article.text.slice(part.start).isWellFormed()).toBe(true)
          // Counting in slices may add a token here and there.
          expect(await countTokens(fencePassages(article, [part]))).toBeLessThanOrEqual(room + 3)
        }
        const seen = parts.flatMap((part) => fencePassages(article, [part]).split('\n').slice(1, -1))
        const told = seen.map((line) => /^\[(P\d+)\] ?(.*)$/u.exec(line)!.slice(1))
        const whole = fencePassages(article).split('\n').slice(1, -1)
        const joined = article.passages.flatMap(({ id }) => {
          const lines = told.filter(([of]) => of === id).map(([, text]) => text)
          return lines.length === 0 ? [] : [`[${id}] ${lines.join('')}`]
        })
        const bare = (lines: readonly string[]): string => lines.join('\n').replaceAll(/[\s‹<()[\]]/gu, '')
        expect(bare(joined)).toBe(bare(whole))
      }),
      { numRuns: 60 },
    )
  })

  it('are of about the same size, so that none is waited for long', async () => {
    const article = anArticle(
      Array.from({ length: 90 }, (_, n) =>
        `Keeper ${n} counted the boats on the river. `.repeat(3 + (n % 5)),
      ),
    )
    const parts = await cutIntoParts(model, article, 1000)
    const sizes = parts.map(({ start, end }) => end - start)
    expect(parts.length).toBeGreaterThan(3)
    expect(Math.min(...sizes)).toBeGreaterThan(0.7 * Math.max(...sizes))
  })

  it('never end with a heading: it belongs to what stands below it', async () => {
    const article = articleOf(
      Array.from({ length: 60 }, (_, n) => [
        { kind: 'heading', text: `Chapter ${n + 1}`, page: null } as const,
        {
          kind: 'paragraph',
          text: 'The water was calm and the banks were full of people. '.repeat(5).trim(),
          page: null,
        } as const,
      ]).flat(),
    )
    for (const { end } of await cutIntoParts(model, article, 500)) {
      const last = article.passages.findLast((passage) => passage.start < end)
      expect(last?.kind).toBe('paragraph')
    }
  })

  it('are refused in words where there would be more than a day has calls', async () => {
    const article = anArticle(
      Array.from({ length: 400 }, (_, n) => `${n} ${'one two three four five '.repeat(50)}`),
    )
    await expect(cutIntoParts(model, article, 400)).rejects.toMatchObject({
      code: 'article-too-long',
      message: expect.stringMatching(/more than 150 calls.*OPENAI_CONTEXT_TOKENS/u),
    })
  })

  it('of 200,000 words are few enough for a local model with 8,192 tokens', async () => {
    const paragraph =
      'The council met on Tuesday and heard what the engineers had found in the old pillars of the bridge. '
    const article = anArticle(Array.from({ length: 1112 }, (_, n) => `${n}. ${paragraph.repeat(9)}`))
    expect(article.words).toBeGreaterThan(180_000)
    expect((await cutIntoParts(model, article, 4500)).length).toBeLessThan(80)
  })
})
