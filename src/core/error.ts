/** Every way in which Footnote fails, by code; docs/operating.md says what to do about each. */
export const ERROR_CODES = [
  'link-refused',
  'link-unreachable',
  'link-timeout',
  'page-blocked',
  'page-unreadable',
  'page-too-large',
  'unsupported-type',
  'source-unsupported',
  'text-too-short',
  'article-too-long',
  'file-unreadable',
  'model-unreachable',
  'model-busy',
  'model-refused',
  'model-rejected',
  'model-unusable-reply',
  'budget-spent',
  'limit-reached',
  'permission-missing',
  'conversation-unknown',
  'bad-request',
  'cancelled',
  'storage-unavailable',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** Failures of a model or its server. */
export const isModelFault = (code: ErrorCode): boolean => code.startsWith('model-')

/** Failures that the built-in engine does not have. */
export const isHelpedByNoModel = (code: ErrorCode): boolean => isModelFault(code) || code === 'budget-spent'

/**
 * A failure with a code and a sentence for the reader that says what to do next. `message` is shown to people as it
 * stands: it holds no text of the article, no key, no resolved address. `cause` is for the log alone.
 */
export class FootnoteError extends Error {
  readonly code: ErrorCode
  /** When trying again makes sense, as milliseconds since the epoch; null where nobody knows. */
  readonly retryAt: number | null

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; retryAt?: number } = {}) {
    super(message, { cause: options.cause })
    this.name = 'FootnoteError'
    this.code = code
    this.retryAt = options.retryAt ?? null
  }
}

/** The model's server takes less text at once than it was sent: what was sent can be cut into smaller parts. */
export class PromptTooLong extends FootnoteError {
  constructor(cause: unknown) {
    const sentence =
      'The model server takes less text at once than it was sent. The host has to lower OPENAI_CONTEXT_TOKENS.'
    super('model-rejected', sentence, { cause })
  }
}

/** Any thrown value as a `FootnoteError`; what is not one of ours becomes `internal`, an abort `cancelled`. */
export function asFootnoteError(thrown: unknown): FootnoteError {
  if (thrown instanceof FootnoteError) return thrown
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new FootnoteError('cancelled', 'Cancelled.', { cause: thrown })
  }
  const sentence =
    'Something went wrong inside Footnote. Try again; if it stays, give the host the incident id.'
  return new FootnoteError('internal', sentence, { cause: thrown })
}

/** Throws `cancelled` where the signal has fired. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new FootnoteError('cancelled', 'Cancelled.', { cause: signal.reason })
}

/** What kind of thing was thrown, for the log: never its words. */
export const nameOfThrown = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.name : typeof thrown
