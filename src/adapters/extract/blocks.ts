import type { Block, PassageKind } from '../../core/article.ts'
import { countWords } from '../../core/words.ts'
import { readTableLines } from './table-lines.ts'
import { isElement, isText, type PageElement, type PageNode, textOf } from './dom.ts'

const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HGROUP|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/
/** Not the article's running words: pictures, what belongs to them, controls. */
const SKIPPED =
  /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|FIGCAPTION|CAPTION|BUTTON|INPUT|NAV|FORM|IFRAME|IMG|PICTURE|AUDIO|VIDEO|HR|RT|RP)$/
const RICH_CONTENT = 'p + p, h1, h2, h3, h4, h5, h6, table, blockquote, article, section'

/** Above this many words on average, the items of a list are passages of their own. */
const LONG_ITEM_WORDS = 30
/** Cells this long hold paragraphs, not values: the table is there for the layout. */
const LAYOUT_CELL_WORDS = 80

/** A block with what only the page can tell of it. */
export interface PageBlock extends Block {
  /** How much of the text leads to other pages, 0 to 1. */
  readonly linked: number
  /** Where its first link leads, as the page writes it; null where there is none. */
  readonly leadsTo: string | null
  /** How many links it holds, where that was counted. */
  readonly links: number
}

/** The blocks of an article's DOM in reading order. Inline markup neither adds nor loses a space. */
export function toBlocks(root: PageElement): PageBlock[] {
  const blocks: PageBlock[] = []
  let inline = ''
  let linked = 0
  let linksOpen = 0
  let leadsTo: string | null = null
  let links = 0

  const add = (
    kind: PassageKind,
    text: string,
    share: number,
    target: string | null = null,
    count = 0,
  ): void => {
    if (text !== '') blocks.push({ kind, text, page: null, linked: share, leadsTo: target, links: count })
  }
  const flush = (kind: PassageKind): void => {
    const share = linked / Math.max(1, collapse(inline).length)
    for (const part of inline.split(/\n\s*\n/u)) add(kind, collapse(part), share, leadsTo, links)
    inline = ''
    linked = 0
    links = 0
    leadsTo = null
  }
  const walk = (element: PageElement, kind: PassageKind): void => {
    const isLink = leadsAway(element)
    if (isLink) {
      linksOpen += 1
      links += 1
      leadsTo ??= element.getAttribute('href')
    }
    for (const node of element.childNodes) {
      if (isElement(node)) visit(node, kind)
      else if (isText(node)) {
        const text = (node.textContent ?? '').replace(/\s+/gu, ' ')
        inline += text
        if (linksOpen > 0) linked += text.length
      }
    }
    if (isLink) linksOpen -= 1
  }
  const visit = (element: PageElement, kind: PassageKind): void => {
    const name = element.tagName.toUpperCase()
    if (SKIPPED.test(name)) return
    if (name === 'BR') {
      inline += '\n'
      return
    }
    if (!BLOCK.test(name)) {
      walk(element, kind)
      return
    }
    flush(kind)
    if (/^H[1-6]$/.test(name)) {
      const target = [...element.querySelectorAll('a')].find(leadsAway)?.getAttribute('href') ?? null
      add('heading', textOf(element), linkShare(element), target)
    } else if (name === 'SUMMARY') add('heading', textOf(element), linkShare(element))
    else if (name === 'PRE') {
      for (const part of (element.textContent ?? '').split(/\n\s*\n/u)) add('paragraph', part.trim(), 0)
    } else if (name === 'BLOCKQUOTE') walk(element, 'quote')
    else if (name === 'FIGURE') walkFigure(element, kind)
    else if (name === 'TABLE') readTable(element, kind)
    else if (name === 'UL' || name === 'OL' || name === 'DL') readList(element, kind)
    else walk(element, kind)
    flush(name === 'BLOCKQUOTE' ? 'quote' : kind)
  }
  /** A figure is a picture, but some systems wrap tables, quotes and lists in one too. */
  const walkFigure = (figure: PageElement, kind: PassageKind): void => {
    for (const inner of figure.querySelectorAll('table, blockquote, pre, ul')) {
      if (inner.parentElement?.tagName === 'FIGURE' || inner.tagName !== 'UL') visit(inner, kind)
    }
  }
  const readList = (list: PageElement, kind: PassageKind): void => {
    if (list.querySelector(RICH_CONTENT) !== null) {
      walk(list, kind)
      return
    }
    const items = itemsOf(list)
    const words = countWords(items.join(' '))
    if (words > items.length * LONG_ITEM_WORDS) for (const item of items) add('list', item, 0)
    else add('list', items.join('\n'), linkShare(list))
  }
  const readTable = (table: PageElement, kind: PassageKind): void => {
    const cells = [...table.querySelectorAll('td')]
    const isLayout =
      table.querySelector('table') !== null ||
      cells.some((cell) => countWords(textOf(cell)) > LAYOUT_CELL_WORDS) ||
      table.getAttribute('role') === 'presentation'
    if (isLayout) walk(table, kind)
    else add('table', readTableLines(table).join('\n'), linkShare(table))
  }

  walk(root, 'paragraph')
  flush('paragraph')
  return blocks
}

const leadsAway = (element: PageElement): boolean =>
  element.tagName.toUpperCase() === 'A' && !/^#|^$/.test(element.getAttribute('href') ?? '')

function linkShare(element: PageElement): number {
  const all = textOf(element).length
  const links = [...element.querySelectorAll('a')].filter(leadsAway)
  return links.reduce((sum, link) => sum + textOf(link).length, 0) / Math.max(1, all)
}

const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Items of a list, those of lists inside it after the item that holds them. */
function itemsOf(list: PageElement): string[] {
  const items: string[] = []
  let own = ''
  const finish = (): void => {
    const item = collapse(own)
    if (item !== '') items.push(item)
    own = ''
  }
  const walk = (node: PageNode): void => {
    if (isText(node)) own += node.textContent ?? ''
    if (!isElement(node)) return
    const name = node.tagName.toUpperCase()
    if (SKIPPED.test(name)) return
    const isItem = /^(?:LI|DT|DD|UL|OL|DL)$/.test(name)
    if (isItem) finish()
    else if (BLOCK.test(name) || name === 'BR') own += ' '
    for (const child of node.childNodes) walk(child)
    if (isItem) finish()
    else if (BLOCK.test(name)) own += ' '
  }
  for (const child of list.childNodes) walk(child)
  finish()
  return items
}
