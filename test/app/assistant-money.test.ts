import { describe, expect, it } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import { link, world } from './ferry-world.ts'

describe('a guild that has spent its budget', () => {
  it('does not take the summary from another that waits for the same article', async () => {
    const { model, assistant } = await world(honestModel(3), { GUILD_DAILY_TOKEN_LIMIT: '9000' })
    const { article } = await assistant.read(link)
    const wishes = ['da', 'sv', 'nl', 'fr', 'es', 'it', 'pt', 'fi', 'pl', 'cs']
    for (const language of wishes) {
      // Each is a summary of its own, until there is no room for another.
      await assistant.summarize(article, { language, guildId: '1' }).catch(() => {})
    }
    const before = model?.requests.length ?? 0
    const used = assistant.summarize(article, { length: 'long', guildId: '1' })
    const others = ['2', '3'].map((guildId) => assistant.summarize(article, { length: 'long', guildId }))
    const outcomes = await Promise.allSettled([used, ...others])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect(outcomes[0]).toMatchObject({ reason: { code: 'budget-spent' } })
    // And the two others shared one call.
    expect(model?.requests).toHaveLength(before + 1)
  })
})

describe('what a summary costs', () => {
  it('is said in dollars where the price is known, and nothing where it comes from the cache', async () => {
    const { assistant } = await world(honestModel(3), { OPENAI_PRICES: 'loopback=1/0.5/2' })
    const { article } = await assistant.read(link)
    const { run } = await assistant.summarize(article)
    expect(run.cost).toBeCloseTo((run.tokens.input + 2 * run.tokens.output) / 1_000_000, 9)
    expect((await assistant.summarize(article)).run).toMatchObject({ cached: true, calls: 0, cost: 0 })
    const { run: answered } = await assistant.answer(article, [], 'What do the ferries cost?')
    expect(answered.cost).toBeGreaterThan(0)
  })

  it('is null where nobody knows the price', async () => {
    const { assistant } = await world(honestModel(3), { OPENAI_PRICES: 'another=1/1/1' })
    const { article } = await assistant.read(link)
    expect((await assistant.summarize(article)).run.cost).toBeNull()
    expect((await assistant.summarize(article, { withoutModel: true })).run.cost).toBeNull()
  })
})

describe('a limit of no calls at all', () => {
  it('promises none for tomorrow', async () => {
    const { model, assistant } = await world(honestModel(3), { DAILY_CALL_LIMIT: '0' })
    const { article } = await assistant.read(link)
    const refused = assistant.summarize(article)
    await expect(refused).rejects.toMatchObject({
      code: 'budget-spent',
      retryAt: null,
      message: expect.not.stringContaining('midnight') as string,
    })
    expect(model?.requests).toEqual([])
  })
})

describe('a question that is asked again because its answer was never shown', () => {
  const QUESTION = 'What will the two electric ferries cost?'
  const start = async () => {
    const opened = await world(honestModel(3))
    const { article } = await opened.assistant.read(link)
    const reading = { article, linesLeftOut: 0, summary: null, place: null, addressKey: null }
    const { id } = await opened.assistant.conversations.create(reading)
    const turns = async () => (await opened.assistant.conversations.find(id))?.turns.length
    return { ...opened, id, turns, first: await opened.assistant.ask(id, QUESTION) }
  }

  it('is answered from what was stored, at no cost', async () => {
    const { model, assistant, id, turns, first } = await start()
    const again = await assistant.ask(id, QUESTION, { unseen: true })
    expect(again).toMatchObject({ answer: first.answer, run: { cached: true, calls: 0, cost: null } })
    expect(model?.requests).toHaveLength(1)
    expect(await turns()).toBe(1)
  })

  it('is asked anew where somebody has seen the answer', async () => {
    const { model, assistant, id, turns } = await start()
    await assistant.ask(id, QUESTION)
    expect(model?.requests).toHaveLength(2)
    expect(await turns()).toBe(2)
  })

  it('is asked anew where the answer says what is missing: how much was read then, nobody knows', async () => {
    const { model, assistant, id } = await start()
    const question = 'Who painted the portrait of the emperor Napoleon?'
    expect((await assistant.ask(id, question)).answer.status).toBe('not-in-article')
    await assistant.ask(id, question, { unseen: true })
    expect(model?.requests).toHaveLength(3)
  })
})
