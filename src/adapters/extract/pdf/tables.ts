import type { Cell, Line } from './page.ts'

const LEAST_ROWS = 3
/** Most of the cells of a table stand under a cell of the row above: left, right or middle within this share of the type. */
const ALIGNED_EM = 0.5
const LEAST_ALIGNED = 0.6
/** Cells longer than this on average are columns of text. */
const LONGEST_CELL = 60
/** Rows further apart than so many times the font size are no rows of one table. */
const WIDEST_GAP = 3.5

/** `[from, to)` of the lines that make a table: three rows or more whose cells stand under each other. */
export function tablesIn(lines: readonly Line[]): (readonly [from: number, to: number])[] {
  const found: [number, number][] = []
  for (let from = 0; from < lines.length; from++) {
    let to = from
    while (to < lines.length && isRow(lines[to]) && (to === from || goesWith(lines[to - 1], lines[to])))
      to += 1
    if (to - from >= LEAST_ROWS && isTable(lines.slice(from, to))) found.push([from, to])
    if (to > from) from = to - 1
  }
  return found
}

/** The text of a table: a row on each line, its cells between bars. */
export const tableText = (lines: readonly Line[]): string =>
  lines.map(({ cells }) => cells.map(({ text }) => text).join(' | ')).join('\n')

const MARK = /^(?:[^\p{L}\p{N}\s]{1,2}|[\p{L}\d]{1,3}[.)]|\([\p{L}\d]{1,3}\))$/u

const isRow = (line: Line | undefined): line is Line =>
  line !== undefined &&
  line.cells.length >= 2 &&
  !(line.cells.length === 2 && MARK.test(line.cells[0]?.text ?? ''))

/** Cells stand under each other by their left edges, their right edges or their middles. */
function standUnder(cell: Cell, other: Cell | undefined, near: number): boolean {
  if (other === undefined) return false
  return (
    Math.abs(cell.left - other.left) < near ||
    Math.abs(cell.right - other.right) < near ||
    Math.abs(cell.left + cell.right - other.left - other.right) < 2 * near
  )
}

function goesWith(above: Line | undefined, line: Line | undefined): boolean {
  if (above === undefined || line === undefined) return false
  if (line.baseline - above.baseline > WIDEST_GAP * line.size) return false
  const aligned = line.cells.filter((cell) =>
    above.cells.some((other) => standUnder(cell, other, ALIGNED_EM * line.size)),
  )
  return aligned.length >= LEAST_ALIGNED * line.cells.length
}

function isTable(lines: readonly Line[]): boolean {
  const cells = lines.flatMap((line) => line.cells)
  const characters = cells.reduce((sum, { text }) => sum + text.length, 0)
  if (characters / cells.length > LONGEST_CELL) return false
  const stretched = lines.filter(isStretched).length
  return stretched * 2 < lines.length || isGrid(lines)
}

/** A line of running text that was stretched to the edge of its column: all of its spaces are wide, and all the same. */
function isStretched({ cells, right, columnRight, size }: Line): boolean {
  const gaps = cells.slice(1).map((cell, index) => cell.left - (cells[index]?.right ?? cell.left))
  return columnRight - right < size / 2 && Math.max(...gaps) <= 1.35 * Math.min(...gaps)
}

/** As many cells in every row, each well under that above it. */
function isGrid(lines: readonly Line[]): boolean {
  return lines.every((line, index) => {
    const above = lines[index - 1]
    if (above === undefined) return true
    return (
      line.cells.length === above.cells.length &&
      line.cells.every((cell, at) => standUnder(cell, above.cells[at], 0.25 * line.size))
    )
  })
}
