import { COMMON_WORDS } from './common-words.ts'
import type { Notice } from './source.ts'

// A headline that holds a number or a name that the text below it lacks: often from another editor, sometimes wrong.
// Only what can be told by words is told: numbers as digits or as words, and names where capitals mean names.

const NUMBER_WORDS: readonly string[] = [
  'zero no none null nul',
  'one a an single ein eine einen un une una uno um uma een en one-',
  'two both pair twice zwei deux dos due dois duas twee två to couple double',
  'three drei trois tres tre três drie triple',
  'four vier quatre cuatro quattro quatro fyra fire',
  'five fünf cinq cinco cinque vijf fem',
  'six sechs six seis sei zes sex seks half-dozen',
  'seven sieben sept siete sette sete zeven sju syv',
  'eight acht huit ocho otto oito åtta otte',
  'nine neun neuf nueve nove negen nio ni',
  'ten zehn dix diez dieci dez tien tio ti',
  'eleven elf onze once undici elva elleve',
  'twelve zwölf douze doce dodici doze twaalf tolv dozen',
]
/** "7 ways to …", "Top 10 …": the headline counts its own list, and no sentence says how long that is. */
const LIST_NOUNS =
  'ways|things|tips|reasons|steps|ideas|facts|places|books|movies|films|shows|best|top|signs|lessons|questions|takeaways|tools|trends|recipes|examples|rules|strategies|benefits|mistakes|gifts|products|photos|charts|secrets|hacks|myths|projects|crafts|activities|exercises|foods|dishes|destinations|beaches|hotels|restaurants|games|songs|albums|apps|websites|resources|startups|brands|careers|quotes|houseplants|workouts|façons|raisons|choses|conseils|idées|dinge|gründe|tipps|wege|fragen|ideen|cosas|razones|consejos|formas|claves|ideas|motivos|coisas|dicas|motivi|cose|consigli|modi|dingen|redenen|manieren|tips|saker|skäl|rzeczy|powodów|причин|способов|вещей|советов'
const COUNTS_ITSELF = new RegExp(
  `(?<!\\p{L})(?:top|best|these) \\d{1,3}(?!\\d)|#\\s?\\d+|^\\D{0,12}\\d{1,3} (?:\\S+ ){0,3}(?:${LIST_NOUNS})(?!\\p{L})`,
  'iu',
)
const NUMBER = /\d+(?:[.,]\d+)*/gu
const ACRONYM_OR_NAME = /\p{Lu}[\p{L}\p{M}'’.-]+/gu
/** Above this share of capital words, a headline is set in capitals and they name nothing. */
const TITLE_CASE = 0.6
/** In German every noun has a capital. */
const CAPITAL_NOUNS = new Set(['de', 'lb'])
const STEM = 5

/** Short words lose their ending, so that "Tory" and "Tories", "Ukraine" and "Ukrainian" are one. */
const stemOf = (word: string): string =>
  word.slice(0, word.length > STEM + 1 ? STEM : Math.max(3, word.length - 2))

/**
 * A notice where the title holds a number or a name that the text does not; null where it does, or nobody can tell.
 * `items`: headings and entries of lists in the text, which a headline may count; `publisher`: who may name itself there.
 */
export function findUnsupportedHeadline(
  title: string,
  {
    text,
    language,
    items,
    publisher,
  }: {
    readonly text: string
    readonly language: string
    readonly items: number
    readonly publisher: string
  },
): Notice | null {
  if (title === '' || text === '') return null
  const missing = [
    ...missingNumbers(title, text, items),
    ...missingNames(title, `${text}\n${publisher}`, language),
  ]
  if (missing.length === 0) return null
  const words = missing.map((word) => `“${word}”`).join(', ')
  return {
    code: 'headline-unsupported',
    message: `The headline says ${words}, and the text below it does not.`,
    evidence: missing,
  }
}

function missingNumbers(title: string, text: string, items: number): string[] {
  const stated = new Set([...text.matchAll(NUMBER)].map(([number]) => bareNumber(number)))
  const words = new Set(text.toLowerCase().match(/[\p{L}]+/gu))
  const counted = COUNTS_ITSELF.exec(title)?.[0] ?? ''
  return [...title.matchAll(NUMBER)]
    .map(([number]) => number)
    .filter((number) => {
      const value = bareNumber(number)
      if (stated.has(value) || counted.includes(number)) return false
      // A year or a date in a headline dates the piece.
      if (/^(?:19|20)\d\d$|^\d{1,2}[.]\d{1,2}[.]\d{2,4}$/.test(number)) return false
      if (Number(value) >= 3 && Number(value) <= items + 2) return false
      const spelled = NUMBER_WORDS[Number(value)]?.split(' ') ?? []
      if (spelled.some((word) => words.has(word))) return false
      // Rounded: "3.4 million" for 3,412,000, "80 %" for 79.6.
      return ![...stated].some((other) => isRounded(value, other))
    })
}

const bareNumber = (number: string): string => {
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(number)
    ? number.replace(/[.,]/g, '')
    : number.replace(',', '.')
  return String(Number(grouped))
}

function isRounded(value: string, other: string): boolean {
  const [own, exact] = [Number(value), Number(other)]
  if (own === 0 || exact === 0) return false
  for (const scale of [1, 1e3, 1e6, 1e9]) {
    const ratio = (own * scale) / exact
    const inverse = (exact * scale) / own
    if (Math.abs(ratio - 1) < 0.06 || (scale > 1 && Math.abs(inverse - 1) < 0.06)) return true
  }
  return false
}

function missingNames(title: string, text: string, language: string): string[] {
  const words = title.match(/[\p{L}\p{M}'’.-]+/gu) ?? []
  const long = words.filter((word) => word.length > 3)
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word))
  if (CAPITAL_NOUNS.has(language) || long.length < 3 || capitals.length > long.length * TITLE_CASE) return []
  const stems = new Set((text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).map(stemOf))
  return [...title.matchAll(ACRONYM_OR_NAME)]
    .filter(({ index }) => index > 0 && !/[:.!?–—|]\s*["“‘']?$|^["“‘']?$/u.test(title.slice(0, index)))
    .map(([word]) => word.replace(/['’]s$/u, '').replace(/\.+$/u, ''))
    .filter((word) => word.replaceAll('.', '').length > 3 && !/\.\p{Ll}/u.test(word))
    .filter((word) => !isCommon(word.toLowerCase()))
    .filter((word) =>
      word.split(/[-'’]/u).every((part) => part.length > 3 && !stems.has(stemOf(part.toLowerCase()))),
    )
}

const common = new Set(Object.values(COMMON_WORDS).flat())
const isCommon = (word: string): boolean => common.has(word)
