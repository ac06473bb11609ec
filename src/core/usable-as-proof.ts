import type { Article, Passage } from './article.ts'
import { findInstructions } from './instructions.ts'
import type { Span } from './span.ts'
import { wordSequence } from './word-sequence.ts'

/** A claim that takes a larger share of its words from an order, and not from its proof, repeats the order. */
const MOST_REPEATED = 0.5

/** Whether words of the article may prove a point: what the page says to programs that read it proves nothing. */
export const isUsableAsProof = (article: Article, words: Span): boolean =>
  !findInstructions(article).some((order) => order.start < words.end && words.start < order.end)

/** The passages without the sentences that may prove nothing; where one stood in the middle, a passage becomes two. */
export function usablePassages({ text, passages }: Pick<Article, 'text' | 'passages'>): readonly Passage[] {
  const orders = findInstructions({ text, passages })
  if (orders.length === 0) return passages
  return passages.flatMap((passage) => {
    const pieces: Passage[] = []
    let from = passage.start
    for (const order of orders) {
      if (order.end <= from || order.start >= passage.end) continue
      pieces.push({ ...passage, start: from, end: Math.max(from, order.start) })
      from = Math.min(order.end, passage.end)
    }
    pieces.push({ ...passage, start: from })
    return pieces.filter(({ start, end }) => text.slice(start, end).trim() !== '')
  })
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
