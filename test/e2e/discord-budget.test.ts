import { describe, expect, it } from 'vitest'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { labels, openScene, said, told } from './open-scene.ts'
import { REPORT_PAGES, reportLink } from './report-pages.ts'

describe('a budget that is spent', () => {
  const PRICED = { OPENAI_PRICES: 'loopback-1=1/1/1', DAILY_BUDGET: '0.009' }

  it('is said on the card, with the time when it returns and the way without a model', async () => {
    const scene = await openScene({
      pages: REPORT_PAGES,
      environment: { ...PRICED, OPENAI_MAX_OUTPUT_TOKENS: '1000' },
    })
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    const ask = (n: number) =>
      told(scene, mira.slash(discord.general, 'summarize', { url: reportLink(n) }), /Done|budget-spent/u)
    let refusal = await ask(1)
    for (let n = 2; n <= 6 && !wordsOf(refusal).includes('budget-spent'); n += 1) refusal = await ask(n)
    expect(wordsOf(refusal)).toMatch(
      /^\*\*Today's model budget is spent\.\*\* It returns <t:\d+:R>\.\nLinks read before still open\. \*\*Without a model\*\*/u,
    )
    expect(labels(refusal)).toEqual(['Without a model'])
    expect(wordsOf(refusal)).not.toMatch(/\$|DAILY_/u)
    const [today] = await bot.assistant.spending.list('2026-01-01')
    expect(today!.nanodollars).toBeLessThanOrEqual(9_000_000)
    mira.press(refusal, 'Without a model')
    await said(scene, discord.general, /built-in engine/u)
  })

  it('tells the host once at each share, by direct message and in the log', async () => {
    const scene = await openScene({ pages: REPORT_PAGES, environment: { DAILY_CALL_LIMIT: '2' } })
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    for (const n of [1, 2, 3]) {
      await told(
        scene,
        mira.slash(discord.general, 'summarize', { url: reportLink(n) }),
        n < 3 ? /Done/u : /budget-spent/u,
      )
    }
    const warnings = () =>
      [...discord.everyMessage()].map(wordsOf).filter((words) => words.includes('model calls'))
    await expect.poll(warnings).toHaveLength(2)
    expect(warnings()[0]).toMatch(/50 % of today's model calls are used: 1 of 2 calls .*DAILY/u)
    expect(warnings()[1]).toMatch(/All of today's model calls are used/u)
    expect(bot.logged.filter((event) => event === 'budget-reached')).toHaveLength(2)
  })

  it('of a guild does not stop what is asked in a direct message', async () => {
    // Two guilds meet below the front-end: see test/app/assistant-money.test.ts.
    const scene = await openScene({ pages: REPORT_PAGES, environment: { GUILD_DAILY_TOKEN_LIMIT: '1' } })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const command = mira.slash(discord.general, 'summarize', { url: reportLink(1) })
    const refusal = await told(scene, command, /budget-spent/u)
    expect(wordsOf(refusal)).toContain('more than the whole model budget of this server')
    await said(scene, discord.channelOf(mira.whisper(reportLink(1))), /loopback-1/u)
  })
})
