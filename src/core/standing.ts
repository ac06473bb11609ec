import { foldedWords } from './link-words.ts'

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
  /** The word is not on the page as such. */
  | 'absent'

export interface PlaceOnPage {
  readonly standing: Standing
  /** How many words from this one on stand in this order elsewhere on the page too, `MOST_DEPTH` for so many or more. */
  readonly depth: number
}

export const MOST_DEPTH = 15

const STANDINGS: readonly Standing[] = ['joined', 'adjacent', 'apart', 'absent']
const CODE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const LINE_END = -1
const UNKNOWN = -2

/**
 * One character for each word of `text`, the article's: read them with `placeOnPage`. `lines` are all lines of the page
 * that a browser shows, the article's among them. Linear in both.
 */
export function standingOnPage(text: string, lines: readonly string[]): string {
  const ids = new Map<string, number>()
  const article: number[] = []
  let end = 0
  for (const word of foldedWords(text)) {
    if (text.slice(end, word.start).includes('\n')) article.push(LINE_END)
    let id = ids.get(word.word)
    if (id === undefined) {
      id = ids.size
      ids.set(word.word, id)
    }
    article.push(id)
    end = word.end
  }
  const page: number[] = []
  for (const line of lines) {
    for (const { word } of foldedWords(line)) page.push(ids.get(word) ?? UNKNOWN)
    if (page.length > 0 && page.at(-1) !== LINE_END) page.push(LINE_END)
  }
  const depths = depthsElsewhere(article, page, ids.size)
  const standings = standingsOf(article, page, ids.size)
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

/** Runs of words are given numbers, those of n words from those of n - 1, and counted here and there. */
function depthsElsewhere(article: readonly number[], page: readonly number[], words: number): number[] {
  const depths = article.map(() => 0)
  let here = [...article]
  let there = [...page]
  for (let length = 1; length <= MOST_DEPTH; length++) {
    const extra = new Map<number, number>()
    for (const run of there) if (run >= 0) extra.set(run, (extra.get(run) ?? 0) + 1)
    for (const run of here) if (run >= 0 && extra.has(run)) extra.set(run, extra.get(run)! - 1)
    let isAnyLeft = false
    for (const [at, run] of here.entries()) {
      if (run < 0) continue
      if ((extra.get(run) ?? 0) > 0) {
        depths[at] = length
        isAnyLeft = true
      } else here[at] = UNKNOWN
    }
    if (!isAnyLeft) break
    const runs = new Map<number, number>()
    const longer = (all: readonly number[], from: readonly number[]) => (run: number, at: number) => {
      const next = from[at + length]
      if (run < 0 || next === undefined || next < 0 || !(extra.get(run)! > 0)) return UNKNOWN
      const key = run * words + next
      const known = runs.get(key)
      if (known !== undefined) return known
      runs.set(key, runs.size)
      return runs.size - 1
    }
    here = here.map(longer(here, article))
    there = there.map(longer(there, page))
  }
  return depths
}

function standingsOf(article: readonly number[], page: readonly number[], words: number): number[] {
  const present = new Set(page)
  const inLine = new Set<number>()
  const overLines = new Set<number>()
  for (const [at, id] of page.entries()) {
    if (id < 0) continue
    const next = page[at + 1] ?? UNKNOWN
    if (next >= 0) inLine.add(id * words + next)
    else if (next === LINE_END && (page[at + 2] ?? UNKNOWN) >= 0) overLines.add(id * words + page[at + 2]!)
  }
  return article.map((id, at) => {
    if (!present.has(id)) return 3
    const isLineEnd = article[at + 1] === LINE_END
    const pair = id * words + (article[at + (isLineEnd ? 2 : 1)] ?? 0)
    if (!isLineEnd && inLine.has(pair)) return 0
    return overLines.has(pair) ? 1 : 2
  })
}
