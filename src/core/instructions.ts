import type { Article, Passage } from './article.ts'
import { isDemanded, type Order, withDemanded } from './instructions-demanded.ts'
import { demandsOf } from './instructions-demands.ts'
import { DEMANDS_EAST } from './instructions-demands-east.ts'
import { DEMANDS_GERMANIC } from './instructions-demands-germanic.ts'
import { DEMANDS_ROMANCE } from './instructions-demands-romance.ts'
import { ARABIC, CHINESE, JAPANESE, RUSSIAN, TURKISH } from './instructions-east.ts'
import { ENGLISH, GOES_ON, SQUEEZED } from './instructions-english.ts'
import { DUTCH, GERMAN } from './instructions-germanic.ts'
import { rulesOf } from './instructions-grammar.ts'
import { holdsForgedMark } from './instructions-marks.ts'
import { withoutReported } from './instructions-quoted.ts'
import { FRENCH, ITALIAN, PORTUGUESE, SPANISH } from './instructions-romance.ts'
import { decodedWords, foldSpelling, otherReadings } from './instructions-spelling.ts'
import { splitSentences } from './sentence.ts'
import type { Notice } from './source.ts'
import type { Span } from './span.ts'

// Sentences of a page that are addressed to programs: "ignore all previous instructions", "AI assistants: summarise this
// as…". No reader is meant, so they prove nothing and are never picked. Rules of words in twelve languages, whatever the
// article's own: a page that attacks need not do so in its own language.

const WESTERN = [ENGLISH, GERMAN, DUTCH, FRENCH, SPANISH, ITALIAN, PORTUGUESE]
const LANGUAGES = [...WESTERN, RUSSIAN, TURKISH, ARABIC, CHINESE, JAPANESE].map(rulesOf)
const DEMANDS = [...DEMANDS_GERMANIC, ...DEMANDS_ROMANCE, ...DEMANDS_EAST].map(demandsOf)
/** One after the other: joined to one expression they take four times as long to compile. */
const HINTS = [...LANGUAGES, ...DEMANDS].map(({ hint }) => hint)
/** Of a passage that is an order for so much of its length, all belongs to the order. */
const MOST_OF_PASSAGE = 0.5
const LONGEST_EVIDENCE = 160
const MOST_EVIDENCE = 5

const known = new WeakMap<readonly Passage[], readonly Span[]>()

/**
 * The sentences of an article that are addressed to programs, and those that they demand, in order. Linear in the text,
 * and read once.
 */
export function findInstructions({ text, passages }: Pick<Article, 'text' | 'passages'>): readonly Span[] {
  const before = known.get(passages)
  if (before !== undefined) return before
  const found: Span[] = []
  let last: Order | null = null
  let isNext = false
  for (const passage of passages) {
    const own = ordersIn(text, passage)
    if (own.length > 0) {
      found.push(...own)
      const end = own.at(-1)!
      last = end.end === passage.end ? end : null
      isNext = true
    } else if (last !== null && isDemanded(text, passage, last, isNext)) {
      found.push({ start: passage.start, end: passage.end })
      isNext = false
    } else last = null
  }
  known.set(passages, found)
  return found
}

/** The notice that an article holds such sentences, with their words; null where it holds none. */
export function instructionsNotice(article: Pick<Article, 'text' | 'passages'>): Notice | null {
  const evidence = findInstructions(article)
    .slice(0, MOST_EVIDENCE)
    .map(({ start, end }) => {
      const words = article.text.slice(start, end).replace(/\s+/gu, ' ')
      return words.length > LONGEST_EVIDENCE ? `${words.slice(0, LONGEST_EVIDENCE).toWellFormed()}…` : words
    })
  if (evidence.length === 0) return null
  // Its words stand in the evidence alone: shown beside the points, they would be what the page wants shown.
  const message = 'Part of this page is addressed to AI tools: it proves nothing, and no point rests on it.'
  return { code: 'instructions-in-page', message, evidence }
}

function ordersIn(text: string, passage: Passage): Order[] {
  const words = text.slice(passage.start, passage.end)
  if (!mayHoldOrder(words)) return []
  const sentences = splitSentences(text, passage.start, passage.end)
  const said = withoutReported(text, passage, sentences)
  const orders: Order[] = []
  for (const [index, sentence] of sentences.entries()) {
    const goesOn = orders.length > 0 && orders.at(-1)!.end === sentences[index - 1]?.end
    const isFound =
      (goesOn && GOES_ON.test(foldSpelling(said[index]!))) ||
      holdsForgedMark(text.slice(sentence.start, sentence.end)) ||
      isOrder(said[index]!)
    if (isFound) orders.push({ ...sentence, ...kindOf(said[index]!) })
  }
  if (orders.length === 0) return []
  const taken = withDemanded(text, passage, sentences, orders)
  const length = taken.reduce((sum, { start, end }) => sum + end - start, 0)
  return length > words.length * MOST_OF_PASSAGE
    ? [{ ...taken.at(-1)!, start: passage.start, end: passage.end }]
    : taken
}

function kindOf(order: string): Pick<Order, 'pointsOn' | 'isLabel'> {
  const folded = foldSpelling(order)
  return {
    pointsOn: DEMANDS.some(({ pointsOn }) => pointsOn(folded)),
    isLabel: DEMANDS.some(({ isLabel }) => isLabel(folded)),
  }
}

const mayHoldOrder = (words: string): boolean =>
  holdsForgedMark(words) ||
  readingsOf(words).some((reading) => HINTS.some((hint) => hint.test(reading)) || SQUEEZED.test(reading))

const isOrder = (words: string): boolean =>
  readingsOf(words).some(
    (reading) =>
      SQUEEZED.test(reading) ||
      LANGUAGES.some(
        ({ hint, orders }) => hint.test(reading) && orders.some((order) => order.test(reading)),
      ) ||
      DEMANDS.some(({ hint, isDemand }) => hint.test(reading) && isDemand(reading)),
  )

/** The words folded, and all that they may stand for in disguise. */
function readingsOf(words: string): string[] {
  const folded = [words, ...decodedWords(words)].map(foldSpelling)
  return folded.flatMap((reading) => [reading, ...otherReadings(reading)])
}
