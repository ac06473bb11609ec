import { splitSentences } from '../sentence.ts'
import type { Failure } from './failure.ts'
import { HEDGE_WORDS } from './hedge-words.ts'
import { NEGATION_WORDS } from './negation-words.ts'
import { findMarks } from './word-marks.ts'

export interface TranslationToCheck {
  readonly claim: string
  readonly claimLanguage: string
  /** The quoted words alone, not their whole sentences: a translation mostly says all of them. */
  readonly quoted: string
  readonly language: string
}

/**
 * A claim in another language cannot be compared word by word. What can be told: words quoted from the article that deny or
 * doubt something, beside a claim in which nothing is denied or doubted at all, in any form that we know.
 */
export function checkTranslation({
  claim,
  claimLanguage,
  quoted,
  language,
}: TranslationToCheck): Failure | null {
  if (splitSentences(quoted).length > 1) return null
  const [denies, denied] = [NEGATION_WORDS[claimLanguage], NEGATION_WORDS[language]]
  const [doubts, doubted] = [HEDGE_WORDS[claimLanguage], HEDGE_WORDS[language]]
  if (denies !== undefined && denied !== undefined) {
    const claimed = findMarks(claim, denies.says, claimLanguage)
    // Words quoted in the claim as the article has them deny too.
    const isDenied =
      claimed.length > 0 ||
      findMarks(claim, denies.means, claimLanguage).length > 0 ||
      findMarks(claim, denied.says, language).length > 0
    const proven = findMarks(quoted, denied.says, language)
    if (proven.length > 0 && !isDenied) return lost('negation-unsupported', quoted, proven)
  }
  if (doubts === undefined || doubted === undefined) return null
  const isDoubted = findMarks(claim, `${doubts.heard}|${doubts.open}`, claimLanguage).length > 0
  const kept = findMarks(quoted, doubted.kept, language)
  return kept.length > 0 && !isDoubted ? lost('certainty-changed', quoted, kept) : null
}

function lost(
  why: Failure['why'],
  quoted: string,
  [mark]: readonly { readonly start: number; readonly end: number }[],
): Failure {
  return { why, detail: `the article says “${quoted.slice(mark?.start, mark?.end)}”` }
}
