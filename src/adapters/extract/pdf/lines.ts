import { byPlace, type Cell, type Line, type PdfPage, type Piece, rowsOf, SAME_BASELINE } from './page.ts'
import { meetWithoutSpace, withoutSpread } from './unspaced.ts'

/** Pieces further apart than this share of the font size have a space between them. */
const SPACE_EM = 0.2
/** Further apart than this, they may be cells of a table. */
const CELL_EM = 1.1
/** Type below this share of its neighbour's size, above or below its baseline, is an index to it. */
const INDEX_SIZE = 0.82

interface OpenRow {
  baseline: number
  size: number
  pieces: Piece[]
  /** Where it begins if the large initial beside it counts to it. */
  left?: number
}

/** The lines of one column from top to bottom, raised and lowered characters in their places. */
export function toLines(
  pieces: readonly Piece[],
  { number: page, height }: Pick<PdfPage, 'number' | 'height'>,
): Line[] {
  const rows = rowsOf(withoutDoubles(pieces), SAME_BASELINE).map(({ pieces: inside }): OpenRow => {
    const main = sizeOf(inside)
    const baseline = inside.find(({ size, blank }) => size === main && !blank)?.baseline ?? 0
    return { baseline, size: main, pieces: [...inside] }
  })
  placeIndices(rows)
  placeInitials(rows)
  const full = rows.filter(({ pieces: inside }) => inside.some(({ blank }) => !blank))
  const words = full.flatMap((row) => row.pieces).filter(({ blank }) => !blank)
  const columnLeft = words.reduce((least, { left }) => Math.min(least, left), Infinity)
  const columnRight = rightEdge(
    full.map((row) => spanOf(row.pieces)[1]),
    sizeOf(words),
  )
  return full
    .map((row) => ({ ...lineOf(row, page), columnLeft, columnRight, depth: row.baseline / height }))
    .filter(({ text }) => text !== '')
    .toSorted((one, other) => one.baseline - other.baseline)
}

/** Where the lines of a column end at most; one that juts out further than any other is no measure. */
function rightEdge(rights: readonly number[], size: number): number {
  const sorted = rights.toSorted((one, other) => other - one)
  const needed = Math.max(2, Math.ceil(rights.length * 0.08))
  const edge = sorted.find((right, index) => right - (sorted[index + needed - 1] ?? -Infinity) < 2 * size)
  return edge ?? sorted[0] ?? 0
}

/** Bold is sometimes made by printing the same words twice, a hair's breadth apart. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>()
  return pieces.filter((piece) => {
    const same = seen.get(piece.text) ?? []
    if (same.length === 0) seen.set(piece.text, same)
    const isDouble = same.some(
      ({ left, baseline }) =>
        Math.abs(left - piece.left) < 0.12 * piece.size &&
        Math.abs(baseline - piece.baseline) < 0.12 * piece.size,
    )
    if (!isDouble && same.length < 50) same.push(piece)
    return !isDouble || piece.blank
  })
}

/** The size of most characters. */
export function sizeOf(pieces: readonly Piece[]): number {
  const counts = new Map<number, number>()
  for (const { size, text, blank } of pieces) {
    if (!blank) counts.set(size, (counts.get(size) ?? 0) + text.length)
  }
  let [best, count] = [0, 0]
  for (const [size, characters] of counts) {
    if (characters > count) [best, count] = [size, characters]
  }
  return best
}

const spanOf = (pieces: readonly Piece[]): [number, number] => {
  const words = pieces.filter(({ blank }) => !blank)
  return [
    words.reduce((least, { left }) => Math.min(least, left), Infinity),
    words.reduce((most, { right }) => Math.max(most, right), -Infinity),
  ]
}

/** Rows of small type that hang above or below the baseline of a line go into that line. */
function placeIndices(rows: OpenRow[]): void {
  for (const [index, row] of rows.entries()) {
    if (row.pieces.length === 0) continue
    for (const near of [rows[index + 1], rows[index - 1], rows[index + 2], rows[index - 2]]) {
      if (near === undefined || near.pieces.length === 0 || row.size >= INDEX_SIZE * near.size) continue
      const drop = row.baseline - near.baseline
      const [left, right] = spanOf(near.pieces)
      const isBeside = row.pieces.every(
        (piece) =>
          piece.blank ||
          (piece.left >= left - near.size &&
            piece.right <= right + near.size * 2 &&
            near.pieces.every(
              (other) => other.blank || piece.right <= other.left + 1 || piece.left >= other.right - 1,
            )),
      )
      if (drop < -0.75 * near.size || drop > 0.45 * near.size || !isBeside) continue
      near.pieces.push(...row.pieces)
      near.pieces.sort(byPlace)
      row.pieces = []
      break
    }
  }
}

