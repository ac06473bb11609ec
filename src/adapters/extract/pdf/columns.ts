import { findGutter, middleOf, type Side, sideOf } from './gutter.ts'
import { type Piece, type Row, rowsOf, WITH_INDICES } from './page.ts'

// Recursive cutting in the manner of Nagy and Seth's XY-cut (1984), with one difference: rows that run across the
// gutter (titles, wide figures) part the page into bands first, so that gaps between paragraphs never do.

const DEEPEST = 6

/** The pieces of a page in the order in which its columns are read, each group within one column. */
export function readingOrder(pieces: readonly Piece[], depth = 0): Piece[][] {
  const rows = rowsOf(pieces, WITH_INDICES)
  const gutter = depth < DEEPEST ? findGutter(rows) : null
  if (gutter === null) return pieces.length === 0 ? [] : [[...pieces]]
  const sides = rows.map((row) => sideOf(row, gutter))
  const groups: Piece[][] = []
  for (const band of bandsOf(rows, sides)) {
    const inside = band.rows.flatMap((row) => row.pieces)
    if (band.across)
      groups.push(...(inside.length < pieces.length ? readingOrder(inside, depth + 1) : [inside]))
    else {
      const left = inside.filter((piece) => middleOf(piece) < gutter)
      const right = inside.filter((piece) => middleOf(piece) >= gutter)
      for (const column of [left, right]) groups.push(...readingOrder(column, depth + 1))
    }
  }
  return groups
}

interface Band {
  across: boolean
  rows: Row[]
}

/** Rows that run across, and those in columns between them; what has words on one side only follows its neighbours. */
function bandsOf(rows: readonly Row[], sides: readonly Side[]): Band[] {
  const runs: (Band & { sides: Set<Side> })[] = []
  for (const [index, row] of rows.entries()) {
    const side = sides[index] ?? 'both'
    const across = side === 'across'
    const last = runs.at(-1)
    if (last !== undefined && last.across === across) {
      last.rows.push(row)
      last.sides.add(side)
    } else runs.push({ across, rows: [row], sides: new Set([side]) })
  }
  const bands: Band[] = []
  for (const [index, run] of runs.entries()) {
    const isOneSided = !run.across && run.sides.size === 1 && !run.sides.has('both')
    const isBetween = runs.length > 1 && (index > 0 || runs.length > 1)
    const across = run.across || (isOneSided && isBetween)
    const last = bands.at(-1)
    if (last !== undefined && last.across && across) last.rows.push(...run.rows)
    else bands.push({ across, rows: [...run.rows] })
  }
  return bands
}
