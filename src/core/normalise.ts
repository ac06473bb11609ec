const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
/** Every space Unicode has, the tab, and the Braille cell without dots. */
const SPACES = /[\t\p{Zs}\u2800]/gu
/** Colours and cursor moves of a terminal whose output was pasted (ECMA-48, control sequences). */
const TERMINAL_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]/g
/** What leaves no mark on a page, apart from joiners and variation selectors, which may carry meaning. */
const INVISIBLE =
  /[[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffc]--[\n\u200c\u200d\ufe0e\ufe0f\u180b-\u180d\u180f\u{e0100}-\u{e01ef}]]/gv
const JOINER_OR_SELECTOR = /[\u200c\u200d\ufe0e\ufe0f\u180b-\u180d\u180f\u{e0100}-\u{e01ef}]/gu

/** More marks on a letter than any script puts there (UAX #15, stream-safe): sorting very many takes quadratic time. */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu

/** Letters of scripts where a joiner between two of them changes how the word is read. */
const JOINING =
  '[[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Nko}\\p{scx=Mong}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}]&&[\\p{L}\\p{M}]]'

/** Where a joiner or selector says something: around it stands what it works on. */
const MEANINGFUL = new RegExp(
  [
    `(?<=${JOINING})[\\u200c\\u200d](?=${JOINING})`,
    '(?<=\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})?)\\u200d(?=\\p{Extended_Pictographic})',
    '(?<=\\p{Extended_Pictographic})[\\ufe0e\\ufe0f]',
    '(?<=[0-9#*])\\ufe0f(?=\\u20e3)',
    '(?<=\\p{Script=Han})[\\u{e0100}-\\u{e01ef}]',
    '(?<=\\p{Script=Mongolian})[\\u180b-\\u180d\\u180f]',
  ].join('|'),
  'vy',
)
/** Enough UTF-16 code units around a joiner to see what it works on. */
const CONTEXT_UNITS = 6

/**
 * Text as Footnote keeps it: NFC, `\n` line ends, every exotic space a plain one, no control, invisible, direction or
 * tag characters. A joiner or variation selector stays where it changes what is read. Applied once, when an article is
 * built; applying it again, also to blocks joined by blank lines, changes nothing.
 */
export function normaliseText(raw: string): string {
  return raw
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replace(SPACES, ' ')
    .replace(TERMINAL_SEQUENCE, '')
    .replace(INVISIBLE, '')
    .replace(TOO_MANY_MARKS, '$1')
    .normalize('NFC')
    .replace(JOINER_OR_SELECTOR, (mark: string, at: number, text: string) => {
      const before = text.slice(Math.max(0, at - CONTEXT_UNITS), at)
      const after = text.slice(at + mark.length, at + mark.length + CONTEXT_UNITS)
      MEANINGFUL.lastIndex = before.length
      return MEANINGFUL.test(before + mark + after) ? mark : ''
    })
    .normalize('NFC')
}

/** The same on one line: runs of white space become one space, and none stands at the ends. */
export const normaliseLine = (raw: string): string => normaliseText(raw).replace(/\s+/gu, ' ').trim()
