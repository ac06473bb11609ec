import type { Line, Piece } from '../../../../src/adapters/extract/pdf/page.ts'

/** Points that a character of these tests takes, as a share of its size. */
const WIDTH = 0.5

/** Words at a place, 10 points in size, each character 5 points wide. */
export function at(left: number, baseline: number, text: string, facts: Partial<Piece> = {}): Piece {
  const size = facts.size ?? 10
  return {
    text,
    left,
    right: left + text.length * size * WIDTH,
    baseline,
    size,
    bold: false,
    blank: text.trim() === '',
    rightToLeft: false,
    ...facts,
  }
}

/** Lines of a column, 12 points apart. */
export const column = (left: number, top: number, lines: readonly string[]): Piece[] =>
  lines.map((text, index) => at(left, top + index * 12, text))

/** A line of a column that reaches from 0 to 300, 10 points in size. */
export function line(text: string, baseline: number, facts: Partial<Line> = {}): Line {
  const left = facts.left ?? 0
  const right = facts.right ?? left + text.length * 5
  return {
    text,
    cells: [{ text, left, right }],
    left,
    right,
    baseline,
    size: 10,
    bold: false,
    columnLeft: 0,
    columnRight: 300,
    page: 1,
    depth: 0.9,
    ...facts,
  }
}
