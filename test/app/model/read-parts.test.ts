import { describe, expect, it } from 'vitest'
import { type PartClaims, nameParts, readParts } from '../../../src/app/model/read-parts.ts'
import { type ErrorCode, FootnoteError } from '../../../src/core/error.ts'
import type { Span } from '../../../src/core/span.ts'
import { anArticle } from '../../support/an-article.ts'

const NOTHING: PartClaims = { claims: [], dropped: [] }
const spans = (count: number): Span[] => Array.from({ length: count }, (_, n) => ({ start: n, end: n + 1 }))
const failing = (code: ErrorCode, retryAt?: number): FootnoteError =>
  new FootnoteError(code, 'It failed.', retryAt === undefined ? {} : { retryAt })

/** Reads so many parts; the tries of each, by its place, end as told, and then well. */
async function read(count: number, ends: Readonly<Record<number, readonly FootnoteError[]>>, atOnce = 2) {
  const tries: number[] = []
  const rests: number[] = []
  const done: number[] = []
  const outcome = await readParts(spans(count), {
    atOnce,
    rest: async () => void rests.push(tries.length),
    readPart: async ({ start }) => {
      const before = tries.filter((part) => part === start).length
      tries.push(start)
      const end = ends[start]?.[before]
      if (end !== undefined) throw end
      return NOTHING
    },
    onPart: (number) => void done.push(number),
  }).catch((error: unknown) => error as FootnoteError)
  return { outcome, tries, rests, done }
}

describe('parts that fail', () => {
  it('are tried again after all others, one at a time, and each part is counted once', async () => {
    const { outcome, tries, done } = await read(5, {
      1: [failing('model-unreachable')],
      3: [failing('model-refused')],
    })
    expect(outcome).toMatchObject({ failure: null, parts: [NOTHING, NOTHING, NOTHING, NOTHING, NOTHING] })
    expect(tries).toEqual([0, 1, 2, 3, 4, 1, 3])
    expect(done).toEqual([1, 2, 3, 4, 5])
  })

  it('because a server is left alone for a moment wait for it, once', async () => {
    const resting = failing('model-busy', 9)
    const { outcome, tries, rests } = await read(9, { 2: [resting], 3: [resting] })
    expect(outcome).toMatchObject({ failure: null })
    expect(rests).toHaveLength(1)
    // Whoever comes to the resting server waits with the others: no further part fails for it.
    expect(tries).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 2, 3])
  })

  it('are not asked for a third time where their replies were of no use twice', async () => {
    const { outcome, tries, done } = await read(3, { 1: [failing('model-unusable-reply')] })
    expect(outcome).toMatchObject({
      failure: { code: 'model-unusable-reply' },
      parts: [NOTHING, null, NOTHING],
    })
    expect(tries).toEqual([0, 1, 2])
    expect(done).toEqual([1, 2, 3])
  })

  it('all of them cost one more try, not as many as there are parts', async () => {
    const dead = failing('model-unreachable')
    const all = Object.fromEntries(spans(9).map(({ start }) => [start, [dead, dead]]))
    const { outcome, tries } = await read(9, all)
    expect(outcome).toMatchObject({ failure: dead })
    expect(tries).toHaveLength(10)
  })

  it('at a server that is left alone before it has read anything are not waited for', async () => {
    const resting = failing('model-unreachable', 9)
    const all = Object.fromEntries(spans(9).map(({ start }) => [start, [resting, resting]]))
    const { outcome, tries, rests } = await read(9, all)
    expect(outcome).toMatchObject({ failure: resting })
    expect([tries.length, rests.length]).toEqual([2, 0])
  })

  it.each(['budget-spent', 'model-rejected'] as const)('for %s begin no further part', async (code) => {
    const { outcome, tries } = await read(9, { 2: [failing(code)] })
    expect(outcome).toMatchObject({ failure: { code } })
    expect(tries.length).toBeLessThanOrEqual(4)
  })

  it('end all where nobody waits any more', async () => {
    const { outcome, tries } = await read(9, { 1: [failing('cancelled')] }, 1)
    expect(outcome).toMatchObject({ code: 'cancelled' })
    expect(tries).toEqual([0, 1])
  })
})

describe('the names of parts', () => {
  const article = anArticle(Array.from({ length: 40 }, (_, n) => `Paragraph ${n}.`))
  const part = (from: number, to: number): Span => ({
    start: article.passages[from - 1]!.start,
    end: article.passages[to]?.start ?? article.text.length,
  })

  it('are their paragraphs, neighbours as one', () => {
    expect(nameParts(article, [part(2, 4), part(5, 9), part(12, 12)])).toBe('P2 to P9, P12')
  })

  it('are not all told where there are many', () => {
    const many = Array.from({ length: 15 }, (_, n) => part(n * 2 + 1, n * 2 + 1))
    expect(nameParts(article, many)).toMatch(/^P1, P3, .*P15 and more$/u)
  })
})
