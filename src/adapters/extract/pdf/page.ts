/**
 * A run of characters as it stands on a page, in points: x to the right, y downwards from the top edge, seen in the
 * direction in which most of the page is read. `blank` pieces are the spaces between others.
 */
export interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Font size. */
  readonly size: number
  readonly bold: boolean
  readonly blank: boolean
  readonly rightToLeft: boolean
}

export interface PdfPage {
  /** 1-based. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
  /** What stands across the reading direction: stamps in the margin, labels of axes. */
  readonly rotated: readonly string[]
}

/** Words that stand together on a line; a line of running text is one cell, a table's row has several. */
export interface Cell {
  readonly text: string
  readonly left: number
  readonly right: number
}

export interface Line {
  readonly text: string
  readonly cells: readonly Cell[]
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Of most of its characters. */
  readonly size: number
  readonly bold: boolean
  /** Right edge of the column in which it stands. */
  readonly columnRight: number
  readonly columnLeft: number
  readonly page: number
  /** How far down the page it stands, 0 to 1. */
  readonly depth: number
}

/** Pieces that share a baseline, from left to right. */
export interface Row {
  readonly baseline: number
  readonly size: number
  readonly pieces: readonly Piece[]
}

/** Baselines that differ by less than this share of the font size are one. */
export const SAME_BASELINE = 0.2
/** The same where raised and lowered characters count to their line. */
export const WITH_INDICES = 0.45

/** From left to right, also where one stands on top of another. */
export const byPlace = (one: Piece, other: Piece): number => one.left + one.right - other.left - other.right

/** The pieces of a page or column by baseline, from top to bottom. */
export function rowsOf(pieces: readonly Piece[], tolerance: number): Row[] {
  const rows: { baseline: number; size: number; pieces: Piece[] }[] = []
  for (const piece of pieces.toSorted((one, other) => one.baseline - other.baseline)) {
    const row = rows.at(-1)
    // A large initial is no measure for the lines beside it.
    const size =
      row === undefined ? 0 : Math.min(Math.max(row.size, piece.size), 2 * Math.min(row.size, piece.size))
    const near = row !== undefined && piece.baseline - row.baseline <= tolerance * size
    if (near && !piece.blank) row.size = Math.max(row.size, piece.size)
    if (near) row.pieces.push(piece)
    else if (!piece.blank) rows.push({ baseline: piece.baseline, size: piece.size, pieces: [piece] })
  }
  for (const row of rows) row.pieces.sort(byPlace)
  return rows
}

/** The middle one of some numbers; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
