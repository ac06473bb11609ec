import { readByline } from './byline.ts'
import { isDateLine } from './line-role.ts'
import type { Author, DatedFact } from './source.ts'
import { writtenStatements } from './stated-dates.ts'
import { countWords } from './words.ts'

/** What the lines between a title and the text say of who wrote it and when. */
export interface MarkdownHead {
  /** How many of the blocks below the title are such lines. */
  readonly length: number
  readonly authors: readonly Author[]
  readonly published: DatedFact
  readonly modified: DatedFact
}

const LONGEST_LINE = 160
const MOST_LINES = 4
/** Statements that stand side by side on one line. */
const BETWEEN = /\s*[|·•]\s*|\s+[—–]\s+|(?<=[\p{L}\d]{2})\.\s+|(?<=[\p{L}\d]),\s+(?=\d)|\n/u
/** What else such a line may hold: a role, a place, the name of the paper. */
const MOST_OTHER_WORDS = 6
/** A place and a day before the first words of the text: "GRAVENHOLT, 3 June 2025 –". */
const DATELINE = /^(?<line>[^.!?\n]{4,60}?\d{4}\s*(?:\([^)]{2,30}\))?)\s*(?:[-–—:]\s|\.\s)/u
const SIGNS =
  /^(?:(?:words|text|story|photos?|bericht|texte|propos recueillis|texto|testo|автор|текст|haber|كتبت?|记者|文)\s*[:：]?|[-–]\s*por)\s*(?:by|von|par|por|di)?\s*(?<names>.+)$/iu

/**
 * Bylines and dates between the title of a Markdown text and its first sentence. A line that says more is the text's, and
 * ends the head. `blocks`: the text of each block below the title.
 */
export function readMarkdownHead(blocks: readonly string[]): MarkdownHead {
  const none: DatedFact = { value: null, basis: 'none' }
  let head: MarkdownHead = { length: 0, authors: [], published: none, modified: none }
  for (const line of blocks.slice(0, MOST_LINES)) {
    if (line.length > LONGEST_LINE) break
    const parts = line.split(BETWEEN).filter((part) => part.trim() !== '')
    const authors = parts.flatMap((part) => readByline(signed(part)))
    const dates = writtenStatements(line)
    const others = parts.filter((part) => readByline(signed(part)).length === 0 && !isDateLine(part))
    const isHead = authors.length + dates.length > 0 && countWords(others.join(' ')) <= MOST_OTHER_WORDS
    if (!isHead) break
    const first = dates.find(({ isUpdate }) => !isUpdate)
    const update = dates.find(({ isUpdate }) => isUpdate)
    head = {
      length: head.length + 1,
      authors: head.authors.length > 0 ? head.authors : authors.map(({ name }) => ({ name, basis: line })),
      published:
        head.published.value === null && first !== undefined
          ? { value: first.value, basis: 'byline' }
          : head.published,
      modified:
        head.modified.value === null && update !== undefined
          ? { value: update.value, basis: 'text' }
          : head.modified,
    }
  }
  return head.published.value === null
    ? { ...head, published: dateline(blocks[head.length] ?? '') ?? none }
    : head
}

function dateline(text: string): DatedFact | null {
  const line = DATELINE.exec(text)?.groups?.['line']
  const [first] = line === undefined || !isDateLine(line) ? [] : writtenStatements(line)
  return first === undefined ? null : { value: first.value, basis: 'text' }
}

/** "Text: Adela Prokop" signs as "By Adela Prokop" does. */
const signed = (part: string): string => {
  const names = SIGNS.exec(part.trim())?.groups?.['names']
  return names === undefined ? part.trim() : `By ${names}`
}
