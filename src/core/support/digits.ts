/** Every decimal digit as an ASCII one, and Arabic separators as ours: lengths stay, so places stay. */
export function plainDigits(text: string): string {
  return text
    .replace(/[٠-٩۰-۹०-९０-９]/gu, (digit) => String(digitValue(digit)))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replaceAll('％', '%')
    .replaceAll('．', '.')
    .replaceAll('，', ',')
}

const ZEROS = [0x660, 0x6f0, 0x966, 0xff10]

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  const zero = ZEROS.find((each) => code >= each && code < each + 10) ?? code
  return code - zero
}

/**
 * What a number in digits may mean. "1.200" is 1,200 in one country and 1.2 in another; "3,4" is 3.4 everywhere. Both are
 * kept where both are possible.
 */
export function readingsOf(written: string, language: string): number[] {
  const [part = '', all] = written.split('/')
  if (all !== undefined) return [Number(part) / Number(all)]
  const number = written.replace(/[ '’\u00a0\u202f]/gu, '')
  const marks = number.match(/[.,]/gu) ?? []
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  if (last < 0) return [Number(number)]
  const whole = Number(number.replace(/[.,]/gu, ''))
  const decimal = Number(`${number.slice(0, last).replace(/[.,]/gu, '')}.${number.slice(last + 1)}`)
  const isGrouped = /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/u.test(number)
  if (!isGrouped) return [decimal]
  // Two marks of one kind can only group, and so does the mark that the language groups by; the other may do either.
  const isSure = (marks.length > 1 && new Set(marks).size === 1) || number[last] === GROUPED_BY[language]
  return isSure ? [whole] : [whole, decimal]
}

/** The mark between thousands, by language. */
const GROUPED_BY: Readonly<Record<string, string>> = Object.fromEntries([
  ...['en', 'zh', 'ja', 'ko', 'th', 'he', 'hi'].map((language) => [language, ',']),
  ...['de', 'es', 'it', 'pt', 'nl', 'tr', 'da', 'id'].map((language) => [language, '.']),
])

/** Numbers in digits: grouped by a space, an apostrophe, a full stop or a comma, with decimals or without. */
export const DIGITS = String.raw`(?<![\d/])[1-9]/(?:[2-9]|10)(?![\d/])|(?<!\d)\d{1,3}(?:([ '’.,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)*`
