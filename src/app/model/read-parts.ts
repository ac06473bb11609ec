import type { Article } from '../../core/article.ts'
import type { Claim, Dropped } from '../../core/claim.ts'
import { type FootnoteError, PromptTooLong, asFootnoteError } from '../../core/error.ts'
import type { Span } from '../../core/span.ts'

/** At most so many parts are with the model at once: its server has other readers. */
const AT_ONCE = 2

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

/** After these no other part fares better. */
const HOPELESS: ReadonlySet<string> = new Set(['budget-spent', 'model-rejected', 'limit-reached'])

/** Ends the reading of all: nobody waits, something is broken, or the other parts are as much too long as this one. */
const isFatal = (reason: FootnoteError): boolean =>
  reason.code === 'cancelled' || reason.code === 'internal' || reason instanceof PromptTooLong

/**
 * Reads all parts, a few at a time. A part that fails does not take the others with it, unless its failure is fatal: then
 * no further part is begun, and that failure is thrown.
 */
export async function readParts(
  spans: readonly Span[],
  readPart: (span: Span) => Promise<PartClaims>,
  onPart: (done: number, proven: number) => void,
): Promise<PartsRead> {
  const parts: (PartClaims | null)[] = spans.map(() => null)
  let failure: FootnoteError | null = null
  const fatal: FootnoteError[] = []
  let next = 0
  let done = 0
  let proven = 0
  const worker = async (): Promise<void> => {
    while (next < spans.length && fatal.length === 0 && !(failure !== null && HOPELESS.has(failure.code))) {
      const index = next++
      try {
        const part = await readPart(spans[index]!)
        parts[index] = part
        proven += part.claims.length
      } catch (error) {
        const reason = asFootnoteError(error)
        if (isFatal(reason)) {
          fatal.push(reason)
          return
        }
        failure = failure === null || HOPELESS.has(reason.code) ? reason : failure
      }
      onPart(++done, proven)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const [first] = fatal
  if (first !== undefined) throw first
  return { parts, failure }
}

/** Names a part by its paragraphs: `P4 to P9`. */
export function namePart(article: Article, span: Span): string {
  const inside = article.passages.filter(({ start, end }) => start < span.end && span.start < end)
  const [first, last] = [inside[0]?.id ?? '', inside.at(-1)?.id ?? '']
  return first === last ? first : `${first} to ${last}`
}
