import { setImmediate as nextTurn } from 'node:timers/promises'

/** So long one stretch of work may hold up everything else in this thread. */
const LONGEST_STRETCH = 8

let began = performance.now()
let queue: Promise<void> = Promise.resolve()

/**
 * Lets others have their turn, where this thread has worked for a while without one. Whoever asks at the same time waits
 * behind the others: all of them would otherwise go on in one stretch.
 */
export function breathe(): Promise<void> {
  queue = breatheAfter(queue)
  return queue
}

async function breatheAfter(others: Promise<void>): Promise<void> {
  await others
  if (performance.now() - began < LONGEST_STRETCH) return
  await nextTurn()
  began = performance.now()
}
