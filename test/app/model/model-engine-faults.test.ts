import { afterEach, describe, expect, it } from 'vitest'
import { honestModel, passagesIn, promptOf } from '../../support/honest-model.ts'
import type { Behaviour, ModelCall } from '../../support/loopback-model.ts'
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

const codes = ({ notices }: { readonly notices: readonly { readonly code: string }[] }): string[] =>
  notices.map(({ code }) => code)

describe('a reply that is of no use', () => {
  it.each([
    ['is no JSON', { kind: 'reply', text: 'I am a teapot.' }],
    ['has another form', { kind: 'reply', text: '{"points":["one"]}' }],
    ['is empty', { kind: 'reply', text: ' ' }],
  ] as const)('because it %s is asked for once more, and then it is good', async (_, useless) => {
    let calls = 0
    const { engine } = await openBench((call) => (calls++ === 0 ? useless : honestModel(3)(call)))
    const { claims, run } = await engine.summarize(ARTICLE, OPTIONS, {})
    expect([claims.length, run.calls]).toEqual([3, 2])
    calls = 0
    expect(await engine.answer(ARTICLE, [], 'How long will the bridge be closed?', {})).toMatchObject({
      status: 'answered',
      run: { calls: 2 },
    })
  })

  it('twice is a failure with its code', async () => {
    const { engine, server } = await openBench({ kind: 'reply', text: 'I am a teapot.' })
    await expect(engine.summarize(ARTICLE, OPTIONS, {})).rejects.toMatchObject({
      code: 'model-unusable-reply',
    })
    expect(server.requests).toHaveLength(2)
  })
})

describe('points in another language than the one asked for', () => {
  const GERMAN = { length: 'standard', language: 'de' } as const
  const german = [
    'Der Rat von Varnö hat beschlossen, die alte Brücke für elf Wochen zu schließen.',
    'Die Ingenieure fanden Risse in zwei der neun Pfeiler, und das war nicht gut.',
  ]
  const inGerman = json({ claims: german.map((text, index) => aClaim(index + 1, { text })) })
  const isRepair = (call: ModelCall): boolean => call.body.messages.length > 2

  it('go back once, with the reason, and come back in it', async () => {
    const { engine, server } = await openBench((call) => (isRepair(call) ? inGerman : honestModel(2)(call)))
    const { claims, language, run } = await engine.summarize(ARTICLE, GERMAN, {})
    expect(claims.map(({ text }) => text)).toEqual(german)
    expectProven(ARTICLE, { claims })
    expect([language, run.calls, codes(run)]).toEqual(['de', 2, []])
    expect(server.requests[1]?.body.messages.at(-1)?.content).toContain('has to be written in German')
  })

  it('stand as they are where that does not help, and it is told', async () => {
    const { engine } = await openBench(honestModel(2))
    const { claims, language, run } = await engine.summarize(ARTICLE, GERMAN, {})
    expect(claims).toHaveLength(2)
    expect([language, run.calls, codes(run)]).toEqual(['en', 2, ['language-ignored']])
  })

  it('are not suspected where nobody can be sure', async () => {
    const { engine } = await openBench(json({ claims: [aClaim(1, { text: 'Varnö: elva veckor, mars.' })] }))
    const { run } = await engine.summarize(ARTICLE, OPTIONS, {})
    expect([run.calls, codes(run)]).toEqual([1, []])
  })
})

