/** Characters that show nothing or turn the direction of text: they can hide a mention or disguise an address. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\u2800\ufff9-\ufffb]/gu

/** Scripts in which a joiner between two letters is spelling. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}]/u
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u

const ZERO_WIDTH_NON_JOINER = '\u200c'
const ZERO_WIDTH_JOINER = '\u200d'
const PICTURE_VARIANT = '\ufe0f'

/** Whether an invisible character is part of how its neighbours are written, as in Persian words and joined emoji. */
function isSpelling(character: string, before: string, after: string): boolean {
  if (character === PICTURE_VARIANT) return /[\p{Extended_Pictographic}0-9#*]/u.test(before)
  if (character !== ZERO_WIDTH_NON_JOINER && character !== ZERO_WIDTH_JOINER) return false
  if (JOINING.test(before) && JOINING.test(after)) return true
  return character === ZERO_WIDTH_JOINER && PICTURE.test(before) && /\p{Extended_Pictographic}/u.test(after)
}

/**
 * The text without invisible, control and direction characters; line breaks stay, every other white space becomes a
 * plain space. Joiners and picture variants stay where they belong to the spelling of a word or an emoji.
 */
export function visibleText(raw: string): string {
  const text = raw
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/[^\S\n]/gu, ' ')
  let kept = ''
  let from = 0
  for (const { 0: character, index } of text.matchAll(INVISIBLE)) {
    kept += text.slice(from, index)
    from = index + character.length
    // What stands before is what was kept: else a second look would find other neighbours.
    const before = /.$/u.exec(kept.slice(-2))?.[0] ?? ''
    const after = /^./u.exec(text.slice(from, from + 2))?.[0] ?? ''
    if (character === '\n' || isSpelling(character, before, after)) kept += character
  }
  return kept + text.slice(from)
}

/** `visibleText` on one line. */
export const singleLine = (raw: string): string => visibleText(raw).replace(/\s+/gu, ' ').trim()
