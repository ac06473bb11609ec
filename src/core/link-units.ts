import type { Article } from './article.ts'
import type { LinkPlaces } from './link-places.ts'
import type { Span } from './span.ts'
import { spansTouching } from './spans-at.ts'
import { tableLabels } from './table-labels.ts'
import { boundedWords } from './word-bounds.ts'

/** Words beside a quote that may tell it from others like it. */
export const MOST_CONTEXT = 5

/** A word as browsers bound it, with the words that are compared: `word` is the first of `count`. */
export interface Unit extends Span {
  readonly word: number
  readonly count: number
  readonly isNamed: boolean
  /** How it stands to the unit before it. */
  readonly isJoined: boolean
  readonly isAdjacent: boolean
}

/** The words in and around a span; those of table labels, which the page has not there, left out. */
export function unitsOf({ text, passages }: Article, span: Span, places: LinkPlaces): Unit[] {
  const labels = tableLabels(text, spansTouching(passages, span))
  const units: Unit[] = []
  // Labels are no words of the page: there, what stands around them follows one another.
  const isLabel = (from: number, to: number): boolean =>
    labels.some((label) => from <= label.start && label.end <= to + 1)
  for (const { start, end } of boundedWords(text, span)) {
    const word = places.wordAt(start)
    const count = places.wordAt(end) - word
    if (count === 0 || labels.some((label) => label.start < end && start < label.end)) continue
    const all = Array.from({ length: count }, (_, offset) => places.standing(word + offset))
    const before = units.at(-1)
    const isNext = before !== undefined && (before.word + before.count === word || isLabel(before.end, start))
    const standing = isNext ? places.standing(before.word + before.count - 1) : 'apart'
    units.push({
      start,
      end,
      word,
      count,
      isNamed: all.at(-1) !== 'absent' && all.slice(0, -1).every((each) => each === 'joined'),
      isJoined: standing === 'joined' && (before?.isNamed ?? false),
      isAdjacent: standing === 'adjacent',
    })
  }
  return units
}

/** Where a prefix may begin: in the quote's own line, or else in the line right above it. */
export function* prefixStarts(units: readonly Unit[], first: number): Generator<number> {
  if (units[first] === undefined || !(units[first].isJoined || units[first].isAdjacent)) return
  for (
    let from = first - 1;
    from >= 0 && from >= first - MOST_CONTEXT && isOneTerm(units, from, first - 1);
    from--
  ) {
    yield from
  }
}

/** Whether these words stand in one line of the page. */
export const isOneTerm = (units: readonly Unit[], first: number, last: number): boolean => {
  for (let at = first; at <= last; at++) {
    if (!units[at]!.isNamed || (at > first && !units[at]!.isJoined)) return false
  }
  return true
}

/** How many words are compared from one unit to another. */
export const wordsIn = (units: readonly Unit[], first: number, last: number): number =>
  units[last]!.word + units[last]!.count - units[first]!.word
