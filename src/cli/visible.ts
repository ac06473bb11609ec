/** Control, format and half characters, and all that shows nothing. What emoji, Persian and Indic scripts need is kept. */
const INVISIBLE =
  /[[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]--[\u200c\u200d\ufe0e\ufe0f]]/gv
/** In JSON also what some readers of lines take for a line's end. */
const ESCAPED_IN_JSON = /[[\p{Cc}\p{Cf}\u2028\u2029]--[\u200c\u200d]]/gv

/**
 * Words of a stranger as a terminal may show them: on one line, without escape sequences, control characters or
 * characters that turn the writing direction. Every word that reaches the terminal passes here.
 */
export function visible(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(INVISIBLE, '')
}

/** What an article carries for our own use only: how its words stand on the page, from which links are made. */
const withoutOwnNotes = (key: string, value: unknown): unknown => (key === 'onPage' ? undefined : value)

/** One JSON value as a line of text. Characters that a terminal would obey are escaped; the value stays the same. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value, withoutOwnNotes).replace(ESCAPED_IN_JSON, escaped)}\n`
}

/** `\uXXXX` for each of a character's code units. */
const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
