import { endsSentence } from './sentence-boundary.ts'
import { splitAtLines, trimSpan } from './sentence-lines.ts'
import type { Span } from './span.ts'

/** One or more marks that may end a sentence, of any script. */
const TERMINATOR = /[.!?…‼⁇⁈⁉。．｡！？؟۔।॥։።။។;\u037e]+/gu
const CLOSERS = /(?:["'”’»›」』）)\]}〉》】］]|«(?=[\s.,;:!?]|$))+/uy
const SPACED_CLOSER = /[ \u00a0\u202f]»(?=[\s.,;:!?)]|$)/uy
/** „…“ and ‚…‘: marks that open elsewhere close here, where the low one stands before. */
const LOW_QUOTE_CLOSER = /[“‘]/uy
const FOOTNOTES = /(?:\s?\[(?:\d{1,3}|\p{Ll}|[a-z ]{4,24}(?: \d{1,3})?)\]|[¹²³⁰⁴-⁹])+/uy

/** How far back an opening mark is looked for, so that a text of marks alone costs no quadratic time. */
const LONGEST_QUOTATION = 1000

/**
 * The sentences of `text` between `start` and `end`, in order, without the white space between them; the text may be
 * raw, nothing in it is changed. Decided by rules, mark by mark (sentence-boundary.ts), within stretches that blank
 * lines, headings and list items separate (sentence-lines.ts). Time is linear in the text.
 */
export function splitSentences(text: string, start = 0, end = text.length): Span[] {
  return splitAtLines(text, start, end).flatMap((stretch) => splitStretch(text, stretch))
}

function splitStretch(text: string, stretch: Span): Span[] {
  const sentences: Span[] = []
  const words = text.slice(stretch.start, stretch.end)
  const hasCapitals = /\p{Lu}/u.test(words)
  let from = 0
  const add = (to: number): void => {
    const { start, end } = trimSpan(words, from, to)
    from = to
    if (end <= start) return
    const last = sentences.at(-1)
    const isWorded = /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words.slice(start, end))
    if (!isWorded && last !== undefined) {
      sentences[sentences.length - 1] = { start: last.start, end: stretch.start + end }
    } else sentences.push({ start: stretch.start + start, end: stretch.start + end })
  }
  for (const mark of words.matchAll(TERMINATOR)) {
    if (mark.index < from) continue
    const marksEnd = mark.index + mark[0].length
    const closed = skipClosers(words, from, marksEnd)
    const after = matchEnd(FOOTNOTES, words, closed)
    if (after >= words.length) break
    if (endsSentence({ words, from, mark: mark.index, marksEnd, closed, after, hasCapitals })) add(after)
  }
  add(words.length)
  return sentences
}

function skipClosers(words: string, from: number, at: number): number {
  let end = matchEnd(CLOSERS, words, at)
  const sentence = words.slice(Math.max(from, at - LONGEST_QUOTATION), end)
  if (/[„‚]/.test(sentence)) end = matchEnd(LOW_QUOTE_CLOSER, words, end)
  end = matchEnd(SPACED_CLOSER, words, end)
  // A straight mark right before a letter opens the next sentence, unless one stands open in this one.
  if (end > at && /["']/.test(words.charAt(end - 1)) && /[\p{L}\p{N}]/u.test(words.charAt(end))) {
    const straight = words.charAt(end - 1)
    const open = sentence.split(straight).length % 2 === 0
    if (!open) end -= 1
  }
  return end
}

function matchEnd(pattern: RegExp, words: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(words) ? pattern.lastIndex : at
}
