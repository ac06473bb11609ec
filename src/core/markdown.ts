import type { Block, PassageKind } from './article.ts'
import { authorsOfNames, readFrontMatter } from './front-matter.ts'
import type { Extraction } from './extraction.ts'
import { readMarkdownHead } from './markdown-head.ts'
import { plainWords } from './markdown-inline.ts'
import { tableRows } from './markdown-table.ts'
import { normaliseText } from './normalise.ts'
import { isSureCredit, readCredit } from './credit.ts'
import { type CreditLine, findCredits } from './find-credit.ts'
import { withoutHiddenHtml } from './markdown-html.ts'
import { readTextNotices } from './text-notices.ts'
import { findWrittenDate } from './written-date.ts'

const HEADING = /^ {0,3}(#{1,6})\s+(\S.*)$/u
const UNDERLINE = /^ {0,3}(=+|-+)\s*$/u
const RULE = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/u
const FENCE = /^ {0,3}(`{3,}|~{3,})/u
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(.*)$/u
const QUOTE = /^ {0,3}>\s?(.*)$/u
const TABLE_ROW = /^\s*\|.*\|\s*$|^[^|\n]+\|[^|\n]+/u
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u

/**
 * Reads Markdown: front matter, headings, lists, quotes and tables become blocks, the marks themselves go. Line by
 * line and small, because blocks of plain words are all that is needed. The first heading of level one at the top is
 * the title.
 */
export function readMarkdown(raw: string): Extraction {
  const { fields, body } = readFrontMatter(normaliseText(raw))
  const blocks = readBlocks(withoutHiddenHtml(body).split('\n'))
  const first = blocks[0]
  const heading = first?.level === 1 ? first.block.text : null
  const isTitle = heading !== null && (fields.title === null || fields.title === heading)
  const kept: Block[] = []
  const credits: string[] = []
  const head = readMarkdownHead(isTitle ? blocks.slice(1).map(({ block }) => block.text) : [])
  const below = isTitle ? blocks.slice(1 + head.length) : blocks
  for (const [index, { block }] of below.entries()) {
    if (isCredit(block, index, below.length)) credits.push(block.text)
    else kept.push(block)
  }
  const text = kept.filter(({ kind }) => kind === 'paragraph' || kind === 'quote').map((block) => block.text)
  const [origin = null] = findCredits(credits.map(asLine), text.map(asLine))
  const date = findWrittenDate(fields.date ?? '')
  return {
    blocks: kept,
    title: fields.title ?? heading,
    language: fields.language,
    publisher: null,
    origin,
    authors: fields.author === null ? head.authors : authorsOfNames(fields.author),
    published: date === null ? head.published : { value: date.value, basis: 'meta' },
    modified: head.modified,
    canonicalUrl: null,
    notices: readTextNotices(
      fields.title ?? heading,
      [],
      kept.map((block) => block.text),
    ),
    linesLeftOut: 0,
    looksLikeArticle: true,
  }
}

const asLine = (text: string): CreditLine => ({ text, links: [] })

/** A paragraph that only credits: at either end any credit, in between one that names the work it speaks of. */
function isCredit({ kind, text }: Block, index: number, count: number): boolean {
  if (kind !== 'paragraph') return false
  const isNearEnd = index < 2 || index >= count - 3
  return isNearEnd ? readCredit(text) !== null : isSureCredit(text, 'inside')
}

interface Read {
  readonly block: Block
  /** Of a heading, else 0. */
  readonly level: number
}

function readBlocks(lines: readonly string[]): Read[] {
  const blocks: Read[] = []
  let kind = 'paragraph' as PassageKind
  let open: string[] = []
  const close = (): void => {
    const words = kind === 'table' ? tableRows(open) : kind === 'list' ? open.join('\n') : open.join(' ')
    if (words.trim() !== '') blocks.push({ block: { kind, text: plainWords(words), page: null }, level: 0 })
    open = []
    kind = 'paragraph'
  }
  const switchTo = (next: PassageKind): void => {
    if (kind === next && open.length > 0) return
    close()
    kind = next
  }
  const addHeading = (words: string, level: number): void => {
    close()
    blocks.push({ block: { kind: 'heading', text: plainWords(words), page: null }, level })
  }
  let fence: string | null = null
  let code: string[] = []
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1]
    if (fence !== null) {
      const closes = mark !== undefined && mark.startsWith(fence) && line.trim() === mark
      if (!closes) code.push(line)
      if (!closes && index < lines.length - 1) continue
      blocks.push({ block: { kind: 'paragraph', text: code.join('\n'), page: null }, level: 0 })
      ;[fence, code] = [null, []]
      continue
    }
    if (mark !== undefined) {
      close()
      fence = mark
      continue
    }
    const heading = HEADING.exec(line)
    const quote = QUOTE.exec(line)
    const item = ITEM.exec(line)
    if (heading !== null)
      addHeading((heading[2] ?? '').trimEnd().replace(/(?<=\s)#+$/u, ''), heading[1]?.length ?? 1)
    else if (line.trim() === '') close()
    else if (UNDERLINE.test(line) && kind === 'paragraph' && open.length === 1) {
      const words = open.join(' ')
      open = []
      addHeading(words, line.includes('=') ? 1 : 2)
    } else if (RULE.test(line)) close()
    else if (quote !== null) {
      if (quote[1]?.trim() === '') close()
      switchTo('quote')
      open.push(quote[1] ?? '')
    } else if (item !== null) {
      switchTo('list')
      open.push(item[1] ?? '')
    } else if (isTableLine(lines, index, kind)) {
      switchTo('table')
      open.push(line)
    } else if (kind === 'list' && /^\s+\S/u.test(line)) open[open.length - 1] += ` ${line.trim()}`
    else if (kind === 'table') {
      close()
      open.push(line.trim())
    } else open.push(line.trim())
  }
  close()
  return blocks
}

function isTableLine(lines: readonly string[], index: number, kind: PassageKind): boolean {
  const line = lines[index] ?? ''
  if (kind === 'table') return line.includes('|')
  const next = lines[index + 1] ?? ''
  return TABLE_ROW.test(line) && next.includes('|') && TABLE_RULE.test(next)
}
