import { type PdfPage, type Row, rowsOf, WITH_INDICES } from './page.ts'

/** Share of the page's height, at either end, in which running lines stand. */
const MARGIN = 0.16
/** At most so many lines at either end of a page are looked at. */
const MOST_LINES = 4
/** Share of the height at the very foot, and how many times its size a footer stands away from the text. */
const FOOT = 0.08
const AWAY = 2.5
/** A line closer to the next than so many times its size, and wider than this share of it, is a line of the text. */
const CLOSE = 1.45
const WIDE = 0.6
/** Points by which the same line may stand higher or lower on another page. */
const SAME_PLACE = 3
/** In a document of more pages than this, the same line twice may be chance. */
const FEW_PAGES = 8
const LONGEST_NUMBERED = 140
const LONGEST_FOOTER = 80

const NUMBER = '(?:\\d{1,4}|[ivxlc]{1,7})'
/** "3", "- 3 -", "Page 3 of 12", "3 / 12", "iv", "第3页". */
const PAGE_NUMBER = new RegExp(
  `^[-–—|[(\\s]{0,4}(?:(?:page|pages|pg|p|seite|s|página|pág|pagina|pag|sida|side|стр|第)(?:\\.|\\b|(?=\\d))\\s?)?(?:n[°º]\\s?)?${NUMBER}(?:\\s?(?:of|/|von|de|di|do|du|sur|van|av|из|\\|)\\s?\\d{1,4})?\\s?(?:页|頁|ページ)?[-–—|\\])\\s]{0,4}$`,
  'iu',
)
/** The same where it says that it is one: then a line beside it does not matter. */
const STATED_PAGE_NUMBER =
  /^(?:page|seite|página|pagina|side|sida|стр\.?)\s?\d{1,4}(?:\s?(?:of|\/|von|de|di|sur|van|av|из)\s?\d{1,4})?$/iu
const YEAR = /^(?:19|20)\d\d$/u

export interface WithoutRunningLines {
  readonly pages: readonly PdfPage[]
  /** What was left out, page by page as it stood. */
  readonly leftOut: readonly { readonly page: number; readonly text: string }[]
}

interface EdgeRow {
  readonly row: Row
  readonly text: string
  /** The text without what differs from page to page. */
  readonly key: string
  readonly page: PdfPage
  /** The next row towards the middle of the page. */
  readonly inner: Row | null
  /** How many rows stand between it and the edge. */
  readonly rank: number
  readonly end: 'top' | 'bottom'
}

/**
 * The pages without what is printed on each of them: lines that recur at the same height of several pages, whatever
 * their numbers, and page numbers. Text that crosses the reading direction is gone before.
 */
export function withoutRunningLines(pages: readonly PdfPage[]): WithoutRunningLines {
  const edges = pages.map(edgeRows)
  const recurring = recurringKeys(edges.flat(), pages.length)
  const offset = numberOffset(edges.flat(), pages.length)
  const leftOut: { page: number; text: string }[] = []
  const kept = pages.map((page, index) => {
    const gone = new Set<Row>()
    for (const end of ['top', 'bottom'] as const) {
      let isOutermost = true
      for (const edge of edges[index]?.filter((one) => one.end === end) ?? []) {
        const isRecurring = recurring.get(edge.key)?.some((baseline) => isAt(baseline, edge)) ?? false
        const isNumber = isOutermost && (isPageNumber(edge, offset) || isFooter(edge))
        // Where the text begins, nothing runs along any more.
        if (isBody(edge) && !isNumber) break
        if (isRecurring || isNumber) gone.add(edge.row)
        else isOutermost = false
      }
    }
    // A page is never all head and foot: then its words recur for another reason.
    if (page.pieces.every((piece) => piece.blank || [...gone].some((row) => row.pieces.includes(piece))))
      return page
    for (const row of gone) leftOut.push({ page: page.number, text: textOf(row) })
    if (gone.size === 0) return page
    const removed = new Set([...gone].flatMap(({ pieces }) => pieces))
    return { ...page, pieces: page.pieces.filter((piece) => !removed.has(piece)) }
  })
  return { pages: kept, leftOut }
}

/** As wide as the text and as close to the next line as lines of a paragraph are. */
const isBody = ({ row, inner }: EdgeRow): boolean =>
  inner !== null &&
  Math.abs(inner.baseline - row.baseline) <= CLOSE * row.size &&
  widthOf(row) > WIDE * widthOf(inner)

const widthOf = ({ pieces }: Row): number => (pieces.at(-1)?.right ?? 0) - (pieces[0]?.left ?? 0)

