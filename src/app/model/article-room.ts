import { FootnoteError } from '../../core/error.ts'
import type { ModelTalk } from './model-talk.ts'
import type { ModelMessage } from '../ports.ts'

/** Other vocabularies than the one we count with need more tokens for the same words. */
const VOCABULARY_MARGIN = 1.1
/** Kept free for the points that go back once. */
const REPAIR_TOKENS = 300
/** With less than a few paragraphs at a time, nothing sensible comes out. */
const LEAST_ROOM = 300

/** What a request may hold by our own count, so that the model's reply still fits behind it. */
export const requestRoom = ({ room }: ModelTalk): number =>
  Math.floor((room.contextTokens - room.maxOutputTokens) / VOCABULARY_MARGIN)

/** Whether these messages fit for certain, with what may go back once. */
export const surelyFit = (talk: ModelTalk, messages: readonly ModelMessage[]): boolean =>
  talk.most(messages) <= requestRoom(talk) - REPAIR_TOKENS

/**
 * Tokens that an article, or a part of one, may take beside these messages.
 * @throws {FootnoteError} `model-rejected` where the configured context leaves none.
 */
export async function articleRoom(talk: ModelTalk, messages: readonly ModelMessage[]): Promise<number> {
  const room = requestRoom(talk) - (await talk.estimate(messages)) - REPAIR_TOKENS
  if (room >= LEAST_ROOM) return room
  const { contextTokens, maxOutputTokens } = talk.room
  throw new FootnoteError(
    'model-rejected',
    `A context of ${contextTokens} tokens with ${maxOutputTokens} for the reply leaves no room for an article. The host has to raise OPENAI_CONTEXT_TOKENS or lower OPENAI_MAX_OUTPUT_TOKENS.`,
  )
}
