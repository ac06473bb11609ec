import type { Article } from './article.ts'
import type { Claim, ClaimDraft, DropReason, Dropped } from './claim.ts'
import { normaliseLine } from './normalise.ts'
import { findQuote } from './quote.ts'
import { checkSpeaker } from './speaker.ts'

export interface Proof {
  readonly claims: readonly Claim[]
  /** What is told to the world of the drafts that failed. */
  readonly dropped: readonly Dropped[]
  /** The same drafts whole, so that they can be sent back for repair. */
  readonly failed: readonly { readonly draft: ClaimDraft; readonly why: DropReason }[]
}

/**
 * The one door between what an engine says and what people see: a draft becomes a claim only when its quote stands in
 * the article. A proof shows that the words are there, not that the claim follows from them.
 */
export function proveClaims(article: Article, drafts: readonly ClaimDraft[]): Proof {
  const claims: Claim[] = []
  const failed: { draft: ClaimDraft; why: DropReason }[] = []
  for (const draft of drafts) {
    const outcome = prove(article, draft)
    if (typeof outcome === 'string') failed.push({ draft, why: outcome })
    else claims.push(outcome)
  }
  return { claims, dropped: failed.map(({ draft, why }) => ({ text: draft.text, why })), failed }
}

function prove(article: Article, draft: ClaimDraft): Claim | DropReason {
  const text = normaliseLine(draft.text)
  if (text === '') return 'malformed'
  const finding = findQuote(article, draft.quote, draft.passage)
  if (!finding.found) return finding.why
  const speaker = checkSpeaker(article, draft.speaker)
  if (speaker === 'unsupported') return 'speaker-unsupported'
  return { text, speaker, quotes: finding.quotes }
}
