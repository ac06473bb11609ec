import type { Article } from '../article.ts'
import { articleSentences } from '../article-sentences.ts'
import type { Quote } from '../claim.ts'
import type { Span } from '../span.ts'
import { isSameQuantity } from './check-numbers.ts'
import { contentWords, isSameWord } from './content-words.ts'
import type { Failure } from './failure.ts'
import { readQuantities } from './read-quantities.ts'

/** One entry of a live blog: from the line with its time to the next one. */
interface LiveEntry extends Span {
  /** As it is written: "17:40", "5.40 pm". */
  readonly time: string
}

const TIME =
  /^(?:(?:updated|update|posted|stand|um|à|alle|kl\.?)\s+)?(?<time>(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d)(?:\s?[ap]\.?m\.?)?(?:\s?(?:Uhr|GMT|BST|CET|CEST|UTC|ET|EDT|EST|PT))?)(?![\d:.])/iu
/** Shares of a claim's words from which a sentence is about the same thing. */
const SAME_THING = 0.5

const known = new WeakMap<Article, readonly LiveEntry[]>()

/** The entries of a live blog in the article's order; none for every other article. */
function liveEntries(article: Article): readonly LiveEntry[] {
  let entries = known.get(article)
  if (entries === undefined) {
    const isLive = article.source.notices.some(
      ({ code, kind }) => code === 'labelled' && kind === 'live-blog',
    )
    const starts = isLive
      ? article.passages.flatMap(({ start, end }) => {
          const time = TIME.exec(article.text.slice(start, Math.min(end, start + 60)))?.groups?.['time']
          return time === undefined ? [] : [{ start, time }]
        })
      : []
    entries = starts.map(({ start, time }, at) => ({
      start,
      time,
      end: starts[at + 1]?.start ?? article.text.length,
    }))
    known.set(article, entries)
  }
  return entries
}

/** The time of the entry that a quote stands in, null outside live blogs. */
export function timeOfEntry(article: Article, quotes: readonly Quote[]): string | null {
  return entryOf(article, quotes)?.time ?? null
}

function entryOf(article: Article, [first]: readonly Quote[]): LiveEntry | undefined {
  return liveEntries(article).find(
    ({ start, end }) => first !== undefined && start <= first.start && first.start < end,
  )
}

/** What a newer entry of a live blog says of the same thing with other numbers: then the older one proves nothing now. */
export function checkNewerEntries(
  article: Article,
  claim: string,
  claimLanguage: string,
  quotes: readonly Quote[],
): Failure | null {
  const entry = entryOf(article, quotes)
  if (entry === undefined || claimLanguage !== article.language) return null
  const stated = readQuantities(claim, claimLanguage).filter(({ kind }) => kind === 'number')
  const words = contentWords(claim, claimLanguage)
  if (stated.length === 0 || words.length === 0) return null
  const newer = newerThan(liveEntries(article), entry)
  const sentence = articleSentences(article).find(({ start, end }) => {
    if (!newer.some((each) => each.start <= start && start < each.end)) return false
    const text = article.text.slice(start, end)
    const said = contentWords(text, article.language)
    const shared = words.filter(({ key }) => said.some((word) => isSameWord(word.key, key)))
    if (shared.length < SAME_THING * words.length) return false
    const numbers = readQuantities(text, article.language).filter(({ kind }) => kind === 'number')
    return numbers.length > 0 && stated.every((one) => !numbers.some((other) => isSameQuantity(one, other)))
  })
  if (sentence === undefined) return null
  return {
    why: 'number-unsupported',
    detail: `a newer entry says “${article.text.slice(sentence.start, sentence.end)}”`,
  }
}

/** Whether a sentence of a live blog is told otherwise by a newer entry. */
export const isOutdated = (article: Article, quote: Quote): boolean =>
  checkNewerEntries(article, quote.text, article.language, [quote]) !== null

/** Most live blogs put the newest entry first; one whose times rise puts it last. */
function newerThan(entries: readonly LiveEntry[], entry: LiveEntry): readonly LiveEntry[] {
  const minutes = entries.map(({ time }) => minutesOf(time))
  const rises = minutes.filter((each, at) => at > 0 && each > (minutes[at - 1] ?? each)).length
  const isNewestFirst = rises * 2 < entries.length - 1 || entries.length < 3
  const at = entries.indexOf(entry)
  return isNewestFirst ? entries.slice(0, at) : entries.slice(at + 1)
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = (time.match(/\d+/gu) ?? []).map(Number)
  return (/p\.?m/iu.test(time) && hours < 12 ? hours + 12 : hours) * 60 + minutes
}
