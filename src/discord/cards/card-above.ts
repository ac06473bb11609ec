import type { Article } from '../../core/article.ts'
import { joinMarkup, type Markup, visibleLength } from './markup.ts'
import { heading, noticeLines, type RoomAbove, sourceLine } from './source-line.ts'

/** How much of titles, names and notices is shown: all that a reader needs, and less where there is much of everything. */
const ROOMS: readonly RoomAbove[] = [
  { title: 150, name: 80, authors: 3, notice: 220 },
  { title: 120, name: 50, authors: 2, notice: 160 },
  { title: 90, name: 30, authors: 1, notice: 120 },
]
const TIGHTEST: RoomAbove = { title: 70, name: 24, authors: 1, notice: 90 }
/** Half of a card is points. */
const MOST_VISIBLE = 600

interface AboveFacts {
  /** Address of the message that gave a paste or a file. */
  readonly given: string | null
  /** To an earlier card of the same link. */
  readonly pointer?: Markup | null
}

interface Above {
  readonly text: Markup
  /** A notice stands among it. */
  readonly isDoubtful: boolean
}

/** What stands above the points: title, where it comes from, what is doubtful about the whole. */
export function above(article: Article, facts: AboveFacts): Above {
  const ways = ROOMS.map((room) => inRoom(article, facts, room))
  const fitting = ways.find(({ text }) => visibleLength(text.text) <= MOST_VISIBLE)
  return fitting ?? inRoom(article, facts, TIGHTEST)
}

function inRoom(article: Article, { given, pointer }: AboveFacts, room: RoomAbove): Above {
  const notices = noticeLines(article, room)
  const said = [heading(article, given, room), sourceLine(article, given, room)]
  const lines = [...said, ...(pointer ? [pointer] : []), ...notices]
  return { text: joinMarkup(lines, '\n'), isDoubtful: notices.length > 0 }
}
