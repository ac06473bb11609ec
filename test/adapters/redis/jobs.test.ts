import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type JobTaker, type TakeJobs, takeJobs } from '../../../src/adapters/redis/jobs/do-jobs.ts'
import { orderJobs } from '../../../src/adapters/redis/jobs/order-jobs.ts'
import type { DoJob, JobOrder, Jobs } from '../../../src/app/ports.ts'
import { FootnoteError } from '../../../src/core/error.ts'
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'

const anOrder = (known: Partial<JobOrder> = {}): JobOrder => ({
  kind: 'read',
  key: `key ${Math.random()}`,
  input: { page: 1 },
  urgency: 1,
  ...known,
})

const NO_LOG = { info: () => {}, warn: () => {}, failure: () => 'abc123' }
const FAST = { lockMilliseconds: 1000 }

describe.skipIf(!hasRedis)('jobs on a real Redis', () => {
  let server: RedisServer
  let jobs: Jobs
  let takers: JobTaker[]
  let children: ChildProcess[]
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    await server.flush()
    takers = []
    children = []
    jobs = await orderJobs(server.url)
  })
  afterEach(async () => {
    await jobs.close()
    for (const child of children) child.kill('SIGKILL')
    for (const taker of takers) await taker.close(0)
  })

  const take = async (doJob: DoJob, options: Partial<TakeJobs> = {}): Promise<JobTaker> => {
    const taker = await takeJobs({ address: server.url, atOnce: 4, doJob, log: NO_LOG, ...FAST, ...options })
    takers.push(taker)
    return taker
  }

  /** A process of its own; what it says, line by line. */
  const startDoing = async () => {
    const args = ['test/support/jobs/doing-process.ts', server.url]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    const said: Record<string, unknown>[] = []
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.trim().split('\n')) said.push(JSON.parse(line) as Record<string, unknown>)
    })
    const says = (name: string): Promise<void> =>
      until(() => said.some((line) => name in line || line['event'] === name))
    await says('ready')
    return { child, said, says }
  }

  it('are done by whoever takes them, and give back what that made', async () => {
    await take(async ({ kind, input }) => ({ kind, input, list: [], nothing: null }))
    expect(await jobs.run(anOrder({ input: { a: [1.5, 'ü'] } }), {})).toEqual({
      kind: 'read',
      input: { a: [1.5, 'ü'] },
      list: [],
      nothing: null,
    })
  })

  it('wait for somebody who takes them', async () => {
    const done = jobs.run(anOrder(), {})
    await pause(200)
    await take(async () => 'done')
    expect(await done).toBe('done')
  })

  it('of one key are done once, and everybody gets the result', async () => {
    let times = 0
    await take(async () => {
      times += 1
      await pause(300)
      return times
    })
    const other = await orderJobs(server.url)
    try {
      const order = anOrder()
      const orders = [jobs.run(order, {}), jobs.run(order, {}), other.run(order, {})]
      expect(await Promise.all(orders)).toEqual([1, 1, 1])
      expect(await jobs.run(order, {})).toBe(2)
    } finally {
      await other.close()
    }
  })

  it('tell how they go on', async () => {
    await take(async (_order, { report }) => {
      report({ phase: 'reading' })
      await pause(50)
      report({ phase: 'writing', words: 12 })
      await pause(50)
      return null
    })
    const heard: unknown[] = []
    await jobs.run(anOrder(), { onProgress: (progress) => heard.push(progress) })
    expect(heard).toEqual([{ phase: 'reading' }, { phase: 'writing', words: 12 }])
  })

  it('fail with the code, the words and the time of the failure, at once', async () => {
    let times = 0
    await take(async () => {
      times += 1
      throw new FootnoteError('budget-spent', 'It is spent.', { retryAt: 5000 })
    })
    const failure = await jobs.run(anOrder(), {}).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'budget-spent', message: 'It is spent.', retryAt: 5000 })
    expect(times).toBe(1)
  })

  it('that fail for want of a server or by a fault of ours are tried again, with a pause, three times', async () => {
    const at: number[] = []
    await take(async () => {
      at.push(Date.now())
      if (at.length === 2) throw new Error('a fault')
      throw new FootnoteError('storage-unavailable', 'The store is away.')
    })
    const failure = await jobs.run(anOrder(), {}).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'storage-unavailable', message: 'The store is away.' })
    expect(at).toHaveLength(3)
    expect(at[1]! - at[0]!).toBeGreaterThan(400)
    expect(at[2]! - at[1]!).toBeGreaterThan(900)
  })

  it('are begun in the order of their urgency', async () => {
    const begun: unknown[] = []
    const gate = Promise.withResolvers<void>()
    const ask = (urgency: number): Promise<unknown> => jobs.run(anOrder({ urgency, input: urgency }), {})
    await take(
      async ({ input }) => {
        begun.push(input)
        if (input === 0) await gate.promise
      },
      { atOnce: 1 },
    )
    const orders = [ask(0)]
    await until(() => begun.length > 0)
    for (const urgency of [8, 5, 1, 2]) {
      orders.push(ask(urgency))
      await pause(100)
    }
    gate.resolve()
    await Promise.all(orders)
    expect(begun).toEqual([0, 1, 2, 5, 8])
  })

  it('end when nobody waits for them any more, and not before', async () => {
    let begun = 0
    let ended = false
    await take(async (_order, { signal }) => {
      begun += 1
      await pause(20_000, null, { signal }).catch(() => {
        ended = true
        throw new FootnoteError('cancelled', 'Cancelled.')
      })
    })
    const order = anOrder()
    const [first, second] = [new AbortController(), new AbortController()]
    const outcomes = [first, second].map(({ signal }) =>
      jobs.run(order, { signal }).catch((error: unknown) => (error as FootnoteError).code),
    )
    await until(() => begun > 0)
    await pause(100)
    first.abort()
    expect(await outcomes[0]).toBe('cancelled')
    await pause(1500)
    expect(ended).toBe(false)
    second.abort()
    expect(await outcomes[1]).toBe('cancelled')
    await until(() => ended)
    expect(begun).toBe(1)
  })

  it('that nobody waits for when their turn comes are not begun', async () => {
    const { signal, ...controller } = withAbort()
    const order = jobs.run(anOrder(), { signal }).catch((error: unknown) => (error as FootnoteError).code)
    await pause(200)
    controller.abort()
    expect(await order).toBe('cancelled')
    const begun: unknown[] = []
    await take(async ({ input }) => void begun.push(input))
    await jobs.run(anOrder({ input: 'the next' }), {})
    expect(begun).toEqual(['the next'])
  })

  it('say so where nobody does jobs', async () => {
    const impatient = await orderJobs(server.url, { nobodyPatience: 300 })
    try {
      const failure = await impatient.run(anOrder(), {}).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'limit-reached' })
      expect(String(failure)).toMatch(/no worker runs/u)
    } finally {
      await impatient.close()
    }
  })

  it('of a worker that stops are finished by it, or given to another at once', async () => {
    const first = await take(async ({ input }, { signal }) => {
      await pause(input === 'short' ? 300 : 20_000, null, { signal })
      return 'by the first'
    })
    const short = jobs.run(anOrder({ input: 'short' }), {})
    const long = jobs.run(anOrder({ input: 'long' }), {})
    await until(() => first.running() === 2)
    await take(async (_order, { isAgain }) => `by the second${isAgain ? ', again' : ''}`)
    const stopped = Date.now()
    await first.close(600)
    expect(await short).toBe('by the first')
    expect(await long).toBe('by the second, again')
    expect(Date.now() - stopped).toBeLessThan(3000)
  })

  it('of a worker that is killed are taken over by another', async () => {
    const first = await startDoing()
    const order = jobs.run(anOrder({ kind: 'slow' }), {})
    await first.says('began')
    first.child.kill('SIGKILL')
    const second = await startDoing()
    expect(await order).toEqual({ by: second.child.pid, isAgain: true })
  }, 30_000)

  it('that end three workers are set aside, and that is reported', async () => {
    const workers = [await startDoing(), await startDoing(), await startDoing(), await startDoing()]
    const failure = await jobs
      .run(anOrder({ kind: 'deadly', input: 'words' }), {})
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'internal' })
    expect(String(failure)).toMatch(/set aside/u)
    const lines = () => workers.flatMap(({ said }) => said)
    expect(lines().filter((line) => 'began' in line)).toHaveLength(3)
    await until(() => lines().some(({ event }) => event === 'job-set-aside'))
    // The rest goes on.
    expect(await jobs.run(anOrder(), {})).toMatchObject({ isAgain: false })
    const counts = await (await take(async () => null)).counts()
    expect(counts).toEqual({ running: 0, waiting: 0, setAside: 1 })
    const redis = new Redis(server.url)
    const [id = ''] = await redis.zrange('footnote:jobs:failed', '0', '-1')
    expect(await redis.hget(`footnote:jobs:${id}`, 'data')).toBe('{"input":null}')
    await redis.quit()
  }, 30_000)

  it('go on after the server was killed and started again', async () => {
    await take(async ({ input }) => {
      await pause(500)
      return input
    })
    const orders = [1, 2, 3].map((input) => jobs.run(anOrder({ input }), {}))
    await pause(150)
    await server.kill()
    await pause(300)
    await server.start()
    expect(await Promise.all(orders)).toEqual([1, 2, 3])
    expect(await jobs.run(anOrder({ input: 4 }), {})).toBe(4)
  }, 40_000)
})

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10)
}

function withAbort(): { readonly signal: AbortSignal; abort(): void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
