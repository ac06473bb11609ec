import type { Extraction } from '../../../core/extraction.ts'
import type { Notice, Publisher } from '../../../core/source.ts'
import { hasArticleShape } from '../article-shape.ts'
import { siteOf } from '../site.ts'
import { readingOrder } from './columns.ts'
import { joinOverBreaks, toBlocks } from './flow.ts'
import { readHead } from './head.ts'
import { vocabularyOf } from './join-lines.ts'
import { withoutLineNumbers } from './line-numbers.ts'
import { sizeOf } from './indices.ts'
import { toLines } from './lines.ts'
import { openPdf, type OpenedPdf } from './open-pdf.ts'
import type { Line, PdfPage } from './page.ts'
import { type Part, partsOf, pitchOf, type Usual } from './parts.ts'
import type { Unread } from './read-page.ts'
import { formOnly, noText, picturesOnly, portfolio, unknownLetters } from './refusals.ts'
import { withoutRunningLines } from './running-lines.ts'

const USUAL_PITCH = 1.2
/** A line of a table of contents: dots that lead to a page number. */
const LEADERS = /(?:\.\s?){4,}\s*[\divxlc]{1,5}$/iu

/**
 * Reads a PDF: what stands on its pages is put into lines, columns, paragraphs and headings by place and size alone.
 * `onPage` is told of each page that is done.
 * @throws {FootnoteError} `file-unreadable`, `page-unreadable`, `page-too-large`, `article-too-long`
 */
export async function readPdf(
  bytes: Uint8Array,
  url: string | null,
  onPage: () => void = () => {},
): Promise<Extraction> {
  const opened = await openPdf(bytes, onPage)
  refuseEmpty(opened)
  return layOutPdf(opened, url)
}

function layOutPdf(opened: OpenedPdf, url: string | null): Extraction {
  const { pages, leftOut } = withoutRunningLines(withoutLineNumbers(opened.pages))
  const all = pages.map(columnsOf)
  const contents = all.flat(2).filter(({ text }) => LEADERS.test(text))
  const columns = all.map((page) => page.map((lines) => lines.filter((line) => !contents.includes(line))))
  const usual = usualOf(pages, columns.flat())
  const vocabulary = vocabularyOf(columns.flat(2).map(({ text }) => text))
  const parts = columns.map((page) => page.flatMap((lines) => partsOf(lines, usual)))
  const first = opened.pages.find(({ pieces }) => pieces.length > 0)?.number ?? 1
  const { readLines, ...head } = readHead({
    parts: parts[first - 1] ?? [],
    usual,
    margins: [
      ...leftOut.filter(({ page }) => page === first).map(({ text }) => text),
      ...(pages[first - 1]?.rotated ?? []),
    ],
    info: opened,
  })
  const blocks = toBlocks(joinOverBreaks(without(parts.flat(), readLines)), vocabulary)
  return {
    ...head,
    blocks,
    // What a file says of its language is mostly the language of the program that made it.
    language: null,
    publisher: publisherOf(url),
    origin: null,
    canonicalUrl: null,
    notices: [...head.notices, ...unreadNotice(opened)],
    linesLeftOut:
      leftOut.length + contents.length + pages.reduce((sum, { rotated }) => sum + rotated.length, 0),
    looksLikeArticle: hasArticleShape(blocks),
  }
}

function refuseEmpty({ pages, unread, isForm, isPortfolio }: OpenedPdf): void {
  if (isPortfolio) throw portfolio()
  if (pages.some(({ pieces }) => pieces.some(({ blank }) => !blank))) return
  const kinds = new Set(unread.values())
  if (isForm) throw formOnly()
  if (kinds.has('letters')) throw unknownLetters()
  throw kinds.has('picture') ? picturesOnly() : noText()
}

const columnsOf = (page: PdfPage): Line[][] =>
  readingOrder(page.pieces).map((pieces) => toLines(pieces, page))

/** Size, weight and line distance of most of the text. */
function usualOf(pages: readonly PdfPage[], columns: readonly (readonly Line[])[]): Usual {
  const pieces = pages.flatMap((page) =>
    page.pieces.map((piece) => ({ ...piece, size: Math.round(piece.size * 4) / 4 })),
  )
  const size = sizeOf(pieces)
  const body = pieces.filter((piece) => !piece.blank && piece.size === size)
  const characters = (of: typeof body): number => of.reduce((sum, { text }) => sum + text.length, 0)
  const bold = characters(body.filter((piece) => piece.bold)) * 2 > characters(body)
  return { size, bold, pitch: pitchOf(columns) ?? USUAL_PITCH }
}

/** Parts without lines that were read for the source record; those before and after such a line are parted by it. */
function without(parts: readonly Part[], lines: ReadonlySet<Line>): Part[] {
  return parts.flatMap((part) => {
    const kept = part.lines.filter((line) => !lines.has(line))
    return kept.length === 0 ? [] : [kept.length === part.lines.length ? part : { ...part, lines: kept }]
  })
}

function publisherOf(url: string | null): Publisher | null {
  const domain = url === null ? null : siteOf(url)
  return domain === null ? null : { name: domain, domain, basis: 'address' }
}

/** Which pages are missing from the text, in whole or in part. */
function unreadNotice({ unread }: OpenedPdf): Notice[] {
  const of = (kind: Unread): number[] => [...unread].flatMap(([page, why]) => (why === kind ? [page] : []))
  const sentences = [
    said(of('picture'), 'no text that I can read'),
    said(of('letters'), 'letters that I cannot read'),
  ].filter((sentence) => sentence !== null)
  return sentences.length === 0 ? [] : [{ code: 'truncated', message: sentences.join(' '), evidence: [] }]
}

const MOST_NAMED = 12

function said(pages: readonly number[], what: string): string | null {
  if (pages.length === 0) return null
  if (pages.length === 1) return `Page ${pages[0]} holds ${what}.`
  const rest = pages.length - MOST_NAMED
  const named = [...pages.slice(0, MOST_NAMED).map(String), ...(rest > 0 ? [`${rest} more`] : [])]
  return `Pages ${named.slice(0, -1).join(', ')} and ${named.at(-1)} hold ${what}.`
}
