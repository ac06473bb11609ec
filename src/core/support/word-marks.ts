import type { Span } from '../span.ts'

/** Languages that put no space between words. */
export const UNSPACED = new Set(['zh', 'ja', 'th'])
const compiled = new Map<string, RegExp>()

/** Where words of a list stand in a text. `words`: alternatives of a regular expression, whole words. */
export function findMarks(text: string, words: string, language: string): Span[] {
  const key = `${language} ${words}`
  let pattern = compiled.get(key)
  if (pattern === undefined) {
    // Arabic writes "and" and "so" onto the word behind them.
    const ahead = language === 'ar' ? '[وف]?' : ''
    pattern = UNSPACED.has(language)
      ? new RegExp(words, 'giu')
      : new RegExp(String.raw`(?<![\p{L}\p{M}])${ahead}(?:${words})(?![\p{L}\p{M}])`, 'giu')
    compiled.set(key, pattern)
  }
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
}
