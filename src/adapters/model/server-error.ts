// The SDK is loaded on first use, so its errors are told by their fields and not by their classes.

/** HTTP status of an error answer, null where no answer came. */
export const statusOf = (error: unknown): number | null => {
  const status = fieldOf(error, 'status')
  return typeof status === 'number' ? status : null
}

/** All that the server says about an error, lower case: to recognise it by, never to show. */
export const wordsOf = (error: unknown): string =>
  ['param', 'code', 'type', 'message']
    .map((name) => fieldOf(error, name))
    .filter((value) => typeof value === 'string')
    .join(' ')
    .toLowerCase()

/** Milliseconds the server asks to wait (`retry-after`, seconds or a date), null where it does not. */
export function retryAfterOf(error: unknown, now: number): number | null {
  const headers = fieldOf(error, 'headers')
  const value = headers instanceof Headers ? headers.get('retry-after') : null
  if (value === null || value.trim() === '') return null
  const seconds = Number(value)
  const milliseconds = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000
  return Number.isNaN(milliseconds) ? null : Math.max(0, milliseconds)
}

/**
 * What the log may hold of an error: status and codes (`401 invalid_api_key`, `ECONNREFUSED`), and no word of its message,
 * which can echo keys and prompts.
 */
export function traceOf(error: unknown): Error {
  const values = causesOf(error).flatMap((cause) => [
    statusOf(cause),
    ...['code', 'param', 'kind'].map((name) => fieldOf(cause, name)),
  ])
  const codes = values.map((value) => (typeof value === 'number' ? String(value) : value)).filter(isCode)
  const trace = new Error('the model server failed')
  trace.name = 'ModelServerError'
  return Object.assign(trace, { code: [...new Set(codes)].join(' ') || 'no code' })
}

/** A word such as `invalid_api_key`, `messages[0].content` or `ECONNREFUSED`, or a number; a key has both in one. */
const isCode = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= 60 &&
  !value.startsWith('sk-') &&
  /^(?:\d{1,5}|[A-Za-z](?:[A-Za-z_.-]|\[\d{1,3}\])*)$/u.test(value)

/** The error, its cause, the cause's cause and so on. */
export function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = []
  for (let at = error; at !== undefined && at !== null && causes.length < 6; at = fieldOf(at, 'cause')) {
    causes.push(at)
  }
  return causes
}

export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
