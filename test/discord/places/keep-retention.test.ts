import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openStorage } from '../../../src/adapters/storage/open-storage.ts'
import type { Storage } from '../../../src/app/ports.ts'
import { keepRetention } from '../../../src/discord/places/keep-retention.ts'
import { keptFerry, nobody } from '../../contracts/storage-examples.ts'

const HOUR = 60 * 60 * 1000
const MINUTE = 60 * 1000

let storage: Storage
let now = Date.UTC(2026, 10, 22)
let failures: string[]
let stop = (): void => {}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  now = Date.UTC(2026, 10, 22)
  failures = []
  storage = await openStorage('memory:', { directory: '/', clock: () => now })
  stop = keepRetention({
    assistant: storage,
    settings: { retentionDays: 30 },
    clock: () => now,
    log: { info: () => {}, warn: () => {}, failure: (event) => String(failures.push(event)) },
  })
})
afterEach(async () => {
  stop()
  vi.useRealTimers()
  await storage.close()
})

/** Lets this much time pass, and what was to be done in it. */
async function pass(milliseconds: number): Promise<void> {
  now += milliseconds
  await vi.advanceTimersByTimeAsync(Math.min(milliseconds, MINUTE))
  await new Promise((resolve) => setTimeout(resolve, 0))
}

it('within a minute: what failed is no longer stored as it was given after two days, who asked how often after one', async () => {
  await storage.tasks.begin('t1', { words: 'a private paste' }, nobody)
  await storage.tasks.setState('t1', 'failed')
  await storage.uses.take({ kind: 'question', guildId: 'g1', personId: 'p1' }, [])
  await pass(24 * HOUR)
  expect(await storage.uses.count('question', 'g1', 72 * HOUR)).toBe(0)
  expect((await storage.tasks.find('t1'))?.request).toEqual({ words: 'a private paste' })
  await pass(24 * HOUR + MINUTE)
  expect((await storage.tasks.find('t1'))?.request).toBeNull()
})

it('what fails is logged, and tried again the next minute', async () => {
  await storage.articles.set('k', keptFerry, HOUR)
  await storage.close()
  await pass(MINUTE)
  await pass(MINUTE)
  expect(failures).toEqual(['retention-failed', 'retention-failed'])
})
