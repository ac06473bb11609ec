import { WITHOUT_MODEL } from './budget.ts'
import { asFootnoteError, throwIfCancelled } from '../core/error.ts'

/** One thing that `footnote doctor` looked at. */
export interface Check {
  readonly name: string
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped'
  /** What was found: a sentence or two, without keys and tokens. */
  readonly found: string
  /** What to do; null where there is nothing to do. */
  readonly remedy: string | null
}

export const ok = (name: string, found: string): Check => ({ name, status: 'ok', found, remedy: null })

export const warning = (name: string, found: string, remedy: string): Check => ({
  name,
  status: 'warning',
  found,
  remedy,
})

export const failed = (name: string, found: string, remedy: string): Check => ({
  name,
  status: 'failed',
  found,
  remedy,
})

export const skipped = (name: string, found: string, remedy: string | null = null): Check => ({
  name,
  status: 'skipped',
  found,
  remedy,
})

/** Does one check; whatever it throws is a failed one. Throws `cancelled` alone. */
export async function checked(
  name: string,
  work: () => Promise<Check>,
  signal: AbortSignal | undefined,
): Promise<Check> {
  const outcome = await attempt(name, work, signal)
  return 'failure' in outcome ? outcome.failure : outcome.value
}

/** As `checked`, for work whose result other checks need. */
export async function attempt<Value>(
  name: string,
  work: () => Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<{ readonly value: Value } | { readonly failure: Check }> {
  throwIfCancelled(signal)
  try {
    return { value: await work() }
  } catch (thrown) {
    throwIfCancelled(signal)
    return { failure: failedBy(name, thrown) }
  }
}

/**
 * A failure as a check: its first sentence is what was found, the others are what to do. A budget that is spent is a
 * warning: nothing is wrong.
 */
export function failedBy(
  name: string,
  thrown: unknown,
  remedy = 'Run it again; if it stays, report it.',
): Check {
  const { code, message, cause } = asFootnoteError(thrown)
  if (code === 'internal') return failed(name, `It could not be checked: ${traceOf(cause)}.`, remedy)
  if (code === 'budget-spent') return notPaid(name, message)
  const { first, others } = sentencesOf(message)
  // Here nothing is logged: the reason is said itself.
  if (/\bin the log\b/u.test(others)) return failed(name, first, `The reason: ${traceOf(cause)}.`)
  return failed(name, first, others === '' ? remedy : forTheHost(others))
}

function notPaid(name: string, message: string): Check {
  // What people in a chat are offered in its place is of no use here.
  const { first, others } = sentencesOf(message.replace(WITHOUT_MODEL, '').trimEnd())
  return warning(name, `Not asked. ${first}`, `${others} To go on now, raise that limit.`.trim())
}

/** A failure's sentence for its reader, and what follows it. */
function sentencesOf(message: string): { readonly first: string; readonly others: string } {
  const [, first = message, others = ''] = /^(.*?[.])\s+(.+)$/su.exec(message) ?? []
  return { first, others }
}

/** Whoever reads this is the host that other readers are sent to. */
const forTheHost = (words: string): string =>
  words.replaceAll(/\b(the) host (?:has to|can) (\w)/giu, (_, the: string, next: string) =>
    the === 'The' ? next.toUpperCase() : next,
  )

/** Kind and code of an error, and no word of its message: that may hold anything. */
function traceOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown
  const code = 'code' in thrown ? ` ${String(thrown.code)}` : ''
  return `${thrown.name}${code}`
}

/** An address as it can be shown: without a name and password in it. */
export function shownAddress(address: string): string {
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname.replace(/\/+$/u, '')}`
}
