import { randomUUID } from 'node:crypto'
import { Queue, QueueEvents } from 'bullmq'
import type { JobOrder, Jobs } from '../../../app/ports.ts'
import { FootnoteError, throwIfCancelled } from '../../../core/error.ts'
import { failureFromJson } from '../../../core/error-json.ts'
import { connectRedis } from '../connect.ts'
import { connectForBullmq } from './connect-for-bullmq.ts'
import { redisFailure } from '../redis-failure.ts'
import { openAskers } from './askers.ts'
import {
  countJobs,
  type JobData,
  type JobOutcome,
  MOST_EVENTS,
  outcomeKey,
  QUEUE,
  QUEUE_PREFIX,
} from './job-keys.ts'

/** Events may get lost where the server is restarted: so often each job is looked at all the same. */
const LOOK_EVERY = 3000
/** With so many before it, whoever asks now would wait too long. */
const MOST_WAITING = 5000
/** So long nobody need be there who does jobs: one may just be starting. */
const NOBODY_PATIENCE = 20_000
/** What may help is tried so often. */
const TRIES = 3
const FIRST_PAUSE = 500
const SET_ASIDE_LIVES_SECONDS = 2 * 24 * 60 * 60

interface Waiter {
  readonly hear: (progress: unknown) => void
  readonly end: (outcome: JobOutcome | 'set-aside' | 'lost') => void
}

/** The side of the queue that orders jobs. Throws `storage-unavailable` where there is no server at that address. */
export async function orderJobs(
  address: string,
  { nobodyPatience = NOBODY_PATIENCE }: { readonly nobodyPatience?: number } = {},
): Promise<Jobs> {
  const { redis, close } = await connectRedis(address, 'queue')
  const connection = connectForBullmq(address)
  const queue = new Queue<JobData>(QUEUE, {
    connection: redis,
    prefix: QUEUE_PREFIX,
    streams: { events: { maxLen: MOST_EVENTS } },
  })
  const events = new QueueEvents(QUEUE, { connection, prefix: QUEUE_PREFIX })
  queue.on('error', () => {})
  events.on('error', () => {})
  const askers = openAskers(redis)
  const waiting = new Map<string, Set<Waiter>>()

  const end = (jobId: string, outcome: Parameters<Waiter['end']>[0]): void => {
    for (const waiter of waiting.get(jobId) ?? []) waiter.end(outcome)
    waiting.delete(jobId)
  }
  const look = async (jobId: string): Promise<void> => {
    // The state first: an outcome is there before the job is over.
    const state = await queue.getJobState(jobId)
    const outcome = await redis.get(outcomeKey(jobId))
    if (outcome !== null) end(jobId, JSON.parse(outcome) as JobOutcome)
    else if (state === 'failed') end(jobId, 'set-aside')
    else if (state === 'unknown' || state === 'completed') end(jobId, 'lost')
  }
  const lookLater = (jobId: string): void => void look(jobId).catch(() => {})
  events.on('completed', ({ jobId }) => waiting.has(jobId) && lookLater(jobId))
  events.on('failed', ({ jobId }) => waiting.has(jobId) && lookLater(jobId))
  events.on('progress', ({ jobId, data }) => {
    for (const { hear } of waiting.get(jobId) ?? []) hear(data)
  })
  const timer = setInterval(() => [...waiting.keys()].forEach(lookLater), LOOK_EVERY).unref()
  await events.waitUntilReady()

  const isAnybodyThere = async (): Promise<boolean> => (await queue.getWorkersCount()) > 0

  const run: Jobs['run'] = async (order, { signal, onProgress = () => {} }) => {
    for (;;) {
      throwIfCancelled(signal)
      const ended = await once(order, signal, onProgress)
      if (ended === 'set-aside') throw setAside()
      // Done by nobody: the server lost it, or whoever waited for it before has left just now.
      if (ended === 'lost' || 'abandoned' in ended) continue
      if ('failure' in ended) throw failureFromJson(ended.failure)
      return ended.value
    }
  }

  const once = async (
    { kind, key, input, urgency }: JobOrder,
    signal: AbortSignal | undefined,
    hear: (progress: unknown) => void,
  ): Promise<Parameters<Waiter['end']>[0]> => {
    const me = randomUUID()
    // Waited for before it is there, so that nobody takes it for one that is not.
    const wanted = randomUUID()
    try {
      await askers.join(wanted, me)
      if ((await countJobs(queue)).waiting >= MOST_WAITING) throw tooMany()
      const job = await queue.add(
        kind,
        { input },
        {
          jobId: wanted,
          deduplication: { id: key },
          priority: urgency,
          attempts: TRIES,
          backoff: { type: 'exponential', delay: FIRST_PAUSE },
          removeOnComplete: true,
          removeOnFail: { age: SET_ASIDE_LIVES_SECONDS },
        },
      )
      const id = job.id ?? wanted
      if (id !== wanted) await askers.join(id, me)
      return await waitFor(id, signal, hear)
    } finally {
      // One that cannot be told is forgotten by itself.
      await askers.leave(me).catch(() => {})
    }
  }

  const waitFor = async (
    id: string,
    signal: AbortSignal | undefined,
    hear: (progress: unknown) => void,
  ): Promise<Parameters<Waiter['end']>[0]> => {
    const { promise, resolve, reject } = Promise.withResolvers<Parameters<Waiter['end']>[0]>()
    const waiter: Waiter = { hear, end: resolve }
    const others = waiting.get(id) ?? new Set()
    waiting.set(id, others.add(waiter))
    const leave = (): void => reject(new FootnoteError('cancelled', 'Cancelled.', { cause: signal?.reason }))
    signal?.addEventListener('abort', leave, { once: true })
    const nobody = setInterval(() => {
      const refuse = async (): Promise<void> => {
        if (!(await isAnybodyThere()) && (await queue.getJobState(id)) !== 'active') reject(nobodyThere())
      }
      refuse().catch(() => {})
    }, nobodyPatience).unref()
    try {
      // It may have been over before anybody listened.
      lookLater(id)
      if (signal?.aborted === true) leave()
      return await promise
    } finally {
      clearInterval(nobody)
      signal?.removeEventListener('abort', leave)
      others.delete(waiter)
      if (others.size === 0) waiting.delete(id)
    }
  }

  return {
    run: (order, options) =>
      run(order, options).catch((error: unknown) => {
        throw redisFailure(error, undefined, 'queue')
      }),
    close: async () => {
      clearInterval(timer)
      askers.close()
      // What waits for an event waits on this one, and nobody needs to wait for that.
      connection.disconnect()
      await Promise.allSettled([queue.close(), events.close()])
      await close()
    },
  }
}

const tooMany = (): FootnoteError =>
  new FootnoteError('limit-reached', 'Too many requests are waiting already. Try again in a few minutes.')

const nobodyThere = (): FootnoteError =>
  new FootnoteError(
    'limit-reached',
    'Nobody is there to read it: no worker runs. The host has to start one: npm run footnote -- worker',
  )

const setAside = (): FootnoteError =>
  new FootnoteError(
    'internal',
    'This could not be done: it ended the worker three times and was set aside. Do not ask for it again; give the host the incident id.',
  )
