import { afterEach, describe, expect, it } from 'vitest'
import type { Progress } from '../../../src/app/assistant.ts'
import { countWords } from '../../../src/core/words.ts'
import { honestSummary, passagesIn, promptOf } from '../../support/honest-model.ts'
import type { Behaviour, ModelCall } from '../../support/loopback-model.ts'
import {
  LONG,
  OPTIONS,
  closeBenches,
  expectProven,
  json,
  lie,
  openBench,
} from '../../support/model-engine-bench.ts'

afterEach(closeBenches)

const SMALL = { context: 3400, output: 400 }
const isMerge = (call: ModelCall): boolean => promptOf(call) === 'merge'
const firstOf = (call: ModelCall): string => passagesIn(call)[0]?.id ?? ''
const chooseAll = json({ keep: Array.from({ length: 60 }, (_, index) => index + 1) })

/** An honest model, but for the part that begins with a passage: its first tries are answered as scripted. */
const butFor =
  (passage: string, tries: readonly Behaviour[]) =>
  (calls = 0) =>
  (call: ModelCall): Behaviour => {
    if (isMerge(call)) return chooseAll
    return (firstOf(call) === passage ? tries[calls++] : undefined) ?? honestSummary(2)(call)
  }

/** The passages with which the parts of the article begin. */
async function beginnings(): Promise<readonly string[]> {
  const { engine, server } = await openBench(honestSummary(2), { ...SMALL, atOnce: 1 })
  await engine.summarize(LONG, OPTIONS, {})
  return server.requests.filter((call) => !isMerge(call)).map(firstOf)
}
const secondPart = async (): Promise<string> => (await beginnings())[1]!

const cut: Behaviour = { kind: 'cut', text: '{"claims":[{"te', tidy: true }
const HALF_A_REPLY = '{"claims":[{"text":"Paragraph number'

describe('a part that fails', () => {
  it.each([
    ['stalls in the middle', [{ kind: 'stall', text: HALF_A_REPLY }]],
    ['never answers', [{ kind: 'silent' }]],
    ['is cut, and the adapter’s own tries with it', [cut, cut, cut]],
    ['is refused', [{ kind: 'refusal', text: 'No.' }]],
  ] as const)(
    'because it %s is tried a second time, and then it counts like any other',
    async (_name, tries) => {
      const passage = await secondPart()
      const { engine, server } = await openBench(butFor(passage, tries)(), { ...SMALL, silence: 700 })
      const progress: Progress[] = []
      const summary = await engine.summarize(LONG, OPTIONS, {
        onProgress: (step) => void progress.push(step),
      })
      expect(summary.run.notices).toEqual([])
      expect(summary.run).not.toHaveProperty('read')
      expectProven(LONG, summary)
      const parts = server.requests.filter((call) => !isMerge(call))
      // Last, when nothing else is with the server any more.
      expect(firstOf(parts.at(-1)!)).toBe(passage)
      const merge = server.requests.find(isMerge)?.body.messages.at(-1)?.content
      const text = LONG.passages.find(({ id }) => id === passage)!
      expect(merge).toContain(LONG.text.slice(text.start, text.start + 40))
      expect(progress.map((step) => step.phase === 'part' && step.part)).toEqual(
        Array.from({ length: summary.run.parts }, (_, index) => index + 1),
      )
    },
  )

  it('twice is named, and the footer’s number leaves out what nobody read', async () => {
    const passage = await secondPart()
    const script = butFor(passage, [{ kind: 'silent' }, { kind: 'silent' }])()
    const { engine, server } = await openBench(script, { ...SMALL, silence: 500 })
    const { claims, run } = await engine.summarize(LONG, OPTIONS, {})
    expect(run.notices).toMatchObject([
      { code: 'part-unread', message: expect.stringContaining(`(paragraphs ${passage} to P`) },
    ])
    const unread = passagesIn(server.requests.find((call) => firstOf(call) === passage)!)
    const words = unread.reduce((sum, { text }) => sum + countWords(text), 0)
    expect(run.read).toEqual({ words: LONG.words - words, parts: run.parts - 1 })
    expect(claims).toHaveLength(6)
    const tries = server.requests.filter((call) => firstOf(call) === passage)
    expect(tries).toHaveLength(2)
  })

  it('by lying loses its own points alone', async () => {
    const passage = await secondPart()
    const lies = json({ claims: [lie, lie] })
    const { engine } = await openBench(butFor(passage, [lies, lies])(), SMALL)
    const summary = await engine.summarize(LONG, OPTIONS, {})
    expectProven(LONG, summary)
    expect(JSON.stringify(summary.claims)).not.toMatch(/dragon/iu)
    expect(summary.dropped.length).toBeGreaterThan(0)
    expect(summary.run.notices).toEqual([])
  })
})

