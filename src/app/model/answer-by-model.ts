import type { AnswerStatus, Turn } from '../../core/answer.ts'
import type { Article } from '../../core/article.ts'
import type { Quote } from '../../core/claim.ts'
import { quoteAt } from '../../core/quote.ts'
import { rankSentences } from '../../core/retrieval.ts'
import { articleRoom } from './article-room.ts'
import type { WorkOptions } from '../assistant.ts'
import { decodeAnswer } from './decode-reply.ts'
import type { EngineAnswer } from '../engine.ts'
import { escapeMarks, fencePassages } from './fence-passages.ts'
import { gatherClaims } from './gather-claims.ts'
import type { ModelTalk } from './model-talk.ts'
import { openWords } from './open-words.ts'
import type { ModelMessage, Prompts } from '../ports.ts'
import { REPLY_FORMS } from './reply-forms.ts'
import { selectPassages } from './select-passages.ts'

const MOST_CLAIMS = 4
const LONGEST_QUESTION = 1000
/** Of the room beside the instructions, what earlier turns may take when the article needs the rest. */
const SHARE_OF_TURNS = 1 / 5

/**
 * Answers from the whole article where it fits, else from the passages nearest to the question. The article comes first
 * and stays the same, byte for byte, from question to question; earlier turns follow it, the question comes last.
 */
export async function answerByModel(
  talk: ModelTalk,
  prompts: Prompts,
  article: Article,
  turns: readonly Turn[],
  question: string,
  work: WorkOptions,
): Promise<EngineAnswer> {
  const fillFor = (fenced: string, asked: string): readonly ModelMessage[] =>
    prompts.answer.toMessages({
      article: fenced,
      question: escapeMarks(asked).slice(0, LONGEST_QUESTION).toWellFormed(),
    })
  const pairs = turns.map((turn) => [fillFor('', turn.question).slice(-1), sayTurn(turn)].flat())

  const room = await articleRoom(talk, fillFor('', question))
  const whole = fencePassages(article)
  const wholeTokens = await talk.model.countTokens(whole)
  const fits = wholeTokens <= room
  const turnRoom = fits ? room - wholeTokens : Math.floor(room * SHARE_OF_TURNS)
  const earlier = await newestThatFit(talk, pairs, turnRoom)
  const fenced = fits
    ? whole
    : fencePassages(article, await selectPassages(talk.model, article, question, room - turnRoom))
  if (!fits) {
    const message =
      'This article is longer than the model can read at once: it was given the paragraphs nearest to the question.'
    talk.note({ code: 'part-unread', message })
  }

  const filled = fillFor(fenced, question)
  const { decoded, claims, dropped } = await gatherClaims(talk, {
    article,
    messages: [...filled.slice(0, -1), ...earlier.flat(), ...filled.slice(-1)],
    reply: REPLY_FORMS.answer,
    decode: decodeAnswer,
    repair: prompts.repair,
    onQuotes: (quotes) => work.onProgress?.({ phase: 'checking', quotes }),
  })
  const run = talk.run(prompts.answer.id, 1)
  const missing = openWords(question, decoded.missing)
  if (decoded.status === 'not-in-article') {
    const nearest = nearestQuote(article, question)
    return { status: 'not-in-article', claims: [], dropped: [], missing, nearest, run }
  }
  if (claims.length === 0) {
    return { status: 'unproven', claims: [], dropped, missing, nearest: nearestQuote(article, question), run }
  }
  // A reply that names something open has not answered all, whatever it calls itself.
  const status: AnswerStatus =
    missing.length > 0 || decoded.status === 'partly-answered' ? 'partly-answered' : 'answered'
  return { status, claims: claims.slice(0, MOST_CLAIMS), dropped, missing, nearest: null, run }
}

/** What the model is told that it said: of a proven answer its claims, otherwise that the article does not say. */
function sayTurn({ answer }: Turn): ModelMessage {
  const status = answer.status === 'unproven' ? 'not-in-article' : answer.status
  const claims = answer.claims.map(({ text, speaker, quotes }) => ({
    text,
    passage: quotes[0]?.passage ?? '',
    quote: quotes[0]?.text ?? '',
    speaker: speaker?.name ?? null,
  }))
  return { role: 'assistant', content: JSON.stringify({ status, claims, missing: answer.missing }) }
}

async function newestThatFit(
  talk: ModelTalk,
  pairs: readonly (readonly ModelMessage[])[],
  room: number,
): Promise<readonly (readonly ModelMessage[])[]> {
  const fitting: (readonly ModelMessage[])[] = []
  let left = room
  for (const pair of pairs.toReversed()) {
    left -= await talk.estimate(pair)
    if (left < 0) break
    fitting.unshift(pair)
  }
  return fitting
}

/** The sentence that comes closest to a question, null where no sentence shares a word with it. */
function nearestQuote(article: Article, question: string): Quote | null {
  const [best] = rankSentences(article.text, article.passages, question).sentences
  return best === undefined || best.score <= 0 ? null : quoteAt(article, best)
}
