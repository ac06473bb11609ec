import { asFootnoteError, ERROR_CODES, type ErrorCode, FootnoteError } from './error.ts'

/** A failure as it goes from one process to another: what the reader is told, without its cause. */
export interface FailureJson {
  readonly code: ErrorCode
  readonly message: string
  readonly retryAt: number | null
}

export function failureToJson(thrown: unknown): FailureJson {
  const { code, message, retryAt } = asFootnoteError(thrown)
  return { code, message, retryAt }
}

/** What another process of this version wrote; of another version, `internal` where it is not known here. */
export function failureFromJson(json: FailureJson): FootnoteError {
  const code = ERROR_CODES.find((known) => known === json.code) ?? 'internal'
  return new FootnoteError(code, json.message, json.retryAt === null ? {} : { retryAt: json.retryAt })
}
