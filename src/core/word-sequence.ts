import type { Span } from './span.ts'
import { UNSPACED } from './unspaced-scripts.ts'

/** One word as a quote is compared: `word` with its marks normalised, and where it stands. */
export interface Token extends Span {
  readonly word: string
}

/** A letter, or a mark on one, of a script that separates its words. */
const LETTER = `[\\p{L}--${UNSPACED}]`
const INNER = `[[\\p{L}\\p{M}]--${UNSPACED}]`

// A character of a script without spaces, a number with its inner points and commas, a word with its inner apostrophes,
// or a sign that changes what a number says. All other punctuation is not compared: our own characters are shown
// whatever the quote had there.
const TOKEN = new RegExp(
  [
    `${UNSPACED}\\p{M}*`,
    '\\p{N}+(?:[.,]\\p{N}+)*',
    `${LETTER}${INNER}*(?:['’]${LETTER}${INNER}*)*`,
    '(?<![\\p{L}\\p{N}])[\\-−–](?=\\p{N})',
    '[\\p{Sc}%‰°+=<>\\&@#\\~≈≠±×÷½¼¾²³]',
  ].join('|'),
  'gv',
)

/** The words of a text in order, with apostrophes and minus signs in one style. Letter case is kept. */
export function wordSequence(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const from = start + match.index
    tokens.push({ word: normaliseMarks(match[0]), start: from, end: from + match[0].length })
  }
  return tokens
}

/** Quotation marks, apostrophes and dashes in one style each. */
export function normaliseMarks(text: string): string {
  return text
    .replace(/[’‘‛ʼ`´]/gu, "'")
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
}
