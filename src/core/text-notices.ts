import { corrected, readCorrection } from './correction.ts'
import { labelled, labelOfLine, labelOfNote, labelOfTitle } from './labels.ts'
import type { LabelKind, Notice } from './source.ts'

/** Lines at either end of a text in which it speaks about itself. */
const NEAR_ENDS = 8

/**
 * What a text without markup calls itself, and its corrections. `head`: the lines above its first paragraph, menus
 * left out; `paragraphs`: the text, and what stands below it.
 */
export function readTextNotices(
  title: string | null,
  head: readonly string[],
  paragraphs: readonly string[],
): Notice[] {
  const found = new Map<LabelKind, Notice>()
  const add = (kind: LabelKind | null, evidence: string): void => {
    if (kind !== null && !found.has(kind)) found.set(kind, labelled(kind, evidence))
  }
  add(labelOfTitle(title ?? ''), title ?? '')
  for (const line of head) add(labelOfLine(line), line)
  const ends = paragraphs.filter((_, index) => index < NEAR_ENDS || index >= paragraphs.length - NEAR_ENDS)
  for (const line of [...head, ...ends]) add(labelOfNote(line), line)
  const corrections = [...head, ...ends].flatMap((line) => readCorrection(line)?.evidence ?? [])
  return [...found.values(), ...(corrections.length === 0 ? [] : [corrected(corrections)])]
}
