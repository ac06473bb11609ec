import type { Progress } from '../app/assistant.ts'
import { counted } from '../core/counted.ts'
import type { Output } from './host.ts'
import { visible } from './visible.ts'
import { wrap } from './wrap.ts'

/** Shorter work shows nothing: a line that flashes by only disturbs. */
const SHOWN_AFTER_MILLISECONDS = 500

const CLEAR_LINE = '\r\u001b[2K'

export interface ProgressLine {
  readonly onProgress: (progress: Progress) => void
  say(sentence: string): void
  /** Takes the line away. */
  stop(): void
}

function sentenceOf(progress: Progress): string {
  switch (progress.phase) {
    case 'reading':
      return `Reading ${progress.from} …`
    case 'writing':
      return `Read ${counted(progress.words, 'word')}, writing the points …`
    case 'part':
      return `Part ${progress.part} of ${progress.of} read, ${counted(progress.claims.length, 'point')} proven so far …`
    case 'checking':
      return `Checking ${counted(progress.quotes, 'quote')} …`
    default:
      return progress satisfies never
  }
}

/** One line on standard error that is written again and again and goes in the end; only in a terminal. */
export function startProgress(output: Output, first: string): ProgressLine {
  if (output.isTTY !== true) return { onProgress: () => {}, say: () => {}, stop: () => {} }
  let sentence = first
  let shown = false
  const draw = (): void => {
    shown = true
    const text = visible(sentence)
    const line = wrap(text, (output.columns ?? 80) - 1)[0] ?? { start: 0, end: 0 }
    output.write(`${CLEAR_LINE}${text.slice(line.start, line.end)}`)
  }
  const timer = setTimeout(draw, SHOWN_AFTER_MILLISECONDS)
  const say = (next: string): void => {
    sentence = next
    if (shown) draw()
  }
  return {
    say,
    onProgress: (progress) => say(sentenceOf(progress)),
    stop: () => {
      clearTimeout(timer)
      if (shown) output.write(CLEAR_LINE)
      shown = false
    },
  }
}
