/** A transformation of the plane, as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number]

/** Two transformations, the second one first. */
export const multiplied = ([a, b, c, d, e, f]: Matrix, [p, q, r, s, x, y]: Matrix): Matrix => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * x + c * y + e,
  b * x + d * y + f,
]

/** pdf.js gives matrices as arrays, as typed arrays, and as objects with numbered keys. */
export const numbersOf = (value: unknown): Matrix =>
  Object.values(value as object).map(Number) as unknown as Matrix
