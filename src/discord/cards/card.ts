import type { SummaryResult } from '../../app/ports.ts'
import type { Article } from '../../core/article.ts'
import { above } from './card-above.ts'
import { footer, silentPeople } from './card-footer.ts'
import { fitPoints } from './fit-points.ts'
import { joinMarkup, type Markup, markup } from './markup.ts'
import { PAGES } from '../texts.ts'
import { ACCENT, button, card, type View } from './view.ts'

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

/** The card of a summary: what it is, what is doubtful, the points, how it was made. */
export function summaryCard(facts: CardFacts): View {
  const { conversationId: id, article, result } = facts
  const { claims } = result.summary
  const top = above(article, facts)
  const fitting = (below: Markup): Fitted => {
    const whole = fitPoints(article, claims, 0, [top.text, below])
    if (whole.to === claims.length) return { ...whole, below }
    // The line that says how many more there are needs its room too.
    const { text, to } = fitPoints(article, claims, 0, [top.text, below, rest(claims.length, claims.length)])
    return { text: joinMarkup([text, rest(to, claims.length)], '\n'), to, below }
  }
  const silent = silentPeople(result)
  const plain = fitting(footer(facts, null))
  const named = silent === null ? plain : fitting(footer(facts, silent))
  // A point says more than names of people who say nothing.
  const { text, to, below } = named.to < plain.to ? plain : named
  const details = ['2', String(to)]
  return card(
    [top.text, text, below],
    [
      [button('ask', id), button('sources', id), button('more', id)],
      to < claims.length ? [button('page', id, { details })] : [],
    ],
    top.isDoubtful ? ACCENT.doubtful : ACCENT.calm,
  )
}

interface Fitted {
  readonly text: Markup
  readonly to: number
  readonly below: Markup
}

const rest = (to: number, of: number): Markup => markup`-# ${PAGES.points(1, to, of)}${PAGES.rest(of - to)}`
