import type { Block } from '../../core/article.ts'
import { countWords } from '../../core/words.ts'

const SHORT_LINE_WORDS = 8
/** Paragraphs cut short with an ellipsis are teasers of other articles. */
const CUT_SHORT = /(?:\.\.\.|…)$/u
/** Shape of an article that does not call itself one. */
const ARTICLE_SHAPE = { paragraphs: 5, words: 250 }

/** Words of running text, less what short lines and teasers take from them: high for an article, low for a menu. */
export const proseIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    const words = wordsOf(block)
    const isProse = block.kind !== 'paragraph' || (words >= SHORT_LINE_WORDS && !CUT_SHORT.test(block.text))
    return sum + (isProse ? words : -words)
  }, 0)

export const wordsIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + wordsOf(block), 0)

const counted = new WeakMap<Block, number>()

/** Counted once for each block: several readings of a page are compared by their words. */
function wordsOf(block: Block): number {
  const known = counted.get(block)
  if (known !== undefined) return known
  const words = countWords(block.text)
  counted.set(block, words)
  return words
}

export function hasArticleShape(blocks: readonly Block[]): boolean {
  const paragraphs = blocks.filter(({ kind, text }) => kind === 'paragraph' && countWords(text) >= 8)
  return paragraphs.length >= ARTICLE_SHAPE.paragraphs && proseIn(blocks) >= ARTICLE_SHAPE.words
}
