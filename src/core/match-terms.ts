import { withoutMeasure } from './question.ts'
import { findSimilarWords } from './similar-words.ts'
import type { TextIndex } from './text-index.ts'

/** A word of the question and where it, or a word much like it, stands in the text. */
export interface MatchedTerm {
  readonly key: string
  /** As it is written in lower case without accents. */
  readonly word: string
  /** How much it tells: its rarity among the sentences of the text. */
  readonly weight: number
  /** How often it stands in a sentence (by number). */
  readonly inSentences: ReadonlyMap<number, number>
  readonly inPassages: ReadonlySet<number>
  /** Sentences that lack it and hold a word like it, and how much alike, 0 to 1. */
  readonly alike: ReadonlyMap<number, number>
  /** A number or a name. */
  readonly isName: boolean
  /** 1, less for a word of the question before. */
  readonly share: number
  /** As the question writes it. */
  readonly written: string
}

/** Words that questions use to ask rather than to name what they are about. */
const ASKING = new Set(
  'name type kind term call known refer use mean describ exampl happen becom becam occur say thing way person peopl'.split(
    ' ',
  ),
)
const ASKING_WEIGHT = 0.75

/** Words of the question before, for a question that leans on it. */
const EARLIER_SHARE = 0.5

/**
 * Finds the question's words in the text, and with a smaller share those of `earlier`, the question before it. Function
 * words are searched for only where there is nothing else.
 */
export function matchTerms(index: TextIndex, question: string, earlier = ''): MatchedTerm[] {
  const asked = readTerms(index, question, 1)
  const all = [...asked, ...readTerms(index, earlier, EARLIER_SHARE)]
  const telling = all.filter(({ isCommon }) => !isCommon)
  const unique = new Map<string, WantedTerm>()
  for (const term of telling.length > 0 ? telling : asked) {
    const known = unique.get(term.key)
    if (known === undefined) unique.set(term.key, term)
    else if (term.isName && !known.isName) unique.set(term.key, { ...known, isName: true })
  }
  const similar = findSimilarWords([...unique.keys()], index.postings.keys())
  return [...unique.values()].map((term) => matchTerm(index, term, similar.get(term.key) ?? new Map()))
}

type WantedTerm = Pick<MatchedTerm, 'key' | 'word' | 'isName' | 'share' | 'written'> & {
  readonly isCommon: boolean
}

function readTerms(index: TextIndex, question: string, share: number): WantedTerm[] {
  return index
    .termsOf(withoutMeasure(question))
    .map(({ key, word, start, end, isCommon, isNumber, isCapital }, at) => ({
      key,
      word,
      isCommon,
      isName: isNumber || (isCapital && at > 0),
      share,
      written: question.slice(start, end),
    }))
}

function matchTerm(
  index: TextIndex,
  { key, word, isName, share, written }: WantedTerm,
  similar: ReadonlyMap<string, number>,
): MatchedTerm {
  const inSentences = index.postings.get(key) ?? new Map<number, number>()
  const worth = share * (ASKING.has(key) ? ASKING_WEIGHT : 1)
  return {
    key,
    word,
    weight: worth * rarity(inSentences.size, index.sentences.length),
    inSentences,
    inPassages: new Set([...inSentences.keys()].map((number) => index.sentences[number]!.passage)),
    alike: findAlike(index, inSentences, similar),
    isName,
    share,
    written,
  }
}

/** Inverse document frequency as Robertson and Zaragoza 2009 give it for BM25, kept above zero. */
function rarity(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5))
}

function findAlike(
  index: TextIndex,
  inSentences: ReadonlyMap<number, number>,
  similar: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const [word, alike] of similar) {
    for (const number of index.postings.get(word)?.keys() ?? []) {
      if (!inSentences.has(number)) found.set(number, Math.max(found.get(number) ?? 0, alike))
    }
  }
  return found
}
