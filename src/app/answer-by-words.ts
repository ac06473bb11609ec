import type { Turn } from '../core/answer.ts'
import type { Article } from '../core/article.ts'
import { earlierQuestions, hasPronoun, leaningOf } from '../core/follow-up.ts'
import { pickablePassages } from '../core/lures.ts'
import { nearestQuote } from '../core/nearest-quote.ts'
import { proveClaims } from '../core/prove.ts'
import { isInOtherLanguage, withoutFunctionWords } from '../core/question-language.ts'
import { questionParts } from '../core/question-parts.ts'
import { type Ranking, rankSentences } from '../core/retrieval.ts'
import type { Run } from '../core/run.ts'
import type { Span } from '../core/span.ts'
import type { EngineAnswer } from './engine.ts'
import { draftsOf, runWith } from './own-sentences.ts'

const MOST_SENTENCES = 3
/** An answer shows its best sentence and, up to three in all, those whose score comes this near to it. */
const NEAR_THE_BEST = 0.75
/** Of a follow-up, a sentence that was not shown yet goes before one that was, from this share of its score on. */
const NEWS_SHARE = 1 / 3
/** As in the ranking: what scores less is no answer. */
const ANSWERABLE_FROM = 0.5

/** An answer of sentences of the article, found by the words of the question. */
export function answerByWords(article: Article, turns: readonly Turn[], question: string): EngineAnswer {
  if (isInOtherLanguage(question, article.language)) return answerByNames(article, question)
  const whole = rankFollowUp(article, turns, question)
  const parts = questionParts(question)
  const halves =
    parts.length < 2 ? [] : parts.map((part) => rank(article, part, leaning(part, question, article)))
  const found = [whole, ...halves].filter(({ answerable }) => answerable)
  const { claims, dropped } = proveClaims(
    article,
    draftsOf(article, chooseSentences(found, halves.length > 0)),
  )
  if (claims.length === 0) return refusal(article, whole, question)
  const shown = new Set(claims.flatMap(({ quotes }) => quotes.map(({ start }) => start)))
  const missing = parts.filter((_, at) => {
    const half = halves[at]
    return half !== undefined && !half.answerable && !shown.has(half.sentences[0]?.start ?? -1)
  })
  const status = missing.length > 0 ? 'partly-answered' : 'answered'
  return { status, claims, dropped, missing, nearest: null, run: runWith([]) }
}

/**
 * The best sentence of each ranking, left out where one chosen before is nearly as good there. Where there is but one
 * ranking, also the sentences that come near to its best.
 */
function chooseSentences(rankings: readonly Ranking[], hasHalves: boolean): Span[] {
  const chosen: Span[] = []
  for (const { score, sentences } of rankings) {
    const near = sentences.filter((each) => each.score >= NEAR_THE_BEST * score)
    const isTold = near.some(({ start }) => chosen.some((span) => span.start === start))
    if (!isTold) chosen.push(...(hasHalves ? near.slice(0, 1) : near))
  }
  return chosen.slice(0, MOST_SENTENCES)
}

/**
 * With the words that it leans on, but never by them alone where it has its own: "When did he die?" is not answered by
 * whatever else is told of him. Without them where that finds nothing and no pronoun points at them.
 */
function rankFollowUp(article: Article, turns: readonly Turn[], question: string): Ranking {
  const { own, earlier, isFragment } = leaningOf(turns, question, article.language)
  const ranking = rank(article, own, earlier)
  if (isFragment || earlier === '') return ranking
  if (own === '') return withNewsFirst(ranking, turns)
  const byItself = rank(article, own, '')
  const holding = new Set(byItself.sentences.filter(({ score }) => score > 0).map(({ start }) => start))
  const about = ranking.sentences.filter(({ start }) => holding.has(start))
  const score = about[0]?.score ?? 0
  if (ranking.answerable && score >= ANSWERABLE_FROM)
    return withNewsFirst({ ...ranking, score, sentences: about }, turns)
  if (byItself.answerable && !hasPronoun(question, article.language)) return byItself
  return { ...ranking, answerable: false }
}

/** Who asks on about something has read what was shown: another sentence that comes near is the answer now. */
function withNewsFirst(ranking: Ranking, turns: readonly Turn[]): Ranking {
  const quotes = turns.flatMap(({ answer: { claims } }) => claims.flatMap((claim) => claim.quotes))
  const shown = new Set(quotes.map(({ sentence }) => sentence.start))
  const fresh = ranking.sentences.filter(({ start }) => !shown.has(start))
  const isNear = (fresh[0]?.score ?? 0) >= NEWS_SHARE * ranking.score
  return isNear ? { ...ranking, score: fresh[0]!.score, sentences: fresh } : ranking
}

/** Words of two languages do not match. Names and numbers do: where they are all that is asked with, they answer. */
function answerByNames(article: Article, question: string): EngineAnswer {
  const notices = [questionNotice(article)]
  const ranking = rank(article, withoutFunctionWords(question), '')
  const drafts = draftsOf(article, ranking.answerable ? chooseSentences([ranking], false) : [])
  const { claims, dropped } = proveClaims(article, drafts)
  if (ranking.unmatched.length > 0 || claims.length === 0)
    return { ...refusal(article, ranking, question), missing: [question], run: runWith(notices) }
  return { status: 'answered', claims, dropped, missing: [], nearest: null, run: runWith(notices) }
}

/** Words of place and direction say nothing about what is missing. */
const PREPOSITION =
  /^(?:under|above|below|near|without|within|against|across|along|behind|beside|beyond|among|around|towards?|upon|inside|outside|onto|off|per|via)$/iu

function refusal(article: Article, { sentences, unmatched }: Ranking, question: string): EngineAnswer {
  const telling = unmatched.filter((word) => !PREPOSITION.test(word))
  return {
    status: 'not-in-article',
    claims: [],
    dropped: [],
    missing: telling.length > 0 ? telling : [question],
    nearest: nearestQuote(article, sentences),
    run: runWith([]),
  }
}

/** Half a question that has no words of its own ("and for how long?") leans on the whole. */
function leaning(part: string, question: string, { language }: Article): string {
  return earlierQuestions([question], part, language)
}

/** Headings repeat what the text tells, often more sharply: they answer only where there is nothing else. */
function rank(article: Article, question: string, earlier: string): Ranking {
  const usable = pickablePassages(article)
  const told = usable.filter(({ kind }) => kind !== 'heading')
  return rankSentences(article.text, told.length > 0 ? told : usable, question, earlier)
}

function questionNotice({ language }: Article): Run['notices'][number] {
  const message = `The question is not in the article's language (${language}). Without a model only names and numbers can be matched.`
  return { code: 'language-ignored', message }
}
