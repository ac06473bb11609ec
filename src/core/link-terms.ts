import type { Article } from './article.ts'
import { type LinkPlaces, linkPlaces } from './link-places.ts'
import { unitsAround } from './link-units.ts'
import type { Span } from './span.ts'
import { tableLabels } from './table-labels.ts'
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
const MOST_CONTEXT = 5
/** A prefix is worth so many characters more than it has, as it is not what is quoted. */
const PREFIX_COST = 10
/** In the line above even more: scripts put advertisements between paragraphs. */
const OVER_LINES_COST = 40
/** So many words at an end of the quote that the page has not (drop caps, labels) may be left out of the highlight. */
const MOST_LEFT_OUT = 3
/** So many letters a start should have, where there is room: scripts may add a short word to a page above the article. */
const LEAST_LETTERS = 6
const LEAST_CHARACTERS = 3
/** What ends a line of the page in our text. */
const LINE_END = /\n| \| /

/** A word as browsers bound it, with the words that are compared: `word` is the first of `count`. */
interface Unit extends Span {
  readonly word: number
  readonly count: number
  readonly isNamed: boolean
  /** How it stands to the unit before it. */
  readonly isJoined: boolean
  readonly isAdjacent: boolean
}

interface Start {
  readonly prefix: number
  readonly units: number
}

/**
 * The fewest words that lead a browser to a span: whole words, which the page surely has in one line, the first of
 * their kind on the page. Gives the possible fragments, best first; `cost` says how long a term is in a link.
 * Follows https://wicg.github.io/scroll-to-text-fragment/ and what Chromium makes of it.
 */
export function* linkTerms(article: Article, span: Span, cost: (term: string) => number): Generator<LinkTerms> {
  const places = linkPlaces(article)
  const units = unitsOf(article, span, places)
  let first = units.findIndex(({ end }) => end > span.start)
  let last = units.findLastIndex(({ start }) => start < span.end)
  if (first === -1 || last < first) return
  // What cannot be named at the ends is left out of the highlight, the rest is named.
  for (let left = 0; left < MOST_LEFT_OUT && first < last && !units[first]!.isNamed; left++) first += 1
  for (let left = 0; left < MOST_LEFT_OUT && first < last && !units[last]!.isNamed; left++) last -= 1
  const least = isWithoutSpaces(article.text.slice(span.start, span.end)) ? LEAST_CHARACTERS : LEAST_LETTERS
  for (const { letters, isFirst } of [
    { letters: least, isFirst: places.isFirst },
    { letters: 1, isFirst: places.isFirst },
    // What the page says a second time, word by word, is mostly below the article or a copy of all of it.
    { letters: least, isFirst: places.isFirstInText },
  ]) {
    const choice = { article, span, units, cost, isFirst, places }
    const terms = best([whole, range].flatMap((way) => [...way(choice, first, last, letters)]), cost)
    if (terms !== null) yield terms
  }
}

interface Choice {
  readonly article: Article
  readonly span: Span
  readonly places: LinkPlaces
  readonly units: readonly Unit[]
  readonly cost: (term: string) => number
  readonly isFirst: LinkPlaces['isFirst']
}

/** The quote as one term, told from others like it by a word before or behind. */
function* whole(choice: Choice, first: number, last: number): Generator<LinkTerms> {
  const { article, units } = choice
  if (last - first >= MOST_UNITS || !isOneTerm(units, first, last)) return
  const start = termOf(choice, first, last)
  const isFirst = (from: number, to: number): boolean => choice.isFirst(units[from]!.word, wordsIn(units, from, to))
  if (isFirst(first, last)) {
    yield { prefix: null, start, end: null, suffix: null, isOverLines: false }
    return
  }
  for (const from of before(units, first)) {
    if (isFirst(from, last)) {
      const begun = article.text.slice(startAfterPrefix(choice, first), signedStart(choice, first)) + start
      yield { prefix: prefixOf(choice, from, first), start: begun, end: null, suffix: null, isOverLines: !units[first]!.isJoined }
      break
    }
  }
  for (let to = last + 1; to <= last + MOST_CONTEXT && to < units.length && isOneTerm(units, last + 1, to); to++) {
    const { isJoined, isAdjacent } = units[last + 1]!
    if (!(isJoined || isAdjacent)) return
    if (!isFirst(first, to)) continue
    yield { prefix: null, start, end: null, suffix: suffixOf(choice, start, last + 1, to), isOverLines: isAdjacent }
    return
  }
}

