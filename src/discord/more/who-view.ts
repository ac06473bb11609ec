import type { Conversation } from '../../app/ports.ts'
import type { Voices } from '../../app/thoughts.ts'
import type { Quote, Speaker } from '../../core/claim.ts'
import type { Voice } from '../../core/voices/group-voices.ts'
import { placeOf } from '../cards/answer-card.ts'
import { joinMarkup, link, type Markup, markup, shorten } from '../cards/markup.ts'
import { intoPages, pageOf, turnButtons } from '../cards/paging.ts'
import { titleLink } from '../cards/source-line.ts'
import { speakerHead } from '../cards/speaker-words.ts'
import { PAGES, WHO } from '../texts.ts'
import { card, type View } from '../cards/view.ts'

/** Below Discord's 4,000, with room for heading and footer; no more than a phone scrolls through in a moment. */
const PAGE = 2600
/** One voice with more words than this goes on under its name once more. */
const ONE_VOICE = 1400
const LONGEST_WORDS = 400
const MOST_SILENT = 400
/** Quotes on all pages together: more would hold up everybody else, and nobody turns so many pages. */
const MOST_SHOWN = 2000

/** Who says what in an article, the nearest voice first, each with its own words. */
export function whoView({ id, article }: Conversation, { voices, silent }: Voices, asked?: string): View {
  const pages = intoPages(firstOf(voices, MOST_SHOWN).flatMap(sayVoice), PAGE)
  const turn = pageOf(asked, Math.max(1, pages.length))
  const found = voices.reduce((total, { quotes }) => total + quotes.length, 0)
  const names = silent.length === 0 ? [] : [WHO.silent(shorten(silent.join(', '), MOST_SILENT))]
  const isLast = turn.page === turn.of
  const below = [
    ...(turn.of > 1 ? [PAGES.page(turn.page, turn.of)] : []),
    found > MOST_SHOWN ? WHO.foundMore(found, MOST_SHOWN) : WHO.found(found),
    ...(isLast ? names : []),
  ]
  return card(
    [
      joinMarkup([WHO.heading, markup`-# ${titleLink(article)}`], '\n'),
      voices.length === 0 ? WHO.nobody : joinMarkup(pages[turn.page - 1] ?? [], '\n'),
      markup`-# ${joinMarkup(below, ' · ')}`,
    ],
    [turnButtons('who', id, turn)],
  )
}

/** So many quotes of them, the nearest voices' first. */
function firstOf(voices: readonly Voice[], most: number): Voice[] {
  const first: Voice[] = []
  let left = most
  for (const voice of voices) {
    if (left <= 0) break
    first.push({ ...voice, quotes: voice.quotes.slice(0, left) })
    left -= voice.quotes.length
  }
  return first
}

/** One voice, its name again above words that may stand on a further page. */
function sayVoice({ speaker, quotes, direct }: Voice): Markup[] {
  return intoPages(
    quotes.map((quote) => sayWords(quote, direct)),
    ONE_VOICE,
  ).map((words, index) => {
    const more = index === 0 ? '' : WHO.continued
    return joinMarkup([markup`${headOf(speaker, direct)}${more}`, ...words], '\n')
  })
}

function headOf(speaker: Speaker | null, direct: boolean): Markup {
  if (speaker === null) return markup`**${WHO.notSaid}**`
  const marks = direct || speaker.kind === 'writer' ? '' : WHO.indirect
  return markup`${speakerHead(speaker)}${marks}`
}

function sayWords(quote: Quote, direct: boolean): Markup {
  const words = shorten(quote.text, LONGEST_WORDS)
  const place = link(placeOf(quote), quote.link)
  return direct ? markup`> “${words}” · ${place}` : markup`> ${words} · ${place}`
}
