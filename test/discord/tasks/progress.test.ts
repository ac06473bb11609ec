import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import { showProgress } from '../../../src/discord/tasks/progress.ts'
import { anArticle } from '../../support/an-article.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const ARTICLE = anArticle(['The quay wall moved by eleven centimetres.'], {
  url: 'https://news.example/quay',
  title: 'Quay',
})

const neverFails = (error: unknown): void => {
  throw error
}

const aClaim = (text: string): Claim => ({ text, speaker: null, quotes: [] })
const claims = (count: number): Claim[] =>
  Array.from({ length: count }, (_, index) => aClaim(`Point ${index + 1}.`))

interface Edit {
  readonly text: string
  readonly at: number
}

function openDisplay() {
  const started = performance.now()
  const edits: Edit[] = []
  const display = showProgress(
    ARTICLE,
    async ({ text }) => void edits.push({ text, at: performance.now() - started }),
    neverFails,
  )
  return { edits, display }
}

const firstLine = ({ text }: Edit): string => text.split('\n')[0] ?? ''

describe('the line that tells how work goes on', () => {
  it.each([
    [3, 4000],
    [14, 5000],
    [150, 700],
  ])(
    'shows proven points as the parts of an article in %s parts are read, in at most eight edits',
    async (of, milliseconds) => {
      const { edits, display } = openDisplay()
      display.onProgress({ phase: 'writing', words: 48_210 })
      await vi.advanceTimersByTimeAsync(3500)
      for (let part = 1; part <= of; part++) {
        display.onProgress({ phase: 'part', part, of, claims: claims(part * 2 - 1) })
        await vi.advanceTimersByTimeAsync(milliseconds)
      }
      await display.stop()
      await vi.advanceTimersByTimeAsync(60_000)
      expect(firstLine(edits[0]!)).toBe('Read 48,210 words, writing the points …')
      expect(firstLine(edits.at(-1)!)).toMatch(/^Part \d+ of \d+ read, \d+ points proven so far …$/u)
      expect(edits.at(-1)?.text).toMatch(/\n- Point \d+\.$/u)
      expect(edits.at(-1)?.text.split('\n').length).toBeLessThanOrEqual(7)
      expect(edits.length).toBeGreaterThanOrEqual(Math.min(of, 7))
      expect(edits.length).toBeLessThanOrEqual(8)
      for (const [index, { at }] of edits.entries()) {
        expect(at - (edits[index - 1]?.at ?? 1500)).toBeGreaterThanOrEqual(1500)
      }
    },
  )

  it.each([14, 150])(
    'shows the first proven point within three seconds of its part, in whatever number of parts: %s',
    async (of) => {
      const { edits, display } = openDisplay()
      display.onProgress({ phase: 'writing', words: 48_210 })
      await vi.advanceTimersByTimeAsync(3500)
      for (let part = 1; part <= of; part++) {
        // The first part holds nothing that could be proven.
        display.onProgress({ phase: 'part', part, of, claims: claims(part - 1) })
        await vi.advanceTimersByTimeAsync(2000)
      }
      await display.stop()
      const shown = edits.find(({ text }) => text.includes('\n- Point 1.'))
      expect(shown?.at).toBeLessThanOrEqual(3500 + 2000 + 3000)
      expect(edits.length).toBeLessThanOrEqual(8)
    },
  )

  it('is left alone where there is nothing new, and in the first seconds', async () => {
    const { edits, display } = openDisplay()
    display.onProgress({ phase: 'writing', words: 48_210 })
    await vi.advanceTimersByTimeAsync(2900)
    expect(edits).toEqual([])
    await vi.advanceTimersByTimeAsync(60_000)
    await display.stop()
    expect(edits.map(firstLine)).toEqual(['Read 48,210 words, writing the points …'])
  })

  it('changes twice at most for what is being done', async () => {
    const { edits, display } = openDisplay()
    for (const quotes of [1, 2, 3, 4]) {
      display.onProgress({ phase: 'checking', quotes })
      await vi.advanceTimersByTimeAsync(4000)
    }
    await display.stop()
    expect(edits.map(firstLine)).toEqual(['Checking 1 quote …', 'Checking 2 quotes …'])
  })
})
