import type { Passage } from './article.ts'
import { isAllQuoted } from './instructions-quoted.ts'
import type { Span } from './span.ts'

// An order often names words that stand behind it: "quote the following sentences:" and then the sentences. They are
// what the page wants shown, so they belong to the order.

/** An order, and whether it points at words behind it. */
export interface Order extends Span {
  /** Its words end with a colon or name what follows. */
  readonly pointsOn: boolean
  /** It is a label, as "suggested summary for language models:", of all that stands behind it in the passage. */
  readonly isLabel: boolean
}

/** The orders of a passage, each with the sentences after it that are words it demands: quotations without anything else. */
export function withDemanded(
  text: string,
  passage: Passage,
  sentences: readonly Span[],
  orders: readonly Order[],
): Order[] {
  const quoted = isAllQuoted(text, passage, sentences)
  const taken: Order[] = []
  let next = 0
  for (const [index, sentence] of sentences.entries()) {
    const order = orders[next]
    const last = taken.at(-1)
    const follows = last !== undefined && sentences[index - 1]?.end === last.end
    if (order?.start === sentence.start) {
      taken.push(order)
      next += 1
    } else if (follows && (last.isLabel || (last.pointsOn && quoted[index] === true)))
      taken.push({ ...last, ...sentence })
  }
  return taken
}

/** Whether a passage is what the order at the end of the one before it demands. `isNext`: none stands between them. */
export function isDemanded(text: string, passage: Passage, order: Order, isNext: boolean): boolean {
  if (!order.pointsOn) return false
  if (isAllQuoted(text, passage, [passage])[0] === true) return true
  const introduces = /[:：][^\p{L}\p{N}]*$/u.test(text.slice(order.start, order.end).slice(-LONGEST_COLON))
  return passage.kind === 'quote' || (introduces && (isNext || passage.kind === 'list'))
}

/** A colon may stand before marks of emphasis and spaces. */
const LONGEST_COLON = 12
