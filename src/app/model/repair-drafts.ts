import type { Article } from '../../core/article.ts'
import type { Claim, ClaimDraft, DropReason } from '../../core/claim.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Proof } from '../../core/prove.ts'
import type { Failure } from '../../core/support/failure.ts'
import { requestRoom } from './article-room.ts'
import { decodeClaims } from './decode-reply.ts'
import { escapeMarks } from './fence-passages.ts'
import type { ModelTalk } from './model-talk.ts'
import type { ModelMessage, ModelRequest, Prompt } from '../ports.ts'

export interface RepairRequest {
  readonly article: Article
  /** What the drafts answered. */
  readonly messages: readonly ModelMessage[]
  readonly reply: ModelRequest['reply']
  readonly repair: Prompt
  /** What the claims are written in, as a BCP 47 primary tag; the article's language where it is left out. */
  readonly writtenIn?: string
}

/** Said to the model; nobody else reads them. */
const REASONS: Readonly<Record<DropReason, string>> = {
  'quote-not-found': 'the quote does not stand in the article word for word',
  'quote-too-short': 'the quote is too short to prove anything',
  'number-unsupported': 'the text has a number, date or unit that its quoted sentence does not have',
  'name-unsupported': 'the text has a name that its quoted sentence does not have',
  'negation-unsupported': 'the text denies what its quoted sentence does not deny, or the other way round',
  'certainty-changed': 'the text is more certain or less exact than its quoted sentence',
  'speaker-unsupported': 'the article does not give these words to this speaker',
  malformed: 'the point is not in the form that was asked for',
}

/**
 * Sends drafts back once, all together, each with what is wrong with it. `language`: they all have to be written in that
 * one. Gives the claims of the second reply that are proven; none where the call fails.
 */
export async function repairDrafts(
  talk: ModelTalk,
  { article, messages, reply, repair, writtenIn }: RepairRequest,
  { drafts, failed, language }: RejectedDrafts,
): Promise<readonly Claim[]> {
  const reasonOf = (draft: ClaimDraft): string => {
    const failure = failed.find((one) => isSame(one.draft, draft))
    const reasons = [
      ...(failure === undefined ? [] : [saidOf(failure)]),
      ...(language === null ? [] : [`the text has to be written in ${language}`]),
    ]
    return reasons.join('; ')
  }
  const rejected = drafts.map((draft) => `${JSON.stringify(draft)}\nWhy: ${reasonOf(draft)}.`).join('\n')
  const said: ModelMessage = { role: 'assistant', content: JSON.stringify({ claims: drafts }) }
  const conversation = [...messages, said, ...repair.toMessages({ rejected })]
  if ((await talk.estimate(conversation)) > requestRoom(talk)) return []
  try {
    const decoded = decodeClaims(await talk.ask(conversation, reply))
    const returned = decoded?.drafts.slice(0, drafts.length) ?? []
    return (await talk.think('prove', article, [returned, writtenIn], talk.signal)).claims
  } catch (error) {
    // What was proven before stays worth having when the second call fails; only a cancelled run ends here.
    if (error instanceof FootnoteError && error.code !== 'cancelled') return []
    throw error
  }
}

/** Drafts that were judged in another thread come back as copies. */
const isSame = (one: ClaimDraft, other: ClaimDraft): boolean =>
  one.text === other.text &&
  one.quote === other.quote &&
  one.passage === other.passage &&
  one.speaker === other.speaker

const saidOf = ({ why, detail }: Failure): string =>
  detail === '' ? REASONS[why] : `${REASONS[why]}: ${escapeMarks(detail)}`

export interface RejectedDrafts {
  readonly drafts: readonly ClaimDraft[]
  /** Those of them that the article does not prove. */
  readonly failed: Proof['failed']
  readonly language: string | null
}
