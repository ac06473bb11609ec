import type { Claim, ClaimDraft, Dropped } from '../../core/claim.ts'
import { FootnoteError } from '../../core/error.ts'
import { findOtherLanguage } from '../../core/language.ts'
import type { Proof } from '../../core/prove.ts'
import type { DecodedClaims } from './decode-reply.ts'
import type { EngineRun } from '../engine.ts'
import type { ModelTalk } from './model-talk.ts'
import type { NamedLanguage } from './name-language.ts'
import { type RepairRequest, repairDrafts } from './repair-drafts.ts'

export interface Gathered<Decoded extends DecodedClaims> {
  readonly decoded: Decoded
  /** Proven, none twice. */
  readonly claims: readonly Claim[]
  readonly dropped: readonly Dropped[]
}

export interface GatherRequest<Decoded extends DecodedClaims> extends RepairRequest {
  readonly decode: (reply: string) => Decoded | null
  /** What the claims have to be written in, where that is known. */
  readonly language?: NamedLanguage
  readonly onQuotes?: (quotes: number) => void
}

/** Two quotes that share so much of the longer one are the same quote. */
const ALMOST_ALL = 0.8

/** A proven claim that shares fewer words with a failed draft is a new one and does not stand for it. */
const LEAST_LIKENESS = 0.3

const MOST_TRIES = 2

/**
 * One call, the proof of what came, and one more call for all that failed it. What fails again is dropped; no claim
 * leaves here unproven. Claims in the wrong language go back too; where that does not help they stand, and it is told.
 * @throws {FootnoteError} `model-unusable-reply` where no reply is of the form that was asked for.
 */
export async function gatherClaims<Decoded extends DecodedClaims>(
  talk: ModelTalk,
  request: GatherRequest<Decoded>,
): Promise<Gathered<Decoded>> {
  const decoded = await askInForm(talk, request)
  if (decoded.drafts.length > 0) request.onQuotes?.(decoded.drafts.length)
  const first = await talk.think('prove', request.article, [decoded.drafts, request.writtenIn], talk.signal)
  const language = isForeign(decoded.drafts, request.language) ? (request.language?.name ?? null) : null
  const drafts = language === null ? first.failed.map(({ draft }) => draft) : decoded.drafts
  const returned =
    drafts.length === 0 ? [] : await repairDrafts(talk, request, { drafts, failed: first.failed, language })
  const isTranslated = language !== null && returned.length > 0 && !isForeign(returned, request.language)
  if (language !== null && !isTranslated) talk.note(notWrittenIn(language))
  const known = isTranslated ? [] : first.claims
  // A model that says again what is proven already has repaired nothing.
  const second = returned.filter((claim) => !known.some((other) => isRepeated(claim, other)))
  const stillOpen = withoutRepaired(first.failed, second)
  return {
    decoded,
    claims: distinctClaims([...known, ...second]),
    dropped: [...decoded.malformed, ...stillOpen.map(({ draft, why }) => ({ text: draft.text, why }))],
  }
}

const notWrittenIn = (language: string): EngineRun['notices'][number] => ({
  code: 'language-ignored',
  message: `The model did not write in ${language}, though it was asked twice. The quotes are the article's own words all the same.`,
})

/** A reply that is empty or not of the form is asked for once more: most often it was bad luck. */
async function askInForm<Decoded extends DecodedClaims>(
  talk: ModelTalk,
  { messages, reply, decode }: GatherRequest<Decoded>,
): Promise<Decoded> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    try {
      const decoded = decode(await talk.ask(messages, reply))
      if (decoded !== null) return decoded
    } catch (error) {
      const isEmpty = error instanceof FootnoteError && error.code === 'model-unusable-reply'
      if (!isEmpty || tries === MOST_TRIES - 1) throw error
    }
  }
  const sentence = 'The model did not answer in the form it was asked for. Try again, or use another model.'
  throw new FootnoteError('model-unusable-reply', sentence)
}

/** Whether these texts are clearly not in the language that they should be in. */
const isForeign = (
  texts: readonly { readonly text: string }[],
  language: NamedLanguage | undefined,
): boolean =>
  language !== undefined && findOtherLanguage(texts.map(({ text }) => text).join('\n'), language.tag) !== null

/** The failed drafts that no repaired claim stands for: of each repaired claim, the likest draft is taken off. */
function withoutRepaired(failed: Proof['failed'], repaired: readonly Claim[]): Proof['failed'] {
  const open = [...failed]
  for (const claim of repaired) {
    const words = new Set(wordsOf(claim.text))
    const likeness = ({ draft }: { readonly draft: ClaimDraft }): number =>
      wordsOf(draft.text).filter((word) => words.has(word)).length / (wordsOf(draft.text).length || 1)
    const likest = open.toSorted((one, other) => likeness(other) - likeness(one))[0]
    if (likest !== undefined && likeness(likest) >= LEAST_LIKENESS) open.splice(open.indexOf(likest), 1)
  }
  return open
}

/** Of claims with the same words, or resting on the same words of the article, the first. */
export function distinctClaims(claims: readonly Claim[]): Claim[] {
  const kept: Claim[] = []
  for (const claim of claims) if (!kept.some((other) => isRepeated(claim, other))) kept.push(claim)
  return kept
}

function isRepeated(claim: Claim, other: Claim): boolean {
  if (wordsOf(claim.text).join(' ') === wordsOf(other.text).join(' ')) return true
  return claim.quotes.every((quote) =>
    other.quotes.some((known) => {
      const shared = Math.min(quote.end, known.end) - Math.max(quote.start, known.start)
      return shared >= ALMOST_ALL * Math.max(quote.end - quote.start, known.end - known.start)
    }),
  )
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
