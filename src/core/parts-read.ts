import type { Article } from './article.ts'
import { counted } from './counted.ts'
import type { Run } from './run.ts'

/**
 * `read 48,210 of 48,210 words in 14 parts`: what a model was given of an article that it did not get whole in one prompt.
 * Null where it got that, or none was asked.
 */
export function sayPartsRead(
  { words, source }: Pick<Article, 'words' | 'source'>,
  { parts, read, notices }: Pick<Run, 'parts' | 'read' | 'notices'>,
): string | null {
  // Nobody knows how much of it the server left out.
  if (notices.some(({ code }) => code === 'prompt-cut')) return `not all of ${counted(words, 'word')} read`
  if (parts === 1 && read === undefined) return null
  const of = source.read.complete === false ? (source.read.of ?? words) : words
  const given = `read ${(read?.words ?? words).toLocaleString('en')} of ${counted(of, 'word')}`
  if (parts === 1) return given
  return `${given} in ${read === undefined ? '' : `${read.parts} of `}${parts} parts`
}
