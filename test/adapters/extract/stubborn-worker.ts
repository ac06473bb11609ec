import { threadId } from 'node:worker_threads'
import type { Job, Outcome } from '../../../src/adapters/extract/worker-pool.ts'

/** A worker that does what the worst of pages would make a parser do. */
export default function misbehave({ input, started }: Job<string>): Outcome<string> {
  started.postMessage(threadId, [])
  if (input === 'loop') for (;;) Math.random()
  if (input === 'fill') fill()
  if (input === 'recurse') recurse(1)
  if (input === 'exit') process.exit(3)
  return { result: input === 'thread' ? String(threadId) : input }
}

function fill(): never {
  const kept: number[][] = []
  for (;;) kept.push(Array.from({ length: 10_000 }, Math.random))
}

const recurse = (depth: number): number => recurse(depth + 1) + depth
