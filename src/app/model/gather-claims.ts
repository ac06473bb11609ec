import type { Article } from '../../core/article.ts'
import type { Claim, ClaimDraft, DropReason, Dropped } from '../../core/claim.ts'
import { FootnoteError } from '../../core/error.ts'
import { type Proof, proveClaims } from '../../core/prove.ts'
import { requestRoom } from './article-room.ts'
import { type DecodedClaims, decodeClaims } from './decode-reply.ts'
import type { ModelTalk } from './model-talk.ts'
import type { ModelMessage, ModelRequest, Prompt } from '../ports.ts'

export interface Gathered<Decoded extends DecodedClaims> {
  readonly decoded: Decoded
  /** Proven, none twice. */
  readonly claims: readonly Claim[]
  readonly dropped: readonly Dropped[]
}

export interface GatherRequest<Decoded extends DecodedClaims> {
  readonly article: Article
  readonly messages: readonly ModelMessage[]
  readonly reply: ModelRequest['reply']
  readonly decode: (reply: string) => Decoded | null
  readonly repair: Prompt
  readonly onQuotes?: (quotes: number) => void
}

/** Two quotes that share so much of the longer one are the same quote. */
const ALMOST_ALL = 0.8

/** A proven claim that shares fewer words with a failed draft is a new one and does not stand for it. */
const LEAST_LIKENESS = 0.3

/** Said to the model; nobody else reads them. */
const REASONS: Readonly<Record<DropReason, string>> = {
  'quote-not-found': 'the quote does not stand in the article word for word',
  'quote-too-short': 'the quote is too short to prove anything',
  'number-unsupported': 'the text has a number that its quoted sentence does not have',
  'name-unsupported': 'the text has a name that its quoted sentence does not have',
  'negation-unsupported': 'the text denies what its quoted sentence does not deny, or the other way round',
  'certainty-changed': 'the text is more or less certain than its quoted sentence',
  'speaker-unsupported': 'the article does not name this speaker',
  malformed: 'the point is not in the form that was asked for',
}

/**
 * One call, the proof of what came, and one more call for all that failed it. What fails again is dropped; no claim
 * leaves here unproven.
 * @throws {FootnoteError} `model-unusable-reply` where the reply is not of the form that was asked for.
 */
export async function gatherClaims<Decoded extends DecodedClaims>(
  talk: ModelTalk,
  request: GatherRequest<Decoded>,
): Promise<Gathered<Decoded>> {
  const decoded = request.decode(await talk.ask(request.messages, request.reply))
  if (decoded === null) {
    const sentence = 'The model did not answer in the form it was asked for. Try again, or use another model.'
    throw new FootnoteError('model-unusable-reply', sentence)
  }
  if (decoded.drafts.length > 0) request.onQuotes?.(decoded.drafts.length)
  const first = proveClaims(request.article, decoded.drafts)
  const returned = first.failed.length === 0 ? [] : await repairClaims(talk, request, first.failed)
  // A model that says again what is proven already has repaired nothing.
  const second = returned.filter((claim) => !first.claims.some((known) => isRepeated(claim, known)))
  const stillOpen = withoutRepaired(first.failed, second)
  return {
    decoded,
    claims: distinctClaims([...first.claims, ...second]),
    dropped: [...decoded.malformed, ...stillOpen.map(({ draft, why }) => ({ text: draft.text, why }))],
  }
}

async function repairClaims<Decoded extends DecodedClaims>(
  talk: ModelTalk,
  { article, messages, reply, repair }: GatherRequest<Decoded>,
  failed: Proof['failed'],
): Promise<readonly Claim[]> {
  const rejected = failed
    .map(({ draft, why }) => `${JSON.stringify(draft)}\nWhy: ${REASONS[why]}.`)
    .join('\n')
  const said: ModelMessage = {
    role: 'assistant',
    content: JSON.stringify({ claims: failed.map(({ draft }) => draft) }),
  }
  const conversation = [...messages, said, ...repair.toMessages({ rejected })]
  if ((await talk.estimate(conversation)) > requestRoom(talk)) return []
  try {
    const decoded = decodeClaims(await talk.ask(conversation, reply))
    return proveClaims(article, decoded?.drafts.slice(0, failed.length) ?? []).claims
  } catch (error) {
    // What was proven before stays worth having when the second call fails; only a cancelled run ends here.
    if (error instanceof FootnoteError && error.code !== 'cancelled') return []
    throw error
  }
}

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
