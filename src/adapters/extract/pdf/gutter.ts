import { isWithoutSpaces } from '../../../core/words.ts'
import { median, type Piece, type Row } from './page.ts'

/** So many lines on either side make a column; fewer are a table, a signature, a masthead. */
const LEAST_LINES = 3
/** Columns of running text have lines of at least so many characters; shorter ones are cells of a table. */
const LEAST_CHARACTERS = 12
const LEAST_CHARACTERS_UNSPACED = 7
/** Points, and share of the font size. */
const LEAST_GUTTER = 5
const LEAST_GUTTER_EM = 0.6
/** A space up to this share of the font size may be stretched, and then it covers what is below it. */
const WIDEST_SPACE_EM = 2.2
const STEP = 2

type Interval = readonly [left: number, right: number]
export type Side = 'left' | 'right' | 'both' | 'across'

export const middleOf = ({ left, right }: Piece): number => (left + right) / 2

/** What a row covers: its words, and the spaces between them that could be spaces of justified text. */
function coveredBy(row: Row): Interval[] {
  const intervals: [number, number][] = []
  for (const { left, right, blank, size } of row.pieces) {
    if (blank && right - left > WIDEST_SPACE_EM * size) continue
    const last = intervals.at(-1)
    if (last !== undefined && left - last[1] < 0.4 * size) last[1] = Math.max(last[1], right)
    else if (!blank) intervals.push([left, right])
  }
  return intervals
}

/** The x at which most lines on either side end and begin, or null where nothing parts the rows. */
export function findGutter(rows: readonly Row[]): number | null {
  if (rows.length < LEAST_LINES) return null
  const covered = rows.map(coveredBy)
  const gutter = freest(covered, LEAST_LINES)
  if (gutter !== null && isGutter(rows, gutter)) return gutter
  const last = freest(covered, 1)
  return last !== null && isBeforeShortColumn(rows, last) ? last : null
}

/** The middle of the gap that parts most rows: at least so many have words on its left, and as many on its right. */
function freest(covered: readonly (readonly Interval[])[], least: number): number | null {
  const from = -most(covered.map(([first]) => -(first?.[0] ?? Infinity)))
  const to = most(covered.map((intervals) => intervals.at(-1)?.[1] ?? -Infinity))
  let best: { score: number; start: number; end: number } | null = null
  for (let x = from + STEP; x < to; x += STEP) {
    let [left, right, across] = [0, 0, 0]
    for (const intervals of covered) {
      if (intervals.some(([start, end]) => start < x && x < end)) across += 1
      else {
        if ((intervals[0]?.[1] ?? to) <= x) left += 1
        if ((intervals.at(-1)?.[0] ?? from) >= x) right += 1
      }
    }
    const score = Math.min(left, right) - across / 1000
    if (Math.min(left, right) < least) continue
    if (best !== null && score === best.score && x - best.end <= STEP) best.end = x
    else if (best === null || score > best.score) best = { score, start: x, end: x }
  }
  return best === null ? null : (best.start + best.end) / 2
}

interface Sides {
  readonly left: readonly (readonly Piece[])[]
  readonly right: readonly (readonly Piece[])[]
}

function isGutter(rows: readonly Row[], gutter: number): boolean {
  const sides = sidesOf(rows, gutter)
  const { left, right } = sides
  return isColumn(left) && isColumn(right) && standsBeside(left, right) && isWideEnough(sides)
}

/** The last column of a text may have a line or two: it begins as high as the full column on its left. */
function isBeforeShortColumn(rows: readonly Row[], gutter: number): boolean {
  const sides = sidesOf(rows, gutter)
  const { left, right } = sides
  const isParted = rows.every((row) => sideOf(row, gutter) !== 'across')
  if (!isParted || right.length >= LEAST_LINES || !isColumn(left) || !isWideEnough(sides)) return false
  if (!isWordy(right)) return false
  const [top, other] = [left[0]?.[0], right[0]?.[0]]
  if (top === undefined || other === undefined) return false
  const edge = nearlyMost(left.flat().map((piece) => piece.right))
  const full = left.filter((pieces) => edge - most(pieces.map((piece) => piece.right)) < 2 * top.size)
  return Math.abs(top.baseline - other.baseline) < top.size / 2 && full.length * 2 > left.length
}

function sidesOf(rows: readonly Row[], gutter: number): Sides {
  const left: Piece[][] = []
  const right: Piece[][] = []
  for (const row of rows) {
    if (sideOf(row, gutter) === 'across') continue
    const words = row.pieces.filter(({ blank }) => !blank)
    const before = words.filter((piece) => middleOf(piece) < gutter)
    const after = words.filter((piece) => middleOf(piece) >= gutter)
    if (before.length > 0) left.push(before)
    if (after.length > 0) right.push(after)
  }
  return { left, right }
}

function isWideEnough({ left, right }: Sides): boolean {
  const size = median([...left, ...right].map(([piece]) => piece?.size ?? 0))
  const end = nearlyMost(left.flat().map((piece) => piece.right))
  const start = -nearlyMost(right.flat().map((piece) => -piece.left))
  return start - end >= Math.max(LEAST_GUTTER, LEAST_GUTTER_EM * size)
}

const most = (values: readonly number[]): number =>
  values.reduce((top, value) => Math.max(top, value), -Infinity)

/** A few lines may jut out into the gutter. */
function nearlyMost(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(0.9 * (sorted.length - 1))] ?? 0
}

const isColumn = (lines: Sides['left']): boolean => lines.length >= LEAST_LINES && isWordy(lines)

function isWordy(lines: Sides['left']): boolean {
  const texts = lines.map((pieces) => pieces.map(({ text }) => text).join(' '))
  const least = isWithoutSpaces(texts.join('')) ? LEAST_CHARACTERS_UNSPACED : LEAST_CHARACTERS
  if (median(texts.map((text) => text.length)) < least) return false
  const letters = texts.filter((text) => /\p{L}{3}|\p{Lo}/u.test(text))
  return letters.length * 2 > texts.length
}

/** Columns run beside each other for some lines; a heading on the left above a date on the right does not. */
function standsBeside(left: Sides['left'], right: Sides['right']): boolean {
  const baselines = (lines: Sides['left']): number[] => lines.map(([piece]) => piece?.baseline ?? 0)
  const [one, other] = [baselines(left), baselines(right)]
  const least = (values: readonly number[]): number => -most(values.map((value) => -value))
  const top = Math.max(least(one), least(other))
  const bottom = Math.min(most(one), most(other))
  const inside = (values: readonly number[]): number =>
    values.filter((value) => value >= top - 1 && value <= bottom + 1).length
  return inside(one) >= LEAST_LINES && inside(other) >= LEAST_LINES
}

/** A row runs across where its words lie well on both sides; a formula that juts out a little does not. */
export function sideOf(row: Row, gutter: number): Side {
  const intervals = coveredBy(row)
  const isAcross = intervals.some(
    ([left, right]) => Math.min(gutter - left, right - gutter) > Math.min(row.size, (right - left) / 4),
  )
  if (isAcross) return 'across'
  const before = intervals.some(([left, right]) => (left + right) / 2 < gutter)
  const after = intervals.some(([left, right]) => (left + right) / 2 >= gutter)
  return before && after ? 'both' : before ? 'left' : 'right'
}
