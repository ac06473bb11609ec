import type { Piece } from './cut-into-pieces.ts'

/** Of the room, what the neighbours of the nearest passages may take. */
const SHARE_OF_NEIGHBOURS = 1 / 3
/** A heading further above says nothing about a passage any more. */
const HEADING_WITHIN = 12
/** What shares no word with the question may answer it in other words: so many tokens are filled up with it. */
const FILLED_UP_TO = 4000
/** Its multiples, without their whole parts, are spread evenly however many of them are taken (Weyl 1916). */
const GOLDEN_RATIO = 0.618_033_988_749_895

export interface Wanted {
  /** Of each piece to the question. */
  readonly nearness: Float64Array
  /** Tokens, without the fence. */
  readonly room: number
  /** What stands in the prompt already: then only passages that share a word with the question are added. */
  readonly beside?: readonly Piece[]
}

/**
 * The passages of an article that come nearest to a question, as many as the room takes, in the article's order. The
 * nearest bring the heading above them and their neighbours, which say whom and what they are about; the opening is always
 * there. The rest is taken from all over the article.
 */
export function selectPassages(
  pieces: readonly Piece[],
  { nearness: scores, room, beside = [] }: Wanted,
): readonly Piece[] {
  const known = new Set(beside)
  const chosen = new Set<number>()
  let left = room
  let forNeighbours = Math.floor(room * SHARE_OF_NEIGHBOURS)

  const take = (index: number, most = left): number => {
    const piece = pieces[index]
    if (piece === undefined || chosen.has(index) || known.has(piece)) return 0
    if (piece.tokens > Math.min(left, most)) return 0
    chosen.add(index)
    left -= piece.tokens
    return piece.tokens
  }

  const isFirst = beside.length === 0
  if (isFirst) take(0)
  const indices = [...pieces.keys()]
  const near = indices
    .filter((index) => scores[index]! > 0)
    .toSorted((one, other) => scores[other]! - scores[one]! || one - other)
  for (const index of near) {
    take(index)
    if (!chosen.has(index) && !known.has(pieces[index]!)) continue
    for (const neighbour of [headingAbove(pieces, index), index - 1, index + 1]) {
      forNeighbours -= take(neighbour, forNeighbours)
    }
  }
  const spread = indices
    .filter((index) => scores[index] === 0)
    .toSorted((one, other) => ((one * GOLDEN_RATIO) % 1) - ((other * GOLDEN_RATIO) % 1))
  for (const index of isFirst ? spread : []) take(index, FILLED_UP_TO - (room - left))
  return [...chosen].toSorted((one, other) => one - other).map((index) => pieces[index]!)
}

/** -1 where there is none. */
function headingAbove(pieces: readonly Piece[], index: number): number {
  for (let at = index - 1; at >= Math.max(0, index - HEADING_WITHIN); at--) {
    if (pieces[at]!.passage.kind === 'heading') return at
  }
  return -1
}
