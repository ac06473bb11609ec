import type { Span } from './span.ts'
import { UNSPACED } from './unspaced-scripts.ts'

/** A word as browsers compare it when they look for a text fragment, and where it stands. */
export interface FoldedWord extends Span {
  readonly word: string
}

const WORD = new RegExp(
  `${UNSPACED}\\p{M}*|[[\\p{L}\\p{N}]--${UNSPACED}][[\\p{L}\\p{M}\\p{N}]--${UNSPACED}]*`,
  'gv',
)
const PLAIN = /^[a-z0-9]*$/

/**
 * Words as a browser's find tells them apart: it compares by the primary weights of the Unicode Collation Algorithm
 * (UTS #10), so letter case, accents, vowel points and ligatures do not count. Marks between words count for the
 * browser and not here: two places that differ in them alone are taken for the same, which is the safe side.
 */
export function foldedWords(text: string): FoldedWord[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    word: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function fold(word: string): string {
  const lower = word.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return (
    lower
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replaceAll('ß', 'ss')
      .replaceAll('æ', 'ae')
      .replaceAll('œ', 'oe')
      .replaceAll('ø', 'o')
      .replaceAll('ł', 'l')
      .replaceAll('đ', 'd')
      .replaceAll('ı', 'i')
      .replaceAll('ς', 'σ')
      // The search tailoring of Arabic.
      .replaceAll('ة', 'ه')
      .replaceAll('ى', 'ي')
      .replaceAll('ـ', '')
  )
}
