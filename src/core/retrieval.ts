import { indexOnce } from './kept-index.ts'
import { type MatchedTerm, matchTerms } from './match-terms.ts'
import { type Evidence, gatherEvidence, scoreSentences, totalWeight } from './score-sentences.ts'
import type { Span } from './span.ts'
import type { TextIndex } from './text-index.ts'

interface RankedSentence extends Span {
  /** 0 to 1. */
  readonly score: number
}

export interface Ranking {
  /** Whether the best sentence is good enough to be called an answer. */
  readonly answerable: boolean
  /** 0 to 1. */
  readonly score: number
  /** Every sentence, best first, also when `answerable` is false. */
  readonly sentences: readonly RankedSentence[]
  /** Words of the question that stand nowhere in the text, as the question writes them. */
  readonly unmatched: readonly string[]
}

// Weights of a logistic regression that tells questions which a text answers from questions about another article and
// from questions whose paragraph was taken out of it. Fitted on squad2.dev and seven languages of xquad.dev, whole
// articles and single paragraphs together: the length term makes the demand grow with the text, where chance hits are
// likelier. Checked with: npm run bench -- retrieval --data FILE
const CONFIDENCE = {
  wordsInPassage: 6.526,
  likeWordsInPassage: 6.315,
  wordsInSentence: 0.61,
  scorePerWeight: 1.416,
  score: 0.286,
  covered: -2.232,
  namesInPassage: 1.832,
  noNames: 0.613,
  expected: -0.633,
  sentences: -1.054,
  constant: -2.96,
} as const
const ANSWERABLE_FROM = 0.5
/** More words than these in one sentence do not make it surer. */
const MOST_WORDS_COUNTED = 6

/**
 * Ranks the sentences of a text by how well they answer a question, within the passages they stand in. `text` may be
 * raw; offsets are UTF-16 code units of it. The score of a sentence is the ranking's, scaled by how near it comes to
 * the best one. `earlier` is the question before, when this one leans on it ("and how long?"): its words count for less.
 */
export function rankSentences(
  text: string,
  passages: readonly Span[],
  question: string,
  earlier = '',
): Ranking {
  const index = indexOnce(text, passages)
  const matched = matchTerms(index, question, earlier)
  const gathered = gatherEvidence(index, matched, question)
  const scores = scoreSentences(index, gathered, text)
  const order = [...scores.keys()].sort((left, right) => scores[right]! - scores[left]! || left - right)
  const best = order[0]
  const highest = best === undefined ? 0 : scores[best]!
  const evidence = best === undefined ? null : gathered[best]!
  const score =
    best === undefined || evidence === null
      ? 0
      : confidence(index, matched, { number: best, score: highest, evidence })
  const sentences = order.map((number) => {
    const { start, end } = index.sentences[number]!
    return { start, end, score: highest === 0 ? 0 : score * (scores[number]! / highest) }
  })
  const unmatched = matched.filter(
    ({ inSentences, alike, share }) => share === 1 && inSentences.size === 0 && alike.size === 0,
  )
  return {
    answerable: score >= ANSWERABLE_FROM,
    score,
    sentences,
    unmatched: unmatched.map(({ written }) => written),
  }
}

function confidence(
  index: TextIndex,
  matched: readonly MatchedTerm[],
  { number, score, evidence }: { number: number; score: number; evidence: Evidence },
): number {
  const { passage } = index.sentences[number]!
  const all = sumOfShares(matched)
  const names = matched.filter(({ isName }) => isName)
  const partIn = (terms: readonly MatchedTerm[]): number =>
    sumOfShares(terms.filter(({ inPassages }) => inPassages.has(passage))) / sumOfShares(terms)
  const inSentence = sumOfShares(matched.filter(({ inSentences }) => inSentences.has(number)))
  const logit =
    CONFIDENCE.constant +
    CONFIDENCE.wordsInPassage * partIn(matched) +
    CONFIDENCE.likeWordsInPassage * (likeWordsIn(index, matched, passage) / all) +
    CONFIDENCE.wordsInSentence * Math.min(inSentence, MOST_WORDS_COUNTED) +
    (CONFIDENCE.scorePerWeight * score) / totalWeight(matched) +
    CONFIDENCE.score * score +
    CONFIDENCE.covered * evidence.covered +
    (names.length > 0
      ? CONFIDENCE.namesInPassage * partIn(names)
      : CONFIDENCE.namesInPassage / 2 + CONFIDENCE.noNames) +
    CONFIDENCE.expected * (evidence.figure + evidence.name) +
    CONFIDENCE.sentences * Math.log(index.sentences.length + 1)
  return 1 / (1 + Math.exp(-logit))
}

/** How alike the words of the passage come to those of the question that it lacks, summed. */
function likeWordsIn(index: TextIndex, matched: readonly MatchedTerm[], passage: number): number {
  const { start, end } = index.passages[passage]!
  let sum = 0
  for (const { inPassages, alike, share } of matched) {
    if (inPassages.has(passage)) continue
    let nearest = 0
    for (let number = start; number < end; number += 1) nearest = Math.max(nearest, alike.get(number) ?? 0)
    sum += share * nearest
  }
  return sum
}

function sumOfShares(terms: readonly MatchedTerm[]): number {
  return terms.reduce((sum, { share }) => sum + share, 0)
}
