/**
 * A character class, for patterns with the `v` flag, of the scripts that are written without spaces between words. There,
 * a character takes the place of a word: lengths are counted in characters, and quotes are compared by them.
 */
export const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]'
