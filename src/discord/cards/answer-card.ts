import type { AnswerResult } from '../../app/ports.ts'
import type { Article } from '../../core/article.ts'
import type { Claim, Quote } from '../../core/claim.ts'
import { ownWordsOf, voiceBefore } from '../../core/own-words.ts'
import { translatedNotice } from '../../core/translated.ts'
import { wordsSearched } from './card-footer.ts'
import { LIMITS } from '../outgoing/gate.ts'
import { joinMarkup, link, type Markup, markup, NOTHING, shorten } from './markup.ts'
import { voice } from './point.ts'
import { ANSWER } from '../texts.ts'
import { button, plain, type View } from './view.ts'

const LONGEST_QUESTION = 200
const LONGEST_PROOF = 400
const LONGEST_CLAIM = 300
const MOST_PROOFS = 3

export interface AnswerFacts {
  readonly article: Article
  readonly result: AnswerResult
  readonly askedBy: string
  /** Set where the answer stands outside a thread of ours: then it carries its own Ask button. */
  readonly conversationId: string | null
}

/** Whose question, the answer in bold, and the words that prove it. */
export function answerView(facts: AnswerFacts): View {
  const { conversationId } = facts
  const ways = Array.from({ length: MOST_PROOFS }, (_, left) => answerWords(facts, MOST_PROOFS - left))
  // Rather fewer claims than one whose proof is cut off, or no word of what stays open.
  const words = ways.find(({ text }) => text.length <= LIMITS.content) ?? ways.at(-1) ?? NOTHING
  return plain(words, conversationId === null ? [] : [button('ask', conversationId)])
}

function answerWords({ article, result, askedBy }: AnswerFacts, most: number): Markup {
  const { answer } = result
  const lines: Markup[] = [asksLine(askedBy, answer.question)]
  if (answer.claims.length > 0)
    lines.push(...answered(answer.claims.slice(0, most), article, answer.status === 'partly-answered'))
  else lines.push(...refusal(result))
  if (answer.claims.length > 0 && answer.missing.length > 0) lines.push(openPart(result))
  if (answer.claims.length === 0) {
    if (answer.nearest !== null) {
      lines.push(ANSWER.closest, proofLine(answer.nearest, article))
      lines.push(markup`-# ${placeOf(answer.nearest)} · ${wordsSearched(article, result.run)}`)
    } else lines.push(markup`-# ${wordsSearched(article, result.run)}`)
  }
  if (answer.dropped.length > 0) lines.push(ANSWER.dropped(answer.dropped.length))
  const translated = translatedNotice(article, answer.claims)
  if (translated !== null) lines.push(markup`-# ${translated.message}`)
  for (const { message } of result.run.notices) lines.push(markup`-# ${message}`)
  return joinMarkup(lines, '\n')
}

/** What every answer begins with. */
export const asksLine = (askedBy: string, question: string): Markup =>
  ANSWER.asks(shorten(askedBy, 40), shorten(question, LONGEST_QUESTION))

/** The built-in engine searches words: it can say what it did not find, not what is not there. */
function refusal(result: AnswerResult): Markup[] {
  const { answer, run } = result
  if (answer.status === 'unproven') return [ANSWER.unproven]
  const isAllOpen = answer.missing.every((open) => open === answer.question)
  if (run.engine === 'extractive')
    return isAllOpen
      ? [ANSWER.noSentence]
      : [ANSWER.noSentence, markup`-# ${ANSWER.nowhere}${openWords(answer, ', ')}`]
  if (!isAllOpen) return [openPart(result)]
  return [run.read === undefined ? ANSWER.notInArticle : ANSWER.notInPassages]
}

/** What of the question stays open, and where it was looked for. */
function openPart({ answer, run }: AnswerResult): Markup {
  const inWhole = run.engine === 'extractive' ? ANSWER.openSentences : ANSWER.openInArticle
  return markup`${run.read === undefined ? inWhole : ANSWER.openInPassages} ${openWords(answer, '; ')}`
}

const openWords = ({ missing }: AnswerResult['answer'], between: string): string =>
  shorten(missing.join(between), LONGEST_QUESTION)

function answered(claims: readonly Claim[], article: Article, inPart: boolean): Markup[] {
  const lines: Markup[] = []
  for (const [index, claim] of claims.entries()) {
    const lead = inPart && index === 0 ? ANSWER.partly : ''
    const quote = claim.quotes[0]
    // The article's own sentence is answer and proof in one: shown once, as what it is.
    const own = ownWordsOf(claim, article.text)
    if (own !== null) {
      const words = shorten(own.words, LONGEST_PROOF)
      lines.push(markup`${voice(voiceBefore(claim, own))}${lead}${own.lead}**“${words}”**`)
    } else {
      lines.push(markup`${voice(claim.speaker)}**${lead}${shorten(claim.text, LONGEST_CLAIM)}**`)
      if (quote !== undefined) lines.push(proofLine(quote, article))
    }
    if (quote !== undefined) lines.push(markup`-# ${placeLink(quote)}`)
  }
  return lines
}

const proofLine = (quote: Quote, article: Article): Markup =>
  markup`> ${shorten(article.text.slice(quote.sentence.start, quote.sentence.end), LONGEST_PROOF)}`

export const placeOf = ({ passage, page }: Quote): string => ANSWER.place(passage.replace(/^\D+/u, ''), page)

const placeLink = (quote: Quote): Markup => link(placeOf(quote), quote.link)
