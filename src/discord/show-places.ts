import type { Log } from '../app/ports.ts'
import type { Asker } from './asker.ts'
import type { Markup } from './markup.ts'
import { waitingLine } from './texts.ts'

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
  let underWay = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const sayAfter = async (before: Promise<void>, line: Markup): Promise<void> => {
    await before
    try {
      await asker.say(line)
    } catch (error) {
      log.warn('place-not-shown', { name: error instanceof Error ? error.name : typeof error })
    }
  }
  const update = (): void => {
    timer = undefined
    if (latest === null || latest === shown) return
    shown = latest
    underWay = sayAfter(underWay, waitingLine(latest))
    timer = setTimeout(update, MILLISECONDS_BETWEEN_EDITS)
  }
  return {
    onPlace: (place) => {
      latest = place
      if (timer === undefined) update()
    },
    stop: async (line) => {
      clearTimeout(timer)
      if (shown !== null) underWay = sayAfter(underWay, line)
      await underWay
    },
  }
}
