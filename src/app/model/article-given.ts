import type { Article } from '../../core/article.ts'
import type { Span } from '../../core/span.ts'
import { countWords } from '../../core/words.ts'
import { cutIntoPieces } from './cut-into-pieces.ts'
import { fencePassages } from './fence-passages.ts'
import type { ModelTalk } from './model-talk.ts'
import { selectPassages } from './select-passages.ts'

/** Of the room beside the instructions, what stands first and stays the same in all of a conversation. */
const SHARE_THAT_STAYS = 3 / 4
/** A passage longer than this share of it is taken in pieces. */
const LARGEST_SHARE = 1 / 4
/** Of what then is left, what earlier turns may take. */
const SHARE_OF_TURNS = 3 / 4

/** What a prompt for a question holds of the article. */
export interface ArticleGiven {
  /** Stands first: the same, byte for byte, for every question of a conversation. */
  readonly fenced: string
  /** Stands before the question: what else comes near to this one; null where nothing does. */
  readonly more: string | null
  /** Tokens that earlier turns may take. */
  readonly turnRoom: number
  /** Null where it is the whole article. */
  readonly read: { readonly words: number; readonly parts: 1 } | null
  readonly passages: { readonly given: number; readonly of: number }
}

export interface QuestionAsked {
  readonly question: string
  /** The questions that it leans on; '' where it stands by itself. */
  readonly earlier: string
  /** All questions before it, oldest first. */
  readonly asked: readonly string[]
  /** Tokens beside the instructions, without the question, and what the question takes of them. */
  readonly room: number
  readonly ownTokens: number
}

/**
 * The whole article where it fits. Else the passages nearest to the first question of the conversation: they stand first
 * in every prompt of it, so that a server finds in its memory what it has read, and follow-ups are mostly about the same;
 * what comes near to a later question and is not among them stands before that question.
 */
export async function articleFor(
  { model, think, signal }: Pick<ModelTalk, 'model' | 'think' | 'signal'>,
  article: Article,
  { question, earlier, asked, room, ownTokens }: QuestionAsked,
): Promise<ArticleGiven> {
  const whole = await think('fence', article, [], signal)
  const wholeTokens = await model.countTokens(whole)
  const { length } = article.passages
  if (wholeTokens + ownTokens <= room) {
    const turnRoom = room - wholeTokens - ownTokens
    return { fenced: whole, more: null, turnRoom, read: null, passages: { given: length, of: length } }
  }

  const fenceTokens = await model.countTokens(fencePassages(article, []))
  const roomThatStays = Math.floor(room * SHARE_THAT_STAYS) - fenceTokens
  const pieces = await cutIntoPieces(model, article, Math.floor(roomThatStays * LARGEST_SHARE))
  const spans = pieces.map(({ start, end }) => ({ start, end }))
  const near = (to: string, leaningOn: string): Promise<Float64Array> =>
    think('nearness', article, [spans, to, leaningOn], signal)
  const first = { nearness: await near(asked[0] ?? question, ''), room: roomThatStays }
  const stays = selectPassages(pieces, first)
  const fenced = fencePassages(article, stays)
  const left = Math.max(0, room - (await model.countTokens(fenced)) - ownTokens)
  const turnRoom = Math.floor(left * SHARE_OF_TURNS)
  const further = { room: left - turnRoom - fenceTokens, beside: stays }
  const more =
    asked.length === 0 ? [] : selectPassages(pieces, { ...further, nearness: await near(question, earlier) })
  const given = [...stays, ...more]
  const ids = new Set(given.map(({ passage }) => passage.id))
  return {
    fenced,
    more: more.length === 0 ? null : fencePassages(article, more),
    turnRoom,
    read: { words: wordsIn(article, given), parts: 1 },
    passages: { given: ids.size, of: length },
  }
}

const wordsIn = ({ text }: Article, spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0)
