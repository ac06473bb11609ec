import type { Progress } from '../app/assistant.ts'
import { editInOrder } from './edit-in-order.ts'
import type { Markup } from './markup.ts'
import { progressLine } from './texts.ts'

/** No edit in the first seconds: most results are there by then. */
const EDITS_AFTER = [3000, 9000]
/** A long article is read for minutes, and whoever waits wants to see that it goes on. */
const THEN_EVERY = 15_000

export interface ProgressDisplay {
  readonly onProgress: (progress: Progress) => void
  /** Stops further edits and waits for one that is under way. */
  stop(): Promise<void>
}

/** Shows how work goes on in a line that stands already, with few edits. A failed edit is left to the final one. */
export function showProgress(
  edit: (line: Markup) => Promise<unknown>,
  onEditFailure: (error: unknown) => void,
): ProgressDisplay {
  let latest: Markup | null = null
  let shown: Markup | null = null
  const edits = editInOrder(edit, onEditFailure)
  const update = (): void => {
    if (latest === null || latest.text === shown?.text) return
    shown = latest
    edits.show(latest)
  }
  let timer: NodeJS.Timeout
  const schedule = (waits: readonly number[], waited = 0): void => {
    const [next = waited + THEN_EVERY, ...later] = waits
    timer = setTimeout(() => {
      update()
      schedule(later, next)
    }, next - waited)
  }
  schedule(EDITS_AFTER)
  return {
    onProgress: (progress) => {
      latest = progressLine(progress)
    },
    stop: async () => {
      clearTimeout(timer)
      await edits.done()
    },
  }
}
