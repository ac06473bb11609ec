import type { Article } from '../article.ts'
import { isBareQuestion } from '../boilerplate-sentence.ts'
import type { Quote, Speaker } from '../claim.ts'
import { readCorrection } from '../correction.ts'
import { splitSentences } from '../sentence.ts'
import { wordSequence } from '../word-sequence.ts'
import { checkSupport } from './check-support.ts'
import type { Failure } from './failure.ts'
import { readQuantities } from './read-quantities.ts'
import { type Counted, takesOtherName, takesOtherNumber } from './swaps.ts'
import { antecedentOf } from './antecedent.ts'
import { proofsFor, proofText } from './proofs.ts'

export interface ClaimToSupport {
  readonly article: Article
  readonly claim: string
  readonly claimLanguage: string
  readonly speaker: Speaker | null
  /** Found in the article, each with the sentence it stands in. */
  readonly quotes: readonly Quote[]
}

/** Words with which a claim says that it tells of a correction. */
const TELLS_CORRECTION =
  /correct|earlier version|previous version|originally|at first|first (?:said|gave|reported|stated|put)|initially|mistaken|erroneous|wrong|korrig|berichtig|richtiggestellt|ursprünglich|zunächst|zuerst|früher|corrig|rectifi|erreur|à l['’]origine|versión anterior|al principio|error|corrett|inizial|errore|orreç|inicial|gecorrig|eerder|исправ|уточн|первоначальн|ранее|düzelt|تصحيح|صحح|更正|勘误|訂正|当初/iu

/**
 * The quotes of a claim with the sentences that support it, widened by a neighbour or by the sentence that says whom "it"
 * means where that carries what is missing; or what the claim says beyond them.
 */
export function supportClaim(given: ClaimToSupport): readonly Quote[] | Failure {
  const { article, claim, claimLanguage, quotes } = given
  const own = proofText(article, quotes)
  if (isOnlyAsked(own)) return { why: 'certainty-changed', detail: 'the proof only asks' }
  let first: Failure | null = null
  for (const proof of proofsFor(article, quotes)) {
    const failure = findFailure(given, proofText(article, proof))
    if (failure === null) return proof
    first ??= failure
    if (first.isFinal) return first
    if (
      first.why === 'number-unsupported' &&
      takesOtherNumber(counted(claim, claimLanguage), counted(own, article.language))
    )
      return first
    if (first.name !== undefined && takesOtherName(claim, own, first.name, article)) return first
  }
  if (first?.name === undefined) return first ?? { why: 'malformed', detail: claim }
  const antecedent = antecedentOf(article, quotes, first.name)
  const isNamed = antecedent !== null && findFailure(given, own, [antecedent.text]) === null
  return isNamed ? [...quotes, antecedent] : first
}

const counted = (text: string, language: string): Counted => ({
  text,
  quantities: readQuantities(text, language),
})

function findFailure(
  { article, claim, claimLanguage, speaker, quotes }: ClaimToSupport,
  proof: string,
  meant: readonly string[] = [],
): Failure | null {
  if (readCorrection(proof) !== null && !TELLS_CORRECTION.test(claim)) {
    return { why: 'certainty-changed', detail: 'the proof is a correction and says what was wrong' }
  }
  if (isSameWords(claim, proof)) return null
  const voice = speaker === null || speaker.kind === 'writer' ? [] : [speaker.name, ...speaker.via]
  const quoted = quotes.map(({ text }) => text).join('\n')
  return checkSupport({ article, claim, claimLanguage, proof, quoted, voice, meant })
}

const isOnlyAsked = (proof: string): boolean =>
  splitSentences(proof).every(({ start, end }) => isBareQuestion(proof.slice(start, end)))

const isSameWords = (claim: string, proof: string): boolean => {
  const wordsOf = (text: string): string =>
    wordSequence(text)
      .map(({ word }) => word)
      .join(' ')
  return wordsOf(claim) === wordsOf(proof)
}
