import { threadId } from 'node:worker_threads'
import type { Job, Outcome } from '../../../src/adapters/extract/worker-pool.ts'

/** A worker that does what the worst of pages would make a parser do. */
export default function misbehave({ input, started }: Job<string>): Outcome<string> {
  started.postMessage(threadId, [])
  if (input === 'loop') for (;;) Math.random()
  if (input === 'steps') work(started, 40)
  if (input === 'fill') fill()
  if (input === 'recurse') recurse(1)
  if (input === 'exit') process.exit(3)
  return { result: input === 'thread' ? String(threadId) : input }
}

/** Works for some 20 ms at a time, and says so each time. */
function work(started: Job<string>['started'], steps: number): void {
  for (let step = 0; step < steps; step += 1) {
    const before = process.threadCpuUsage()
    const used = (): number => {
      const { user, system } = process.threadCpuUsage(before)
      return user + system
    }
    while (used() < 20_000) Math.random()
    started.postMessage('step', [])
  }
}

function fill(): never {
  const kept: number[][] = []
  for (;;) kept.push(Array.from({ length: 10_000 }, Math.random))
}

const recurse = (depth: number): number => recurse(depth + 1) + depth
