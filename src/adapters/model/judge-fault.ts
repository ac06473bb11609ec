import { FootnoteError, PromptTooLong } from '../../core/error.ts'
import { TransportFault } from './guarded-fetch.ts'
import { WebPage } from './read-reply.ts'
import { causesOf, retryAfterOf, statusOf, traceOf, wordsOf } from './server-error.ts'

/** The longest wait that a server may ask for before the person is told instead. */
const LONGEST_RETRY_AFTER = 20_000
const BUSY: ReadonlySet<number> = new Set([429, 503, 529])

export interface Fault {
  readonly error: FootnoteError
  readonly mayRetry: boolean
  /** Milliseconds that the server asks to wait, or null. */
  readonly wait: number | null
}

/**
 * What a failed request means to a reader, and whether another try makes sense. The sentences name variables and
 * statuses, never what the server wrote: that can echo a key or the article.
 */
export function judgeFault(thrown: unknown, now: number): Fault {
  if (thrown instanceof FootnoteError) return { error: thrown, mayRetry: false, wait: null }
  const transport = causesOf(thrown).find((cause) => cause instanceof TransportFault)
  if (transport instanceof TransportFault) return judgeTransport(transport)
  const status = statusOf(thrown)
  if (status === null) return judgeConnection(thrown)
  return judgeStatus(status, thrown, now)
}

const final = (code: FootnoteError['code'], message: string, thrown: unknown): Fault => ({
  error: new FootnoteError(code, message, { cause: traceOf(thrown) }),
  mayRetry: false,
  wait: null,
})

const passing = (code: FootnoteError['code'], message: string, thrown: unknown): Fault => ({
  ...final(code, message, thrown),
  mayRetry: true,
})

function judgeTransport(fault: TransportFault): Fault {
  const sentences = {
    silent: 'The model server stopped answering. Try again; a local model may still be loading.',
    'too-long': 'The model took too long. Try again, or set a faster model in OPENAI_MODEL.',
    'too-large': 'The model server sent far more than an answer. Check OPENAI_BASE_URL and OPENAI_MODEL.',
  }
  return final('model-unreachable', sentences[fault.kind], fault)
}

function judgeConnection(thrown: unknown): Fault {
  if (thrown instanceof WebPage) return webPage(thrown.pageStatus, thrown)
  const words = wordsOf(thrown)
  // Some servers report these inside a stream that has begun, where there is no status any more.
  if (/insufficient_quota|exceeded your current quota/.test(words)) return quotaSpent(thrown)
  if (isTooLong(words)) return promptTooLong(thrown)
  if (/rate.?limit|overloaded/.test(words)) {
    return passing('model-busy', BUSY_SENTENCE, thrown)
  }
  const sentence =
    'The model server cannot be reached, or broke off. Try again; the host can check that it runs, and OPENAI_BASE_URL.'
  return passing('model-unreachable', sentence, thrown)
}

function judgeStatus(status: number, thrown: unknown, now: number): Fault {
  const words = wordsOf(thrown)
  if (/insufficient_quota|exceeded your current quota/.test(words) || status === 402)
    return quotaSpent(thrown)
  if (status === 401 || status === 403) {
    const sentence = `The model server refused the key (HTTP ${status}). The host has to check OPENAI_API_KEY.`
    return final('model-rejected', sentence, thrown)
  }
  if (BUSY.has(status)) return busy(thrown, now)
  if (status >= 500 || status === 408) {
    const sentence = `The model server failed (HTTP ${status}). Try again in a minute.`
    return passing('model-unreachable', sentence, thrown)
  }
  if (status < 400 || /^\d+ *</.test(words)) return webPage(status, thrown)
  if (status === 404) {
    const sentence =
      'The model server does not know this model or address. The host has to check OPENAI_MODEL and OPENAI_BASE_URL.'
    return final('model-rejected', sentence, thrown)
  }
  if (status === 413 || isTooLong(words)) return promptTooLong(thrown)
  if (/content_(?:filter|policy)|safety/.test(words)) {
    return final('model-refused', 'The model declined this article. Another model may read it.', thrown)
  }
  const sentence = `The model server refused the request (HTTP ${status}). The host has to check OPENAI_MODEL and OPENAI_MAX_OUTPUT_TOKENS.`
  return final('model-rejected', sentence, thrown)
}

/** As OpenAI, vLLM, llama.cpp, LM Studio and servers with Anthropic's or Google's models say it. */
const TOO_LONG =
  /context.{0,12}(?:length|window|size)|(?:prompt|input|request).{0,20}too (?:long|large)|too many tokens|maximum number of (?:input )?tokens/

const isTooLong = (words: string): boolean => TOO_LONG.test(words)

const webPage = (status: number, thrown: unknown): Fault =>
  final(
    'model-unreachable',
    `A web page answered in place of the model (HTTP ${status}). The host has to check OPENAI_BASE_URL.`,
    thrown,
  )

const promptTooLong = (thrown: unknown): Fault => ({
  error: new PromptTooLong(traceOf(thrown)),
  mayRetry: false,
  wait: null,
})

const quotaSpent = (thrown: unknown): Fault =>
  final(
    'model-rejected',
    'The account of OPENAI_API_KEY has no quota left. The host has to add to it or use another key.',
    thrown,
  )

const BUSY_SENTENCE = 'The model server is busy. Try again in a minute.'

/** For whoever asks before the time at which the server wants to be asked again. */
export const stillBusy = (until: number): FootnoteError =>
  new FootnoteError('model-busy', BUSY_SENTENCE, { retryAt: until })

function busy(thrown: unknown, now: number): Fault {
  const wait = retryAfterOf(thrown, now)
  const retryAt = wait === null ? {} : { retryAt: now + wait }
  const error = new FootnoteError('model-busy', BUSY_SENTENCE, { cause: traceOf(thrown), ...retryAt })
  return { error, mayRetry: wait === null || wait <= LONGEST_RETRY_AFTER, wait }
}
