import type { Speaker } from '../core/claim.ts'
import { type Markup, markup, shorten } from './markup.ts'
import { SPEAKERS } from './texts/card.ts'

const LONGEST_NAME = 80

/** Who says something, what kind of voice that is, and through whom it came. */
export function speakerWords({ name, kind, via }: Speaker): Markup {
  if (kind === 'writer') return markup`${SPEAKERS.writer}`
  const through = via.length === 0 ? '' : `, via ${shorten(via.join(', via '), LONGEST_NAME)}`
  return markup`${shorten(name, LONGEST_NAME)}${SPEAKERS.kinds[kind]}${through}`
}
