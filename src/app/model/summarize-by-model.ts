import type { Article } from '../../core/article.ts'
import { FootnoteError } from '../../core/error.ts'
import { findOtherLanguage } from '../../core/language.ts'
import type { Span } from '../../core/span.ts'
import { POINTS, type SummaryLength } from '../../core/summary.ts'
import { countWords } from '../../core/words.ts'
import { articleRoom, surelyFit } from './article-room.ts'
import type { WorkOptions } from '../assistant.ts'
import { chooseClaims } from './choose-claims.ts'
import { cutIntoParts } from './cut-into-parts.ts'
import { decodeClaims } from './decode-reply.ts'
import type { EngineRun, EngineSummary } from '../engine.ts'
import { fencePassages } from './fence-passages.ts'
import { distinctClaims, gatherClaims } from './gather-claims.ts'
import type { ModelTalk } from './model-talk.ts'
import { nameLanguage } from './name-language.ts'
import { pause } from '../pause.ts'
import type { Prompts } from '../ports.ts'
import { prepareProofs } from './prepare-proofs.ts'
import { type PartClaims, nameParts, readParts } from './read-parts.ts'
import { REPLY_FORMS } from './reply-forms.ts'

const LEAST_POINTS_OF_A_PART = 2
/** A server that has failed five times in a row is left alone for so long (`adapters/model/breaker.ts`). */
const REST = 21_000

/** A summary in one call where the article fits, else part by part with a last call that chooses. */
export async function summarizeByModel(
  talk: ModelTalk,
  prompts: Prompts,
  article: Article,
  options: { readonly length: SummaryLength; readonly language: string | null },
  work: WorkOptions,
): Promise<EngineSummary> {
  const points = POINTS[options.length]
  const language = nameLanguage(options.language, article.language)
  if (language.isIgnored) {
    const message = `“${options.language}” is not a language that I know, so the points are in the article's own.`
    talk.note({ code: 'language-ignored', message })
  }
  const fill = (fenced: string, count: number): ReturnType<typeof prompts.summarize.toMessages> =>
    prompts.summarize.toMessages({ article: fenced, points: String(count), language: language.name })
  const gather = (fenced: string, count: number, onQuotes: (quotes: number) => void): Promise<PartClaims> =>
    gatherClaims(talk, {
      article,
      messages: fill(fenced, count),
      reply: REPLY_FORMS.claims,
      decode: decodeClaims,
      repair: prompts.repair,
      language,
      writtenIn: language.tag,
      onQuotes,
    })
  const finish = (
    { claims, dropped }: PartClaims,
    parts: number,
    wordsAndParts?: EngineRun['read'],
  ): EngineSummary => {
    if (claims.length > 0) {
      const chosen = claims.slice(0, points)
      const words = chosen.map(({ text }) => text).join('\n')
      const written = findOtherLanguage(words, language.tag) ?? language.tag
      const run = talk.run(prompts.summarize.id, parts, wordsAndParts)
      return { claims: chosen, language: written, dropped, run }
    }
    const sentence =
      'The model made no point that the article proves. Try again, use another model, or go without one.'
    throw new FootnoteError('model-unusable-reply', sentence)
  }

  const fenced = await talk.think('fence', article, [], work.signal)
  const inOneCall = async (): Promise<EngineSummary> => {
    const onQuotes = (quotes: number): void => work.onProgress?.({ phase: 'checking', quotes })
    prepareProofs(talk, article)
    return finish(await gather(fenced, points, onQuotes), 1)
  }
  if (surelyFit(talk, fill(fenced, points))) return inOneCall()
  const room = await articleRoom(talk, fill('', points))
  if ((await talk.model.countTokens(fenced)) <= room) return inOneCall()

  const spans = await cutIntoParts(talk.model, article, room)
  const pointsOfAPart = Math.max(LEAST_POINTS_OF_A_PART, Math.ceil((points * 2) / spans.length))
  const rest = (): Promise<void> => pause(REST, work.signal)
  // Parts that are read side by side are proven side by side.
  prepareProofs(talk, article, 2)
  const { parts, failure } = await readParts(spans, {
    atOnce: talk.model.requestsAtOnce,
    rest,
    readPart: (span) => gather(fencePassages(article, [span]), Math.min(points, pointsOfAPart), () => {}),
    onPart: (part, claims) => work.onProgress?.({ phase: 'part', part, of: spans.length, claims }),
  })
  const read = parts.filter((part) => part !== null)
  if (read.length === 0 && failure !== null) throw failure
  const unread = spans.filter((_span, index) => parts[index] === null)
  if (failure !== null) talk.note(unreadNotice(article, unread, spans.length, failure))
  const dropped = read.flatMap((part) => part.dropped)
  const distinct = distinctClaims(read.flatMap(({ claims }) => claims))
  const chosen = await chooseClaims(
    { talk, merge: prompts.merge, rest },
    read.map(({ claims }) => claims.filter((claim) => distinct.includes(claim))),
    points,
  )
  const ofWords = { words: article.words - wordsIn(article, unread), parts: read.length }
  return finish({ claims: chosen, dropped }, spans.length, unread.length === 0 ? undefined : ofWords)
}

function wordsIn({ text }: Article, spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0)
}

function unreadNotice(
  article: Article,
  unread: readonly Span[],
  of: number,
  { code }: FootnoteError,
): EngineRun['notices'][number] {
  const because = code === 'budget-spent' ? 'the model budget is spent' : 'the model failed'
  const message = `${unread.length} of ${of} parts of this article could not be read, because ${because} (paragraphs ${nameParts(article, unread)}): what stands there is not among the points.`
  return { code: 'part-unread', message }
}
