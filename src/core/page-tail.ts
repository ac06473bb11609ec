import {
  endsAsSentence,
  isCounter,
  isInterface,
  isLabel,
  isListItem,
  isMenuRow,
  isSureFurniture,
} from './furniture.ts'
import { isProse, type Unit } from './paste-lines.ts'
import { isDateLine } from './line-role.ts'

const COMMENTS_HEADING =
  /^(?:\d+\s+|(?:all|alle|tous les|top)\s+)?(?:comments?|kommentare?|leserkommentare|commentaires?|comentarios?|commenti|comentários|reacties|kommentarer|komentarze|комментарии|yorumlar|التعليقات|コメント|评论|評論|leave a (?:reply|comment)|join the (?:conversation|discussion)|responses?|replies|discussion|write a comment|schreiben sie einen kommentar|laisser un commentaire|deja un comentario)\s*(?:\(?\d+\)?)?:?$/iu
const MOST_LINES_BELOW_A_COMMENT_HEADING = 6

/** Where the readers' comments begin, or the number of units: a heading, below it names, times and buttons. */
export function findComments(units: readonly Unit[], from: number): number {
  const lastProse = units.findLastIndex(({ text }) => isProse(text))
  for (let index = from; index < units.length; index += 1) {
    if (!COMMENTS_HEADING.test(units[index]?.text ?? '')) continue
    const below = units.slice(index + 1, index + 1 + MOST_LINES_BELOW_A_COMMENT_HEADING)
    if (below.some(({ text }) => isWidget(text)) || index > lastProse) {
      return index
    }
  }
  return units.length
}

/**
 * How many units below the last paragraph still belong to the article: short last sentences, a list that the
 * paragraph announces, verses. From the first button, menu or widget on, everything is the page's.
 */
export function findTailStart(
  units: readonly Unit[],
  lastProse: number,
  end: number,
  isPage: boolean,
): number {
  const widgets = units.map(({ text }, index) => index > lastProse && index < end && isWidget(text))
  let first = widgets.indexOf(true)
  // "Advertisement" and then one more sentence: that is between paragraphs, not below the last one.
  while (first !== -1 && isBetweenSentences(units, first, end)) first = widgets.indexOf(true, first + 1)
  if (first === -1) first = end
  const endsInComments = end < units.length
  if (first === end && !endsInComments && !(isPage && end - lastProse > 3)) return end
  // Labels right above the first widget are its headings; a list or a signature further up is not.
  let start = first
  if (units[lastProse]?.text.endsWith(':') === true) return first
  while (start - 1 > lastProse && isPageLabel(units[start - 1]?.text ?? '')) start -= 1
  return start
}

function isBetweenSentences(units: readonly Unit[], index: number, end: number): boolean {
  const next = units[index + 1]?.text ?? ''
  const isSentence = index + 1 < end && endsAsSentence(next) && /\s|\p{Lo}{4}/u.test(next) && !isWidget(next)
  return isSentence && isSureFurniture(units[index]?.text ?? '')
}

function isPageLabel(line: string): boolean {
  return isLabel(line) && !isListItem(line) && !endsAsSentence(line) && !/[,;:—–-]$/u.test(line)
}

function isWidget(line: string): boolean {
  return (
    isSureFurniture(line) ||
    isInterface(line) ||
    isMenuRow(line) ||
    isCounter(line) ||
    (isDateLine(line) && isLabel(line))
  )
}
