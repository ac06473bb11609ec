import type { APIButtonComponentWithCustomId } from 'discord.js'
import type { Article } from '../../core/article.ts'
import type { Claim } from '../../core/claim.ts'
import { fitPoints } from './fit-points.ts'
import { joinMarkup, type Markup, markup } from './markup.ts'
import type { PageOf } from './paging.ts'
import { heading } from './source-line.ts'
import { PAGES } from '../texts.ts'
import { card, type View } from './view.ts'

const TITLE = { title: 100 }
/** The longest line that may stand below the points of a page. A card has more below its points, and above them. */
const LINE_BELOW = markup`${'x'.repeat(100)}`

export interface PointsOf {
  readonly article: Article
  readonly claims: readonly Claim[]
}

/** Where each page begins: at the first point, at `second` where that is known, and then where the page before is full. */
export function pageStarts({ article, claims }: PointsOf, second: number | null): readonly number[] {
  const starts = [0]
  const others = [heading(article, null, TITLE), LINE_BELOW]
  let to = second ?? fitPoints(article, claims, 0, others).to
  while (to < claims.length) {
    starts.push(to)
    to = fitPoints(article, claims, to, others).to
  }
  return starts
}

/** One page of points for one person: title, points, which of how many they are. */
export function pointsPage(
  { article, claims }: PointsOf,
  starts: readonly number[],
  { page, of }: PageOf,
  {
    note,
    buttons,
  }: { readonly note: Markup | null; readonly buttons: readonly APIButtonComponentWithCustomId[] },
): View {
  const from = starts[page - 1] ?? 0
  const end = starts[page] ?? claims.length
  const top = heading(article, null, TITLE)
  const { text } = fitPoints(article, claims.slice(0, end), from, [top, LINE_BELOW])
  const parts = [
    ...(of > 1 ? [PAGES.points(from + 1, end, claims.length)] : []),
    ...(note === null ? [] : [note]),
  ]
  const below = parts.length === 0 ? [] : [markup`-# ${joinMarkup(parts, ' · ')}`]
  return card([top, text, ...below], [buttons])
}
