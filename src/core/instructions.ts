import type { Article, Passage } from './article.ts'
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
const ANY_HINT = new RegExp(LANGUAGES.map(({ hint }) => hint.source).join('|'))
/** Of a passage that is an order for so much of its length, all belongs to the order. */
const MOST_OF_PASSAGE = 0.5
const LONGEST_EVIDENCE = 160
const MOST_EVIDENCE = 5

const known = new WeakMap<readonly Passage[], readonly Span[]>()

/** The sentences of an article that are addressed to programs, in order. Linear in the text, and read once. */
export function findInstructions({ text, passages }: Pick<Article, 'text' | 'passages'>): readonly Span[] {
  const found = known.get(passages) ?? passages.flatMap((passage) => ordersIn(text, passage))
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

function ordersIn(text: string, passage: Passage): Span[] {
  const words = text.slice(passage.start, passage.end)
  if (!mayHoldOrder(words)) return []
  const sentences = splitSentences(text, passage.start, passage.end)
  const said = withoutReported(text, passage, sentences)
  const orders: Span[] = []
  for (const [index, sentence] of sentences.entries()) {
    const goesOn =
      orders.length > 0 && orders.at(-1) === sentences[index - 1] && GOES_ON.test(foldSpelling(said[index]!))
    if (goesOn || holdsForgedMark(text.slice(sentence.start, sentence.end)) || isOrder(said[index]!))
      orders.push(sentence)
  }
  const length = orders.reduce((sum, { start, end }) => sum + end - start, 0)
  return length > words.length * MOST_OF_PASSAGE ? [{ start: passage.start, end: passage.end }] : orders
}

const mayHoldOrder = (words: string): boolean =>
  holdsForgedMark(words) ||
  readingsOf(words).some((reading) => ANY_HINT.test(reading) || SQUEEZED.test(reading))

const isOrder = (words: string): boolean =>
  readingsOf(words).some(
    (reading) =>
      SQUEEZED.test(reading) ||
      LANGUAGES.some(({ hint, orders }) => hint.test(reading) && orders.some((order) => order.test(reading))),
  )

/** The words folded, and all that they may stand for in disguise. */
function readingsOf(words: string): string[] {
  const folded = [words, ...decodedWords(words)].map(foldSpelling)
  return folded.flatMap((reading) => [reading, ...otherReadings(reading)])
}
