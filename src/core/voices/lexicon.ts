/** What a language says speech with. All words in small letters; sets hold single words. */
export interface Lexicon {
  /** Verbs of saying, in every form in which they stand with their subject. */
  readonly say: ReadonlySet<string>
  /** Of those and others, forms without a subject of their own: "saying", "calling". */
  readonly participles: ReadonlySet<string>
  /** Say a thing only together with words in quotation marks: "called the plan “…”", "thinks it “…”". */
  readonly withWords: ReadonlySet<string>
  /** Verb forms that are as often nouns: they need words of somebody right behind or before them. */
  readonly alsoNouns: ReadonlySet<string>
  /** "according to", "laut": a voice follows. */
  readonly accordingTo: readonly (readonly string[])[]
  /** The same behind the voice: "zufolge", "göre". */
  readonly postpositions: ReadonlySet<string>
  /** A verb of saying may stand before its subject anywhere: "Am Montag sagte X", "заявил X". */
  readonly inverts: boolean
  /** It stands at the end, its subject at the start: "X, “…” dedi". */
  readonly isVerbFinal: boolean
  /** The words that open what is said: "that". */
  readonly that: ReadonlySet<string>
  readonly auxiliaries: ReadonlySet<string>
  /** Forms of "be" that make a participle passive. */
  readonly passive: ReadonlySet<string>
  /** Before whom a passive names: "by". */
  readonly by: ReadonlySet<string>
  readonly adverbs: RegExp
  readonly determiners: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  /** Words that begin a clause. */
  readonly conjunctions: ReadonlySet<string>
  readonly and: ReadonlySet<string>
  readonly relatives: ReadonlySet<string>
  /** Whom a pronoun can stand for. */
  readonly pronouns: ReadonlyMap<string, Gender>
  /** Before a name, and no part of it. Without full stops. */
  readonly titles: RegExp
  readonly female: RegExp
  readonly male: RegExp
  /** Descriptions of people: "a spokesman", "two officials". */
  readonly people: RegExp
  readonly documents: RegExp
  /** One body with many heads: "the campaign". */
  readonly groups: RegExp
  /** Things that are said: "his claim that …". */
  readonly speechNouns: ReadonlySet<string>
  /** Words that somebody is told to have said them, whoever: "reportedly". */
  readonly notNames: ReadonlySet<string>
}

/** `one` is whoever spoke last, of any gender. */
export type Gender = 'he' | 'she' | 'they' | 'it' | 'one' | 'speaker'

export const setOf = (...words: readonly string[]): ReadonlySet<string> =>
  new Set(words.join(' ').trim().split(/\s+/u))
