import type { Article } from '../core/article.ts'
import { shorten } from './markup.ts'
import { domainOf } from './source-line.ts'
import { CARD } from './texts.ts'
import { singleLine } from './visible-text.ts'

const LONGEST_NAME = 100

/** `domain: title`, at most 100 characters. */
export function threadName(article: Article, headline: string): string {
  const from = domainOf(article) ?? (article.source.kind === 'file' ? CARD.fileThread : CARD.pastedThread)
  const title = singleLine(article.title === '' ? headline : article.title)
  return shorten(title === '' ? from : `${from}: ${title}`, LONGEST_NAME)
}
