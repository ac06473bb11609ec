import type { Names } from './drawn.ts'
import { type Matrix, multiplied } from './matrix.ts'

/** What is drawn under text that comes after it: a box in the page's own units. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

/** Where the line of the text begins is known, not how far it has come: it stands on what is beside or after its start. */
export function standsOn([left, bottom, right, top]: Box, [a, b, , , x, y]: Matrix): boolean {
  const isLevel = Math.abs(a) >= Math.abs(b)
  return isLevel ? y >= bottom && y <= top && x <= right : x >= left && x <= right
}

export const EVERYWHERE: Box = [-1e6, -1e6, 1e6, 1e6]

export const widened = ([left, bottom, right, top]: Box, by: number): Box => [
  left - by,
  bottom - by,
  right + by,
  top + by,
]

export const isFill = (painted: number, names: Names): boolean =>
  ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].some(
    (name) => names[name] === painted,
  )

export function boxIn(matrix: Matrix, [left, bottom, right, top]: Box): Box {
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ].map(([x = 0, y = 0]) => multiplied(matrix, [1, 0, 0, 1, x, y]))
  const [xs, ys] = [corners.map((corner) => corner[4]), corners.map((corner) => corner[5])]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
