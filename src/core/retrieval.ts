import { type MatchedTerm, matchTerms } from './match-terms.ts'
import { scoreSentences, totalWeight } from './score-sentences.ts'
import type { Span } from './span.ts'
import { indexText, type TextIndex } from './text-index.ts'

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
// from questions whose paragraph was taken out of it. Fitted on squad2.dev and xquad.dev, whole articles and single
// paragraphs together: the length term makes the demand grow with the text, where chance hits are likelier. Checked with:
// node abstain.mjs --data squad2.dev.jsonl --neg other [--ctx article] -- npm run -s footnote -- lines (and --neg removed)
const CONFIDENCE = {
  wordsInPassage: 5.5,
  wordsInSentence: 0.832,
  bestScore: 1.398,
  namesInPassage: 2.579,
  noNames: 0.163,
  sentences: -0.76,
  constant: -3.623,
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
  const index = indexText(text, passages)
  const matched = matchTerms(index, question, earlier)
  const scores = scoreSentences(index, matched, text, question)
  const order = [...scores.keys()].sort((left, right) => scores[right]! - scores[left]! || left - right)
  const best = order[0]
  const highest = best === undefined ? 0 : scores[best]!
  const score = best === undefined || highest === 0 ? 0 : confidence(index, matched, best, highest)
  const sentences = order.map((number) => {
    const { start, end } = index.sentences[number]!
    return { start, end, score: highest === 0 ? 0 : score * (scores[number]! / highest) }
  })
  const unmatched = matched.filter(({ inSentences, share }) => share === 1 && inSentences.size === 0)
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
  best: number,
  highest: number,
): number {
  const { passage } = index.sentences[best]!
  const names = matched.filter(({ isName }) => isName)
  const partIn = (terms: readonly MatchedTerm[]): number =>
    sumOfShares(terms.filter(({ inPassages }) => inPassages.has(passage))) / sumOfShares(terms)
  const inSentence = sumOfShares(matched.filter(({ inSentences }) => inSentences.has(best)))
  const logit =
    CONFIDENCE.constant +
    CONFIDENCE.wordsInPassage * partIn(matched) +
    CONFIDENCE.wordsInSentence * Math.min(inSentence, MOST_WORDS_COUNTED) +
    (CONFIDENCE.bestScore * highest) / totalWeight(matched) +
    (names.length > 0
      ? CONFIDENCE.namesInPassage * partIn(names)
      : CONFIDENCE.namesInPassage / 2 + CONFIDENCE.noNames) +
    CONFIDENCE.sentences * Math.log(index.sentences.length + 1)
  return 1 / (1 + Math.exp(-logit))
}

function sumOfShares(terms: readonly MatchedTerm[]): number {
  return terms.reduce((sum, { share }) => sum + share, 0)
}
