import type { Span } from './span.ts'
import { indexText, type TextIndex } from './text-index.ts'

interface Kept {
  readonly text: string
  readonly passages: readonly Span[]
  readonly index: TextIndex
}

/** Held weakly: an index is many times its text, and memory that is needed goes back. */
let kept: WeakRef<Kept> | null = null

/** The index of a text, read anew only where the text before was another one: people ask about one article in turn. */
export function indexOnce(text: string, passages: readonly Span[]): TextIndex {
  const known = kept?.deref()
  if (known !== undefined && known.text === text && areSame(known.passages, passages)) return known.index
  const index = indexText(text, passages)
  kept = new WeakRef({ text, passages: passages.map(({ start, end }) => ({ start, end })), index })
  return index
}

const areSame = (one: readonly Span[], other: readonly Span[]): boolean =>
  one.length === other.length &&
  one.every(({ start, end }, at) => start === other[at]?.start && end === other[at]?.end)
