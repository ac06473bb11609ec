import { COMMON_WORDS } from './common-words.ts'
import { withoutMeasure } from './question.ts'
import { foldWord, tokenise } from './tokenise.ts'

/** "What about…", "and…": openings that carry the question before over to something else. */
const CARRIES_ON =
  /^(?:(?:and|but|so|und|aber|et|mais|y|pero|и|а|но|ve)\s|(?:what|how) about\b|was ist mit\b|et pour\b|那么?)/iu
const PRONOUN =
  /(?<!\p{L})(?:he|him|his|she|her|it|its|they|them|their|that|this|those|these|er|ihn|ihm|sie|es|il|elle|ils|elles|él|ella|ellos|он|она|они|его|её|их|o|onlar|他|她|它|他们)(?!\p{L})/iu
/** A question with more words of its own stands by itself, whatever pronoun is in it. */
const FEW_WORDS = 2

/** More than these back, a thread of questions has moved on. */
const MOST_EARLIER = 3

/**
 * The questions that this one leans on, in one string, '' where it stands by itself: the one before, and as long as that
 * leans on another, that one too. `questions` are those asked before, oldest first.
 */
export function earlierQuestions(questions: readonly string[], question: string, language: string): string {
  const earlier: string[] = []
  let current = question
  for (const before of questions.slice(-MOST_EARLIER).toReversed()) {
    if (!leansOnEarlier(current, language)) break
    earlier.unshift(before)
    current = before
  }
  return earlier.join(' ')
}

/** Whether a question can be understood only with the one before it: "and how long?", "why did he do that?". */
function leansOnEarlier(question: string, language: string): boolean {
  const common = new Set([...(COMMON_WORDS[language] ?? []), ...(COMMON_WORDS['en'] ?? [])].map(foldWord))
  const own = tokenise(withoutMeasure(question)).filter(({ word }) => word.length > 1 && !common.has(word))
  if (own.length === 0 || CARRIES_ON.test(question.trim())) return true
  return own.length <= FEW_WORDS && PRONOUN.test(question)
}
