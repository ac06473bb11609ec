import type { Article } from '../article.ts'
import { checkHedges } from './check-hedges.ts'
import { checkNames } from './check-names.ts'
import { checkNegation } from './check-negation.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkOpposites } from './check-opposites.ts'
import { checkTopic } from './check-topic.ts'
import { checkTranslation } from './check-translation.ts'
import { checkUniversals } from './check-universals.ts'
import type { Failure } from './failure.ts'
import { readQuantities } from './read-quantities.ts'

export interface SupportToCheck {
  readonly article: Article
  readonly claim: string
  /** BCP 47 primary tag of the claim. */
  readonly claimLanguage: string
  /** The sentences that are shown as the proof. */
  readonly proof: string
  /** The words quoted from them. */
  readonly quoted: string
  /** Who says it, as it is shown beside the claim: those names need no other proof. */
  readonly voice: readonly string[]
  /** Sentences that say whom a pronoun of the proof means: they prove names and nothing else. */
  readonly meant: readonly string[]
}

/**
 * Whether a claim says no more than the sentences that are shown as its proof: their numbers, names, negations and doubts.
 * A check of words, not of truth. Null where nothing is wrong, else the first thing that is.
 */
export function checkSupport(given: SupportToCheck): Failure | null {
  const { article, claimLanguage, voice, meant } = given
  const claim = withoutVowelSigns(given.claim)
  const proof = withoutVowelSigns(given.proof)
  const { language } = article
  const isTranslated = claimLanguage !== language
  const numbers = {
    claim,
    stated: readQuantities(claim, claimLanguage),
    proof,
    proven: readQuantities(proof, language),
    isTranslated,
  }
  const names = { claim, claimLanguage, proof: [proof, ...voice, ...meant].join('\n'), article, isTranslated }
  const failure = checkNumbers(numbers) ?? checkNames(names)
  if (failure !== null) return failure
  if (isTranslated) {
    return checkTranslation({ claim, claimLanguage, quoted: withoutVowelSigns(given.quoted), language })
  }
  return (
    checkTopic({ ...numbers, language }) ??
    checkNegation(claim, proof, language) ??
    checkOpposites(claim, proof, language) ??
    checkHedges(claim, proof, language, voice.length > 0) ??
    checkUniversals(claim, proof, language)
  )
}

/** Arabic and Hebrew write short vowels or leave them out. */
const withoutVowelSigns = (text: string): string =>
  text.replace(/[\u0591-\u05bd\u064b-\u065f\u0670\u0640]/gu, '')
