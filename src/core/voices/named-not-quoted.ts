import type { Article } from '../article.ts'
import { isGivenName } from './name-run.ts'
import { peopleOf, voicesOf } from './voices-of.ts'

const MOST_SHOWN = 12

/** People whom an article names in full and who say nothing in it, in reading order. Only those who are surely people. */
export function namedNotQuoted(article: Article): readonly string[] {
  const heard = new Set(
    voicesOf(article).flatMap(({ speaker }) => (speaker === null ? [] : [speaker.name, ...speaker.via])),
  )
  const authors = new Set(article.source.authors.map(({ name }) => name.toLowerCase()))
  return peopleOf(article)
    .filter(
      ({ name, words, isPerson, roles }) =>
        isPerson &&
        words.length > 1 &&
        words.length < 5 &&
        (isGivenName(words[0] ?? '') || roles.size > 0) &&
        !heard.has(name) &&
        !authors.has(name.toLowerCase()),
    )
    .toSorted((one, other) => one.first - other.first)
    .slice(0, MOST_SHOWN)
    .map(({ name }) => name)
}
