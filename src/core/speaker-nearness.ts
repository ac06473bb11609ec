import type { Article } from './article.ts'
import { articleSentences } from './article-sentences.ts'
import type { Quote } from './claim.ts'
import type { Span } from './span.ts'
import { HEDGE_WORDS } from './support/hedge-words.ts'
import { findMarks } from './support/word-marks.ts'
import { usableText } from './usable-as-proof.ts'
import { lexiconOf } from './voices/languages.ts'
import { tellingWords } from './voices/match-speaker.ts'
import { wordSequence } from './word-sequence.ts'

/** A voice is named in a proof's own paragraph or in so many before it: news names people once and goes on with "she". */
const PARAGRAPHS_BEFORE = 2
/** Whoever is named here speaks in the whole text, as in an interview. */
const OPENING_PARAGRAPHS = 2

const ARTICLE_WORD =
  /^(?:an?|the|der|die|das|ein|eine|le|la|les|un|une|el|los|una|il|lo|gli|i|o|os|as|um|uma|de|het|een)$/u
const QUOTATION = /["“”„«»「」『』‹›]|(?<![\p{L}\d])[‘']|['’](?![\p{L}\d])/u

/** Somebody who says "I" or "we" speaks. */
const FIRST_PERSON =
  /(?<!\p{L})(?:i|we|my|our|me|us|ich|wir|mein\p{L}{0,2}|unser\p{L}{0,2}|uns|je|j['’]|nous|mon|ma|mes|notre|nos|yo|nosotr[oa]s|nuestr[oa]s?|io|noi|nostr[oaie]|meu|minha|nós|nosso|nossa|ik|wij|mijn|ons|onze|я|мы|мой|моя|наш\p{L}{0,2}|нас|нам|ben|biz|bizim|أنا|نحن)(?!\p{L})|我|我们|私|僕|我々/iu

/** Whether every word of a voice's name stands in the article, in some form of it. */
export function standsInArticle(article: Article, wanted: string): boolean {
  const known = wordsStanding(article)
  const standing = [...known]
  const words = wordSequence(wanted).map(({ word }) => word.toLowerCase())
  return (
    words.length > 0 &&
    words.every(
      (word) => ARTICLE_WORD.test(word) || known.has(word) || standing.some((other) => isForm(word, other)),
    )
  )
}

const knownWords = new WeakMap<Article, ReadonlySet<string>>()

function wordsStanding(article: Article): ReadonlySet<string> {
  let words = knownWords.get(article)
  if (words === undefined) {
    words = new Set(wordSequence(usableText(article).toLowerCase()).map(({ word }) => word))
    knownWords.set(article, words)
  }
  return words
}

/** Endings with which languages put a word into a sentence; too little for two names to be taken for one. */
const isForm = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length >= 4 && long.length - short.length <= 2 && long.startsWith(short)) return true
  const stem = Math.min(one.length, other.length) - 2
  return stem >= 3 && Math.abs(one.length - other.length) <= 4 && one.slice(0, stem) === other.slice(0, stem)
}

/**
 * Whether whoever is meant is named near the proof: the last word of a name, or of a description. Whom the title or the
 * opening names may speak anywhere.
 */
export function isNearProof(article: Article, wanted: string, quotes: readonly Quote[]): boolean {
  const last = tellingWords(wanted, lexiconOf(article.language)).at(-1) ?? ''
  const stem = last.slice(0, Math.max(3, last.length - 2))
  const opening = article.passages[OPENING_PARAGRAPHS - 1]?.end ?? article.text.length
  const spans = [{ start: 0, end: opening }, ...quotes.map((quote) => surroundings(article, quote))]
  const words = [article.title, ...spans.map(({ start, end }) => article.text.slice(start, end))]
  return words.some((text) => text.toLowerCase().includes(stem))
}

/** The proof's paragraph with those before it, and the sentence behind the proof: "…,” the mayor said. She …" */
function surroundings(article: Article, { sentence }: Quote): Span {
  const { passages } = article
  const at = passages.findIndex(({ end }) => end > sentence.start)
  const first = passages[Math.max(0, at - PARAGRAPHS_BEFORE)]
  const next = articleSentences(article).find(({ start }) => start >= sentence.end)
  return {
    start: first?.start ?? sentence.start,
    end: Math.max(passages[at]?.end ?? 0, next?.end ?? sentence.end),
  }
}

/** A verb of saying, "according to", a doubt that others voice, or quotation marks, in the proof or right beside it. */
export function isSpeechNear(article: Article, quotes: readonly Quote[]): boolean {
  const sentences = articleSentences(article)
  const words = HEDGE_WORDS[article.language]
  return quotes.some(({ sentence }) => {
    const first = sentences.findIndex(({ end }) => end > sentence.start)
    const behind = sentences.findIndex(({ start }) => start >= sentence.end)
    const text = [sentences[first - 1], sentence, sentences[behind]]
      .filter((span) => span !== undefined)
      .map(({ start, end }) => article.text.slice(start, end))
      .join('\n')
    if (words === undefined || QUOTATION.test(text) || FIRST_PERSON.test(text)) return true
    return findMarks(text, `${words.saying}|${words.heard}|${words.open}`, article.language).length > 0
  })
}
