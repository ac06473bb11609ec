import type { Article, Passage } from './article.ts'
import { findInstructions } from './instructions.ts'
import type { Span } from './span.ts'
import { wordSequence } from './word-sequence.ts'

/** A claim that takes a larger share of its words from an order, and not from its proof, repeats the order. */
const MOST_REPEATED = 0.5

/** Whether words of the article may prove a point: what the page says to programs that read it proves nothing. */
export const isUsableAsProof = (article: Article, words: Span): boolean =>
  !findInstructions(article).some((order) => order.start < words.end && words.start < order.end)

/** The passages without the sentences that may prove nothing. */
export const usablePassages = ({ text, passages }: Pick<Article, 'text' | 'passages'>): readonly Passage[] =>
  withoutSpans(text, passages, findInstructions({ text, passages }))

/** Passages without some spans of theirs, both in order; where one stood in the middle, a passage becomes two. */
export function withoutSpans(
  text: string,
  passages: readonly Passage[],
  spans: readonly Span[],
): readonly Passage[] {
  if (spans.length === 0) return passages
  let next = 0
  return passages.flatMap((passage) => {
    const pieces: Passage[] = []
    let from = passage.start
    while (next < spans.length && spans[next]!.end <= from) next += 1
    for (; next < spans.length && spans[next]!.start < passage.end; next++) {
      const span = spans[next]!
      pieces.push({ ...passage, start: from, end: Math.max(from, span.start) })
      from = Math.min(span.end, passage.end)
    }
    pieces.push({ ...passage, start: from })
    return pieces.filter(({ start, end }) => text.slice(start, end).trim() !== '')
  })
}

const usable = new WeakMap<Article, string>()

/** The words of an article without what it asks of programs: where names are looked for. Made once. */
export function usableText(article: Article): string {
  let text = usable.get(article)
  if (text === undefined) {
    const passages = usablePassages(article)
    text =
      passages === article.passages
        ? article.text
        : passages.map(({ start, end }) => article.text.slice(start, end)).join('\n\n')
    usable.set(article, text)
  }
  return text
}

/**
 * Whether the words of a claim come from an order in the page and not from the sentences that are its proof: a model
 * that does as the page says puts the demanded words over a true quote.
 */
export function repeatsInstruction(article: Article, claim: string, proof: readonly Span[]): boolean {
  const orders = findInstructions(article)
  if (orders.length === 0) return false
  const wordsIn = (spans: readonly Span[]): Set<string> =>
    new Set(spans.flatMap(({ start, end }) => wordsOf(article.text.slice(start, end))))
  const proven = wordsIn(proof)
  const ordered = wordsIn(orders)
  const words = wordsOf(claim)
  const repeated = words.filter((word) => ordered.has(word) && !proven.has(word))
  return repeated.length > words.length * MOST_REPEATED
}

const wordsOf = (text: string): string[] => wordSequence(text.toLowerCase()).map(({ word }) => word)
