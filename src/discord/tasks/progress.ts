import type { Progress } from '../../app/assistant.ts'
import type { Article } from '../../core/article.ts'
import { editInOrder } from './edit-in-order.ts'
import { joinMarkup, type Markup, markup } from '../cards/markup.ts'
import { pointWords } from '../cards/point.ts'
import { progressLine } from '../texts.ts'

/** No edit in the first seconds: most results are there by then. */
const FIRST_AFTER = 3000
const LEAST_BETWEEN = 1500
/** Of lines that say what is being done. */
const MOST_PHASES = 2
/** In all: of a long article so many that points appear as its parts are done. */
const MOST_EDITS = 8
const MOST_POINTS = 6
const LONGEST_POINT = 200

export interface ProgressDisplay {
  readonly onProgress: (progress: Progress) => void
  /** Stops further edits and waits for one that is under way. */
  stop(): Promise<void>
}

/**
 * Shows how work goes on in a line that stands already: at most two edits for what is being done, and for the parts of a
 * long article as many as are left of eight, the first as soon as a point is proven, then spread over the parts. A failed
 * edit is left to the next one.
 */
export function showProgress(
  article: Article,
  edit: (line: Markup) => Promise<unknown>,
  onEditFailure: (error: unknown) => void,
): ProgressDisplay {
  const edits = editInOrder(edit, onEditFailure)
  const started = performance.now()
  let latest: Progress | null = null
  let shown: Progress | null = null
  let editedAt = -Infinity
  let count = 0
  let phases = 0
  let isAnyPointShown = false
  let timer: NodeJS.Timeout | undefined

  const isWorthAnEdit = (progress: Progress): boolean => {
    if (progress.phase !== 'part') return phases < MOST_PHASES && progress !== shown
    const left = MOST_EDITS - count
    // Nobody waits for the first point until so many parts are read; those behind it are spread over the rest.
    if (progress.claims.length > 0 && !isAnyPointShown) return left > 0
    const before = shown?.phase === 'part' ? shown.part : 0
    return left > 0 && progress.part - before >= Math.ceil((progress.of - before) / left)
  }
  const update = (): void => {
    timer = undefined
    if (latest === null || !isWorthAnEdit(latest)) return
    shown = latest
    editedAt = performance.now()
    count += 1
    if (latest.phase !== 'part') phases += 1
    else isAnyPointShown ||= latest.claims.length > 0
    edits.show(linesOf(latest, article))
  }
  return {
    onProgress: (progress) => {
      latest = progress
      if (timer !== undefined) return
      const at = Math.max(started + FIRST_AFTER, editedAt + LEAST_BETWEEN)
      timer = setTimeout(update, Math.max(0, at - performance.now()))
    },
    stop: async () => {
      clearTimeout(timer)
      await edits.done()
    },
  }
}

/** Below the line of a part, the points that were proven last. */
function linesOf(progress: Progress, article: Article): Markup {
  const line = progressLine(progress)
  if (progress.phase !== 'part') return line
  const points = progress.claims.slice(-MOST_POINTS).map((claim) => {
    const options = { number: 0, limit: LONGEST_POINT, linked: true }
    return markup`- ${pointWords(claim, article, options)}`
  })
  return joinMarkup([line, ...points], '\n')
}
