import { isBareQuestion, isHeadingLike } from './boilerplate-sentence.ts'
import type { MatchedTerm } from './match-terms.ts'
import { type Expectation, expectationOf, meetsExpectation } from './question.ts'
import type { IndexedSentence, TextIndex } from './text-index.ts'

/** What speaks for a sentence as the answer. Sums are of the weights of the question's words. */
export interface Evidence {
  /** BM25 (Robertson and Zaragoza 2009) over the sentence's own words. */
  own: number
  /** Words that the sentence lacks and the one before has, by whether this one points back to it ("she", "this"). */
  before: number
  pointedAt: number
  /** Words that neither of the two has, and the one before them. */
  twoBefore: number
  after: number
  /** Share of the question in the sentence, and of its names in the passage, 0 to 1. */
  covered: number
  namesInPassage: number
  /** Words that stand in the very form of the question. */
  sameForm: number
  /** Words that are only like the question's. */
  alike: number
  /** The most that stands close together. */
  together: number
  /** 0 or 1: opens the passage; holds a number or date, or a name, where one is asked for. */
  opens: number
  figure: number
  name: number
}

// Weights of a listwise logistic regression over the sentences of a text (Cao et al. 2007, "Learning to rank: from
// pairwise approach to listwise approach"), one set for all languages, on squad2.dev and seven languages of xquad.dev.
// Which evidence counts was decided by cross-validation over articles; see docs/decisions/2026-11-22-own-retrieval.md.
const WEIGHTS: Readonly<Evidence> = {
  own: 0.23,
  before: 0.365,
  pointedAt: 0.502,
  twoBefore: 0.217,
  after: 0.211,
  covered: 4.605,
  namesInPassage: 2.124,
  sameForm: 0.19,
  alike: 0.391,
  together: 0.185,
  opens: 0.423,
  figure: 1.672,
  name: 1.365,
}
const KINDS = Object.keys(WEIGHTS) as (keyof Evidence)[]

const SATURATION = 1
const LENGTH_PENALTY = 0.2
/** So many words are close together. */
const CLOSE = 10
/** Not fitted (the data has hardly any): questions and headings repeat the words of a question without answering it. */
const UNTOLD_SHARE = 0.6

const POINTS_BACK = new Set('this that these those he she it they his her its their such'.split(' '))
const OPENING_WORDS = 3

/** How well each sentence answers, 0 where nothing of the question stands in its passage. */
export function scoreSentences(
  index: TextIndex,
  gathered: readonly (Evidence | null)[],
  text: string,
): number[] {
  return gathered.map((evidence, number) => {
    if (evidence === null) return 0
    const score = KINDS.reduce((sum, kind) => sum + WEIGHTS[kind] * evidence[kind], 0)
    const { start, end } = index.sentences[number]!
    const words = text.slice(start, end)
    return isBareQuestion(words) || isHeadingLike(words) ? score * UNTOLD_SHARE : score
  })
}

export function totalWeight(matched: readonly MatchedTerm[]): number {
  return matched.reduce((sum, { weight }) => sum + weight, 0)
}

/** The evidence for each sentence, null where nothing of the question stands in its passage. */
export function gatherEvidence(
  index: TextIndex,
  matched: readonly MatchedTerm[],
  question: string,
): (Evidence | null)[] {
  const touched = new Set<number>()
  for (const { inPassages, alike } of matched) {
    for (const passage of inPassages) touched.add(passage)
    for (const number of alike.keys()) touched.add(index.sentences[number]!.passage)
  }
  const namesOf = weighNamesInPassages(matched)
  const weights = new Map(matched.map(({ key, weight }) => [key, weight]))
  const forms = new Map(matched.map(({ word, weight }) => [word, weight]))
  const asked = new Set(index.termsOf(question).map(({ key }) => key))
  const expectation = expectationOf(question)
  const evidence = index.sentences.map(({ passage, terms }, number): Evidence | null => {
    if (!touched.has(passage)) return null
    return {
      ...NONE,
      namesInPassage: namesOf.get(passage) ?? 0,
      sameForm: weighForms(terms, forms),
      together: weighTogether(terms, weights),
      opens: index.passages[passage]!.start === number ? 1 : 0,
      ...meet(expectation, terms, asked),
    }
  })
  const total = totalWeight(matched)
  for (const term of matched) addWord(index, term, total, evidence)
  return evidence
}

