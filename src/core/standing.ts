import type { Article } from './article.ts'
import { foldedWords } from './link-words.ts'
import { tableLabels } from './table-labels.ts'

// What a page says beside its article decides which words of the article can be named in a link: a browser goes to the
// first place of them on the whole page. The page itself is gone when links are made, so what matters of it is kept as
// one character for each word of the article.

/** How a word stands to the next one of the article on the page. */
export type Standing =
  /** Right before it, in the same line. */
  | 'joined'
  /** At the end of a line, the next word begins the line below. */
  | 'adjacent'
  /** Nowhere before it. */
  | 'apart'
  /** The word is not on the page, or not between words that stand around it in the article. */
  | 'absent'

export interface PlaceOnPage {
  readonly standing: Standing
  /** How many words from this one on stand in this order elsewhere on the page too, `MOST_DEPTH` for so many or more. */
  readonly depth: number
}

export const MOST_DEPTH = 15
/** Of pages with more words than this, what stands elsewhere in six words counts as standing there in all. */
const LONG_WORDS = 150_000
const DEEPEST_OF_LONG = 6

const STANDINGS: readonly Standing[] = ['joined', 'adjacent', 'apart', 'absent']
const CODE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** So many words on each side tell one end of a line from another. */
const WORDS_AT_TURN = 3
const LINE_END = -1
const UNKNOWN = -2
/** A label that our text alone puts there ends a line of the page. */
const LABEL = -3

/**
 * One character for each word of an article's text: read them with `placeOnPage`. `lines` are all lines of the page
 * that a browser shows, the article's among them. Linear in both.
 */
export function standingOnPage(
  { text, passages }: Pick<Article, 'text' | 'passages'>,
  lines: readonly string[],
): string {
  const ids = new Map<string, number>()
  const article: number[] = []
  const labels = tableLabels(text, passages)
  let label = 0
  let end = 0
  for (const { word, ...at } of foldedWords(text)) {
    while (label < labels.length && labels[label]!.end <= at.start) label += 1
    if (/\n| \| /.test(text.slice(end, at.start))) article.push(LINE_END)
    end = at.end
    if (labels[label] !== undefined && labels[label]!.start < at.end) article.push(LABEL)
    else article.push(ids.get(word) ?? ids.set(word, ids.size).size - 1)
  }
  const page: number[] = [LINE_END]
  for (const line of lines) {
    for (const { word } of foldedWords(line)) page.push(ids.get(word) ?? UNKNOWN)
    if (page.at(-1) !== LINE_END) page.push(LINE_END)
  }
  const depths = depthsElsewhere(article, page)
  const standings = standingsOf(article, page)
  return article
    .map((id, at) => (id === LINE_END ? '' : CODE[depths[at]! + (MOST_DEPTH + 1) * standings[at]!]!))
    .join('')
}

/** Null where nothing is known of the page, or of another text. */
export function placeOnPage(code: string | undefined, words: number, at: number): PlaceOnPage | null {
  if (code === undefined || code.length !== words) return null
  const value = CODE.indexOf(code[at] ?? '')
  if (value === -1) return null
  return { depth: value % (MOST_DEPTH + 1), standing: STANDINGS[Math.floor(value / (MOST_DEPTH + 1))]! }
}

/**
 * Runs of words are hashed, those of n words from those of n - 1, and counted here and there. Two runs that share a hash
 * make a link a word longer, at worst.
 */
function depthsElsewhere(article: readonly number[], page: readonly number[]): number[] {
  const depths = article.map(() => 0)
  let here = [...article]
  let there = [...page]
  const deepest = article.length + page.length > LONG_WORDS ? DEEPEST_OF_LONG : MOST_DEPTH
  for (let length = 1; length <= deepest; length++) {
    const extra = new Map<number, number>()
    for (const run of there) if (run >= 0) extra.set(run, (extra.get(run) ?? 0) + 1)
    for (const run of here) if (run >= 0 && extra.has(run)) extra.set(run, extra.get(run)! - 1)
    const isElsewhere = (run: number): boolean => (extra.get(run) ?? 0) > 0
    let isAnyLeft = false
    for (const [at, run] of here.entries()) {
      if (run < 0 || !isElsewhere(run)) continue
      depths[at] = length === deepest ? MOST_DEPTH : length
      isAnyLeft = true
    }
    if (!isAnyLeft) break
    const longer = (run: number, next: number | undefined): number =>
      run < 0 || next === undefined || next < 0 || !isElsewhere(run) ? UNKNOWN : hashed(run, next)
    here = here.map((run, at) => longer(run, article[at + length]))
    there = there.map((run, at) => longer(run, page[at + length]))
  }
  return depths
}

/** 30 bits, which engines keep as plain numbers in maps. */
const hashed = (run: number, next: number): number => {
  const mixed = Math.imul(run ^ Math.imul(next + 1, 0x9e3779b1), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & 0x3fffffff
}

/** By the words around: that two words stand side by side somewhere on a page says nothing of this place. */
function standingsOf(article: readonly number[], page: readonly number[]): number[] {
  const runs = new Set<number>()
  const turns = new Set<number>()
  for (let at = 0; at < page.length; at++) {
    runs.add(runAt(page, at))
    if (page[at] === LINE_END) turns.add(turn(page, at - 1, at + 1))
  }
  return article.map((id, at) => {
    if (id < 0 || ![at - 2, at - 1, at].some((from) => runs.has(runAt(article, from)))) return 3
    const next = nextWord(article, at)
    if (next >= article.length) return 2
    const isInLine = next === at + 1
    if (isInLine && (runs.has(runAt(article, at)) || runs.has(runAt(article, at - 1)))) return 0
    return turns.has(turn(article, at, next)) ? 1 : 2
  })
}

function nextWord(words: readonly number[], at: number): number {
  let next = at + 1
  while (words[next] === LINE_END || words[next] === LABEL) next += 1
  return next
}

const runAt = (words: readonly number[], at: number): number =>
  hashed(hashed(wordOrEnd(words, at), wordOrEnd(words, at + 1)), wordOrEnd(words, at + 2))

function wordOrEnd(words: readonly number[], at: number): number {
  const word = words[at] ?? LINE_END
  return word === LABEL ? LINE_END : word
}

/** The last words of a line, to `last`, and the first ones of the next, from `first`. */
function turn(words: readonly number[], last: number, first: number): number {
  let run = 0
  for (let at = last; at > last - WORDS_AT_TURN && wordOrEnd(words, at) !== LINE_END; at--)
    run = hashed(run, words[at]!)
  run = hashed(run, LINE_END)
  for (let at = first; at < first + WORDS_AT_TURN && wordOrEnd(words, at) !== LINE_END; at++)
    run = hashed(run, words[at]!)
  return run
}
