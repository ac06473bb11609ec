import type { JobCounts } from '../../../app/ports.ts'
import type { FailureJson } from '../../../core/error-json.ts'
import type { Queue } from 'bullmq'
import { PREFIX } from '../connect.ts'

// What those who order jobs and those who do them agree on.

export const QUEUE = 'jobs'
/** BullMQ puts a colon between its prefix and the name of the queue. */
export const QUEUE_PREFIX = PREFIX.slice(0, -1)

/** What BullMQ keeps of a job: its result goes another way, because events hold results too, and are kept for a while. */
export interface JobData {
  readonly input: unknown
}

/** How a job ended; `abandoned`: nobody waited for it any more. */
export type JobOutcome =
  | { readonly value: unknown }
  | { readonly failure: FailureJson }
  | { readonly abandoned: true }

/** As long as somebody who waits may be late. */
export const OUTCOME_LIVES = 120_000
export const outcomeKey = (id: string): string => `${PREFIX}job-outcome:${id}`

/** Events that somebody who lost the connection for a while still gets to see. */
export const MOST_EVENTS = 2000

/** Jobs of one kind that wait, run, or were set aside. */
export async function countJobs(queue: Queue): Promise<JobCounts> {
  const counts = await queue.getJobCounts('active', 'wait', 'prioritized', 'delayed', 'failed')
  const of = (name: string): number => counts[name] ?? 0
  return {
    running: of('active'),
    waiting: of('wait') + of('prioritized') + of('delayed'),
    setAside: of('failed'),
  }
}
