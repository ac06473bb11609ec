import type { Speaker } from '../claim.ts'
import type { Span } from '../span.ts'

/** Words that are somebody's, and whose they are. Spans are UTF-16 code units of the text that was read. */
export interface Attribution {
  /** The words themselves: of direct speech what stands between the quotation marks, without the marks. */
  readonly quote: Span
  /** The sentence, or sentences, in which the words and whoever says them stand. */
  readonly sentence: Span
  /** In quotation marks. */
  readonly direct: boolean
  /** Null: they are somebody's words, and whose is not said. */
  readonly speaker: Speaker | null
  /** The verb of saying or the label names the speaker in this very sentence; else it was inferred from those around it. */
  readonly sure: boolean
}
