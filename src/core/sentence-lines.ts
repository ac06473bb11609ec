import type { Span } from './span.ts'

/** Longer lines are nobody's hard wrap: there, every line break was meant. */
const LONGEST_WRAPPED_LINE = 150
const LONGEST_HEADING = 90

const LIST_MARK = /^(?:[•‣▪◦●○–—*+-]|\d{1,3}[.)]|\(?\p{L}[.)]|\(\d{1,3}\)|#{1,6})\s+\S/u
const SURE_LIST_MARK = /^(?:[•‣▪◦●○]|#{1,6}\s)/u
/** "Anna: …", "Q: …": a turn of a conversation, where at least two lines look so. */
const TURN = /^@?[\p{L}\p{N}_.-]{1,20}:\s+\S/u
const ENDS_CLAUSE = /[.!?…:;。！？؟۔।]["'”’»)\]]*$/u

/**
 * The stretches of a text that no sentence can cross: blank lines end them, and so do line breaks around what looks
 * like a heading or a list item. A line that was merely wrapped goes on.
 */
export function splitAtLines(text: string, start: number, end: number): Span[] {
  const blocks: Span[][] = []
  let block: Span[] = []
  for (const line of linesOf(text, start, end)) {
    if (line.end > line.start) {
      block.push(line)
      continue
    }
    blocks.push(block)
    block = []
  }
  blocks.push(block)
  return blocks.flatMap((lines) => joinWrapped(text, lines))
}

/** The lines of a text without the white space around them; a blank line is empty. */
export function linesOf(text: string, start = 0, end = text.length): Span[] {
  const lines: Span[] = []
  let from = start
  while (from <= end) {
    let to = from
    while (to < end && !isLineEnd(text.charCodeAt(to))) to += 1
    lines.push(trimSpan(text, from, to))
    from = text.charCodeAt(to) === 13 && text.charCodeAt(to + 1) === 10 ? to + 2 : to + 1
  }
  return lines
}

/** A slice without the white space at its ends. */
export function trimSpan(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && isSpace(text, from)) from += 1
  while (to > from && isSpace(text, to - 1)) to -= 1
  return { start: from, end: to }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || (code < 127 ? code >= 9 && code <= 13 : /\s/.test(text.charAt(at)))
}

function joinWrapped(text: string, lines: readonly Span[]): Span[] {
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0)
  const isTurn = (line: Span): boolean =>
    TURN.test(text.slice(line.start, Math.min(line.end, line.start + 60)))
  const isConversation = lines.filter(isTurn).length >= 2
  const stretches: Span[] = []
  let previousIsItem = false
  let previous: Span | undefined
  for (const line of lines) {
    const words = text.slice(line.start, Math.min(line.end, line.start + 200))
    const open = stretches.at(-1)
    const isItem = LIST_MARK.test(words)
    if (
      previous !== undefined &&
      open !== undefined &&
      !(isConversation && isTurn(line)) &&
      !breaksBefore(text, previous, words, isItem, previousIsItem, width)
    ) {
      stretches[stretches.length - 1] = { start: open.start, end: line.end }
    } else {
      stretches.push(line)
      previousIsItem = isItem
    }
    if (isItem) previousIsItem = true
    previous = line
  }
  return stretches
}

function breaksBefore(
  text: string,
  previous: Span,
  words: string,
  isItem: boolean,
  previousIsItem: boolean,
  width: number,
): boolean {
  const length = previous.end - previous.start
  const tail = text.slice(Math.max(previous.start, previous.end - 8), previous.end)
  const endsClause = ENDS_CLAUSE.test(tail)
  const firstWord = /^\S{0,40}/.exec(words)?.[0] ?? ''
  // A wrapped line is full: had the next word fitted, it would stand there.
  const brokeEarly = length + 1 + firstWord.length <= width - 2
  if (SURE_LIST_MARK.test(words)) return true
  if (isItem && (endsClause || previousIsItem || brokeEarly)) return true
  if (/^[\p{Ll}]/u.test(words)) return false
  if (width > LONGEST_WRAPPED_LINE) return true
  const endsOpen = /[,–—-]$/u.test(tail)
  return brokeEarly && !endsClause && !endsOpen && length <= LONGEST_HEADING
}
