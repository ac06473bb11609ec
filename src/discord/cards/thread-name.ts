import type { Article } from '../../core/article.ts'
import { shorten } from './markup.ts'
import { nameOfSource } from './source-line.ts'
import { singleLine } from './visible-text.ts'

const LONGEST_NAME = 100

/** `domain: title`, at most 100 characters. */
export function threadName(article: Article, headline: string): string {
  const from = nameOfSource(article)
  const title = singleLine(article.title === '' ? headline : article.title)
  return shorten(title === '' ? from : `${from}: ${title}`, LONGEST_NAME)
}
