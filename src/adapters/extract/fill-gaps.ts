import type { Block } from '../../core/article.ts'
import { wordsIn } from './article-shape.ts'

/** Share of the found words that a container must hold to be the article's. */
const HOLDS = 0.95
/** A container that holds more than this many times the found words between the first and last of them is not. */
const MOST = 1.3

/**
 * The article as the smallest container has it that holds what was found: from the first to the last found block.
 * Readability takes short sections, lists and lines out of the middle of an article, and sometimes its lead.
 */
export function fillGaps(found: readonly Block[], containers: readonly (readonly Block[])[]): Block[] {
  const total = wordsIn(found)
  for (const container of containers.toSorted((one, other) => wordsIn(one) - wordsIn(other))) {
    const places = new Map<string, number>()
    for (const [index, { text }] of container.entries()) if (!places.has(text)) places.set(text, index)
    const held = found.filter(({ text }) => places.has(text))
    if (wordsIn(held) < total * HOLDS) continue
    const indices = held.map(({ text }) => places.get(text) ?? 0)
    const inside = container.slice(Math.min(...indices), Math.max(...indices) + 1)
    return wordsIn(inside) > total * MOST ? [...found] : inside
  }
  return [...found]
}
