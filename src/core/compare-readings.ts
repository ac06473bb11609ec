import type { Article } from './article.ts'
import { counted } from './counted.ts'
import type { Notice } from './source.ts'

const MOST_EVIDENCE = 3
const LONGEST_EVIDENCE = 160
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

/** Passages of one that the other does not have; of the same words said twice, each counts. */
function missing(article: Article, other: Article): string[] {
  const known = new Map<string, number>()
  const wordsOf = ({ text, passages }: Article): string[] =>
    passages.map(({ start, end }) => text.slice(start, end))
  for (const words of wordsOf(other)) known.set(words, (known.get(words) ?? 0) + 1)
  return wordsOf(article).filter((words) => {
    const left = known.get(words) ?? 0
    known.set(words, left - 1)
    return left <= 0
  })
}

function between(before: Article, after: Article): string {
  const milliseconds = Date.parse(after.source.retrievedAt) - Date.parse(before.source.retrievedAt)
  if (milliseconds < HOUR) return counted(Math.max(1, Math.round(milliseconds / MINUTE)), 'minute')
  if (milliseconds < 2 * DAY) return counted(Math.round(milliseconds / HOUR), 'hour')
  return counted(Math.round(milliseconds / DAY), 'day')
}

/**
 * The notice that a page was edited between two readings of it: how many of its paragraphs are other than before, with
 * the first of those as evidence. Null where the words are the same. The time is told from reading to reading, so that
 * it stays true.
 */
export function editedSince(before: Article, after: Article): Notice | null {
  const changes = changesBetween(before, after)
  if (changes === null) return null
  const { told, evidence } = changes
  return {
    code: 'edited-since',
    message: `Edited: ${told} since it was read before, ${between(before, after)} earlier.`,
    evidence,
  }
}

/** In how many paragraphs two readings differ, with the first of those; null where the words are the same. */
export function changesBetween(
  before: Article,
  after: Article,
): { readonly told: string; readonly evidence: readonly string[] } | null {
  const fresh = missing(after, before)
  const gone = missing(before, after)
  const changed = Math.min(fresh.length, gone.length)
  const figures = [
    [changed, 'changed'],
    [fresh.length - changed, 'new'],
    [gone.length - changed, 'gone'],
  ] as const
  const [first, ...others] = figures.filter(([count]) => count > 0)
  if (first === undefined) return null
  const [count, what] = first
  const all = what === 'gone' ? before : after
  const told = `${count} of ${counted(all.passages.length, 'paragraph')} ${what}`
  const rest = others.map(([number, word]) => `, ${number} ${word}`).join('')
  return {
    told: `${told}${rest}`,
    evidence: fresh.slice(0, MOST_EVIDENCE).map((words) => words.slice(0, LONGEST_EVIDENCE)),
  }
}
