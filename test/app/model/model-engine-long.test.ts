import { afterEach, describe, expect, it } from 'vitest'
import type { Progress } from '../../../src/app/assistant.ts'
import { anArticle } from '../../support/an-article.ts'
import { honestClaim, honestModel, honestSummary, passagesIn, promptOf } from '../../support/honest-model.ts'
import {
  ARTICLE,
  LONG,
  OPTIONS,
  aClaim,
  closeBenches,
  expectProven,
  json,
  openBench,
} from '../../support/model-engine-bench.ts'

afterEach(closeBenches)

describe('a silently cut prompt', () => {
  it('is told, and never passes for a whole reading', async () => {
    const { engine } = await openBench({
      kind: 'reply',
      text: JSON.stringify({ claims: [aClaim(1)] }),
      promptTokens: 120,
    })
    const { run } = await engine.summarize(ARTICLE, OPTIONS, {})
    expect(run.notices.map(({ code }) => code)).toEqual(['prompt-cut'])
  })

  it('is told too where the server stopped at the size of its context', async () => {
    const text = JSON.stringify({ claims: [honestClaim({ id: 'P1', text: LONG.text.slice(0, 100) })] })
    for (const [promptTokens, codes] of [
      [8192, ['prompt-cut']],
      [8191, ['prompt-cut']],
      [8100, []],
    ] as const) {
      const { engine } = await openBench({ kind: 'reply', text, promptTokens }, { context: 32_000 })
      expect((await engine.summarize(LONG, OPTIONS, {})).run.notices.map(({ code }) => code)).toEqual(codes)
    }
  })

  it('is not suspected where the server says nothing, or counts its memory apart', async () => {
    for (const counts of [{ promptTokens: null }, { promptTokens: 40, cachedTokens: 1200 }]) {
      const { engine } = await openBench({
        kind: 'reply',
        text: JSON.stringify({ claims: [aClaim(1)] }),
        ...counts,
      })
      expect((await engine.summarize(ARTICLE, OPTIONS, {})).run.notices).toEqual([])
    }
  })
})

