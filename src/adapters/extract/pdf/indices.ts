import { byPlace, type Piece } from './page.ts'

/** Type below this share of its neighbour's size, above or below its baseline, is an index to it. */
const INDEX_SIZE = 0.82

export interface OpenRow {
  baseline: number
  size: number
  pieces: Piece[]
  /** Where it begins if the large initial beside it counts to it. */
  left?: number
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

export const spanOf = (pieces: readonly Piece[]): [number, number] => {
  const words = pieces.filter(({ blank }) => !blank)
  return [
    words.reduce((least, { left }) => Math.min(least, left), Infinity),
    words.reduce((most, { right }) => Math.max(most, right), -Infinity),
  ]
}

/** Rows of small type that hang above or below the baseline of a line go into that line. */
export function placeIndices(rows: OpenRow[]): void {
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
export function placeInitials(rows: OpenRow[]): void {
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
export function indexed(piece: Piece, line: { baseline: number; size: number }, before: string): string {
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
