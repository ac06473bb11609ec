import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sumRuns } from '../../src/cli/ask.ts'
import { startProgress } from '../../src/cli/progress.ts'
import { builtInRun, modelRun } from './sample.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the progress line', () => {
  const open = (isTTY: boolean): { output: PassThrough; written: () => string } => {
    const output = Object.assign(new PassThrough(), { isTTY, columns: 30 })
    return { output, written: () => (output.read() as Buffer | null)?.toString() ?? '' }
  }

  it('shows nothing of work that takes less than half a second', () => {
    const { output, written } = open(true)
    const progress = startProgress(output, 'Reading …')
    vi.advanceTimersByTime(499)
    progress.stop()
    vi.advanceTimersByTime(5000)
    expect(written()).toBe('')
  })

  it('is rewritten in place, cut to one line, and cleared', () => {
    const { output, written } = open(true)
    const progress = startProgress(output, 'Reading …')
    vi.advanceTimersByTime(600)
    progress.onProgress({ phase: 'reading', from: 'a-very-long-name.of-a-site.example' })
    progress.onProgress({ phase: 'reading', from: '\u001b[31mred' })
    progress.stop()
    const lines = ['Reading …', 'Reading', 'Reading [31mred …', '']
    expect(written()).toBe(lines.map((line) => `\r\u001b[2K${line}`).join(''))
  })

  it('shows nothing where standard error is no terminal', () => {
    const { output, written } = open(false)
    const progress = startProgress(output, 'Reading …')
    vi.advanceTimersByTime(5000)
    progress.onProgress({ phase: 'checking', quotes: 3 })
    progress.stop()
    expect(written()).toBe('')
  })
})

describe('the run of several questions', () => {
  it('adds up what was spent and says a notice once', () => {
    const notice = { code: 'prompt-cut', message: 'The server cut the prompt.' } as const
    const sum = sumRuns([
      { ...modelRun, notices: [notice], cost: 0.5 },
      { ...modelRun, notices: [notice], cached: true },
    ])
    expect(sum).toMatchObject({
      calls: 2,
      parts: 1,
      cached: false,
      milliseconds: 8400,
      cost: 0.5,
      notices: [notice],
    })
    expect(sum.tokens).toEqual({ input: 1800, cached: 0, output: 240 })
    expect(sumRuns([builtInRun]).cost).toBeNull()
  })
})
