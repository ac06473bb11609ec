import { isBareQuestion, isHeadingLike } from './boilerplate-sentence.ts'
import type { MatchedTerm } from './match-terms.ts'
import { expectationOf, meetsExpectation } from './question.ts'
import type { IndexedSentence, TextIndex } from './text-index.ts'

// Fitted by coordinate ascent on squad2.dev and six languages of xquad.dev (mean reciprocal rank of the answer's
// sentence), and checked with: node retrieval.mjs --data squad2.dev.jsonl -- npm run -s footnote -- lines
const SATURATION = 0.6
const LENGTH_PENALTY = 0.2
/** A word of the sentence before counts so much, and so much more where the sentence points back to it. */
const BEFORE = 0.25
const BEFORE_WHEN_POINTED_AT = 0.55
const PASSAGE_SHARE = 0.5
const PASSAGE_SATURATION = 1.2
const PASSAGE_LENGTH_PENALTY = 0.8
const PAIR_BONUS = 0.4
const EXPECTATION_BONUS = 4
const COVERAGE_BONUS = 0.4
/** Not fitted (the data has hardly any): questions and headings repeat the words of a question without answering it. */
const UNTOLD_SHARE = 0.6

const POINTS_BACK = new Set('this that these those he she it they his her its their such'.split(' '))
const OPENING_WORDS = 3

/**
 * How well each sentence answers, 0 where no word of the question stands in its passage. BM25 (Robertson and Zaragoza
 * 2009) over the sentence's own words with a share of those of the sentence before, plus BM25 over its passage, plus
 * bonuses for pairs of words that stand side by side in the question too, for covering the question, and for holding
 * the kind of words that it asks for.
 */
export function scoreSentences(
  index: TextIndex,
  matched: readonly MatchedTerm[],
  text: string,
  question: string,
): number[] {
  const own = scoreOwnWords(index, matched)
  const passages = scorePassages(index, matched)
  const asked = index.termsOf(question)
  const askedKeys = new Set(asked.map(({ key }) => key))
  const pairs = new Set(asked.slice(1).map(({ key }, at) => `${asked[at]?.key} ${key}`))
  const weights = new Map(matched.map(({ key, weight }) => [key, weight]))
  const total = totalWeight(matched)
  const covered = coveredWeights(index, matched)
  const expectation = expectationOf(question)

  return index.sentences.map(({ start, end, passage, terms }, number) => {
    let score = own[number]! + PASSAGE_SHARE * passages[passage]!
    if (score === 0) return 0
    if (covered[number]! > 0) {
      score += PAIR_BONUS * pairWeight(terms, pairs, weights)
      score += (COVERAGE_BONUS * covered[number]! ** 2) / total
    }
    if (expectation !== null && meetsExpectation(expectation, terms, askedKeys)) score += EXPECTATION_BONUS
    const words = text.slice(start, end)
    return isBareQuestion(words) || isHeadingLike(words) ? score * UNTOLD_SHARE : score
  })
}

export function totalWeight(matched: readonly MatchedTerm[]): number {
  return matched.reduce((sum, { weight }) => sum + weight, 0)
}

function saturate(times: number, relativeLength: number, saturation: number, penalty: number): number {
  return (times * (saturation + 1)) / (times + saturation * (1 - penalty + penalty * relativeLength))
}

function scoreOwnWords(index: TextIndex, matched: readonly MatchedTerm[]): Float64Array {
  const scores = new Float64Array(index.sentences.length)
  for (const { weight, inSentences } of matched) {
    const times = new Map(inSentences)
    for (const [number, standing] of inSentences) {
      const next = index.sentences[number + 1]
      if (next === undefined || next.passage !== index.sentences[number]!.passage) continue
      const share = pointsBack(next) ? BEFORE_WHEN_POINTED_AT : BEFORE
      times.set(number + 1, (times.get(number + 1) ?? 0) + share * Math.min(standing, 1))
    }
    for (const [number, effective] of times) {
      const relativeLength = index.sentences[number]!.terms.length / index.averageLength
      scores[number]! += weight * saturate(effective, relativeLength, SATURATION, LENGTH_PENALTY)
    }
  }
  return scores
}

function pointsBack({ terms }: IndexedSentence): boolean {
  return terms.slice(0, OPENING_WORDS).some(({ word }) => POINTS_BACK.has(word))
}

function scorePassages(index: TextIndex, matched: readonly MatchedTerm[]): Float64Array {
  const lengths = index.passages.map(({ start, end }) =>
    index.sentences.slice(start, end).reduce((sum, { terms }) => sum + terms.length, 0),
  )
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  const scores = new Float64Array(index.passages.length)
  for (const { passageWeight, inPassages } of matched) {
    for (const [passage, times] of inPassages) {
      const relativeLength = lengths[passage]! / average
      scores[passage]! +=
        passageWeight * saturate(times, relativeLength, PASSAGE_SATURATION, PASSAGE_LENGTH_PENALTY)
    }
  }
  return scores
}

function coveredWeights(index: TextIndex, matched: readonly MatchedTerm[]): Float64Array {
  const covered = new Float64Array(index.sentences.length)
  for (const { weight, inSentences } of matched) {
    for (const number of inSentences.keys()) covered[number]! += weight
  }
  return covered
}

/** Weight of the pairs of neighbouring words that the sentence shares with the question. */
function pairWeight(
  terms: IndexedSentence['terms'],
  pairs: ReadonlySet<string>,
  weights: ReadonlyMap<string, number>,
): number {
  let sum = 0
  for (let at = 1; at < terms.length; at += 1) {
    const left = terms[at - 1]!.key
    const right = terms[at]!.key
    if (pairs.has(`${left} ${right}`)) sum += ((weights.get(left) ?? 0) + (weights.get(right) ?? 0)) / 2
  }
  return sum
}
