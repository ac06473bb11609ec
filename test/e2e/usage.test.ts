import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import { type Script, startLoopbackModel } from '../support/loopback-model.ts'
import { runFootnote } from '../support/run-footnote.ts'
import { HARBOUR_PARAGRAPHS } from './pages.ts'

// On one line, so that it is one text for a chat too.
const STORY = HARBOUR_PARAGRAPHS.join(' ')

async function openHost(script: Script = honestModel()) {
  const model = await startLoopbackModel(script)
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'))
  onTestFinished(() => model.close())
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const environment = {
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODEL: 'loopback-1',
    STORAGE_URL: `sqlite:${join(folder, 'footnote.db')}`,
  }
  const run = (args: readonly string[], changes: Readonly<Record<string, string>> = {}) =>
    runFootnote(args, { stdin: STORY, environment: { ...environment, ...changes } })
  return { model, run }
}

interface UsageJson {
  readonly days: readonly {
    readonly calls: number
    readonly cost: number
    readonly tokensWithoutPrice: number
  }[]
  readonly unsettled: { readonly calls: number }
  readonly limits: readonly { readonly name: string; readonly most: number; readonly used: number | null }[]
}

it('footnote usage says that nothing was spent, with the limits as shipped', async () => {
  const { run } = await openHost()
  const { status, stdout } = await run(['usage'])
  expect(status).toBe(0)
  expect(stdout).toContain('No model call has been made yet.')
  expect(stdout).toContain('DAILY_CALL_LIMIT: 0 of 200 calls (0 %)')
  expect(stdout).toContain('DAILY_BUDGET: $0.00 of $1.00 (0 %)')
  expect(stdout).toContain('MONTHLY_BUDGET: $0.00 of $10.00 (0 %)')
  expect(stdout).toContain('DAILY_TOKEN_LIMIT: 0 of 300,000 tokens (0 %)')
})

it('footnote usage adds up what calls with and without a price took, and what nobody saw the end of', async () => {
  const { model, run } = await openHost()
  const priced = { OPENAI_PRICES: 'loopback-1=1/1/1' }
  const first = await run(['summarize', '-', '--json'], priced)
  const { cost } = (JSON.parse(first.stdout) as { run: { cost: number } }).run
  expect(cost).toBeGreaterThan(0)
  await run(['ask', '-', 'How many passengers were on board?'])
  model.setBehaviour({ kind: 'cut', text: '{"cl' })
  await run(['ask', '-', 'What does the repair cost?'], priced)
  const usage = JSON.parse((await run(['usage', '--json'], priced)).stdout) as UsageJson
  expect(usage.days[0]).toMatchObject({ calls: 5, tokensWithoutPrice: expect.any(Number) })
  expect(usage.days[0]!.cost).toBeGreaterThan(cost)
  expect(usage.days[0]!.tokensWithoutPrice).toBeGreaterThan(0)
  expect(usage.unsettled.calls).toBe(3)
  expect(usage.limits.find(({ name }) => name === 'DAILY_BUDGET')).toEqual({
    name: 'DAILY_BUDGET',
    most: 1,
    used: usage.days[0]!.cost,
  })
  const { stdout } = await run(['usage'], priced)
  expect(stdout).toMatch(/^\d{4}-\d\d-\d\d +5 +[\d,]+ +[\d,]+ +\$0\.\d+ and more$/mu)
  expect(stdout).toMatch(/3 calls of this month run or ended unseen/u)
})

it('a budget that is spent ends with status 1, names its variable and the way without a model', async () => {
  const { run } = await openHost()
  const { status, stdout, stderr } = await run(['summarize', '-'], { DAILY_TOKEN_LIMIT: '100' })
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr.replace(/\s+/gu, ' ')).toMatch(
    /^budget-spent: This could take more than the whole model budget\. .*DAILY_TOKEN_LIMIT is 100 tokens.*--without-model/u,
  )
  const without = await run(['summarize', '-', '--without-model'], { DAILY_TOKEN_LIMIT: '100' })
  expect(without.status).toBe(0)
  expect(without.stdout).toContain('built-in engine')
  const asked = await run(['ask', '-', 'How many passengers?', '--without-model', '--json'])
  expect(JSON.parse(asked.stdout)).toMatchObject({ run: { engine: 'extractive', calls: 0 } })
})

it('a chat says the same, and goes on without a model when it is started so', async () => {
  const { run } = await openHost()
  const limit = { DAILY_CALL_LIMIT: '0' }
  const refused = await run(['chat'], limit)
  expect(refused.stdout.replace(/\s+/gu, ' ')).toMatch(
    /budget-spent: .*DAILY_CALL_LIMIT is 0.*--without-model/u,
  )
  const without = await run(['chat', '--without-model'], limit)
  expect(without.stdout).toContain('built-in engine')
})

it('who runs a command is told at the terminal when a share of a budget is spent, once', async () => {
  const { run } = await openHost()
  const limit = { DAILY_CALL_LIMIT: '2' }
  const first = await run(['summarize', '-', '--json'], limit)
  expect(first.stderr).toMatch(/50 % of today's model calls are used/u)
  expect(() => JSON.parse(first.stdout) as unknown).not.toThrow()
  const second = await run(['ask', '-', 'How many passengers?'], limit)
  expect(second.stderr).toMatch(/All of today's model calls are used/u)
  const third = await run(['ask', '-', 'How many passengers?'], limit)
  expect(third.stderr).not.toMatch(/All of/u)
  expect(third.stderr).toContain('budget-spent')
})
