import type { DatabaseSync } from 'node:sqlite'
import { HURRIED_MILLISECONDS, stored } from './kept.ts'

/** Stores something, and says so once it is on the disk. */
export type GroupCommit = <Value>(work: () => Value) => Promise<Value>

interface Waiting {
  readonly store: () => void
  readonly told: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Stores in one transaction what is asked for in one turn of the event loop: a crowd that arrives at once waits for the disk
 * a few times, and not a thousand times one after the other, in which nothing else is done. For writes that fail together
 * or not at all: where the disk refuses one of them, none is stored, and each throws `storage-unavailable`.
 */
export function createGroupCommit(database: DatabaseSync): GroupCommit {
  let waiting: Waiting[] = []

  const commit = async (): Promise<void> => {
    const group = waiting
    waiting = []
    try {
      await stored(database, () => group.forEach(({ store }) => store()), HURRIED_MILLISECONDS)
    } catch (error) {
      for (const { failed } of group) failed(error)
      return
    }
    for (const { told } of group) told()
  }

  return <Value>(work: () => Value): Promise<Value> =>
    new Promise<Value>((resolve, failed) => {
      let value: Value
      if (waiting.length === 0) setImmediate(() => void commit())
      waiting.push({ store: () => void (value = work()), told: () => resolve(value), failed })
    })
}
