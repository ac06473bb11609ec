import type { Article } from '../../core/article.ts'
import type { Claim } from '../../core/claim.ts'
import { POINTS } from '../../core/summary.ts'
import { joinMarkup, type Markup, visibleLength } from './markup.ts'
import { point } from './point.ts'

/** What may stand on one card, with room for the line breaks between its texts. */
const MOST_VISIBLE = 1190
/** Below Discord's 4,000, so that the gate never has to cut a card. */
const MOST_CHARACTERS = 3900
const MOST_POINTS = POINTS.standard
const LONGEST_SENTENCE = 400
const SHORTEST_SENTENCE = 110
const STEP = 20

export interface FittedPoints {
  readonly text: Markup
  /** How many points stand before the page's end: the next page begins there. */
  readonly to: number
}

/**
 * As many points from `from` on as stand beside `others` on a card that a phone shows at a glance. A point that is cut may
 * say something else: rather fewer points, each of them whole. The number of a point is its place among all of them.
 */
export function fitPoints(
  article: Article,
  claims: readonly Claim[],
  from: number,
  others: readonly Markup[],
): FittedPoints {
  const visible = MOST_VISIBLE - sum(others.map(({ text }) => visibleLength(text)))
  const characters = MOST_CHARACTERS - sum(others.map(({ text }) => text.length))
  let to = Math.min(claims.length, from + MOST_POINTS)
  let limit = LONGEST_SENTENCE
  let linked = claims.length
  const points = (): Markup =>
    joinMarkup(
      claims.slice(from, to).map((claim, index) => {
        const number = from + index + 1
        return point(claim, article, { number, limit, linked: number <= linked })
      }),
      '\n',
    )
  while (to > from + 1 && visibleLength(points().text) > visible) to -= 1
  while (limit > SHORTEST_SENTENCE && visibleLength(points().text) > visible) limit -= STEP
  // Very long addresses: the last points keep their words and lose their link.
  linked = to
  while (linked > from && points().text.length > characters) linked -= 1
  return { text: points(), to }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
