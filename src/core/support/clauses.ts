import type { Span } from '../span.ts'

/** Where one statement of a sentence ends and the next begins: marks, and words that set one against the other. */
const BORDER =
  /[,;:，、；：،؛()[\]]|\s[–—-]\s|[–—]|[.!?。！？](?:\s|$)|(?<!\p{L})(?:but|while|whereas|although|though|because|aber|sondern|während|obwohl|weil|mais|tandis que|bien que|parce que|pero|sino|mientras|aunque|porque|ma|mentre|sebbene|perché|mas|enquanto|embora|maar|terwijl|hoewel|omdat|но|хотя|потому что|ama|ancak|fakat|لكن|بينما|但|但是|而|却|しかし)(?!\p{L})/giu

/** The clauses of a text in order, roughly: no grammar is read. They cover all of it but its borders. */
export function clausesOf(text: string): Span[] {
  const clauses: Span[] = []
  let start = 0
  for (const { 0: border, index } of text.matchAll(BORDER)) {
    if (index > start) clauses.push({ start, end: index })
    start = index + border.length
  }
  if (start < text.length) clauses.push({ start, end: text.length })
  return clauses
}

export const clauseAt = (clauses: readonly Span[], at: number): Span | undefined =>
  clauses.find(({ start, end }) => start <= at && at < end)