describe('a long article', () => {
  const SMALL = { context: 3400, output: 400 }
  const isMerge = (call: Parameters<typeof promptOf>[0]): boolean => promptOf(call) === 'merge'

  it('is read in parts that hold all its passages, and the model chooses by number', async () => {
    const { engine, server } = await openBench(
      (call) => (isMerge(call) ? json({ keep: [5, 99, 2, 5, 0, 1] }) : honestSummary(2)(call)),
      SMALL,
    )
    const progress: Progress[] = []
    const summary = await engine.summarize(LONG, OPTIONS, { onProgress: (step) => void progress.push(step) })
    const parts = server.requests.filter((call) => !isMerge(call))
    expect(
      parts
        .flatMap(passagesIn)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(LONG.passages.map(({ id }) => id).toSorted())
    expect(summary.run).toMatchObject({ parts: parts.length, calls: parts.length + 1, notices: [] })
    expect(summary.claims).toHaveLength(3)
    expectProven(LONG, summary)
    const merge = server.requests.find(isMerge)!.body.messages.at(-1)!.content
    const numbered = new Map(
      [...merge.matchAll(/^(\d+)\. (.*)$/gm)].map(([, number, text]) => [Number(number), text]),
    )
    expect(summary.claims.map(({ text }) => text)).toEqual([5, 2, 1].map((number) => numbered.get(number)))
    expect(progress.map((step) => step.phase === 'part' && step.part)).toEqual(
      parts.map((_, index) => index + 1),
    )
    for (const { body } of server.requests) {
      const characters = body.messages.reduce((sum, { content }) => sum + content.length, 0)
      expect(characters / 3).toBeLessThan(3400 * 1.5)
    }
  })

  it.each([
    ['says nonsense', json({ best: 'all' })],
    ['chooses nothing', json({ keep: [] })],
    ['names numbers that do not exist', json({ keep: [900] })],
    ['fails', { kind: 'status', status: 401 }],
  ] as const)('is spread over its parts when the choosing call %s', async (_name, merge) => {
    const { engine } = await openBench((call) => (isMerge(call) ? merge : honestSummary(3)(call)), SMALL)
    const { claims, run } = await engine.summarize(LONG, OPTIONS, {})
    expect(claims).toHaveLength(6)
    const starts = claims.map(({ quotes }) => quotes[0]!.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(starts.at(-1)).toBeGreaterThan((LONG.text.length / run.parts) * (run.parts - 1) * 0.8)
  })

  it('says which part could not be read, after a second try', async () => {
    const { engine, server } = await openBench((call) => {
      if (isMerge(call)) return json({ keep: [1] })
      return passagesIn(call)[0]?.id === 'P1' ? { kind: 'reply', text: 'no' } : honestSummary(2)(call)
    }, SMALL)
    const { claims, run } = await engine.summarize(LONG, OPTIONS, {})
    expect(claims).toHaveLength(1)
    expect(run.notices.map(({ code }) => code)).toEqual(['part-unread'])
    expect(run.notices[0]?.message).toMatch(/because the model failed \(paragraphs P1 to P/u)
    expect(server.requests.filter((call) => passagesIn(call)[0]?.id === 'P1')).toHaveLength(2)
  })

  it('is an error when no part can be read, and a wrong key is not tried on every part', async () => {
    const { engine, server } = await openBench({ kind: 'status', status: 401 }, SMALL)
    await expect(engine.summarize(LONG, OPTIONS, {})).rejects.toMatchObject({ code: 'model-rejected' })
    expect(server.requests.length).toBeLessThanOrEqual(2)
  })

  it('keeps what was proven before the budget was spent', async () => {
    const { engine, server } = await openBench(honestModel(2), { ...SMALL, limit: 2 })
    const { claims, run } = await engine.summarize(LONG, OPTIONS, {})
    expect(claims.length).toBeGreaterThan(0)
    expect(run.notices).toMatchObject([
      { code: 'part-unread', message: expect.stringContaining('because the model budget is spent') },
    ])
    expect(server.requests).toHaveLength(2)
  })

  it('ends when the person cancels it', async () => {
    const controller = new AbortController()
    const { engine, server } = await openBench((call) => {
      controller.abort()
      return honestSummary(2)(call)
    }, SMALL)
    await expect(engine.summarize(LONG, OPTIONS, { signal: controller.signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(server.requests.length).toBeLessThanOrEqual(2)
  })

  it('is refused where it would take a day of calls, before the first one', async () => {
    const endless = anArticle(Array.from({ length: 6000 }, (_, n) => `${LONG.text.slice(0, 200)} ${n}`))
    const { engine, taken } = await openBench(honestModel(), SMALL)
    await expect(engine.summarize(endless, OPTIONS, {})).rejects.toMatchObject({ code: 'article-too-long' })
    expect(taken()).toBe(0)
  })

  it('is cut inside a paragraph only where one paragraph is too long by itself', async () => {
    const block = anArticle([
      Array.from({ length: 700 }, (_, n) => `Boat ${n} passed the lock at minute ${n}.`).join(' '),
    ])
    const { engine } = await openBench(honestModel(3), SMALL)
    const summary = await engine.summarize(block, OPTIONS, {})
    expect(summary.run.parts).toBeGreaterThan(2)
    expectProven(block, summary)
  })
})

describe('a context that holds no article', () => {
  it('is told with the variable to change', async () => {
    const { engine, taken } = await openBench(honestModel(), { context: 1024, output: 4000 })
    const failure = await engine.summarize(ARTICLE, OPTIONS, {}).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'model-rejected' })
    expect(String(failure)).toMatch(/OPENAI_CONTEXT_TOKENS/)
    expect(taken()).toBe(0)
  })
})

describe('a small context with a large reply', () => {
  it('is kept for reading: the reply gets a quarter of it at most', async () => {
    const { engine, server } = await openBench(honestModel(), { context: 4096, output: 4000 })
    const summary = await engine.summarize(ARTICLE, OPTIONS, {})
    expect(summary.claims.length).toBeGreaterThan(0)
    expect(JSON.stringify(server.requests[0]?.body)).toMatch(/"max_(?:completion_)?tokens":1024/)
  })
})
