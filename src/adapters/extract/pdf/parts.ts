import { countWords } from '../../../core/words.ts'
import type { Line } from './page.ts'
import { median } from './page.ts'
import { tablesIn } from './tables.ts'

/**
 * Lines that belong together. `caption` and `note` (at the foot of a page) stand beside the running text: a paragraph
 * may go on behind them.
 */
export interface Part {
  readonly kind: 'paragraph' | 'heading' | 'list' | 'table' | 'caption' | 'note'
  readonly lines: readonly Line[]
  readonly indented: boolean
  /** Stands first in its column. */
  readonly isFirst: boolean
}

/** What is usual in a document: the size of its running text, and the distance of its lines as a share of their size. */
export interface Usual {
  readonly size: number
  readonly pitch: number
  readonly bold: boolean
}

const LARGER = 1.1
const SMALLER = 0.93
const SAME_SIZE = 0.08
const WIDER_GAP = 1.28
const INDENT_EM = 0.7
const DEEPEST_INDENT_EM = 6
/** A line that ends so far before the edge of its column, as a share of the column's width, is the last of its paragraph. */
const SHORT_LINE = 0.15
/** Notes stand in the lower half of a page. */
const HALF_WAY = 0.5
const LONGEST_HEADING_WORDS = 25
const LONGEST_CAPITAL_HEADING = 90

