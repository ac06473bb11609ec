import { afterEach, describe, expect, it } from 'vitest'
import {
  ARTICLE,
  LONG,
  aClaim,
  closeBenches,
  json,
  lie,
  openBench,
} from '../../support/model-engine-bench.ts'

afterEach(closeBenches)

const notInArticle = (missing: readonly string[] = []) =>
  json({ status: 'not-in-article', claims: [], missing })
const turnOf = (question: string) => ({
  question,
  answer: {
    question,
    status: 'not-in-article',
    claims: [],
    dropped: [],
    missing: [],
    nearest: null,
  } as const,
})

describe('what stays open', () => {
  it.each([
    ['names nothing', []],
    ['names what nobody asked', ['the colour of the moon']],
    ['names it in words of its own', ['unknown']],
  ])('is the question itself where the model %s', async (_name, missing) => {
    const { engine } = await openBench(notInArticle(missing))
    const question = 'Who pays for the harbour bridge?'
    const answer = await engine.answer(ARTICLE, [], question, {})
    expect(answer).toMatchObject({ status: 'not-in-article', missing: [question] })
    expect(answer.nearest?.text).toMatch(/bridge/u)
  })

  it('is the question too where the model says something that it cannot prove', async () => {
    const { engine } = await openBench(json({ status: 'answered', claims: [lie], missing: [] }))
    expect(await engine.answer(ARTICLE, [], 'Who ate it?', {})).toMatchObject({
      status: 'unproven',
      missing: ['Who ate it?'],
    })
  })

  it('of an answer in part is the half on which nothing was said, where the model does not name it', async () => {
    const { engine } = await openBench(json({ status: 'partly-answered', claims: [aClaim(1)], missing: [] }))
    const question = 'How many weeks is the bridge closed, and what do sailors think?'
    expect(await engine.answer(ARTICLE, [], question, {})).toMatchObject({
      status: 'partly-answered',
      missing: ['what do sailors think?'],
    })
  })

  it('is said in the question’s own characters where its script has no spaces', async () => {
    const { engine } = await openBench(notInArticle(['谁付钱，为什么']))
    const answer = await engine.answer(ARTICLE, [], '桥什么时候关闭，谁付钱？', {})
    expect(answer.missing).toEqual(['谁付钱'])
  })

  it('leaves no closest sentence where no word is shared', async () => {
    const { engine } = await openBench(notInArticle())
    expect((await engine.answer(ARTICLE, [], 'Does quinoa boil?', {})).nearest).toBeNull()
  })

  it('has the sentence closest to what a follow-up leans on', async () => {
    const { engine } = await openBench(notInArticle())
    const turns = [turnOf('What did the ferry company promise?')]
    expect((await engine.answer(ARTICLE, turns, 'And why?', {})).nearest?.passage).toBe('P4')
  })
})

describe('an answer', () => {
  it('shows at most four points, the first ones', async () => {
    const claims = [1, 2, 3, 4, 5, 6].map((n) => aClaim(n))
    const { engine } = await openBench(json({ status: 'answered', claims, missing: [] }))
    const answer = await engine.answer(ARTICLE, [], 'What happened?', {})
    expect(answer.claims.map(({ quotes }) => quotes[0]?.passage)).toEqual(['P1', 'P2', 'P3', 'P4'])
  })

  it('from a long article says how much of it was looked at', async () => {
    const { engine } = await openBench(notInArticle(), { context: 3400, output: 400 })
    const { run } = await engine.answer(LONG, [], 'How many boats did lock keeper 12 count?', {})
    expect(run.read?.words).toBeGreaterThan(500)
    expect(run.read?.words).toBeLessThan(LONG.words / 2)
    expect(run.notices).toMatchObject([
      {
        code: 'part-unread',
        message: expect.stringMatching(/given the \d+ of 160 paragraphs nearest to the question/u),
      },
    ])
    expect(run.parts).toBe(1)
  })
})
