import { counted } from './counted.ts'
import { countWords, isWithoutSpaces } from './words.ts'

const LEAST_WORDS = 40
const LEAST_CHARACTERS = 80

/** How long a text is and how long it should be, counted in the same unit: "9 words", "40". */
export interface Shortness {
  readonly found: string
  readonly least: string
}

/** What a text lacks to be summarised, null where it is long enough: 40 words, or 80 characters in scripts without spaces. */
export function findShortness(text: string): Shortness | null {
  return isWithoutSpaces(text)
    ? shortness(text.replace(/\s/gu, '').length, LEAST_CHARACTERS, 'character')
    : shortness(countWords(text), LEAST_WORDS, 'word')
}

function shortness(length: number, least: number, unit: string): Shortness | null {
  if (length >= least) return null
  return { found: counted(length, unit), least: String(least) }
}