const NONE: Readonly<Evidence> = {
  own: 0,
  before: 0,
  pointedAt: 0,
  twoBefore: 0,
  after: 0,
  covered: 0,
  namesInPassage: 0,
  sameForm: 0,
  alike: 0,
  together: 0,
  opens: 0,
  figure: 0,
  name: 0,
}

function meet(
  expectation: Expectation | null,
  terms: IndexedSentence['terms'],
  asked: ReadonlySet<string>,
): Partial<Evidence> {
  if (expectation === null || !meetsExpectation(expectation, terms, asked)) return {}
  return expectation === 'number' || expectation === 'date' ? { figure: 1 } : { name: 1 }
}

function addWord(
  index: TextIndex,
  { weight, inSentences, alike }: MatchedTerm,
  total: number,
  evidence: readonly (Evidence | null)[],
): void {
  for (const [number, times] of inSentences) {
    const { passage, terms } = index.sentences[number]!
    const near = (offset: number): Evidence | null =>
      index.sentences[number + offset]?.passage === passage && !inSentences.has(number + offset)
        ? (evidence[number + offset] ?? null)
        : null
    const own = evidence[number]
    if (own === null || own === undefined) continue
    own.own += weight * saturate(times, terms.length / index.averageLength)
    own.covered += weight / total
    const next = near(1)
    if (next !== null) next[pointsBack(index.sentences[number + 1]!) ? 'pointedAt' : 'before'] += weight
    const previous = near(-1)
    if (previous !== null) previous.after += weight
    const second = next === null ? null : near(2)
    if (second !== null) second.twoBefore += weight
  }
  for (const [number, likeness] of alike) {
    const own = evidence[number]
    if (own !== null && own !== undefined) own.alike += weight * likeness
  }
}

function saturate(times: number, relativeLength: number): number {
  return (
    (times * (SATURATION + 1)) / (times + SATURATION * (1 - LENGTH_PENALTY + LENGTH_PENALTY * relativeLength))
  )
}

function pointsBack({ terms }: IndexedSentence): boolean {
  return terms.slice(0, OPENING_WORDS).some(({ word }) => POINTS_BACK.has(word))
}

/** Share of the question's names, by weight, in each passage that has one. */
function weighNamesInPassages(matched: readonly MatchedTerm[]): ReadonlyMap<number, number> {
  const names = matched.filter(({ isName }) => isName)
  const total = totalWeight(names)
  const shares = new Map<number, number>()
  for (const { weight, inPassages } of names) {
    for (const passage of inPassages) shares.set(passage, (shares.get(passage) ?? 0) + weight / total)
  }
  return shares
}

function weighForms(terms: IndexedSentence['terms'], forms: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const word of new Set(terms.map((term) => term.word))) sum += forms.get(word) ?? 0
  return sum
}

/** Weight of the question's words that stand closest together. */
function weighTogether(terms: IndexedSentence['terms'], weights: ReadonlyMap<string, number>): number {
  const standing = terms.flatMap(({ key }, at) => (weights.has(key) ? [{ key, at }] : []))
  let most = 0
  for (const [first, { at }] of standing.entries()) {
    const seen = new Set<string>()
    let sum = 0
    for (let other = first; other < standing.length && standing[other]!.at - at < CLOSE; other += 1) {
      const { key } = standing[other]!
      if (seen.has(key)) continue
      seen.add(key)
      sum += weights.get(key) ?? 0
    }
    most = Math.max(most, sum)
  }
  return most
}
