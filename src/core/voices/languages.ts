import { DUTCH } from './dutch.ts'
import { ENGLISH } from './english.ts'
import { GERMAN } from './german.ts'
import type { Lexicon } from './lexicon.ts'
import { FRENCH, ITALIAN, PORTUGUESE, SPANISH } from './romance.ts'
import { RUSSIAN } from './russian.ts'
import { TURKISH } from './turkish.ts'

const LEXICONS: Readonly<Record<string, Lexicon>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
  ru: RUSSIAN,
  tr: TURKISH,
}

/** The words of saying of a language (a BCP 47 primary tag); English ones where a language has none of its own. */
export const lexiconOf = (language: string): Lexicon => LEXICONS[language] ?? ENGLISH
