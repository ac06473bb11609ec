import type { Article } from '../core/article.ts'
import type { ClaimDraft, Quote } from '../core/claim.ts'
import type { Leaning } from '../core/follow-up.ts'
import { goneQuotes } from '../core/gone-quotes.ts'
import { nearestQuote } from '../core/nearest-quote.ts'
import { proveClaims } from '../core/prove.ts'
import { splitSentences } from '../core/sentence.ts'
import { rankSentences } from '../core/retrieval.ts'
import { usablePassages } from '../core/usable-as-proof.ts'
import { groupVoices, type Voice } from '../core/voices/group-voices.ts'
import { namedNotQuoted } from '../core/voices/named-not-quoted.ts'
import { answerByWords } from './answer-by-words.ts'
import { fencePassages } from './model/fence-passages.ts'
import { nearnessOf } from './model/nearness.ts'
import { summarizeByWords } from './summarize-by-words.ts'

/** Who says what in an article, and whom it names in full and does not quote. */
export interface Voices {
  readonly voices: readonly Voice[]
  readonly silent: readonly string[]
}

/**
 * What is thought about an article: pure, a second of work for a long one, and much more for one that was made to be. The
 * thread that keeps the connection to Discord does not think about long ones itself.
 */
const THOUGHTS = {
  prepare: prepareProofs,
  summarize: summarizeByWords,
  answer: answerByWords,
  prove: proveClaims,
  nearness: nearnessOf,
  nearest: nearestTo,
  fence: fencePassages,
  voices: voicesIn,
  silent: namedNotQuoted,
  gone: (newer: Article, claims: Parameters<typeof goneQuotes>[0]): number[] => goneQuotes(claims, newer),
} as const

type Thoughts = typeof THOUGHTS

/** UTF-16 code units of which everything is thought in a few milliseconds. */
export const SHORT_TEXT = 12_000

type Beside<Thought> = Thought extends (article: Article, ...rest: infer Rest) => unknown ? Rest : never

/** Thinks one thought about an article. Throws `article-too-long` where that takes too much, and `cancelled`. */
export type Think = <Name extends keyof Thoughts>(
  name: Name,
  article: Article,
  rest: Beside<Thoughts[Name]>,
  signal?: AbortSignal,
) => Promise<ReturnType<Thoughts[Name]>>

/** In this thread, at once. */
export const thinkHere: Think = async (name, article, rest) => {
  const thought = THOUGHTS[name] as (
    article: Article,
    ...rest: unknown[]
  ) => ReturnType<Thoughts[typeof name]>
  return thought(article, ...rest)
}

/** What the first proof about an article needs is kept with it for all others: most of the time that a proof takes. */
function prepareProofs(article: Article): void {
  const first = article.passages.find(({ kind }) => kind === 'paragraph')
  const sentence = first && splitSentences(article.text, first.start, first.end)[0]
  if (first === undefined || sentence === undefined) return
  const text = article.text.slice(sentence.start, sentence.end)
  const draft: ClaimDraft = { text, passage: first.id, quote: text, speaker: null }
  proveClaims(article, [draft])
}

function voicesIn(article: Article): Voices {
  return { voices: groupVoices(article), silent: namedNotQuoted(article) }
}

/** The nearest sentence in the parts of an article that tell something: headings do not. */
function nearestTo(article: Article, { own, earlier }: Leaning): Quote | null {
  const usable = usablePassages(article)
  const told = usable.filter(({ kind }) => kind !== 'heading')
  const passages = told.length > 0 ? told : usable
  return nearestQuote(article, rankSentences(article.text, passages, own, earlier).sentences)
}