const SENTENCE_END = /[.!?…。！？؟۔।:]["'”’»“)\]」』]*(?:\[\d+\])?$/u
const CAPTION =
  /^(?:fig(?:ure|\.)?|tab(?:le|elle|leau|\.)|abb(?:ildung|\.)|figura?|tabla|tabela|tabella|chart|box|exhibit|plate|scheme|graphique|gráfico|grafik|схема|рис(?:унок|\.)|таблица|図|表|图)\s?[\dA-Z]{1,3}(?:[.-]\d{1,2})?\s?[.:：|–—]/iu
const BULLET = /^[•‣▪◦●○■□▶►➢➤✓✔·∙*–—-]\s+(?=\S)|^[\uf0a7\uf0b7\uf0d8\uf076\uf0fc]\s*(?=\S)/u
const NUMBERED = /^(?:\(?(?:\d{1,2}|\p{L}|[ivx]{1,4})\)|\d{1,2}\.|\[\d{1,3}\])\s+(?=\S)/u
const NOTE_MARK = /^(?:\d{1,3}|[*†‡§¶])\s?\S/u

/** The lines as they stand, words divided at line ends included. */
export const wordsOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join(' ')
export const isUnfinished = (text: string): boolean => !SENTENCE_END.test(text)
export const withoutBullet = (text: string): string => text.replace(BULLET, '')

/** The usual distance of lines, told from lines below full ones: those stand inside paragraphs. */
export function pitchOf(columns: readonly (readonly Line[])[]): number | null {
  const ratios: number[] = []
  for (const lines of columns) {
    for (const [index, line] of lines.entries()) {
      const above = lines[index - 1]
      if (above === undefined || Math.abs(line.size - above.size) > SAME_SIZE * line.size || isShort(above))
        continue
      const ratio = (line.baseline - above.baseline) / line.size
      if (ratio > 0.8 && ratio < 3) ratios.push(ratio)
    }
  }
  // Of few, the closest lines are the surest to stand in one paragraph.
  if (ratios.length < 4) return ratios.length === 0 ? null : Math.min(...ratios)
  return median(ratios)
}

export const isShort = (line: Line): boolean =>
  line.columnRight - line.right > SHORT_LINE * (line.columnRight - line.columnLeft)

const isLarge = ({ size }: Line, usual: Usual): boolean => size > LARGER * usual.size
const standsOut = (line: Line, usual: Usual): boolean => isLarge(line, usual) || (line.bold && !usual.bold)
const isMarked = ({ text }: Line): boolean => BULLET.test(text) || NUMBERED.test(text)

/** The lines of one column as headings, paragraphs, lists, tables and what stands beside them. */
export function partsOf(lines: readonly Line[], usual: Usual): Part[] {
  const pitch = pitchOf([lines]) ?? usual.pitch
  const tables = new Map(tablesIn(lines).map(([from, to]) => [from, to]))
  const notes = notesFrom(lines, usual)
  const groups: { kind: Part['kind'] | null; lines: Line[]; indented: boolean }[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    const end = tables.get(index)
    if (line === undefined) break
    if (end !== undefined) {
      groups.push({ kind: 'table', lines: lines.slice(index, end), indented: false })
      index = end
      continue
    }
    const open = groups.at(-1)
    const next = lines[index + 1]
    const startsNote = index >= notes && (index === notes || NOTE_MARK.test(line.text))
    const startsNew =
      open === undefined ||
      open.kind === 'table' ||
      startsNote ||
      (index < notes || !isSmall(line, usual) ? begins(open.lines, line, next, { usual, pitch }) : false)
    if (startsNew)
      groups.push({ kind: null, lines: [line], indented: isIndented(line, lines[index - 1], next) })
    else open.lines.push(line)
    index += 1
  }
  const noteLines = new Set(lines.slice(notes))
  return groups.map((group, at): Part => {
    const kind = group.kind ?? kindOf(group.lines, usual, noteLines)
    return { kind, lines: group.lines, indented: group.indented, isFirst: at === 0 }
  })
}

const isSmall = ({ size }: Line, usual: Usual): boolean => size < SMALLER * usual.size

/** Where the small type at the foot of a column begins; the number of lines where there is none. */
function notesFrom(lines: readonly Line[], usual: Usual): number {
  let from = lines.length
  while (from > 0 && isSmall(lines[from - 1]!, usual) && lines[from - 1]!.depth > HALF_WAY) from -= 1
  const first = lines.slice(from).findIndex(({ text }) => NOTE_MARK.test(text))
  const hasTextAbove = lines.slice(0, from).some((line) => !isSmall(line, usual))
  return first === -1 || !hasTextAbove ? lines.length : from + first
}

function begins(
  open: readonly Line[],
  line: Line,
  next: Line | undefined,
  { usual, pitch }: { readonly usual: Usual; readonly pitch: number },
): boolean {
  const above = open.at(-1)
  const first = open[0]
  if (above === undefined || first === undefined) return true
  if (Math.abs(line.size - above.size) > SAME_SIZE * Math.max(line.size, above.size)) return true
  if (standsOut(line, usual) !== standsOut(above, usual)) return true
  if (isMarked(line) || CAPTION.test(line.text)) return true
  if (line.baseline - above.baseline > WIDER_GAP * pitch * line.size) return true
  if (CAPTION.test(first.text) || (standsOut(line, usual) && isLarge(line, usual))) return false
  if (isMarked(first)) {
    const isHanging = line.left > first.left + 0.3 * line.size
    return !isHanging && (isShort(above) || !isUnfinished(above.text))
  }
  if (isCentred(line) !== isCentred(above) && Math.abs(line.left - above.left) > 0.2 * line.size) return true
  const isDivided = /[-‐\u00ad]$/u.test(above.text)
  const isLast = isShort(above) && !isDivided && (!isUnfinished(above.text) || hadRoom(above, line))
  return isLast || isIndented(line, above, next) || isBackFromIndent(open, line)
}

/** The first word of the line would have stood on the line above: whoever broke it there meant to. */
function hadRoom(above: Line, line: Line): boolean {
  const word = /^\S+/u.exec(line.text)?.[0].length ?? 0
  const character = (line.right - line.left) / Math.max(1, line.text.length)
  return above.columnRight - above.right > word * character * 1.3 + 2 * line.size
}

function isCentred({ left, right, columnLeft, columnRight, size }: Line): boolean {
  const [before, after] = [left - columnLeft, columnRight - right]
  return Math.min(before, after) > 0.06 * (columnRight - columnLeft) && Math.abs(before - after) < 3 * size
}

/** Set in from the lines around it, as the first line of a paragraph. */
function isIndented(line: Line, above: Line | undefined, next: Line | undefined): boolean {
  const [least, most] = [INDENT_EM * line.size, DEEPEST_INDENT_EM * line.size]
  const from = (other: Line): number => line.left - other.left
  const overNext =
    next !== undefined && next.size > 0.9 * line.size && from(next) > least && from(next) < most
  if (above === undefined) return overNext
  // Below a full line that ends in the middle of a sentence, none begins.
  if (isUnfinished(above.text) && !isShort(above)) return false
  const overAbove = from(above) > least && from(above) < most
  return overAbove && (overNext || next === undefined || next.baseline - line.baseline > 2 * line.size)
}

/** The line after a block that was set in as a whole, or after the hanging lines of an entry. */
function isBackFromIndent(open: readonly Line[], line: Line): boolean {
  const [above, before] = [open.at(-1), open.at(-2)]
  if (above === undefined || before === undefined) return false
  const isBack = above.left - line.left > INDENT_EM * line.size
  return isBack && Math.abs(above.left - before.left) < 0.2 * line.size
}

function kindOf(lines: readonly Line[], usual: Usual, notes: ReadonlySet<Line>): Part['kind'] {
  const [first] = lines
  if (first === undefined) return 'paragraph'
  const text = wordsOf(lines)
  if (CAPTION.test(first.text)) return 'caption'
  if (notes.has(first)) return 'note'
  if (isHeading(lines, text, usual)) return 'heading'
  return isMarked(first) ? 'list' : 'paragraph'
}

function isHeading(lines: readonly Line[], text: string, usual: Usual): boolean {
  if (countWords(text) > LONGEST_HEADING_WORDS || !/\p{L}{2}|\p{Lo}/u.test(text)) return false
  const endsAsSentence = /[.,;。，]$/u.test(text)
  if (lines.every((line) => isLarge(line, usual))) return !endsAsSentence || lines.length <= 3
  if (endsAsSentence) return false
  if (lines.every((line) => standsOut(line, usual))) return !BULLET.test(text)
  const isCapital = /\p{Lu}{4}|\p{Lu}{2,}\s\p{Lu}{2,}/u.test(text) && text === text.toUpperCase()
  return isCapital && lines.length === 1 && text.length <= LONGEST_CAPITAL_HEADING
}
