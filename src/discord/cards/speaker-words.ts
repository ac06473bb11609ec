import type { Speaker } from '../../core/claim.ts'
import { type Markup, markup, shorten } from './markup.ts'
import { SPEAKERS } from '../texts.ts'

const LONGEST_NAME = 80

/** Who says something, what kind of voice that is, and through whom it came. */
export function speakerWords(speaker: Speaker): Markup {
  if (speaker.kind === 'writer') return markup`${SPEAKERS.writer}`
  return markup`${nameOf(speaker)}${kindAndWay(speaker)}`
}

/** The same at the head of what they say, the name in bold. */
export function speakerHead(speaker: Speaker): Markup {
  if (speaker.kind === 'writer') return markup`**${SPEAKERS.theWriter}**`
  return markup`**${capitalised(nameOf(speaker))}**${kindAndWay(speaker)}`
}

/** As a name looks where a line begins with it: “a spokesman” becomes “A spokesman”. */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const nameOf = ({ name }: Speaker): string => shorten(name, LONGEST_NAME)

function kindAndWay({ kind, via }: Speaker): string {
  const way = via.length === 0 ? '' : `, ${shorten(SPEAKERS.via(via), LONGEST_NAME)}`
  return `${kind === 'writer' ? '' : SPEAKERS.kinds[kind]}${way}`
}
