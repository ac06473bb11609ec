import { type PdfPage, type Piece, rowsOf, SAME_BASELINE } from './page.ts'

const LEAST_NUMBERS = 5

/** The pages without the line numbers that manuscripts carry in the margin: counted on from page to page or anew. */
export function withoutLineNumbers(pages: readonly PdfPage[]): PdfPage[] {
  let before = 0
  return pages.map((page) => {
    const numbers = marginNumbers(page)
    const [first, second] = numbers.map(({ text }) => Number(text))
    const step = (second ?? 0) - (first ?? 0)
    const isCounted =
      numbers.length >= LEAST_NUMBERS &&
      step >= 1 &&
      (first === before + step || first === step) &&
      numbers.every(({ text }, index) => Number(text) === (first ?? 0) + index * step)
    if (!isCounted) return page
    before = Number(numbers.at(-1)?.text)
    const gone = new Set(numbers)
    return { ...page, pieces: page.pieces.filter((piece) => !gone.has(piece)) }
  })
}

/** Numbers that stand to the left of everything else, from top to bottom. */
function marginNumbers({ pieces }: PdfPage): Piece[] {
  const firsts = rowsOf(pieces, SAME_BASELINE).flatMap(({ pieces: [first] }) =>
    first === undefined ? [] : [first],
  )
  const isNumber = ({ text }: Piece): boolean => /^\d{1,5}$/u.test(text.trim())
  const numbers = firsts.filter(isNumber)
  if (numbers.length < LEAST_NUMBERS) return []
  const candidates = new Set(numbers)
  const words = pieces.filter((piece) => !piece.blank && !candidates.has(piece))
  const edge = words.reduce((least, { left }) => Math.min(least, left), Infinity)
  return numbers.filter(({ right, size }) => right < edge - 0.5 * size)
}
