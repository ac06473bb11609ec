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
  /** Any of its words: most sentences begin with none, and are done with one test. */
  readonly any: RegExp
  readonly words: readonly (readonly [CreditRole, RegExp])[]
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

function compile(grammar: CreditGrammar): CreditWords {
  const sourceOf = (role: CreditRole): string | undefined =>
    // A plain date stands everywhere.
    role === 'when' ? `${grammar.when ?? 'DATE'}|\\(?DATE\\)?` : grammar[role]
  const prepositions = PREPOSITIONS.flatMap((role) => grammar[role].split('|'))
  const longestFirst = prepositions.toSorted((one, other) => other.length - one.length)
  const sources = WORDS.map((role) => [role, sourceOf(role)] as const)
  const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'u')
  return {
    any: sticky([...sources.flatMap(([, source]) => source ?? []), ...longestFirst].join('|')),
    words: sources.flatMap(([role, source]) =>
      source === undefined ? [] : [[role, sticky(source)] as const],
    ),
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
  for (const [role, pattern] of language.words) {
    const end = matchEnd(pattern, sentence, at)
    if (end === at) continue
    const mayBeSigned = role === 'work' || role === 'version' || role === 'loose'
    return { role, end: mayBeSigned ? matchEnd(language.signed, sentence, end) : end }
  }
  return null
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
