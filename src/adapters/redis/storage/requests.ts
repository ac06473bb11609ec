import { parseColumn, type Row } from './rows.ts'
import type { Given } from './scripts.ts'

// A request is the front-end's own JSON, and no script opens it. What forgetting looks for in it stands in columns beside it,
// and so does the one thing that it changes: who pressed Retry.

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined)

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The columns of a request. */
export function splitRequest(request: unknown): Given {
  const retriedBy = textOrNull(field(field(request, 'retryOf'), 'personId'))
  return {
    request: JSON.stringify(retriedBy === null ? (request ?? null) : withRetriedBy(request, null)),
    request_channel_id: textOrNull(field(request, 'channelId')),
    request_message_id: textOrNull(field(request, 'messageId')),
    retried_by: retriedBy,
  }
}

/** The request again. Throws `DamagedValue` where it is no JSON. */
export function joinRequest(row: Row): unknown {
  const request: unknown = parseColumn(row['request'])
  const retriedBy = row['retried_by']
  return retriedBy === undefined ? request : withRetriedBy(request, retriedBy)
}

const withRetriedBy = (request: unknown, personId: string | null): unknown =>
  isObject(request) && isObject(request['retryOf'])
    ? { ...request, retryOf: { ...request['retryOf'], personId } }
    : request
