import { ENGLISH } from './english.ts'
import type { Lexicon } from './lexicon.ts'

const LEXICONS: Readonly<Record<string, Lexicon>> = { en: ENGLISH }

/** The words of saying of a language (a BCP 47 primary tag); English ones where a language has none of its own. */
export const lexiconOf = (language: string): Lexicon => LEXICONS[language] ?? ENGLISH
