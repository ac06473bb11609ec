import type { Conversation, SummaryResult } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Asked } from '../tasks/asked.ts'
import type { Bot } from '../bot.ts'
import { FAILURES } from '../texts.ts'

/** A conversation that has a summary. */
export type Summarised = Conversation & { readonly summary: SummaryResult }

/** What a request about a card is about. Throws `conversation-unknown`. */
export async function summarisedOf({ assistant }: Bot, { source }: Asked): Promise<Summarised> {
  const found = source.kind === 'conversation' ? await assistant.conversations.find(source.id) : undefined
  const summary = found?.summary ?? null
  if (found !== undefined && summary !== null) return { ...found, summary }
  throw new FootnoteError('conversation-unknown', FAILURES.conversationGone)
}
