import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Evaluation } from '../../src/cli/eval/run-evaluation.ts'
import { labelledModel } from '../support/labelled-model.ts'
import { type Script, startLoopbackModel } from '../support/loopback-model.ts'
import { runFootnote } from '../support/run-footnote.ts'

const openFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const openModel = async (script: Script) => {
  const model = await startLoopbackModel(script)
  onTestFinished(() => model.close())
  return { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'loopback-1', OPENAI_CONTEXT_TOKENS: '32000' }
}

const evaluate = async (
  environment: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<Evaluation> => {
  const { status, stdout } = await runFootnote(['eval', '--json', ...args], { environment })
  expect(status).toBe(0)
  return JSON.parse(stdout) as Evaluation
}

describe('footnote eval', () => {
  it('prints a table of the built-in engine, writes it, and compares the next run with it', async () => {
    const folder = openFolder()
    const options = { workingDirectory: folder }
    const first = await runFootnote(['eval', '--articles', 'bridge', '--output', 'runs/first.json'], options)
    expect(first.status).toBe(0)
    expect(first.stdout).toMatch(/^built-in engine · 1 article\n/u)
    expect(first.stdout).toMatch(/key facts covered +\d of 8 \(\d+ %\)\n/u)
    expect(JSON.parse(readFileSync(join(folder, 'runs/first.json'), 'utf8'))).toMatchObject({
      engine: 'extractive',
    })
    const second = await runFootnote(
      ['eval', '--articles', 'bridge', 'court', '--compare', 'runs/first.json'],
      options,
    )
    expect(second.stdout).toMatch(/key facts covered +(\d of 8 \(\d+ %\)) +\1 +same\n/u)
  })

  it('names model and prompts, and says what both did with questions, tokens and time', async () => {
    const environment = await openModel(labelledModel('claims'))
    const { model, prompts, articles } = await evaluate(
      environment,
      '--articles',
      'bridge',
      '--questions',
      '2',
    )
    expect(model).toBe('loopback-1')
    expect(prompts).toEqual([
      expect.stringMatching(/^summarize@[0-9a-f]{8}$/u),
      expect.stringMatching(/^answer@[0-9a-f]{8}$/u),
    ])
    expect(articles).toMatchObject([{ answered: { of: 1 }, refused: { right: 0, of: 1 }, failure: null }])
    expect(articles[0]?.tokens.input).toBeGreaterThan(1000)
  })

  it('a careful model loses nearly nothing to the checks', async () => {
    const environment = await openModel(labelledModel('claims'))
    const { articles } = await evaluate(
      environment,
      '--articles',
      'news',
      'politik',
      'haber',
      '--questions',
      '0',
    )
    expect(articles).toHaveLength(3)
    expect(
      articles.flatMap(({ dropped }) => Object.values(dropped)).reduce((sum, count) => sum + count, 0),
    ).toBeLessThan(3)
  })

  it('a lying model gets nothing of its kinds of lies through, and one failing article ends no run', async () => {
    const lies = labelledModel('lies')
    let calls = 0
    const environment = await openModel((call) =>
      ++calls === 1 ? { kind: 'refusal', text: 'I cannot.' } : lies(call),
    )
    const { articles } = await evaluate(
      environment,
      '--articles',
      'bridge',
      'court',
      'how-to',
      '--questions',
      '0',
    )
    expect(articles.map(({ failure }) => failure)).toEqual(['model-refused', null, null])
    for (const { dropped, points, lies: judged } of articles.slice(1)) {
      const count = Object.values(dropped).reduce((sum, each) => sum + each, 0)
      expect(count).toBeGreaterThanOrEqual(judged.right)
      expect(points).toBeLessThanOrEqual(judged.of - judged.right + 1)
    }
  })

  it.each([
    [['--model', 'gpt-x'], /No model server is set up/u],
    [['--compare', 'nowhere.json'], /There is no file .*nowhere\.json/u],
    [['--articles', 'nothing-like-it'], /is called\s+so\.\s+There\s+are:\s+ar-khabar,/u],
    [['--questions', 'many'], /no number of questions/u],
  ])('ends with status 2 for %j', async (args, sentence) => {
    const { status, stderr } = await runFootnote(['eval', ...args])
    expect(status).toBe(2)
    expect(stderr).toMatch(sentence)
  })
})
