import { describe, expect, it } from 'vitest'
import { createOnce } from '../../src/app/once.ts'

/** Work that the test ends by hand, and what became of it. */
const aJob = () => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const job = {
    starts: 0,
    signal: undefined as AbortSignal | undefined,
    report: (_event: number): void => {},
    resolve,
    reject,
    work: (signal: AbortSignal, report: (event: number) => void): Promise<string> => {
      job.starts += 1
      job.signal = signal
      job.report = report
      return promise
    },
  }
  return job
}

const started = () => new Promise((resolve) => setImmediate(resolve))

describe('one flight per key', () => {
  it('runs once for all who ask while it runs', async () => {
    const once = createOnce<number>()
    const job = aJob()
    const all = [1, 2, 3].map(() => once('k', undefined, job.work))
    job.resolve('done')
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done'])
    expect(job.starts).toBe(1)
  })

  it('keeps keys apart and remembers nothing', async () => {
    const once = createOnce<number>()
    let runs = 0
    const work = async () => (runs += 1)
    expect(await Promise.all([once('a', undefined, work), once('b', undefined, work)])).toEqual([1, 2])
    expect(await once('a', undefined, work)).toBe(3)
  })

  it('hands a failure to every caller and tries again for the next', async () => {
    const once = createOnce<number>()
    const job = aJob()
    const all = [once('k', undefined, job.work), once('k', undefined, job.work)]
    job.reject(new Error('broken'))
    for (const result of await Promise.allSettled(all)) expect(result).toMatchObject({ status: 'rejected' })
    expect(await once('k', undefined, async () => 'fine')).toBe('fine')
  })

  it('turns a throw before the first await into a rejection', async () => {
    const once = createOnce<number>()
    const throws = (): Promise<never> => {
      throw new Error('at once')
    }
    await expect(once('k', undefined, throws)).rejects.toThrow('at once')
  })

  it('lets one caller leave at once while the others go on', async () => {
    const once = createOnce<number>()
    const job = aJob()
    const leaving = new AbortController()
    const left = once('k', leaving.signal, job.work)
    const stays = once('k', new AbortController().signal, job.work)
    await started()
    leaving.abort()
    await expect(left).rejects.toMatchObject({ code: 'cancelled' })
    expect(job.signal?.aborted).toBe(false)
    job.resolve('done')
    expect(await stays).toBe('done')
  })

  it('stops the work when the last caller has left, and starts anew for the next', async () => {
    const once = createOnce<number>()
    const job = aJob()
    const leaving = [new AbortController(), new AbortController()]
    const left = leaving.map(({ signal }) => once('k', signal, job.work))
    await started()
    for (const controller of leaving) controller.abort()
    for (const result of await Promise.allSettled(left)) expect(result).toMatchObject({ status: 'rejected' })
    expect(job.signal?.aborted).toBe(true)
    const next = once('k', undefined, async () => 'second run')
    job.reject(new Error('nobody hears this'))
    expect(await next).toBe('second run')
  })

  it('does not start for a caller who has left already', async () => {
    const once = createOnce<number>()
    const job = aJob()
    await expect(once('k', AbortSignal.abort(), job.work)).rejects.toMatchObject({ code: 'cancelled' })
    const leaving = new AbortController()
    const left = once('k', leaving.signal, job.work)
    leaving.abort()
    await expect(left).rejects.toMatchObject({ code: 'cancelled' })
    await started()
    expect(job.starts).toBe(0)
  })

  it('tells every listener, a late one the last event first, one who left nothing more', async () => {
    const once = createOnce<number>()
    const job = aJob()
    const heard: string[] = []
    const leaving = new AbortController()
    const first = once('k', leaving.signal, job.work, (event) => heard.push(`first ${event}`))
    await started()
    job.report(1)
    job.report(2)
    const second = once('k', undefined, job.work, (event) => heard.push(`second ${event}`))
    leaving.abort()
    await expect(first).rejects.toMatchObject({ code: 'cancelled' })
    job.report(3)
    job.resolve('done')
    await second
    expect(heard).toEqual(['first 1', 'first 2', 'second 2', 'second 3'])
  })

  it('lets a listener that throws spoil nobody else’s result', async () => {
    const once = createOnce<number>()
    const job = aJob()
    const clumsy = once('k', undefined, job.work, () => {
      throw new Error('clumsy')
    })
    const careful = once('k', undefined, job.work)
    await started()
    job.report(1)
    await expect(clumsy).rejects.toMatchObject({ code: 'internal' })
    job.resolve('done')
    expect(await careful).toBe('done')
  })
})
