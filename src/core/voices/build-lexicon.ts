import { COMMON_WORDS } from '../common-words.ts'
import { type Lexicon, setOf } from './lexicon.ts'

const NOTHING: ReadonlySet<string> = new Set()
const NEVER = /(?!)/u

const EMPTY: Lexicon = {
  say: NOTHING,
  participles: NOTHING,
  withWords: NOTHING,
  alsoNouns: NOTHING,
  accordingTo: [],
  postpositions: NOTHING,
  inverts: true,
  isVerbFinal: false,
  that: NOTHING,
  auxiliaries: NOTHING,
  passive: NOTHING,
  by: NOTHING,
  adverbs: NEVER,
  determiners: NOTHING,
  prepositions: NOTHING,
  conjunctions: NOTHING,
  and: NOTHING,
  relatives: NOTHING,
  pronouns: new Map(),
  titles: NEVER,
  female: NEVER,
  male: NEVER,
  people: NEVER,
  documents: NEVER,
  groups: NEVER,
  speechNouns: NOTHING,
  notNames: NOTHING,
}

/** A language's words; what it leaves out it has none of. Its commonest words are no names. */
export const buildLexicon = (language: string, words: Partial<Lexicon>): Lexicon => ({
  ...EMPTY,
  ...words,
  notNames: new Set([...setOf((COMMON_WORDS[language] ?? []).join(' ')), ...(words.notNames ?? [])]),
})