/** A short line at the very foot of a page, well away from the text above it. */
const isFooter = ({ row, text, page, end, inner, rank }: EdgeRow): boolean =>
  end === 'bottom' &&
  rank === 0 &&
  inner !== null &&
  text.length <= LONGEST_FOOTER &&
  row.baseline > page.height * (1 - FOOT) &&
  row.baseline - inner.baseline > AWAY * row.size

const textOf = ({ pieces }: Row): string =>
  pieces
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim()

const keyOf = (text: string): string => text.toLowerCase().replace(/\d+/gu, '#').replace(/\s/gu, '')

const isAt = (baseline: number, { row }: EdgeRow): boolean => Math.abs(row.baseline - baseline) <= SAME_PLACE

function edgeRows(page: PdfPage): EdgeRow[] {
  const rows = rowsOf(page.pieces, WITH_INDICES)
  const zone = page.height * MARGIN
  const edgesOf = (end: 'top' | 'bottom', inwards: readonly Row[], count: number): EdgeRow[] =>
    inwards.slice(0, count).map((row, rank) => {
      const text = textOf(row)
      return { row, text, key: keyOf(text), page, inner: inwards[rank + 1] ?? null, rank, end }
    })
  const top = rows.slice(0, MOST_LINES).filter(({ baseline }) => baseline < zone).length
  const below = rows.slice(top).slice(-MOST_LINES)
  const bottom = below.filter(({ baseline }) => baseline > page.height - zone).length
  return [...edgesOf('top', rows, top), ...edgesOf('bottom', rows.toReversed(), bottom)]
}

/** The baselines at which lines recur, by key. */
function recurringKeys(edges: readonly EdgeRow[], pages: number): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, EdgeRow[]>()
  for (const edge of edges) {
    const { key } = edge
    // Numbers alone are page numbers, or the cells of a table.
    if (/^[#.,%–-]*$/u.test(key)) continue
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [edge])
    else same.push(edge)
  }
  const least = pages > FEW_PAGES ? 3 : 2
  const recurring = new Map<string, number[]>()
  for (const [key, same] of byKey) {
    const baselines: number[] = []
    const sorted = same.toSorted((one, other) => one.row.baseline - other.row.baseline)
    for (const [index, edge] of sorted.entries()) {
      const other = sorted[index + least - 1]
      const isTwice = other !== undefined && other.row.baseline - edge.row.baseline <= SAME_PLACE
      if (isTwice) baselines.push((edge.row.baseline + other.row.baseline) / 2)
    }
    if (baselines.length > 0) recurring.set(key, baselines)
  }
  return recurring
}

/** The numbers at the ends of a line, where they stand apart from its words. */
function numbersOf({ row, text }: EdgeRow): number[] {
  if (/^\d{1,4}$/u.test(text)) return [Number(text)]
  const words = row.pieces.filter(({ blank }) => !blank)
  const [first, second] = words
  const [last, beforeLast] = [words.at(-1), words.at(-2)]
  const found: number[] = []
  const isApart = (gap: number): boolean => gap > 1.5 * row.size
  if (first !== undefined && second !== undefined && isApart(second.left - first.right))
    found.push(Number(first.text))
  if (last !== undefined && beforeLast !== undefined && isApart(last.left - beforeLast.right))
    found.push(Number(last.text))
  return found.filter((number) => Number.isInteger(number) && number >= 0 && number < 10_000)
}

/** What to add to a page's place in the file to get the number printed on it; null where no number runs along. */
function numberOffset(edges: readonly EdgeRow[], pages: number): number | null {
  const votes = new Map<number, Set<number>>()
  for (const edge of edges) {
    for (const number of numbersOf(edge)) {
      const offset = number - edge.page.number
      votes.set(offset, (votes.get(offset) ?? new Set()).add(edge.page.number))
    }
  }
  const best = [...votes].reduce<readonly [number, Set<number>] | null>(
    (top, vote) => (top === null || vote[1].size > top[1].size ? vote : top),
    null,
  )
  return best !== null && best[1].size >= Math.max(2, pages / 2) ? best[0] : null
}

function isPageNumber(edge: EdgeRow, offset: number | null): boolean {
  const { text, page, row } = edge
  const expected = offset === null ? null : page.number + offset
  if (text.length <= LONGEST_NUMBERED && expected !== null && numbersOf(edge).includes(expected)) return true
  if (
    row.pieces.some((piece) => STATED_PAGE_NUMBER.test(piece.text.trim())) &&
    text.length <= LONGEST_NUMBERED
  )
    return true
  return text.length <= 24 && PAGE_NUMBER.test(text) && !YEAR.test(text)
}