describe('parts side by side', () => {
  it('are never more than the server takes, and a slow one holds up nobody', async () => {
    const parts = (await beginnings()).length
    let running = 0
    let most = 0
    const together = Promise.withResolvers<void>()
    const others = Promise.withResolvers<void>()
    let answered = 0
    const { engine, server } = await openBench(
      async (call) => {
        if (isMerge(call)) return chooseAll
        running++
        most = Math.max(most, running)
        if (most === 3) together.resolve()
        await together.promise
        // The first part answers when all the others have.
        if (firstOf(call) === 'P1') await others.promise
        else if (++answered === parts - 1) others.resolve()
        running--
        return honestSummary(2)(call)
      },
      { ...SMALL, atOnce: 3 },
    )
    const { run } = await engine.summarize(LONG, OPTIONS, {})
    expect(run.parts).toBe(parts)
    expect(most).toBe(3)
    // Whichever comes back last, the points are given to be chosen from in the article's order.
    const merge = server.requests.find(isMerge)!.body.messages.at(-1)!.content
    const keepers = [...merge.matchAll(/Paragraph number (\d+)/gu)].map(([, number]) => Number(number))
    expect(keepers).toEqual(keepers.toSorted((one, other) => one - other))
    expect(keepers[0]).toBe(1)
  })
})

describe('more points than one prompt holds', () => {
  it('are chosen from in rounds, each within the context, and nothing is rewritten', async () => {
    const { engine, server } = await openBench(
      (call) => {
        if (!isMerge(call)) return honestSummary(12)(call)
        const lines = call.body.messages.at(-1)!.content.match(/^\d+\. /gmu) ?? []
        return json({ keep: [lines.length, 1, 2, 3, 4, 5] })
      },
      { context: 2300, output: 500, atOnce: 4 },
    )
    const summary = await engine.summarize(LONG, { length: 'long', language: null }, {})
    const merges = server.requests.filter(isMerge)
    expect(merges.length).toBeGreaterThan(2)
    for (const { body } of merges) {
      const characters = body.messages.reduce((sum, { content }) => sum + content.length, 0)
      expect(characters / 3).toBeLessThan(2300)
    }
    // The last round chose from what the others kept.
    const final = merges.at(-1)!.body.messages.at(-1)!.content
    const offered = new Set([...final.matchAll(/^\d+\. (.*)$/gmu)].map(([, text]) => text))
    for (const { text } of summary.claims) expect(offered).toContain(text)
    expect(summary.claims.length).toBeGreaterThanOrEqual(6)
    expect(summary.run.calls).toBe(summary.run.parts + merges.length)
    expectProven(LONG, summary)
  })

  it('are spread over the article where the model chooses nothing, in any round', async () => {
    const { engine } = await openBench(
      (call) => (isMerge(call) ? json({ keep: [] }) : honestSummary(12)(call)),
      {
        context: 2300,
        output: 500,
      },
    )
    const { claims } = await engine.summarize(LONG, { length: 'long', language: null }, {})
    expect(claims).toHaveLength(12)
    const starts = claims.map(({ quotes }) => quotes[0]!.start / LONG.text.length)
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
    expect(starts.at(-1)).toBeGreaterThan(0.8)
  })
})
