import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { showProgress } from '../../src/discord/progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const neverFails = (error: unknown): void => {
  throw error
}

describe('the line that tells how work goes on', () => {
  it('shows which part of a long article is read, for as long as it takes, with few edits', async () => {
    const lines: string[] = []
    const display = showProgress(async ({ text }) => void lines.push(text), neverFails)
    for (let part = 1; part <= 14; part++) {
      display.onProgress({ phase: 'part', part, of: 14, proven: part * 2 - 1 })
      await vi.advanceTimersByTimeAsync(5000)
    }
    await display.stop()
    expect(lines[0]).toBe('Part 1 of 14 read, 1 point proven so far …')
    expect(lines.at(-1)).toBe('Part 14 of 14 read, 27 points proven so far …')
    expect(lines.length).toBeLessThanOrEqual(2 + Math.ceil(70 / 15))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(lines.at(-1)).toBe('Part 14 of 14 read, 27 points proven so far …')
  })

  it('is left alone where there is nothing new, and in the first seconds', async () => {
    const lines: string[] = []
    const display = showProgress(async ({ text }) => void lines.push(text), neverFails)
    display.onProgress({ phase: 'writing', words: 48_210 })
    await vi.advanceTimersByTimeAsync(2900)
    expect(lines).toEqual([])
    await vi.advanceTimersByTimeAsync(60_000)
    await display.stop()
    expect(lines).toEqual(['Read 48,210 words, writing the points …'])
  })
})
