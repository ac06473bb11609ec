import type { Article } from './article.ts'
import type { Claim, ClaimDraft, DropReason, Dropped } from './claim.ts'
import { findOtherLanguage } from './language.ts'
import { normaliseLine } from './normalise.ts'
import { findQuote } from './quote.ts'
import { checkSpeaker } from './speaker.ts'
import type { Failure } from './support/failure.ts'
import { checkNewerEntries, timeOfEntry } from './support/live-entries.ts'
import { supportClaim } from './support/support-claim.ts'
import { repeatsInstruction } from './usable-as-proof.ts'

/** A draft that was not proven, with what a model may correct. */
interface FailedDraft extends Failure {
  readonly draft: ClaimDraft
}

export interface Proof {
  readonly claims: readonly Claim[]
  /** What is told to the world of the drafts that failed. */
  readonly dropped: readonly Dropped[]
  /** The same drafts whole, so that they can be sent back for repair. */
  readonly failed: readonly FailedDraft[]
}

/**
 * The one door between what an engine says and what people see: a draft becomes a claim only when its quote stands in
 * the article, its speaker says it there, and the sentences that are shown hold its numbers, names, negations and doubts.
 * A proof shows that the words are there, not that the claim follows from them.
 *
 * `language`: what the claims should be written in (BCP 47 primary tag), the article's own where that is not known.
 */
export function proveClaims(
  article: Article,
  drafts: readonly ClaimDraft[],
  language: string = article.language,
): Proof {
  const claims: Claim[] = []
  const failed: FailedDraft[] = []
  const primary = language.split('-', 1)[0] ?? language
  const written = findOtherLanguage(drafts.map(({ text }) => text).join('\n'), primary) ?? primary
  for (const draft of drafts) {
    const outcome = prove(article, draft, written)
    if ('why' in outcome) failed.push({ draft, ...outcome })
    else claims.push(outcome)
  }
  return { claims, dropped: failed.map(({ draft, why }) => ({ text: draft.text, why })), failed }
}

function prove(article: Article, draft: ClaimDraft, claimLanguage: string): Claim | Failure {
  const text = normaliseLine(draft.text)
  if (text === '') return fail('malformed')
  const finding = findQuote(article, draft.quote, draft.passage)
  if (!finding.found) return fail(finding.why)
  const proof = finding.quotes.map(({ sentence }) => sentence)
  if (repeatsInstruction(article, text, proof)) return fail('quote-not-found')
  const speaker = checkSpeaker(article, draft.speaker, finding.quotes)
  if (speaker === 'unsupported') return fail('speaker-unsupported')
  const quotes = supportClaim({ article, claim: text, claimLanguage, speaker, quotes: finding.quotes })
  if ('why' in quotes) return quotes
  const outdated = checkNewerEntries(article, text, claimLanguage, quotes)
  return outdated ?? { text: withTime(text, timeOfEntry(article, quotes)), speaker, quotes }
}

/** In a live blog the time of the entry travels with the point. */
const withTime = (text: string, time: string | null): string =>
  time === null || text.includes(time) ? text : `${time}: ${text}`

const fail = (why: DropReason): Failure => ({ why, detail: '' })
