import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import type { Log } from '../app/ports.ts'
import { asFootnoteError, type ErrorCode, FootnoteError } from '../core/error.ts'

/** A failure as `--json` and `lines` print it. */
export interface FailureJson {
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly incident: string }
}

/**
 * Logs a failure and gives it the form that people and scripts see. Where nothing has been opened yet there is no
 * log: the id then only tells two failures apart.
 */
export function failureJson(thrown: unknown, event: string, log: Log | null): FailureJson {
  const { code, message } = asFootnoteError(thrown)
  const incident = log?.failure(event, thrown) ?? randomBytes(3).toString('hex')
  return { error: { code, message, incident } }
}

const STATUS: Partial<Record<ErrorCode, number>> = { 'bad-request': 2, cancelled: 130 }

/** 1: the article could not be read or the model failed; 2: wrong usage or configuration; 130: cancelled. */
export const statusOf = (thrown: unknown): number => STATUS[asFootnoteError(thrown).code] ?? 1

/** What went wrong inside, for the person at the terminal, who runs Footnote; empty where the sentence says it all. */
export function innerCause(thrown: unknown): string {
  const failure = asFootnoteError(thrown)
  if (failure.code !== 'internal') return ''
  const cause = failure.cause ?? failure
  return inspect(cause, { depth: 1, breakLength: Infinity })
}

export const usageError = (message: string): FootnoteError => new FootnoteError('bad-request', message)
