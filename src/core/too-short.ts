import { countWords, isWithoutSpaces } from './words.ts'

const LEAST_WORDS = 40
const LEAST_CHARACTERS = 80

/** Whether a text is too short to be summarised: under 40 words, or 80 characters where words have no spaces. */
export function isTooShort(text: string): boolean {
  if (!isWithoutSpaces(text)) return countWords(text) < LEAST_WORDS
  return text.replace(/\s/gu, '').length < LEAST_CHARACTERS
}
