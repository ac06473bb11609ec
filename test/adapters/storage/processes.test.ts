import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { simulateSpending } from '../../support/spending-simulation.ts'
import { openStorage } from '../../../src/adapters/storage/open-storage.ts'

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url))
const CRASHES = 20
const DAY = '2026-11-22'
const directory = mkdtempSync(join(tmpdir(), 'footnote-processes-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const startWriter = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [WRITER, ...args], { stdio: 'pipe' })

/** Everything a writer prints, and what it complains of, once it has ended. */
async function outputOf(writer: ChildProcess): Promise<{ lines: string[]; complaints: string }> {
  let printed = ''
  let complaints = ''
  writer.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  writer.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  await once(writer, 'close')
  // A line that was cut in the middle acknowledges nothing.
  return { lines: printed.split('\n').slice(0, -1), complaints }
}

describe('a process that is killed while it writes', () => {
  it(
    `loses no acknowledged turn or call and stores none twice, ${CRASHES} times on one file`,
    { timeout: 120_000 },
    async () => {
      const file = join(directory, 'crash.db')
      let acknowledgedCalls = 0
      for (let crash = 0; crash < CRASHES; crash += 1) {
        const writer = startWriter('turns', `sqlite:${file}`)
        const output = outputOf(writer)
        await once(writer.stdout!, 'data')
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 80))
        writer.kill('SIGKILL')
        const { lines, complaints } = await output
        expect(complaints).toBe('')

        const id = lines[0]?.replace('conversation ', '') ?? ''
        const turns = lines.filter((line) => line.startsWith('turn ')).length
        acknowledgedCalls += lines.filter((line) => line.startsWith('call ')).length
        const storage = await openStorage(`sqlite:${file}`, { directory, clock: Date.now })
        const found = await storage.conversations.find(id)
        const questions = found?.turns.map(({ question }) => question) ?? []
        expect(questions).toEqual(questions.map((_, index) => `question ${index + 1}?`))
        // One more than acknowledged may be there: stored, and killed before it could say so.
        expect([turns, turns + 1]).toContain(questions.length)
        const used = (await storage.spending.list(DAY)).find(({ period }) => period === DAY)?.calls ?? 0
        expect(used).toBeGreaterThanOrEqual(acknowledgedCalls)
        expect(used).toBeLessThanOrEqual(acknowledgedCalls + crash + 1)
        await storage.close()
      }
      expect(acknowledgedCalls).toBeGreaterThan(0)
      const database = new DatabaseSync(file)
      expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
      database.close()
    },
  )
})

describe('money', () => {
  it('cannot run away: processes that are killed while they spend never pass a cap together', async () => {
    const folder = mkdtempSync(join(directory, 'money-'))
    const storageUrl = `sqlite:${join(folder, 'spending.db')}`
    const options = { storageUrl, requests: 600, days: 3, processes: 3, killEvery: 40, seed: 7 }
    const { sent, refused, kills, fullest, wrong } = await simulateSpending(options)
    expect(wrong).toEqual([])
    // The simulation is worth something: caps were reached, and processes died.
    expect(Math.min(sent, refused, kills)).toBeGreaterThan(0)
    for (const { cap, charged } of fullest) {
      if (cap.period === 'day') expect(charged).toBeGreaterThan(cap.most / 3)
    }
  }, 120_000)
})

describe('several processes on one file', () => {
  it(
    'open a new file at the same time, take calls at the same time, and never exceed the limit',
    { timeout: 60_000 },
    async () => {
      for (let round = 0; round < 5; round += 1) {
        const file = join(directory, `shared-${round}.db`)
        const writers = Array.from({ length: 4 }, () => startWriter('calls', `sqlite:${file}`, '300'))
        const ending = writers.map(outputOf)
        await Promise.all(writers.map((writer) => once(writer.stdout!, 'data')))
        for (const writer of writers) writer.stdin?.end()
        const outputs = await Promise.all(ending)
        for (const { complaints } of outputs) expect(complaints).toBe('')
        const taken = outputs.map(({ lines }) => Number(lines[1]?.replace('taken ', '')))
        expect(taken.reduce((sum, count) => sum + count, 0)).toBe(300)
      }
    },
  )
})