/** A large initial that reaches over several lines belongs to the first of them. */
function placeInitials(rows: OpenRow[]): void {
  for (const row of rows) {
    const [initial, ...rest] = row.pieces.filter(({ blank }) => !blank)
    if (initial === undefined || [...initial.text.trim()].length > 2) continue
    const first = rows.find(
      ({ baseline, size, pieces }) =>
        pieces.length > 0 &&
        !pieces.includes(initial) &&
        initial.size > 1.8 * size &&
        baseline > initial.baseline - initial.size &&
        baseline < initial.baseline &&
        spanOf(pieces)[0] >= initial.right - 2,
    )
    if (first === undefined || !/\p{Lu}/u.test(initial.text)) continue
    const [left] = spanOf(first.pieces)
    for (const beside of rows) {
      const others = beside.pieces.filter((piece) => piece !== initial)
      const isBeside = beside.baseline >= first.baseline && beside.baseline < initial.baseline + beside.size
      if (isBeside && others.length > 0 && spanOf(others)[0] >= initial.right - 2) beside.left = initial.left
    }
    first.pieces.unshift({ ...initial, size: first.size, baseline: first.baseline, right: left })
    row.pieces = rest.length === 0 ? [] : row.pieces.filter((piece) => piece !== initial)
    row.size = rest.length === 0 ? row.size : sizeOf(row.pieces)
    row.baseline = rest[0]?.baseline ?? row.baseline
  }
}

type OwnLine = Omit<Line, 'columnLeft' | 'columnRight' | 'depth'>

function lineOf({ baseline, size, pieces, left: beside }: OpenRow, page: number): OwnLine {
  const words = pieces.filter(({ blank }) => !blank)
  const cells: { text: string; left: number; right: number }[] = []
  let last: Piece | null = null
  let spaced = false
  for (const piece of pieces) {
    if (piece.blank) {
      spaced = true
      continue
    }
    const gap = last === null ? 0 : piece.left - last.right
    const cell = cells.at(-1)
    const text = withoutSpread(indexed(piece, { baseline, size }, cell?.text ?? ''))
    if (text !== '') {
      if (cell === undefined || gap > CELL_EM * size)
        cells.push({ text, left: piece.left, right: piece.right })
      else {
        const isApart =
          (spaced || gap > SPACE_EM * Math.min(piece.size, size)) && !meetWithoutSpace(cell.text, text)
        cell.text += isApart ? ` ${text}` : text
        cell.left = Math.min(cell.left, piece.left)
        cell.right = Math.max(cell.right, piece.right)
      }
    }
    last = piece
    // What is left out leaves the space before it.
    spaced &&= text === ''
  }
  const tidy = cells
    .map((cell): Cell => ({ ...cell, text: tidied(cell.text) }))
    .filter(({ text }) => text !== '')
  const [left, right] = spanOf(words)
  const text = tidy.map((cell) => cell.text).reduce(joined, '')
  const bold = words.filter(({ text: own }) => /[\p{L}\p{N}]/u.test(own)).every((piece) => piece.bold)
  return { text, cells: tidy, left: beside ?? left, right, baseline, size, bold, page }
}

const joined = (before: string, after: string): string =>
  before === '' || meetWithoutSpace(before, after) ? before + after : `${before} ${after}`

/** Single spaces, and letters that were spread over the line for looks put together: `A B S T R A C T`. */
function tidied(text: string): string {
  const isSpread = /^\p{L}(?: {1,3}\p{L}){3,}$/u.test(text.trim())
  const closed = isSpread ? text.trim().replace(/(?<=\p{L}) (?=\p{L})/gu, '') : text
  // A soft hyphen that is drawn in the middle of a line is a hyphen.
  return closed
    .replace(/\u00ad(?=.)/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
}

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '−': '⁻',
  '–': '⁻',
  '+': '⁺',
}

/**
 * What a raised number says: behind a number, a unit or a symbol of one or two letters it is an exponent and keeps its
 * height (10⁵, km²); behind a word or a full stop it calls a footnote, which is no part of the sentence.
 */
function indexed(piece: Piece, line: { baseline: number; size: number }, before: string): string {
  const isRaised = piece.size < INDEX_SIZE * line.size && line.baseline - piece.baseline > 0.15 * line.size
  const text = piece.text
  if (!isRaised) return text
  const mark = text.trim()
  // Before the first word it is the number of the note itself.
  if (before === '') return `${mark} `
  if (/^[-−–+]?\d{1,3}$/u.test(mark) && /(?:\d|(?<!\p{L})\p{L}{1,2})$/u.test(before)) {
    return [...mark].map((character) => RAISED[character] ?? character).join('')
  }
  const isCall = /^[\d,;.\s*∗†‡§¶#⋆–-]+$/u.test(mark)
  const isLetter = /^\p{Ll}(?:[,\s]+[\p{Ll}\d*∗†‡§¶])*$/u.test(mark) && /\p{Ll}{2}$/u.test(before)
  return isCall || isLetter ? '' : text
}
