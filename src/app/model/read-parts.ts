import type { Article } from '../../core/article.ts'
import type { Claim, Dropped } from '../../core/claim.ts'
import { type FootnoteError, PromptTooLong, asFootnoteError } from '../../core/error.ts'
import type { Span } from '../../core/span.ts'

export interface PartClaims {
  readonly claims: readonly Claim[]
  readonly dropped: readonly Dropped[]
}

export interface PartsRead {
  /** In the article's order; null where a part could not be read. */
  readonly parts: readonly (PartClaims | null)[]
  /** Why the first unread part was not read, null when all were. */
  readonly failure: FootnoteError | null
}

export interface PartReading {
  /** So many parts are with the model at once. */
  readonly atOnce: number
  readonly readPart: (span: Span) => Promise<PartClaims>
  /** After each part that is read, or given up: how many are, and the points proven so far as they came. */
  readonly onPart: (done: number, proven: readonly Claim[]) => void
  /** Leaves the server alone for a moment; asked for once at most. */
  readonly rest: () => Promise<void>
}

/** After these no other part fares better. */
const HOPELESS: ReadonlySet<string> = new Set(['budget-spent', 'model-rejected', 'limit-reached'])

/** Ends the reading of all: nobody waits, something is broken, or the other parts are as much too long as this one. */
const isFatal = (reason: FootnoteError): boolean =>
  reason.code === 'cancelled' || reason.code === 'internal' || reason instanceof PromptTooLong

/** A reply of no use was asked for a second time already. */
const isWorthASecondTry = ({ code }: FootnoteError): boolean =>
  code !== 'model-unusable-reply' && !HOPELESS.has(code)

/**
 * Reads all parts, a few at a time: whichever place gets free takes the next part, so a slow one holds up nobody. What
 * failed is tried a second time at the end, alone: what was too much for a server in a crowd may pass by itself. A part
 * that fails does not take the others with it, unless its failure is fatal: then no further part is begun, and that
 * failure is thrown.
 */
export async function readParts(spans: readonly Span[], reading: PartReading): Promise<PartsRead> {
  const { atOnce, readPart, onPart, rest } = reading
  const parts: (PartClaims | null)[] = spans.map(() => null)
  const failures: (FootnoteError | null)[] = spans.map(() => null)
  const fatal: FootnoteError[] = []
  let isHopeless = false
  let done = 0
  let proven: readonly Claim[] = []

  const read = async (index: number, isSecondTry: boolean): Promise<void> => {
    try {
      const part = await readPart(spans[index]!)
      parts[index] = part
      failures[index] = null
      proven = [...proven, ...part.claims]
      onPart(++done, proven)
    } catch (error) {
      const reason = asFootnoteError(error)
      failures[index] = reason
      isHopeless ||= HOPELESS.has(reason.code)
      if (isFatal(reason)) fatal.push(reason)
      else if (isSecondTry || !isWorthASecondTry(reason)) onPart(++done, proven)
    }
  }
  const goesOn = (): boolean => fatal.length === 0 && !isHopeless

  const isNothingRead = (): boolean => parts.every((part) => part === null)
  // A server that asked for peace, or is left in it, would refuse all others at once. One that has read nothing yet is
  // not waited for: another model may stand by.
  let resting: Promise<void> | null = null
  const restWhereAsked = async (index: number): Promise<void> => {
    if (!goesOn() || (failures[index]?.retryAt ?? null) === null) return
    if (isNothingRead()) isHopeless = true
    else await (resting ??= rest())
  }

  let next = 0
  const worker = async (): Promise<void> => {
    while (next < spans.length && goesOn()) {
      const index = next++
      await read(index, false)
      await restWhereAsked(index)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))

  const again = spans.keys().filter((index) => {
    const reason = failures[index] ?? null
    return reason !== null && isWorthASecondTry(reason)
  })
  for (const index of goesOn() ? [...again] : []) {
    await read(index, true)
    // Where nothing at all could be read, one more try is enough.
    if (!goesOn() || isNothingRead()) break
  }
  const [first] = fatal
  if (first !== undefined) throw first
  const unread = failures.filter((reason) => reason !== null)
  const failure = unread.find(({ code }) => HOPELESS.has(code)) ?? unread[0] ?? null
  return { parts, failure }
}

/** Where neighbours were not read they are named as one. */
const MOST_NAMED = 8

/** Names parts by their paragraphs: `P4 to P9, P15`. */
export function nameParts(article: Article, spans: readonly Span[]): string {
  const runs: Span[] = []
  for (const span of spans) {
    const last = runs.at(-1)
    if (last?.end === span.start) runs[runs.length - 1] = { start: last.start, end: span.end }
    else runs.push(span)
  }
  const names = runs.slice(0, MOST_NAMED).map((span) => nameOf(article, span))
  return runs.length > MOST_NAMED ? `${names.join(', ')} and more` : names.join(', ')
}

function nameOf(article: Article, span: Span): string {
  const inside = article.passages.filter(({ start, end }) => start < span.end && span.start < end)
  const [first, last] = [inside[0]?.id ?? '', inside.at(-1)?.id ?? '']
  return first === last ? first : `${first} to ${last}`
}
