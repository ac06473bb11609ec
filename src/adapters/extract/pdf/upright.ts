import type { Piece } from './page.ts'

/** What pdf.js tells of a run of characters (`getTextContent`), with its place in the page as it is shown. */
export interface PlacedText {
  readonly text: string
  readonly dir: string
  /** Six numbers; y downwards from the top edge of the page as it is shown. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly bold: boolean
  /** Set from top to bottom, as in Japanese books. */
  readonly vertical: boolean
}

/** Nobody reads smaller letters: the smallest print of contracts and maps has four points. */
const LEAST_SIZE = 2
/** A space narrower than this share of the font size stands inside a ligature. */
const NO_SPACE_EM = 0.05

interface Turned {
  readonly width: number
  readonly height: number
  readonly pieces: Piece[]
  readonly rotated: string[]
}

/** Quarter turns clockwise from upright, 0 to 3; null for what stands askew. */
function turnOf({ transform: [a = 0, b = 0, c = 0, d = 0], vertical }: PlacedText): number | null {
  const along = vertical ? [-c, -d] : [a, b]
  const angle = (Math.atan2(along[1] ?? 0, along[0] ?? 0) * 2) / Math.PI
  const turn = Math.round(angle)
  return Math.abs(angle - turn) < 0.05 ? (turn + 4) % 4 : null
}

/**
 * The texts of a page as pieces, seen in the direction in which most of its characters are read: a table printed
 * sideways and a column from top to bottom become lines from left to right. What stands otherwise is `rotated`.
 */
export function upright(texts: readonly PlacedText[], width: number, height: number): Turned {
  const turns = texts.map(turnOf)
  const counts = [0, 0, 0, 0]
  for (const [index, { text }] of texts.entries()) {
    const turn = turns[index] ?? null
    if (turn !== null) counts[turn] = (counts[turn] ?? 0) + text.trim().length
  }
  const main = counts.indexOf(Math.max(...counts))
  const [w, h] = main % 2 === 0 ? [width, height] : [height, width]
  const pieces: Piece[] = []
  const rotated: string[] = []
  for (const [index, placed] of texts.entries()) {
    if (placed.text === '') continue
    if (turns[index] !== main) {
      const isSeen = Math.hypot(placed.transform[2] ?? 0, placed.transform[3] ?? 0) >= LEAST_SIZE
      if (isSeen && placed.text.trim() !== '') rotated.push(placed.text.trim())
      continue
    }
    const { transform, vertical, bold, dir, text } = placed
    const size = Math.hypot(transform[2] ?? 0, transform[3] ?? 0)
    const [x, y] = turned(transform[4] ?? 0, transform[5] ?? 0, main, width, height)
    const along = vertical ? placed.height : placed.width
    const blank = text.trim() === ''
    if (blank && along < NO_SPACE_EM * size) continue
    // What is drawn beside the page, or as fine as dust, nobody sees.
    if (size < LEAST_SIZE) continue
    if (x + along < 0 || x > w || y < 0 || y > h + size) continue
    pieces.push({
      text,
      left: x,
      right: x + along,
      baseline: y,
      size,
      bold,
      blank,
      rightToLeft: dir === 'rtl',
    })
  }
  return {
    width: w,
    height: h,
    pieces: readsFromRight(pieces) ? pieces.map((piece) => mirrored(piece, w)) : pieces,
    rotated,
  }
}

/** Pages that are read from the right are seen in a mirror: then every rule about columns and indents holds for them too. */
const mirrored = (piece: Piece, width: number): Piece => ({
  ...piece,
  left: width - piece.right,
  right: width - piece.left,
})

function readsFromRight(pieces: readonly Piece[]): boolean {
  let [all, fromRight] = [0, 0]
  for (const { text, rightToLeft } of pieces) {
    all += text.trim().length
    if (rightToLeft) fromRight += text.trim().length
  }
  return fromRight * 2 > all
}

function turned(x: number, y: number, turn: number, width: number, height: number): [number, number] {
  if (turn === 1) return [y, width - x]
  if (turn === 2) return [width - x, height - y]
  if (turn === 3) return [height - y, x]
  return [x, y]
}
