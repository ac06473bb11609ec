import { contentWords } from './content-words.ts'
import type { Failure } from './failure.ts'
import { isSameQuantity } from './check-numbers.ts'
import { NEGATION_WORDS } from './negation-words.ts'
import type { Quantity } from './read-quantities.ts'
import { findMarks } from './word-marks.ts'

export interface TopicToCheck {
  readonly claim: string
  readonly stated: readonly Quantity[]
  readonly proof: string
  readonly proven: readonly Quantity[]
  readonly language: string
}

/** A claim and its proof have something in common: a proof about another matter proves nothing. One language for both. */
export function checkTopic({ claim, stated, proof, proven, language }: TopicToCheck): Failure | null {
  const told = contentWords(claim, language)
  const said = contentWords(proof, language)
  const isShared = told.some(({ key }) => said.some((word) => isAlike(word.key, key)))
  const hasNumber = stated.some((one) => proven.some((other) => isSameQuantity(one, other)))
  const denials = NEGATION_WORDS[language]?.says
  const isDenied = (text: string): boolean =>
    denials !== undefined && findMarks(text, denials, language).length > 0
  // "No one was injured" for "nobody was hurt".
  if (told.length < 2 || isShared || hasNumber || (isDenied(claim) && isDenied(proof))) return null
  return { why: 'quote-not-found', detail: 'the quote is about something else' }
}

/** Words of one family: more than forms of one word, for here one of them is enough. */
const isAlike = (one: string, other: string): boolean =>
  one === other || (one.length > 3 && other.length > 3 && one.slice(0, 5) === other.slice(0, 5))
