import { withoutMeasure } from './question.ts'
import type { TextIndex } from './text-index.ts'

/** A word of the question and where it, or a word much like it, stands in the text. */
export interface MatchedTerm {
  readonly key: string
  /** How much it tells: its rarity in the text, for sentences and for passages. */
  readonly weight: number
  readonly passageWeight: number
  /** How often it stands in a sentence (by number); words that are only alike count for less. */
  readonly inSentences: ReadonlyMap<number, number>
  readonly inPassages: ReadonlyMap<number, number>
  /** A number or a name. */
  readonly isName: boolean
  /** 1, less for a word of the question before. */
  readonly share: number
  /** As the question writes it. */
  readonly written: string
}

/** Words that share this much of their beginning are taken for forms of one word. */
const LEAST_SHARED_LETTERS = 5
const LEAST_SHARED_PART = 0.6
const ALIKE_WEIGHT = 0.7
/** Shorter words that differ by one letter are mostly two words ("match", "march"). */
const LEAST_LETTERS_TO_MISSPELL = 6

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
  return [...unique.values()].map((term) => matchTerm(index, term))
}

type WantedTerm = Pick<MatchedTerm, 'key' | 'isName' | 'share' | 'written'> & { readonly isCommon: boolean }

function readTerms(index: TextIndex, question: string, share: number): WantedTerm[] {
  return index
    .termsOf(withoutMeasure(question))
    .map(({ key, start, end, isCommon, isNumber, isCapital }, at) => ({
      key,
      isCommon,
      isName: isNumber || (isCapital && at > 0),
      share,
      written: question.slice(start, end),
    }))
}

function matchTerm(index: TextIndex, { key, isName, share, written }: WantedTerm): MatchedTerm {
  const inSentences = findTerm(index, key)
  const inPassages = new Map<number, number>()
  for (const [number, times] of inSentences) {
    const { passage } = index.sentences[number]!
    inPassages.set(passage, (inPassages.get(passage) ?? 0) + times)
  }
  const worth = share * (ASKING.has(key) ? ASKING_WEIGHT : 1)
  return {
    key,
    weight: worth * rarity(inSentences.size, index.sentences.length),
    passageWeight: worth * rarity(inPassages.size, index.passages.length),
    inSentences,
    inPassages,
    isName,
    share,
    written,
  }
}

/** Inverse document frequency as Robertson and Zaragoza 2009 give it for BM25, kept above zero. */
function rarity(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5))
}

function findTerm(index: TextIndex, key: string): Map<number, number> {
  const found = new Map(index.postings.get(key))
  for (const alike of wordsLike(index, key)) {
    for (const [number, times] of index.postings.get(alike) ?? []) {
      found.set(number, (found.get(number) ?? 0) + ALIKE_WEIGHT * times)
    }
  }
  return found
}

/** Forms of the word that the stemmer keeps apart; where there are none and the word itself is missing, misspellings. */
function wordsLike(index: TextIndex, key: string): string[] {
  if (key.length < LEAST_SHARED_LETTERS || /\p{N}/u.test(key)) return []
  const neighbours = [...index.postings.keys()].filter((word) => word[0] === key[0] && word !== key)
  const forms = neighbours.filter((word) => {
    const shared = sharedStart(word, key)
    return shared >= LEAST_SHARED_LETTERS && shared >= LEAST_SHARED_PART * Math.max(word.length, key.length)
  })
  if (forms.length > 0 || index.postings.has(key) || key.length < LEAST_LETTERS_TO_MISSPELL) return forms
  return neighbours.filter((word) => isOneSlipAway(word, key))
}

function sharedStart(left: string, right: string): number {
  let shared = 0
  while (shared < left.length && left[shared] === right[shared]) shared += 1
  return shared
}

/** One letter more, less, other, or two swapped. */
function isOneSlipAway(left: string, right: string): boolean {
  const at = sharedStart(left, right)
  const a = left.slice(at)
  const b = right.slice(at)
  const isSwapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
  return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || isSwapped
}
