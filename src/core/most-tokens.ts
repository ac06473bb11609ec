/** Of words that people write, vocabularies make no more tokens than one for so many letters: most are one token. */
const LETTERS_OF_A_TOKEN = 5
const SPACE = 32

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/**
 * Tokens of a text that vocabularies make no more of, as long as it is words: told from its characters alone, because a
 * vocabulary takes a sixth of a second to load. Whoever needs to know exactly has `Model.countTokens`.
 */
export function mostTokens(text: string): number {
  let tokens = 0
  let letters = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isLetter(code)) {
      if (letters % LETTERS_OF_A_TOKEN === 0) tokens += 1
      letters += 1
      continue
    }
    letters = 0
    // A space belongs to the word behind it.
    if (code === SPACE && isLetter(text.charCodeAt(at + 1))) continue
    // No vocabulary makes more of a character than it has bytes; half of a pair has two of its four.
    tokens += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3
  }
  return tokens
}
