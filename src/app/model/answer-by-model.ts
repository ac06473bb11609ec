import type { AnswerStatus, Turn } from '../../core/answer.ts'
import type { Article } from '../../core/article.ts'
import { leaningOf } from '../../core/follow-up.ts'
import { findOtherLanguage } from '../../core/language.ts'
import type { WorkOptions } from '../assistant.ts'
import { articleFor, type ArticleGiven } from './article-given.ts'
import { articleRoom } from './article-room.ts'
import { decodeAnswer } from './decode-reply.ts'
import type { EngineAnswer } from '../engine.ts'
import { escapeMarks } from './fence-passages.ts'
import { gatherClaims } from './gather-claims.ts'
import type { ModelTalk } from './model-talk.ts'
import { openParts, openWords } from './open-words.ts'
import { prepareProofs } from './prepare-proofs.ts'
import type { ModelMessage, Prompts } from '../ports.ts'
import { REPLY_FORMS } from './reply-forms.ts'

const MOST_CLAIMS = 4
const LONGEST_QUESTION = 1000

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
  const asked = turns.map((turn) => turn.question)
  const sought = leaningOf(turns, question, article.language)

  // Measured without the question: what is given of the article must not change with it.
  const room = await articleRoom(talk, fillFor('', ''))
  const ownTokens = await talk.estimate(fillFor('', question).slice(-1))
  const given = await articleFor(talk, article, {
    question: sought.own,
    earlier: sought.earlier,
    asked,
    room,
    ownTokens,
  })

  const filled = fillFor(given.fenced, question)
  const last = filled.slice(-1).map(({ role, content }) => ({
    role,
    content: given.more === null ? content : `${given.more}\n\n${content}`,
  }))
  prepareProofs(talk, article)
  const { decoded, claims, dropped } = await gatherClaims(talk, {
    article,
    messages: [...filled.slice(0, -1), ...(await newestThatFit(talk, pairs, given.turnRoom)).flat(), ...last],
    reply: REPLY_FORMS.answer,
    decode: decodeAnswer,
    repair: prompts.repair,
    writtenIn: findOtherLanguage(question, article.language) ?? article.language,
    onQuotes: (quotes) => work.onProgress?.({ phase: 'checking', quotes }),
  })
  if (given.read !== null) talk.note(unreadNotice(given))
  const run = talk.run(prompts.answer.id, 1, given.read ?? undefined)
  const open = openWords(question, decoded.missing)
  if (decoded.status === 'not-in-article' || claims.length === 0) {
    const missing = open.length > 0 ? open : [question]
    const nearest = await talk.think('nearest', article, [sought], work.signal)
    if (decoded.status !== 'not-in-article')
      return { status: 'unproven', claims: [], dropped, missing, nearest, run }
    return { status: 'not-in-article', claims: [], dropped: [], missing, nearest, run }
  }
  const shown = claims.slice(0, MOST_CLAIMS)
  const isInPart = decoded.status === 'partly-answered'
  const missing = isInPart && open.length === 0 ? openParts(question, shown) : open
  // A reply that names something open has not answered all, whatever it calls itself.
  const status: AnswerStatus = missing.length > 0 ? 'partly-answered' : 'answered'
  return { status, claims: shown, dropped, missing, nearest: null, run }
}

function unreadNotice({ passages }: ArticleGiven): { code: 'part-unread'; message: string } {
  const message = `This article is longer than the model can read at once: it was given the ${passages.given} of ${passages.of} paragraphs nearest to the question.`
  return { code: 'part-unread', message }
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
