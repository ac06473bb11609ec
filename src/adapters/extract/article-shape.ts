import type { Block } from '../../core/article.ts'
import { countWords } from '../../core/words.ts'

const SHORT_LINE_WORDS = 8
/** Paragraphs cut short with an ellipsis are teasers of other articles. */
const CUT_SHORT = /(?:\.\.\.|…)$/u
/** Shape of an article that does not call itself one. */
const ARTICLE_SHAPE = { paragraphs: 5, words: 250 }

/** Words of running text, less what short lines and teasers take from them: high for an article, low for a menu. */
export const proseIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { kind, text }) => {
    const words = countWords(text)
    const isProse = kind !== 'paragraph' || (words >= SHORT_LINE_WORDS && !CUT_SHORT.test(text))
    return sum + (isProse ? words : -words)
  }, 0)

export const wordsIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + countWords(block.text), 0)

export function hasArticleShape(blocks: readonly Block[]): boolean {
  const paragraphs = blocks.filter(({ kind, text }) => kind === 'paragraph' && countWords(text) >= 8)
  return paragraphs.length >= ARTICLE_SHAPE.paragraphs && proseIn(blocks) >= ARTICLE_SHAPE.words
}
