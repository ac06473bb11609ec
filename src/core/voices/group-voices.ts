import type { Article } from '../article.ts'
import type { Quote, Speaker } from '../claim.ts'
import { quoteAt } from '../quote.ts'
import { refuseTooManyQuotes } from '../too-long.ts'
import { voicesOf } from './voices-of.ts'

/** One speaker's words of one directness, in reading order. */
export interface Voice {
  /** Null: somebody's words, and whose is not said. */
  readonly speaker: Speaker | null
  readonly quotes: readonly Quote[]
  /** In quotation marks. */
  readonly direct: boolean
}

/**
 * Sorted by how near the reader is to the voice; those of one rank stay in the article's order.
 * @throws {FootnoteError} `article-too-long` where there are more than anybody reads
 */
export function groupVoices(article: Article): Voice[] {
  const groups = new Map<string, { speaker: Speaker | null; direct: boolean; quotes: Quote[] }>()
  const found = voicesOf(article)
  refuseTooManyQuotes(found)
  for (const { speaker, direct, quote } of found) {
    const key = JSON.stringify([speaker, direct])
    const group = groups.get(key) ?? { speaker, direct, quotes: [] }
    groups.set(key, group)
    group.quotes.push(quoteAt(article, quote))
  }
  return [...groups.values()].toSorted((one, other) => distanceOf(one) - distanceOf(other))
}

/** Named and quoted, documents, named and reported, unnamed, by hearsay, nobody named, the writer. */
function distanceOf({ speaker, direct }: Pick<Voice, 'speaker' | 'direct'>): number {
  if (speaker === null) return 5
  if (speaker.kind === 'writer') return 6
  if (speaker.via.length > 0) return 4
  if (speaker.kind === 'document') return 1
  if (speaker.kind === 'unnamed') return 3
  return direct ? 0 : 2
}
