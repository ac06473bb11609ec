import { proveClaims } from '../../../src/core/prove.ts'
import { anArticle } from '../../support/an-article.ts'

/**
 * Why one claim is dropped, or `proven`. `sentences`: an article of one paragraph, its sentences parted by ` | `; the first of
 * them is the quote. `written`: the claim's language.
 */
export function why(
  text: string,
  sentences: string,
  { language = 'en', written = language }: { readonly language?: string; readonly written?: string } = {},
): string {
  const [quote = '', ...others] = sentences.split(' | ')
  const article = anArticle([[quote, ...others].join(' ')], { language })
  const { dropped } = proveClaims(article, [{ text, passage: 'P1', quote, speaker: null }], written)
  return dropped[0]?.why ?? 'proven'
}
