import type { SummaryResult } from '../app/ports.ts'
import type { Article } from '../core/article.ts'
import { counted } from '../core/counted.ts'
import { sayPartsRead } from '../core/parts-read.ts'
import { sayDollars, toNanodollars } from '../core/price.ts'
import type { Run } from '../core/run.ts'
import { translatedNotice } from '../core/translated.ts'
import { joinMarkup, type Markup, markup, visibleLength } from './markup.ts'
import { point } from './point.ts'
import { heading, noticeLines, sourceLine } from './source-line.ts'
import { CARD } from './texts.ts'
import { button, card, type View } from './view.ts'

export interface CardFacts {
  readonly conversationId: string
  readonly article: Article
  readonly linesLeftOut: number
  readonly result: SummaryResult
  /** Address of the message that gave a paste or a file. */
  readonly given: string | null
  /** How to ask, where typing into the thread is not enough. */
  readonly howToAsk: Markup | null
  /** To an earlier card of the same link. */
  readonly pointer?: Markup | null
}

/** With room for the line breaks between the texts. */
const MOST_VISIBLE = 1190
/** Below Discord's 4,000, so that the gate never has to cut a card. */
const MOST_CHARACTERS = 3900
const LONGEST_SENTENCE = 400
const SHORTEST_SENTENCE = 110
const STEP = 20
const FEWEST_POINTS = 3

/** The card of a summary: what it is, what is doubtful, the points, how it was made. */
export function summaryCard(facts: CardFacts): View {
  const above = joinMarkup(
    [
      heading(facts.article, facts.given),
      sourceLine(facts.article, facts.given),
      ...(facts.pointer ? [facts.pointer] : []),
      ...noticeLines(facts.article),
    ],
    '\n',
  )
  const below = footer(facts)
  const middle = fitPoints(facts, above, below)
  return card(
    [above, middle, below],
    [button('ask', facts.conversationId), button('sources', facts.conversationId)],
  )
}

/** As many points as a phone shows at a glance. The others stand under Sources, and the card says so. */
function fitPoints({ article, result }: CardFacts, above: Markup, below: Markup): Markup {
  const { claims } = result.summary
  let shown = claims.length
  let limit = LONGEST_SENTENCE
  let linked = claims.length
  const points = (): Markup => {
    const lines = claims
      .slice(0, shown)
      .map((claim, index) => point(claim, article, { number: index + 1, limit, linked: index < linked }))
    return joinMarkup(shown < claims.length ? [...lines, more(claims.length - shown)] : lines, '\n')
  }
  const isTooLong = (): boolean =>
    visibleLength(above.text) + visibleLength(points().text) + visibleLength(below.text) > MOST_VISIBLE
  // A cut sentence may say something else: rather fewer points, each of them whole.
  while (shown > FEWEST_POINTS && isTooLong()) shown -= 1
  while (limit > SHORTEST_SENTENCE && isTooLong()) limit -= STEP
  // Very long addresses: the last points keep their words and lose their link.
  while (linked > 0 && above.text.length + points().text.length + below.text.length > MOST_CHARACTERS)
    linked -= 1
  return points()
}

const more = (points: number): Markup => markup`-# ${counted(points, 'more point')} under Sources`

function footer({ article, linesLeftOut, result, howToAsk }: CardFacts): Markup {
  const { coverage, dropped } = result.summary
  const furniture = linesLeftOut === 0 ? '' : `, ${counted(linesLeftOut, 'line')} of page furniture left out`
  const parts = [
    markup`From ${coverage.paragraphs} of ${counted(coverage.of, 'paragraph')}`,
    markup`${sayPartsRead(article, result.run) ?? words(article, 'read')}${furniture}`,
    ...(dropped.length === 0 ? [] : [markup`${counted(dropped.length, 'point')} dropped for want of proof`]),
    madeBy(result.run),
  ]
  const translated = translatedNotice(article, result.summary.claims, result.summary.language)
  if (translated !== null) parts.push(markup`${translated.message}`)
  const lines = [joinMarkup(parts, ' · '), ...result.run.notices.map(({ message }) => markup`${message}`)]
  if (howToAsk !== null) lines.push(howToAsk)
  return joinMarkup(
    lines.map((line) => markup`-# ${line}`),
    '\n',
  )
}

function words({ source: { kind, read } }: Article, done: 'read' | 'searched'): string {
  const all = read.words.toLocaleString('en')
  if (read.complete === false)
    return read.of === null
      ? `${all} words ${done}, not the whole`
      : `${all} of ${read.of.toLocaleString('en')} words ${done}`
  return `all ${all} ${kind === 'text' ? 'pasted ' : ''}words ${done}`
}

/** Of a refusal: where was looked for an answer. */
export const wordsSearched = (article: Article, run: Run): string =>
  sayPartsRead(article, run) ?? words(article, 'searched')

/** By what, at what cost and in what time a result was made. */
function madeBy(run: Run): Markup {
  const engine = run.engine === 'extractive' ? CARD.builtIn : (run.model ?? run.engine)
  const cost = run.cost === null || run.cost === 0 ? '' : ` · ${sayDollars(toNanodollars(run.cost))}`
  const time = run.cached ? CARD.cached : `${(run.milliseconds / 1000).toFixed(1)} s`
  return markup`${engine}${cost} · ${time}`
}
