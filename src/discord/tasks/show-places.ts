import { nameOfThrown } from '../../core/error.ts'
import type { Log } from '../../app/ports.ts'
import type { Asker } from './asker.ts'
import { editInOrder } from './edit-in-order.ts'
import type { Markup } from '../cards/markup.ts'
import { waitingLine } from '../texts.ts'

/** Places change in jumps; Discord is told at most so often. */
const MILLISECONDS_BETWEEN_EDITS = 3000

export interface PlaceDisplay {
  readonly onPlace: (place: number) => void
  /** Shows `line` where a place was shown. */
  stop(line: Markup): Promise<void>
}

/** Tells who waits in a line which place they have. A failed edit is left to the next. */
export function showPlaces(asker: Asker, log: Log): PlaceDisplay {
  let latest: number | null = null
  let shown: number | null = null
  let timer: NodeJS.Timeout | undefined
  const edits = editInOrder(
    (line) => asker.say(line),
    (error) => log.warn('place-not-shown', { name: nameOfThrown(error) }),
  )
  const update = (): void => {
    timer = undefined
    if (latest === null || latest === shown) return
    shown = latest
    edits.show(waitingLine(latest))
    timer = setTimeout(update, MILLISECONDS_BETWEEN_EDITS)
  }
  return {
    onPlace: (place) => {
      latest = place
      if (timer === undefined) update()
    },
    stop: async (line) => {
      clearTimeout(timer)
      if (shown !== null) edits.show(line)
      await edits.done()
    },
  }
}
