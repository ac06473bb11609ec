import { lowerCase } from '../lower-case.ts'
import type { Span } from '../span.ts'

/** Languages that put no space between words. */
export const UNSPACED = new Set(['zh', 'ja', 'th'])
const compiled = new Map<string, RegExp>()

/**
 * Where words of a list stand in a text, whatever its capitals. `words`: alternatives of a regular expression, whole words in
 * small letters: to compile such a list without regard to capitals takes twenty times as long.
 */
export function findMarks(text: string, words: string, language: string): Span[] {
  const key = `${language} ${words}`
  let pattern = compiled.get(key)
  if (pattern === undefined) {
    // Arabic writes "and" and "so" onto the word behind them.
    const ahead = language === 'ar' ? '[وف]?' : ''
    pattern = UNSPACED.has(language)
      ? new RegExp(words, 'gu')
      : new RegExp(String.raw`(?<![\p{L}\p{M}])${ahead}(?:${words})(?![\p{L}\p{M}])`, 'gu')
    compiled.set(key, pattern)
  }
  // Not by `matchAll`, which compiles a copy of its expression each time.
  const small = lowerCase(text)
  const marks: Span[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(small); match !== null; match = pattern.exec(small)) {
    const end = match.index + match[0].length
    marks.push({ start: match.index, end })
    if (end === match.index) pattern.lastIndex += 1
  }
  return marks
}
