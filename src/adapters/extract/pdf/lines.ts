import { type Cell, type Line, type PdfPage, type Piece, rowsOf, SAME_BASELINE } from './page.ts'
import { indexed, type OpenRow, placeIndices, placeInitials, sizeOf, spanOf } from './indices.ts'
import { meetWithoutSpace, withoutSpread } from './unspaced.ts'

/** Pieces further apart than this share of the font size have a space between them. */
const SPACE_EM = 0.2
/** Further apart than this, they may be cells of a table. */
const CELL_EM = 1.1
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
