import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRedisStorage } from '../../../src/adapters/redis/storage/open-redis-storage.ts'
import { simulateSpending } from '../../support/spending-simulation.ts'
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'

const WRITER = fileURLToPath(new URL('../storage/writer.ts', import.meta.url))

const startWriter = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [WRITER, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })

describe.skipIf(!hasRedis)('several processes on one server', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.stop())

  it('open a new store at the same time, take calls at the same time, and never exceed the limit', async () => {
    const writers = Array.from({ length: 3 }, () => startWriter('calls', server.database(1), '300'))
    const outputs = writers.map(async (writer) => {
      let printed = ''
      writer.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
      await once(writer, 'close')
      return Number(/taken (\d+)/u.exec(printed)?.[1])
    })
    await Promise.all(writers.map((writer) => once(writer.stdout!, 'data')))
    for (const writer of writers) writer.stdin?.end()
    const taken = await Promise.all(outputs)
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(300)
    // They did run at the same time; one may have come too late.
    expect(taken.filter((count) => count > 0).length).toBeGreaterThan(1)
  }, 60_000)

  it('of which one is killed while it writes lose no acknowledged turn and store none twice', async () => {
    const url = server.database(3)
    for (let crash = 0; crash < 5; crash += 1) {
      const writer = startWriter('turns', url)
      let printed = ''
      writer.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
      await once(writer.stdout!, 'data')
      await wait(20 + crash * 20)
      writer.kill('SIGKILL')
      await once(writer, 'close')
      // A line that was cut in the middle acknowledges nothing.
      const lines = printed.split('\n').slice(0, -1)
      const id = lines[0]?.replace('conversation ', '') ?? ''
      const turns = lines.filter((line) => line.startsWith('turn ')).length
      const storage = await openRedisStorage(url, { clock: Date.now })
      const questions = (await storage.conversations.find(id))?.turns.map(({ question }) => question) ?? []
      await storage.close()
      expect(questions).toEqual(questions.map((_, at) => `question ${at + 1}?`))
      // One more than acknowledged may be there: stored, and killed before it could say so.
      expect([turns, turns + 1]).toContain(questions.length)
    }
  }, 60_000)

  it('that are killed while they spend never pass a cap together, to the nanodollar', async () => {
    const options = { requests: 400, days: 3, processes: 3, killEvery: 40, seed: 7 }
    const outcome = await simulateSpending({ storageUrl: server.database(2), ...options })
    const { sent, refused, kills, fullest, wrong } = outcome
    expect(wrong).toEqual([])
    // The simulation is worth something: caps were reached, and processes died.
    expect(Math.min(sent, refused, kills)).toBeGreaterThan(0)
    for (const { cap, charged } of fullest) {
      if (cap.period === 'day') expect(charged).toBeGreaterThan(cap.most / 3)
    }
  }, 120_000)
})
