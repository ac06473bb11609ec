import { type CreditGrammar, ENGLISH, GERMAN } from './credit-grammar.ts'
import { NORTH_AND_EAST } from './credit-grammar-north.ts'
import { FRENCH, ITALIAN, PORTUGUESE, SPANISH } from './credit-grammar-romance.ts'
import { DATE_WORDS, LANGUAGE_NAME } from './no-name.ts'

export type CreditRole = Exclude<keyof CreditGrammar, 'lowerCaseNames' | 'issue' | 'signed'>
/** What a preposition says of the name behind it. */
export type Relation = 'at' | 'by' | 'source'

/** In this order they are tried: what is longer and more certain first. */
const WORDS: readonly CreditRole[] = [
  'version',
  'work',
  'readOriginal',
  'permission',
  'loose',
  'when',
  'first',
  'alone',
  'appeared',
  'again',
  'given',
  'filler',
]
const PREPOSITIONS: readonly Relation[] = ['at', 'by', 'source']

/**
 * A language's words as expressions that match at a place in a sentence. They are for sentences in small letters
 * (`lowerCase`): to compile them without regard to capitals takes half a second.
 */
export interface CreditWords {
  readonly words: readonly (readonly [CreditRole, readonly RegExp[]])[]
  /** What may stand before a date, "on" or nothing. */
  readonly beforeDate: RegExp
  readonly signed: RegExp | null
  readonly prepositions: RegExp
  readonly is: Readonly<Record<Relation, RegExp>>
  readonly issue: RegExp | null
  readonly lowerCaseNames: boolean
}

/**
 * Letters and digits of the scripts that have these grammars. `\\p{L}` says the same, but an expression that holds it some
 * dozens of times takes 20 milliseconds to compile, and there are two hundred.
 */
const LETTER = 'a-z\\u00df-\\u024f\\u0370-\\u052f'
const WORD = `${LETTER}0-9\\u0600-\\u06ff\\u3040-\\u9fff\\uac00-\\ud7af`

const fast = (source: string): string => source.replaceAll('\\p{L}', LETTER).replaceAll('\\p{N}', '0-9')

const sticky = (source: string): RegExp => {
  const whole = source.replaceAll('DATE', DATE_WORDS).replaceAll('LANGUAGE', LANGUAGE_NAME)
  return new RegExp(`(?:${fast(whole)})(?:(?<=[’'])|(?![${WORD}]))`, 'uy')
}

/** In every language, and by far the largest of these expressions: compiled once, not once in each. */
const DATE = sticky('DATE')
const DATE_IN_BRACKETS = sticky('\\(?DATE\\)?')

function compile(grammar: CreditGrammar): CreditWords {
  // A language's own way to say when begins with what it puts before a date.
  const [beforeDate = '', ...otherTimes] = grammar.when?.split(/DATE\|?/u) ?? []
  const sourceOf = (role: CreditRole): string =>
    role === 'when' ? otherTimes.join('') : (grammar[role] ?? '')
  const wordsOf = (role: CreditRole): readonly RegExp[] => [
    ...(sourceOf(role) === '' ? [] : [sticky(sourceOf(role))]),
    // A plain date stands everywhere.
    ...(role === 'when' ? [DATE_IN_BRACKETS] : []),
  ]
  const prepositions = PREPOSITIONS.flatMap((role) => grammar[role].split('|'))
  const longestFirst = prepositions.toSorted((one, other) => other.length - one.length)
  const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'u')
  return {
    words: WORDS.map((role) => [role, wordsOf(role)] as const),
    beforeDate: new RegExp(fast(beforeDate), 'uy'),
    signed: grammar.signed === undefined ? null : new RegExp(fast(grammar.signed), 'uy'),
    prepositions: sticky(longestFirst.join('|')),
    is: { at: whole(grammar.at), by: whole(grammar.by), source: whole(grammar.source) },
    issue: grammar.issue === undefined ? null : new RegExp(fast(grammar.issue), 'uy'),
    lowerCaseNames: grammar.lowerCaseNames ?? false,
  }
}

const GRAMMARS = [ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, ...NORTH_AND_EAST]
export const CREDIT_LANGUAGES: readonly CreditWords[] = GRAMMARS.map(compile)

/** The word of a credit that stands at a place, and where it ends; null where another word stands. */
export function wordAt(
  language: CreditWords,
  sentence: string,
  at: number,
): { readonly role: CreditRole; readonly end: number } | null {
  for (const [role, patterns] of language.words) {
    const end =
      (role === 'when' ? datedEnd(language, sentence, at) : null) ?? firstEnd(patterns, sentence, at)
    if (end === null) continue
    const mayBeSigned = role === 'work' || role === 'version' || role === 'loose'
    return { role, end: mayBeSigned ? matchEnd(language.signed, sentence, end) : end }
  }
  return null
}

function firstEnd(patterns: readonly RegExp[], sentence: string, at: number): number | null {
  for (const pattern of patterns) {
    const end = matchEnd(pattern, sentence, at)
    if (end > at) return end
  }
  return null
}

/** "on 3 May": where it ends; null where no date follows. */
function datedEnd({ beforeDate }: CreditWords, sentence: string, at: number): number | null {
  const start = matchEnd(beforeDate, sentence, at)
  const end = matchEnd(DATE, sentence, start)
  return end > start ? end : null
}

export function prepositionAt(language: CreditWords, sentence: string, at: number): string | null {
  language.prepositions.lastIndex = at
  return language.prepositions.exec(sentence)?.[0] ?? null
}

/** The first place at or after `at` that is no white space and no mark between words. */
export function skipMarks(text: string, at: number): number {
  let end = at
  while (end < text.length && /[\s,:：;–—…|-]/u.test(text.charAt(end))) end += 1
  return end
}

export function matchEnd(pattern: RegExp | null, text: string, at: number): number {
  if (pattern === null) return at
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