describe('a server that takes less at once than the host says', () => {
  const charactersOf = ({ body }: ModelCall): number =>
    body.messages.reduce((sum, { content }) => sum + content.length, 0)
  const TOO_LONG: Behaviour = {
    kind: 'status',
    status: 400,
    body: { error: { message: 'too much', code: 'context_length_exceeded' } },
  }
  /** A server with room for so many characters, however the host counts. */
  const smallServer =
    (most: number) =>
    (call: ModelCall): Behaviour =>
      charactersOf(call) > most ? TOO_LONG : honestModel(2)(call)

  it('is given smaller parts, and remembered', async () => {
    const { engine, server } = await openBench(smallServer(16_000), { context: 32_000, output: 500 })
    const summary = await engine.summarize(LONG, OPTIONS, {})
    expectProven(LONG, summary)
    expect(summary.run.parts).toBeGreaterThan(2)
    expect(codes(summary.run)).toEqual([])
    const read = server.requests.filter((call) => charactersOf(call) <= 16_000 && promptOf(call) !== 'merge')
    const passages = new Set(read.flatMap(passagesIn).map(({ id }) => id))
    expect(passages.size).toBe(LONG.passages.length)
    const before = server.requests.length
    await engine.summarize(LONG, OPTIONS, {})
    expect(server.requests.slice(before).filter((call) => charactersOf(call) > 16_000)).toEqual([])
  })

  it('answers from the passages nearest to the question', async () => {
    const { engine } = await openBench(smallServer(16_000), { context: 32_000, output: 500 })
    const answer = await engine.answer(LONG, [], 'How many boats did lock keeper 12 count on day 12?', {})
    expect(answer.status).toBe('answered')
    expect(codes(answer.run)).toEqual(['part-unread'])
  })

  it('that takes nothing at all is a failure that names the variable', async () => {
    const { engine, server } = await openBench(TOO_LONG)
    await expect(engine.summarize(ARTICLE, OPTIONS, {})).rejects.toMatchObject({
      code: 'model-rejected',
      message: expect.stringContaining('OPENAI_CONTEXT_TOKENS'),
    })
    expect(server.requests.length).toBeLessThanOrEqual(4)
  })
})

describe('a fallback model', () => {
  it.each([
    ['is not there', { kind: 'reset' }, 3],
    ['is busy', { kind: 'status', status: 429 }, 3],
    ['refuses the key', { kind: 'status', status: 401 }, 1],
    ['declines', { kind: 'refusal', text: 'No.' }, 1],
    ['talks nonsense', { kind: 'reply', text: 'Teapot.' }, 2],
  ] as const)('writes where the first one %s, and the result says so', async (_, fault, tries) => {
    const { engine, server } = await openBench(
      (call) => (call.body.model === 'tiny' ? fault : honestModel(3)(call)),
      {
        fallback: 'spare',
      },
    )
    const { claims, run } = await engine.summarize(ARTICLE, OPTIONS, {})
    expect(claims).toHaveLength(3)
    expect(run).toMatchObject({ model: 'spare', calls: tries + 1 })
    expect(codes(run)).toEqual(['engine-fallback'])
    expect(run.notices[0]?.message).toContain('tiny')
    expect(server.requests).toHaveLength(tries + 1)
  })

  it('is not asked when the first one works, when the budget is spent or when nobody waits any more', async () => {
    const works = await openBench(honestModel(), { fallback: 'spare' })
    expect((await works.engine.summarize(ARTICLE, OPTIONS, {})).run).toMatchObject({
      model: 'tiny',
      calls: 1,
    })
    const spent = await openBench(honestModel(), { fallback: 'spare', limit: 0 })
    await expect(spent.engine.summarize(ARTICLE, OPTIONS, {})).rejects.toMatchObject({ code: 'budget-spent' })
    const controller = new AbortController()
    const cancelled = await openBench(
      () => {
        controller.abort()
        return { kind: 'reset' }
      },
      { fallback: 'spare' },
    )
    await expect(
      cancelled.engine.summarize(ARTICLE, OPTIONS, { signal: controller.signal }),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(cancelled.server.requests).toHaveLength(1)
  })

  it('that fails too leaves the failure of the first one', async () => {
    const { engine } = await openBench(
      (call) => (call.body.model === 'tiny' ? { kind: 'status', status: 401 } : { kind: 'reset' }),
      { fallback: 'spare' },
    )
    await expect(engine.summarize(ARTICLE, OPTIONS, {})).rejects.toMatchObject({ code: 'model-rejected' })
  })
})
