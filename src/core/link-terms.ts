import type { Article } from './article.ts'
import { type LinkPlaces, linkPlaces } from './link-places.ts'
import { prefixOf, signedStart, type SpanInText, startAfterPrefix, suffixOf, termOf } from './link-slices.ts'
import { isOneTerm, MOST_CONTEXT, prefixStarts, unitsOf, wordsIn } from './link-units.ts'
import type { Span } from './span.ts'
import { isWithoutSpaces } from './words.ts'

/** What a text fragment names: `[prefix-,]start[,end][,-suffix]`, each as the article has it. */
export interface LinkTerms {
  readonly prefix: string | null
  readonly start: string
  readonly end: string | null
  readonly suffix: string | null
  /** Whether prefix or suffix stand in another line. */
  readonly isOverLines: boolean
}

/** Longer terms fit into no link. */
const MOST_UNITS = 12
/** A prefix is worth so many characters more than it has, as it is not what is quoted. */
const PREFIX_COST = 10
/** In the line above even more: scripts put advertisements between paragraphs. */
const OVER_LINES_COST = 40
/** So many words at an end of the quote that the page has not (drop caps, labels) may be left out of the highlight. */
const MOST_LEFT_OUT = 3
/**
 * So many letters a start should have, where there is room: scripts may add a short word to a page above the article. A
 * letter that is not Latin takes six characters of a link or nine, so fewer have to do.
 */
const LEAST_LETTERS = { latin: 6, other: 4, unspaced: 3 } as const

interface Start {
  readonly prefix: number
  readonly units: number
}

/**
 * The fewest words that lead a browser to a span: whole words, which the page surely has in one line, the first of
 * their kind on the page. Gives the possible fragments, best first; `cost` says how long a term is in a link.
 * Follows https://wicg.github.io/scroll-to-text-fragment/ and what Chromium makes of it.
 */
export function* linkTerms(
  article: Article,
  span: Span,
  cost: (term: string) => number,
): Generator<LinkTerms> {
  const places = linkPlaces(article)
  const units = unitsOf(article, span, places)
  let first = units.findIndex(({ end }) => end > span.start)
  let last = units.findLastIndex(({ start }) => start < span.end)
  if (first === -1 || last < first) return
  // What cannot be named at the ends is left out of the highlight, the rest is named.
  for (let left = 0; left < MOST_LEFT_OUT && first < last && !units[first]!.isNamed; left++) first += 1
  for (let left = 0; left < MOST_LEFT_OUT && first < last && !units[last]!.isNamed; left++) last -= 1
  const least = LEAST_LETTERS[scriptOf(article.text.slice(span.start, span.end))]
  for (const { letters, isFirst } of [
    { letters: least, isFirst: places.isFirst },
    { letters: 1, isFirst: places.isFirst },
    // What the page says a second time, word by word, is mostly below the article or a copy of all of it.
    { letters: least, isFirst: places.isFirstInText },
  ]) {
    const choice = { text: article.text, span, units, places, isFirst }
    const terms = best(
      [whole, range].flatMap((way) => [...way(choice, first, last, letters)]),
      cost,
    )
    if (terms !== null) yield terms
  }
}

interface Choice extends SpanInText {
  readonly places: LinkPlaces
  readonly isFirst: LinkPlaces['isFirst']
}

/** The quote as one term, told from others like it by a word before or behind. */
function* whole(choice: Choice, first: number, last: number): Generator<LinkTerms> {
  const { text, units } = choice
  if (last - first >= MOST_UNITS || !isOneTerm(units, first, last)) return
  const start = termOf(choice, first, last)
  const isFirst = (from: number, to: number): boolean =>
    choice.isFirst(units[from]!.word, wordsIn(units, from, to))
  if (isFirst(first, last)) {
    yield { prefix: null, start, end: null, suffix: null, isOverLines: false }
    return
  }
  for (const from of prefixStarts(units, first)) {
    if (isFirst(from, last)) {
      const begun = text.slice(startAfterPrefix(choice, first), signedStart(choice, first)) + start
      yield {
        prefix: prefixOf(choice, from, first),
        start: begun,
        end: null,
        suffix: null,
        isOverLines: !units[first]!.isJoined,
      }
      break
    }
  }
  for (
    let to = last + 1;
    to <= last + MOST_CONTEXT && to < units.length && isOneTerm(units, last + 1, to);
    to++
  ) {
    const { isJoined, isAdjacent } = units[last + 1]!
    if (!(isJoined || isAdjacent)) return
    if (!isFirst(first, to)) continue
    yield {
      prefix: null,
      start,
      end: null,
      suffix: suffixOf(choice, start, last + 1, to),
      isOverLines: isAdjacent,
    }
    return
  }
}

/** Its first words, which stand here first, and its last ones, which stand here first after those. */
function* range(choice: Choice, first: number, last: number, letters: number): Generator<LinkTerms> {
  const { text, places, units } = choice
  for (const { prefix, units: count } of starts(choice, first, last, letters)) {
    const startEnd = first + count - 1
    const after = units[startEnd]!.word + units[startEnd]!.count
    for (let from = last; from > startEnd && isOneTerm(units, from, last); from--) {
      if (last - from >= MOST_UNITS) break
      const { word } = units[from]!
      if (places.firstFrom(after, word, wordsIn(units, from, last)) !== word) continue
      yield {
        prefix: prefix === 0 ? null : prefixOf(choice, first - prefix, first),
        start: text.slice(
          prefix === 0 ? signedStart(choice, first) : startAfterPrefix(choice, first),
          units[startEnd]!.end,
        ),
        end: termOf(choice, from, last),
        suffix: null,
        isOverLines: prefix > 0 && !units[first]!.isJoined,
      }
      break
    }
  }
}

function* starts(
  { text, isFirst, units }: Choice,
  first: number,
  last: number,
  letters: number,
): Generator<Start> {
  for (const from of [first, ...prefixStarts(units, first)]) {
    for (let end = first; end < last && end < first + MOST_UNITS && isOneTerm(units, first, end); end++) {
      const term = text.slice(units[from]!.start, units[end]!.end)
      if (term.replace(/[^\p{L}\p{N}]/gu, '').length < letters) continue
      if (!isFirst(units[from]!.word, wordsIn(units, from, end))) continue
      yield { prefix: first - from, units: end - first + 1 }
      break
    }
  }
}

const scriptOf = (quote: string): keyof typeof LEAST_LETTERS =>
  isWithoutSpaces(quote) ? 'unspaced' : /\p{Script=Latin}{3}/u.test(quote) ? 'latin' : 'other'

function best(all: readonly LinkTerms[], cost: (term: string) => number): LinkTerms | null {
  const costOf = ({ prefix, start, end, suffix, isOverLines }: LinkTerms): number =>
    [prefix, start, end, suffix].reduce(
      (sum, term) => sum + (term === null ? 0 : cost(term) + 1),
      isOverLines ? OVER_LINES_COST : prefix === null ? 0 : PREFIX_COST,
    )
  return all.toSorted((one, other) => costOf(one) - costOf(other))[0] ?? null
}
