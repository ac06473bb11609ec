import type { Progress } from '../app/assistant.ts'
import { editInOrder } from './edit-in-order.ts'
import type { Markup } from './markup.ts'
import { progressLine } from './texts.ts'

/** A first line gets at most two edits before the result, and none in the first seconds. */
const EDITS_AFTER = [3000, 9000]

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
  const timers = EDITS_AFTER.map((milliseconds) => setTimeout(update, milliseconds))
  return {
    onProgress: (progress) => {
      latest = progressLine(progress)
    },
    stop: async () => {
      for (const timer of timers) clearTimeout(timer)
      await edits.done()
    },
  }
}
