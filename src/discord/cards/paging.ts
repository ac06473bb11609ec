import type { APIButtonComponentWithCustomId } from 'discord.js'
import type { Markup } from './markup.ts'
import { CARD_BUTTONS } from '../texts.ts'
import { button, type ButtonAction } from './view.ts'

/** A page of several, the first is 1. */
export interface PageOf {
  readonly page: number
  readonly of: number
}

/** The page that a button asks for, as far as there is one: what it leads to may have become shorter. */
export function pageOf(asked: string | undefined, of: number): PageOf {
  const page = Number(asked ?? 1)
  return { page: Number.isInteger(page) ? Math.min(Math.max(page, 1), of) : 1, of }
}

/** Pieces in order on as many pages as they need, `room` characters each. A piece is never divided. */
export function intoPages<Piece extends Pick<Markup, 'text'>>(
  pieces: readonly Piece[],
  room: number,
): (readonly Piece[])[] {
  const pages: Piece[][] = []
  let left = 0
  for (const piece of pieces) {
    const page = pages.at(-1)
    if (page === undefined || piece.text.length > left) {
      pages.push([piece])
      left = room
    } else page.push(piece)
    left -= piece.text.length + 1
  }
  return pages
}

/** At the end of an id: the button stands on such a page itself, which is to be turned. */
const TURN = 'turn'

export const isTurn = (details: readonly string[]): boolean => details.at(-1) === TURN

/** Back and Next, where there is more than one page. The number of the page comes first in their ids. */
export function turnButtons(
  action: ButtonAction,
  id: string,
  { page, of }: PageOf,
  details: readonly string[] = [],
): APIButtonComponentWithCustomId[] {
  if (of <= 1) return []
  const to = (other: number, label: string, isDisabled: boolean): APIButtonComponentWithCustomId =>
    button(action, id, { details: [String(other), ...details, TURN], label, isDisabled })
  return [to(page - 1, CARD_BUTTONS.back, page === 1), to(page + 1, CARD_BUTTONS.next, page === of)]
}
