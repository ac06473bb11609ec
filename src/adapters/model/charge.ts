import type OpenAI from 'openai'
import type { ModelRequest, WorstCase } from '../../app/ports.ts'
import type { Tokens } from '../../core/price.ts'
import { cachedTokens } from './cached-tokens.ts'
import { ErrorInReply, WebPage } from './read-reply.ts'
import { causesOf, statusOf } from './server-error.ts'

/** Chat templates put a few tokens around each message, and a server may write the schema into the prompt. */
const TOKENS_AROUND_A_MESSAGE = 16
const TOKENS_AROUND_A_REQUEST = 200

/**
 * The most that a request can take: no vocabulary makes more tokens of a text than it has bytes, a server reads no more
 * than its context, and it writes no more than it was allowed.
 */
export function worstCase(
  { messages, reply, maxOutputTokens }: ModelRequest,
  contextTokens: number,
): WorstCase {
  const texts = [...messages.map(({ content }) => content), JSON.stringify(reply)]
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const input = bytes + messages.length * TOKENS_AROUND_A_MESSAGE + TOKENS_AROUND_A_REQUEST
  return { input: Math.min(input, contextTokens), output: maxOutputTokens }
}

/** What the server says was used; null where it does not say, and then the worst case stands. */
export function usedTokens(usage: OpenAI.CompletionUsage | null): Tokens | null {
  const { prompt_tokens: input, completion_tokens: output } = usage ?? {}
  const cached = cachedTokens(usage)
  return isCount(input) && isCount(output) && isCount(cached) ? { input, cached, output } : null
}

/** No model reads or writes so much at once: a server that says so does not count. */
const MOST_TOKENS = 10_000_000

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST_TOKENS

/** Somebody between us and the model gave up waiting; the model may have gone on. */
const GAVE_UP_WAITING: ReadonlySet<number> = new Set([408, 504, 524])
const NOT_CONNECTED =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/

/**
 * Whether the model cannot have run, so that nobody charges for it: nothing reached the server, or it says itself that it
 * did not do what was asked.
 */
export function costsNothing(thrown: unknown): boolean {
  const status = statusOf(thrown)
  if (status !== null) return status >= 300 && !GAVE_UP_WAITING.has(status)
  return causesOf(thrown).some(
    (cause) =>
      cause instanceof WebPage ||
      cause instanceof ErrorInReply ||
      (cause instanceof Error && 'code' in cause && NOT_CONNECTED.test(String(cause.code))),
  )
}
