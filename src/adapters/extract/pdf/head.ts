import type { Extraction } from '../../../core/extraction.ts'
import { countWords } from '../../../core/words.ts'
import { bare, findAuthors, namesOf } from './head-authors.ts'
import { findDates } from './head-dates.ts'
import { labelsOf } from './head-labels.ts'
import type { Line } from './page.ts'
import { type Part, type Usual, wordsOf } from './parts.ts'

/** What the first page states about the document, and the lines that were read for it and are not part of its text. */
export interface Head extends Pick<Extraction, 'title' | 'authors' | 'published' | 'modified' | 'notices'> {
  readonly readLines: ReadonlySet<Line>
}

export interface HeadFacts {
  /** Parts of the first page, in reading order. */
  readonly parts: readonly Part[]
  readonly usual: Usual
  /** Running lines and what stands sideways on the first page. */
  readonly margins: readonly string[]
  /** The file's own data: often the name of another file, or of whoever made it. */
  readonly info: { readonly title: string | null; readonly author: string | null }
}

const TITLE_SIZE = 1.15
const LONGEST_TITLE_WORDS = 40
const PROSE_WORDS = 25
const BODY_BEGINS =
  /^(?:\d{0,2}\.?\s?)?(?:abstract|summary|introduction|executive summary|zusammenfassung|einleitung|résumé|resumen|introducción)\b/iu
export function readHead({ parts, usual, margins, info }: HeadFacts): Head {
  const title = findTitle(parts, usual, info.title)
  const bodyAt = firstProse(parts, title.parts)
  const head = parts.slice(0, bodyAt).filter((part) => !title.parts.includes(part))
  const lines = head.flatMap((part) => part.lines)
  const below = parts
    .slice(parts.findIndex((part) => title.parts.includes(part)) + 1, bodyAt)
    .flatMap((part) => part.lines)
  const signed = findAuthors(below, info.author)
  const dated = findDates(lines, signed.lines, margins, parts[bodyAt]?.lines[0]?.text ?? '')
  const readLines = new Set([...title.parts.flatMap((part) => part.lines), ...signed.lines, ...dated.lines])
  return {
    title: title.text,
    authors: signed.authors,
    published: dated.published,
    modified: dated.modified,
    notices: [...labelsOf(lines, margins, parts), ...dated.notices],
    readLines,
  }
}

interface Title {
  readonly text: string | null
  readonly parts: readonly Part[]
}

/**
 * The largest words of the first page. The title in the file's data helps only where it stands on that page too, or
 * where nothing there stands out.
 */
function findTitle(parts: readonly Part[], usual: Usual, stated: string | null): Title {
  const known = stated === null || isFileName(stated) ? null : stated
  const candidates = parts.filter(({ kind, lines }) => {
    const words = countWords(wordsOf(lines))
    const isOther = /@/u.test(wordsOf(lines)) || lines.some((line) => namesOf(line).length > 1)
    return (
      (kind === 'heading' || kind === 'paragraph') && words > 0 && words <= LONGEST_TITLE_WORDS && !isOther
    )
  })
  const same =
    known === null ? undefined : candidates.find(({ lines }) => bare(wordsOf(lines)) === bare(known))
  if (same !== undefined) return { text: wordsOf(same.lines), parts: [same] }
  const large = candidates.filter((part) => sizeOf(part) >= TITLE_SIZE * usual.size)
  const full = large.filter(({ lines }) => countWords(wordsOf(lines)) >= 3)
  const size = Math.max(...(full.length > 0 ? full : large).map(sizeOf))
  const first = parts.findIndex(
    (part) => (full.length > 0 ? full : large).includes(part) && sizeOf(part) >= 0.97 * size,
  )
  if (first !== -1) {
    let end = first + 1
    while (
      end < parts.length &&
      candidates.includes(parts[end]!) &&
      Math.abs(sizeOf(parts[end]!) - size) < 0.03 * size
    ) {
      end += 1
    }
    const found = parts.slice(first, end)
    return { text: wordsOf(found.flatMap(({ lines }) => lines)), parts: found }
  }
  if (known !== null) return { text: known, parts: [] }
  const [opening] = parts
  const isHeading = opening?.kind === 'heading' && !BODY_BEGINS.test(wordsOf(opening.lines))
  return isHeading ? { text: wordsOf(opening.lines), parts: [opening] } : { text: null, parts: [] }
}

const sizeOf = ({ lines }: Part): number => lines[0]?.size ?? 0

function isFileName(title: string): boolean {
  return (
    /^(?:microsoft (?:word|powerpoint|excel)|untitled|document\d*$|presentation\d*$|slide \d|powerpoint|layout \d|print)/iu.test(
      title,
    ) ||
    /\.(?:docx?|pdf|tex|dvi|ps|indd|qxd|html?|rtf|odt|pptx?|xlsx?|cdr|ai|fm|pages|txt|md|tmp)\b/iu.test(
      title,
    ) ||
    !/\s|\p{Lo}{4}/u.test(title.trim())
  )
}

/** Where the running text begins. */
function firstProse(parts: readonly Part[], title: readonly Part[]): number {
  const from = title.length === 0 ? 0 : parts.indexOf(title.at(-1)!) + 1
  const found = parts.findIndex(({ kind, lines }, index) => {
    if (index < from) return false
    const text = wordsOf(lines)
    return (
      BODY_BEGINS.test(text) || ((kind === 'paragraph' || kind === 'list') && countWords(text) >= PROSE_WORDS)
    )
  })
  return found === -1 ? parts.length : found
}
