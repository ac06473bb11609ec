import type { Block } from '../../core/article.ts'
import type { CreditLinks } from '../../core/credit-name.ts'
import { type CreditLine, findCredits } from '../../core/find-credit.ts'
import { isOwnName } from '../../core/own-name.ts'
import type { Origin, Publisher } from '../../core/source.ts'
import { type Page, type PageElement, textOf } from './dom.ts'
import { isElsewhere } from './origin.ts'

/** What may be a line of its own: a block with no block inside, or what a page calls a byline or a source. */
const BLOCKS = 'p, div, li, td, dd, section, footer, header, address, h2, h3, h4, h5, h6, center, blockquote'
const SIGNATURES =
  '[rel~="author"], [class*="byline" i], [itemprop="author"], [class*="author" i], [class*="source" i], [class*="agency" i], [class*="syndicat" i], [class*="republish" i], [class*="original-" i], small'
const INNER_BLOCK = 'p, div, li, td, section, article, table, ul, ol, h1, h2, h3, h4, blockquote, figure'
/** Elements that hold other articles, pictures, readers' words. */
const NOT_OURS = /^(?:ASIDE|NAV|FIGURE|FIGCAPTION|FORM|BUTTON|DIALOG)$/u
const NOT_OUR_NAME =
  /(?:^|[\s_-])(?:comments?|disqus|respond|related|recommended|recommendations|recirc|read-next|more-from|trending|most-read|popular|sidebar|widget|widgets|captions?|wp-caption-text|gallery|slideshow|photo|photos|image|images|picture|teaser|teasers|promo|cookie|newsletter|modal|popup|carousel|card|cards|listing|nav|menu|articles|posts|stories|recent|latest|feed|webring|blogroll|links|tags)(?:$|[\s_-])/iu
const LONGEST_LINE = 300
const MOST_ELEMENTS = 4000
/** So many lines above the first paragraph and below the last one belong to the article. */
const ABOVE = 15
const BELOW = 12
/** A credit may stand above a last sentence about the author. */
const NEAR_END = 3
/** Links that say under which terms, or where to follow, not where the words come from. */
const NO_SOURCE =
  /creativecommons\.org|(?:facebook|twitter|x|instagram|linkedin|youtube|whatsapp|t)\.(?:com|co|me)$|^mailto:/iu

/** Whom the page's own lines credit, where that is not the publisher: above, below and at the ends of its text. */
export function creditedOrigin(
  page: Page,
  blocks: readonly Block[],
  publisher: Publisher | null,
  url: string | null,
): Origin | null {
  const all = linesOf(page)
  const elements = new Map(all.map(({ element, key }) => [key, element]))
  const text = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'quote')
    .map((block): CreditLine => {
      const element = elements.get(squeeze(block.text))
      return { text: block.text, links: element === undefined ? [] : linksIn(element, url) }
    })
  const ends = [...text.slice(0, 2), ...text.slice(-4)].filter((line) => line.text.length <= LONGEST_LINE)
  const lines = [...linesAround(all, text, url), ...ends]
  const credit = findCredits(lines, text).find(({ name }) => !isOwnName(name, publisher))
  if (credit === undefined) return null
  return { ...credit, url: credit.url ?? addressFor(credit, [...lines, ...text]) }
}

interface PageLine {
  readonly element: PageElement
  readonly text: string
  /** The same for a line and for the block that was made of it. */
  readonly key: string
}

/** Lines of the page in order, without containers of other lines. */
function linesOf(page: Page): PageLine[] {
  return [...page.body.querySelectorAll(`${BLOCKS}, ${SIGNATURES}`)]
    .slice(0, MOST_ELEMENTS)
    .filter((element) => element.querySelector(INNER_BLOCK) === null)
    .map((element) => {
      const text = textOf(element)
      return { element, text, key: squeeze(text) }
    })
    .filter(({ text }) => text !== '')
}

/** The lines above the first paragraph of the text and below its last one, also those that are no part of it. */
function linesAround(
  all: readonly PageLine[],
  text: readonly CreditLine[],
  url: string | null,
): CreditLine[] {
  const keys = all.map(({ key }) => key)
  const first = keys.indexOf(squeeze(text[0]?.text ?? ''))
  const last = keys.lastIndexOf(squeeze(text.at(-1)?.text ?? ''))
  const above = first === -1 ? [] : all.slice(Math.max(0, first - ABOVE), first + 2)
  const below = last === -1 ? [] : all.slice(Math.max(last - NEAR_END, first + 2), last + 1 + BELOW)
  return [...above, ...below]
    .filter((line) => line.text.length <= LONGEST_LINE && isOurs(line.element, all[first]?.element))
    .map((line) => ({ text: line.text, links: linksIn(line.element, url) }))
}

/** Whether no container of pictures, comments or other articles holds an element; one that holds the text is none. */
function isOurs(element: PageElement, paragraph: PageElement | undefined): boolean {
  for (let above: PageElement | null = element; above !== null; above = above.parentElement) {
    if (paragraph !== undefined && above.contains(paragraph)) return true
    if (NOT_OURS.test(above.tagName)) return false
    const names = `${above.getAttribute('class') ?? ''} ${above.getAttribute('id') ?? ''}`
    if (NOT_OUR_NAME.test(names.replace(/([a-z])([A-Z])/gu, '$1-$2'))) return false
  }
  return true
}

/** Inline markup leaves white space differently in blocks and in elements. */
const squeeze = (text: string): string => text.replace(/\s+/gu, '').slice(0, 160)

function linksIn(element: PageElement, url: string | null): CreditLinks {
  return [...element.querySelectorAll('a')]
    .map((link) => ({ text: textOf(link), url: link.getAttribute('href') ?? '' }))
    .filter((link) => /^https?:\/\//iu.test(link.url) && URL.canParse(link.url) && isElsewhere(link.url, url))
    .filter((link) => !NO_SOURCE.test(new URL(link.url).hostname))
}

/** Where a credit's own words lead, if they are a link to another site. */
function addressFor({ basis }: Origin, lines: readonly CreditLine[]): string | null {
  const line = lines.find(({ text }) => text === basis) ?? lines.find(({ text }) => text.includes(basis))
  return line?.links.find(({ text }) => text !== '' && basis.includes(text))?.url ?? null
}
