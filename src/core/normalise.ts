/**
 * Text as Footnote keeps it: NFC, `\n` line ends, every exotic space a plain one, no control or invisible characters.
 * Applied once, when an article is built; applying it again changes nothing.
 */
export function normaliseText(raw: string): string {
  return raw
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2060-\u206f\ufeff\u202a-\u202e\u200e\u200f]/g,
      '',
    )
    .normalize('NFC')
}
