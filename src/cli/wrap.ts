// Scripts and signs that take two columns of a terminal (Unicode TR 11: wide and fullwidth). JavaScript's regular
// expressions know no East_Asian_Width, so the scripts stand for it.
const WIDE =
  /^[[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]--[\uff61-\uffdc]]/v
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u
const ZERO = /^[\p{M}\p{Cf}]+$/u
const NEVER_FIRST = /^[\p{Pe}\p{Pf}、。，．！？：；ー…・々]/u
const NEVER_LAST = /^[\p{Ps}\p{Pi}]/u

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** One character as a person sees it; `index` is its offset in the text, in UTF-16 code units. */
interface Cell {
  readonly text: string
  readonly index: number
  readonly width: number
}

const widthOfCell = (grapheme: string): number => {
  if (ZERO.test(grapheme)) return 0
  return WIDE.test(grapheme) || EMOJI.test(grapheme) ? 2 : 1
}

const cellsOf = (text: string): Cell[] =>
  Array.from(graphemes.segment(text), ({ segment, index }) => ({
    text: segment,
    index,
    width: widthOfCell(segment),
  }))

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  return cellsOf(text).reduce((sum, cell) => sum + cell.width, 0)
}

/** Whether a line may end between two neighbours: after a space, and beside a character of a script without spaces. */
function mayBreak(before: Cell, after: Cell): boolean {
  // A separator stays with the words before it.
  if (before.text === ' ') return after.text !== '·'
  if (after.text === ' ') return false
  if (!WIDE.test(before.text) && !WIDE.test(after.text)) return false
  return !NEVER_FIRST.test(after.text) && !NEVER_LAST.test(before.text)
}

/**
 * The lines of a one-line text in a terminal of so many columns, as slices of it (`end` exclusive, the space at a
 * line's end left out). A word that is wider than a line is cut.
 */
export function wrap(text: string, columns: number): { start: number; end: number }[] {
  const cells = cellsOf(text)
  const lines: { start: number; end: number }[] = []
  let first = 0
  let used = 0
  let breakAt = 0
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!
    if (at > first && mayBreak(cells[at - 1]!, cell)) breakAt = at
    if (used + cell.width > columns && cell.text !== ' ' && at > first) {
      const next = breakAt > first ? breakAt : at
      lines.push({ start: cells[first]!.index, end: endOf(cells, first, next) })
      first = next
      used = 0
      for (let back = first; back < at; back++) used += cells[back]!.width
    }
    used += cell.width
  }
  if (first < cells.length) lines.push({ start: cells[first]!.index, end: endOf(cells, first, cells.length) })
  return lines
}

/** Where the words of the cells `from` to `to` end, without the spaces after them. */
function endOf(cells: readonly Cell[], from: number, to: number): number {
  let last = to
  while (last > from && cells[last - 1]!.text === ' ') last -= 1
  const cell = cells[Math.max(last - 1, from)]!
  return cell.index + (last > from ? cell.text.length : 0)
}
