import type { Article, Passage } from '../../core/article.ts'
import { ANGLED_MARK, HEADED_MARK, PASSAGE_MARK, SQUARE_MARK } from '../../core/instructions-marks.ts'
import { normaliseText } from '../../core/normalise.ts'
import type { Span } from '../../core/span.ts'

/** Enough of a hash that a text cannot hold its own. */
const MARK_LENGTH = 12

/**
 * The article as the model sees it: `[P12] words`, a passage on each line, between fence lines whose name comes from
 * the hash of the article's text. With spans, only what of the passages stands inside them, under the same ids.
 */
export function fencePassages(article: Article, spans?: readonly Span[]): string {
  const name = `article-${article.id.slice(0, MARK_LENGTH)}`
  const lines = (spans ?? [{ start: 0, end: article.text.length }]).flatMap((span) =>
    article.passages.flatMap((passage) => {
      const words = article.text.slice(
        Math.max(passage.start, span.start),
        Math.max(Math.min(passage.end, span.end), passage.start),
      )
      return words.trim() === '' ? [] : [passageLine(passage, words)]
    }),
  )
  return [`<${name}>`, ...lines, `</${name}>`].join('\n')
}

/** Words of a passage as a line of a prompt. */
export const passageLine = ({ id }: Pick<Passage, 'id'>, words: string): string =>
  `[${id}] ${escapeMarks(words)}`

/**
 * Text of the page on one line, with nothing in it that looks like our marks or like those of chat templates, which some
 * servers read out of plain text. Every word stays: proof is sought in the text itself.
 */
export function escapeMarks(text: string): string {
  return normaliseText(text)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(PASSAGE_MARK, '($1)')
    .replace(SQUARE_MARK, '($1)')
    .replace(HEADED_MARK, '♯ ')
    .replace(ANGLED_MARK, '‹')
}
