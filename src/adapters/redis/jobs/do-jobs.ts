import { DelayedError, type Job, Queue, Worker } from 'bullmq'
import type { DoJob, JobCounts, Log } from '../../../app/ports.ts'
import { asFootnoteError, type ErrorCode } from '../../../core/error.ts'
import { failureToJson } from '../../../core/error-json.ts'
import { connectRedis } from '../connect.ts'
import { countAskers } from './askers.ts'
import { connectForBullmq } from './connect-for-bullmq.ts'
import {
  countJobs,
  type JobData,
  type JobOutcome,
  OUTCOME_LIVES,
  outcomeKey,
  QUEUE,
  QUEUE_PREFIX,
} from './job-keys.ts'

/** A worker that does not say for so long that it is at it is taken for gone, and its job is done by another. */
const LOCK_MILLISECONDS = 10_000
/** Of that time. */
const LOOKED_FOR_AFTER = 0.4
/** A job is begun once more after so many workers are gone with it; then it is set aside. */
const MOST_GONE = 2
const LOOK_FOR_ASKERS_EVERY = 1000

/** What another try may help with: something between the machines, or in this process. */
const MAY_HELP: ReadonlySet<ErrorCode> = new Set(['storage-unavailable', 'internal'])

const ABANDONED = Symbol('abandoned')
const CLOSING = Symbol('closing')

export interface JobTaker {
  counts(): Promise<JobCounts>
  running(): number
  /** Whether jobs come. */
  isReady(): boolean
  /** Takes no further job, waits so many milliseconds for those that run, and gives back the rest. */
  close(patience: number): Promise<void>
}

export interface TakeJobs {
  readonly address: string
  /** So many at a time. */
  readonly atOnce: number
  readonly doJob: DoJob
  readonly log: Log
  readonly lockMilliseconds?: number
}

/** The side of the queue that does jobs. Throws `storage-unavailable` where there is no server at that address. */
export async function takeJobs({
  address,
  atOnce,
  doJob,
  log,
  lockMilliseconds = LOCK_MILLISECONDS,
}: TakeJobs): Promise<JobTaker> {
  const { redis, close } = await connectRedis(address, 'queue')
  const connection = connectForBullmq(address)
  const queue = new Queue<JobData>(QUEUE, { connection: redis, prefix: QUEUE_PREFIX })
  queue.on('error', () => {})
  const running = new Map<string, AbortController>()
  let isReady = true

  const finish = async (id: string, outcome: JobOutcome): Promise<null> => {
    await redis.set(outcomeKey(id), JSON.stringify(outcome), 'PX', OUTCOME_LIVES)
    return null
  }

  const work = async (job: Job<JobData>, token: string | undefined): Promise<null> => {
    const id = job.id ?? ''
    const { name: kind, attemptsMade, attemptsStarted } = job
    const controller = new AbortController()
    const { signal } = controller
    const started = performance.now()
    const waited = Math.max(0, (job.processedOn ?? job.timestamp) - job.timestamp)
    const note = (outcome: string): void =>
      log.info('job-done', { kind, outcome, waited, milliseconds: Math.round(performance.now() - started) })
    if ((await countAskers(redis, id)) === 0) {
      note('abandoned')
      return finish(id, { abandoned: true })
    }
    running.set(id, controller)
    try {
      const report = (progress: unknown): void => void job.updateProgress(progress as object).catch(() => {})
      const value = await doJob(
        { kind, input: job.data.input },
        { signal, report, isAgain: attemptsStarted > 1 },
      )
      note('done')
      return await finish(id, { value })
    } catch (error) {
      if (signal.reason === CLOSING) {
        // Not `moveToWait`: of a job with an urgency, it wakes nobody who waits for jobs (bullmq 6.7).
        await job.moveToDelayed(Date.now() + 1, token)
        throw new DelayedError()
      }
      if (signal.reason === ABANDONED) {
        note('abandoned')
        return await finish(id, { abandoned: true })
      }
      const { code } = asFootnoteError(error)
      // Only this process knows what went wrong in it.
      if (code === 'internal') log.failure('job-failed', error, { kind, attempt: attemptsMade + 1 })
      if (MAY_HELP.has(code) && attemptsMade + 1 < (job.opts.attempts ?? 1)) throw error
      note(code)
      return await finish(id, { failure: failureToJson(error) })
    } finally {
      running.delete(id)
    }
  }

  const worker = new Worker<JobData>(QUEUE, work, {
    connection,
    prefix: QUEUE_PREFIX,
    concurrency: atOnce,
    lockDuration: lockMilliseconds,
    stalledInterval: lockMilliseconds * LOOKED_FOR_AFTER,
    maxStalledCount: MOST_GONE,
  })
  worker.on('ready', () => {
    isReady = true
  })
  worker.on('error', () => {
    isReady = connection.status === 'ready'
  })
  worker.on('stalled', (id) => log.warn('job-taken-over', { job: id }))
  worker.on('failed', (job, error) => {
    if (job === undefined || !/stalled/u.test(error.message)) return
    log.failure('job-set-aside', error, { kind: job.name, job: job.id })
    // What people wrote stands in it.
    job.updateData({ input: null }).catch((failure: unknown) => log.failure('job-not-emptied', failure))
  })
  const endAbandoned = async (): Promise<void> => {
    for (const [id, controller] of running)
      if ((await countAskers(redis, id)) === 0) controller.abort(ABANDONED)
  }
  const timer = setInterval(() => void endAbandoned().catch(() => {}), LOOK_FOR_ASKERS_EVERY).unref()
  await worker.waitUntilReady()

  return {
    counts: () => countJobs(queue),
    running: () => running.size,
    isReady: () => isReady && !worker.closing,
    close: async (patience) => {
      const giveBack = setTimeout(() => {
        for (const controller of running.values()) controller.abort(CLOSING)
      }, patience)
      await worker.close()
      clearTimeout(giveBack)
      clearInterval(timer)
      await queue.close().catch(() => {})
      connection.disconnect()
      await close()
    },
  }
}
