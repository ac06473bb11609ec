import type { Span } from '../span.ts'

/** Words in quotation marks. `start` and `end` are the words, `open` and `close` take the marks in. */
export interface Quotation extends Span {
  readonly open: number
  readonly close: number
  /** Index of the passage that holds it. */
  readonly passage: number
  /** Never closed in its paragraph: the next one, which opens with a mark again, goes on with it. */
  readonly goesOn: boolean
}

/** What may close each opening mark. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"„',
  '”': '”',
  '"': '"”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '‘': "’'",
  '‚': '‘’',
  "'": "'’",
  '``': "''",
}
const MARK = /``|[“”„"«»‹›「」『』‘’‚']/gu
const SINGLE = /[‘‚'‹›]/u
const LETTER = /[\p{L}\p{N}]/u
/** A quotation in single marks is one only where it holds more than a word. */
const SEVERAL_WORDS = /\S\s+\S/u

/**
 * All quotations of a text's passages, in order; those inside others are left out. A mark that nothing closes opens a
 * quotation only where the next paragraph opens again, or where it stands at the start of its paragraph. Linear.
 */
export function findQuotations(text: string, passages: readonly Span[]): Quotation[] {
  const found: Quotation[] = []
  for (const [passage, span] of passages.entries()) {
    const next = passages[passage + 1]
    const opensAgain = next !== undefined && /^["“„«»「]/u.test(text.slice(next.start, next.start + 1))
    found.push(...inPassage(text, span, passage, opensAgain))
  }
  return found
}

function inPassage(text: string, { start, end }: Span, passage: number, opensAgain: boolean): Quotation[] {
  const marks = [...text.slice(start, end).matchAll(MARK)].map(({ 0: mark, index }) => ({
    mark,
    at: start + index,
  }))
  const found: Quotation[] = []
  const add = (open: number, width: number, last: number, close: number, goesOn: boolean): void => {
    let from = open + width
    let to = last
    while (from < to && /\s/u.test(text.charAt(from))) from += 1
    while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1
    if (LETTER.test(text.slice(from, to))) found.push({ open, start: from, end: to, close, passage, goesOn })
  }
  /** For each opening mark, where the search for its closer ended in vain: nothing behind it needs looking at again. */
  const unclosed = new Set<string>()
  for (let index = 0; index < marks.length; index += 1) {
    const { mark, at } = marks[index]!
    if (!opens(text, mark, at, start) || unclosed.has(mark)) continue
    const closer = findCloser(text, marks, index, end)
    if (closer !== -1) {
      const { mark: closing, at: to } = marks[closer]!
      if (SINGLE.test(mark) && !SEVERAL_WORDS.test(text.slice(at, to))) continue
      add(at, mark.length, to, to + closing.length, false)
      index = closer
      continue
    }
    unclosed.add(mark)
    if (SINGLE.test(mark)) continue
    if (mark !== '"' && isOpenedLater(marks, index)) {
      unclosed.delete(mark)
      continue
    }
    if (!opensAgain && at > start + 1 && !/[.!?:,]\s*$/u.test(text.slice(Math.max(start, at - 3), at)))
      continue
    add(at, mark.length, end, end, opensAgain)
    break
  }
  return found
}

/** Whether the same mark stands among the next ones: what closes is theirs, then. */
const isOpenedLater = (marks: readonly { readonly mark: string }[], index: number): boolean =>
  marks.slice(index + 1, index + 9).some(({ mark }) => mark === marks[index]?.mark)

function opens(text: string, mark: string, at: number, start: number): boolean {
  const before = at === start ? ' ' : text.charAt(at - 1)
  const after = text.charAt(at + mark.length)
  const isFree = /[\s([{—–\-:,;…/]/u.test(before)
  switch (mark) {
    case '“':
    case '„':
    case '‚':
    case '「':
    case '『':
    case '``':
    case '«':
      return true
    case '"':
      // Free on both sides: words and marks were set apart, as corpora do.
      return isFree || (!LETTER.test(before) && /\S/u.test(after))
    case '”':
    case '»':
    case '›':
      return isFree && /[\p{L}\p{N}]/u.test(after)
    case '‘':
    case "'":
    case '‹':
      return /[\s([{—–:]/u.test(before) && /[\p{Lu}\p{Ll}\p{Lo}\p{N}]/u.test(after)
    default:
      return false
  }
}

function findCloser(
  text: string,
  marks: readonly { readonly mark: string; readonly at: number }[],
  opener: number,
  end: number,
): number {
  const opening = marks[opener]!
  const closers = CLOSERS[opening.mark] ?? ''
  const isSingle = SINGLE.test(opening.mark)
  let depth = 0
  for (let index = opener + 1; index < marks.length; index += 1) {
    const { mark, at } = marks[index]!
    const after = at + mark.length >= end ? ' ' : text.charAt(at + mark.length)
    if (opening.mark === '``') {
      if (mark === "'" && text.charAt(at + 1) === "'") return index
      continue
    }
    if (opening.mark === mark && mark !== '"' && !closers.includes(mark)) {
      // Opened again before it was closed: the first was never closed, or marks of one kind are nested.
      if (mark === '“' || mark === '「' || mark === '«') {
        depth += 1
        if (depth > 2) return -1
      }
      continue
    }
    if (!closers.includes(mark)) continue
    if (isSingle && (/[\p{L}\p{N}]/u.test(after) || !/\S/u.test(text.charAt(at - 1)))) continue
    if (opening.mark === '"' && mark === '"' && isOpeningAgain(text, at, after)) continue
    if (depth > 0) {
      depth -= 1
      continue
    }
    return index
  }
  return -1
}

/** A straight mark between a space and a letter opens: inside an open quotation it is a quotation in the quotation. */
const isOpeningAgain = (text: string, at: number, after: string): boolean =>
  /[\s(]/u.test(text.charAt(at - 1)) && LETTER.test(after)