/** Its first words, which stand here first, and its last ones, which stand here first after those. */
function* range(choice: Choice, first: number, last: number, letters: number): Generator<LinkTerms> {
  const { places, units, article } = choice
  for (const { prefix, units: count } of starts(choice, first, last, letters)) {
    const startEnd = first + count - 1
    const after = units[startEnd]!.word + units[startEnd]!.count
    for (let from = last; from > startEnd && isOneTerm(units, from, last); from--) {
      if (last - from >= MOST_UNITS) break
      const { word } = units[from]!
      if (places.firstFrom(after, word, wordsIn(units, from, last)) !== word) continue
      yield {
        prefix: prefix === 0 ? null : prefixOf(choice, first - prefix, first),
        start: article.text.slice(
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

function* starts({ article, isFirst, units }: Choice, first: number, last: number, letters: number): Generator<Start> {
  for (const from of [first, ...before(units, first)]) {
    for (let end = first; end < last && end < first + MOST_UNITS && isOneTerm(units, first, end); end++) {
      const term = article.text.slice(units[from]!.start, units[end]!.end)
      if (term.replace(/[^\p{L}\p{N}]/gu, '').length < letters) continue
      if (!isFirst(units[from]!.word, wordsIn(units, from, end))) continue
      yield { prefix: first - from, units: end - first + 1 }
      break
    }
  }
}

/** Where a prefix may begin: in the quote's own line, or else in the line right above it. */
function* before(units: readonly Unit[], first: number): Generator<number> {
  if (units[first] === undefined || !(units[first].isJoined || units[first].isAdjacent)) return
  for (let from = first - 1; from >= 0 && from >= first - MOST_CONTEXT && isOneTerm(units, from, first - 1); from--) {
    yield from
  }
}

const isOneTerm = (units: readonly Unit[], first: number, last: number): boolean => {
  for (let at = first; at <= last; at++) {
    if (!units[at]!.isNamed || (at > first && !units[at]!.isJoined)) return false
  }
  return true
}

const wordsIn = (units: readonly Unit[], first: number, last: number): number =>
  units[last]!.word + units[last]!.count - units[first]!.word

function best(all: readonly LinkTerms[], cost: (term: string) => number): LinkTerms | null {
  const costOf = ({ prefix, start, end, suffix, isOverLines }: LinkTerms): number =>
    [prefix, start, end, suffix].reduce(
      (sum, term) => sum + (term === null ? 0 : cost(term) + 1),
      isOverLines ? OVER_LINES_COST : prefix === null ? 0 : PREFIX_COST,
    )
  return all.toSorted((one, other) => costOf(one) - costOf(other))[0] ?? null
}

/** The words from one unit to another, with a sign before a number and the mark that ends the quote. */
function termOf(choice: Choice, first: number, last: number): string {
  const { article, span, units } = choice
  const end = units[last]!.end
  const mark = /^[%‰°]*[.!?]?/u.exec(article.text.slice(end, Math.min(span.end, end + 3)))?.[0] ?? ''
  const hasMark = end < span.end && (units[last + 1]?.start ?? Infinity) >= span.end
  return article.text.slice(signedStart(choice, first), hasMark ? end + mark.length : end)
}

/** It has to reach up to the start, or up to the end of its line: all marks there are its own. */
function prefixOf(choice: Choice, from: number, first: number): string {
  const { article, units } = choice
  const { end } = units[first - 1]!
  const marks = article.text.slice(end, startAfterPrefix(choice, first))
  const own = units[first]!.isAdjacent ? marks.split(LINE_END, 1)[0]! : marks
  return (article.text.slice(units[from]!.start, end) + own).trim()
}

/** It has to begin right behind the quote, or with the next line. */
function suffixOf({ article, units }: Choice, start: string, first: number, last: number): string {
  const { end } = units[first - 1]!
  const all = article.text.slice(end, units[last]!.end)
  if (units[first]!.isAdjacent) return all.replace(/^[^\p{L}\p{N}]*(?:\n| \| )/u, '').trim()
  // The mark that ends the quote is named with it.
  const mark = /[%‰°.!?]*$/u.exec(start)![0]
  return all.slice(mark.length).trim()
}

/** After a prefix in the line above, a start begins with its line: an opening quotation mark belongs to it. */
function startAfterPrefix(choice: Choice, first: number): number {
  const { article, units } = choice
  const { start, isAdjacent } = units[first]!
  const marks = article.text.slice(units[first - 1]?.end ?? start, start).split(LINE_END).at(-1)!
  return isAdjacent && !/[\p{L}\p{N}]/u.test(marks) ? start - marks.length : signedStart(choice, first)
}

function signedStart({ article: { text }, span, units }: Choice, first: number): number {
  const { start } = units[first]!
  return start > span.start && /[\p{Sc}\-−+±~≈<>]/u.test(text[start - 1] ?? '') && /\p{N}/u.test(text[start]!)
    ? start - 1
    : start
}

function unitsOf({ text, passages }: Article, span: Span, places: LinkPlaces): Unit[] {
  const labels = tableLabels(
    text,
    passages.filter(({ start, end }) => start < span.end && span.start < end),
  )
  const units: Unit[] = []
  // Labels are no words of the page: there, what stands around them follows one another.
  const isLabel = (from: number, to: number): boolean =>
    labels.some((label) => from <= label.start && label.end <= to + 1)
  for (const { start, end } of unitsAround(text, span)) {
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
