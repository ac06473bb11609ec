/** Scripts written without spaces between words: there, length is counted in characters. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’._-]*/gu

/** Whether most letters of the text belong to a script without spaces. */
export function isWithoutSpaces(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const unspaced = letters.filter((letter) => WITHOUT_SPACES.test(letter))
  return unspaced.length * 2 > letters.length
}

/** Words as a reader counts them; in scripts without spaces, two characters count as one word. */
export function countWords(text: string): number {
  let words = 0
  for (const [word] of text.matchAll(WORD)) {
    const unspaced = [...word].filter((character) => WITHOUT_SPACES.test(character)).length
    words += unspaced === 0 ? 1 : Math.ceil(unspaced / 2)
  }
  return words
}
