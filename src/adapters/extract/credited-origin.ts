import type { Block } from '../../core/article.ts'
import type { CreditLinks } from '../../core/credit-name.ts'
import { type CreditLine, findCredits } from '../../core/find-credit.ts'
import { isOwnName } from '../../core/own-name.ts'
import type { Origin, Publisher } from '../../core/source.ts'
import { elementNames, hyphenated, type PageElement } from './dom.ts'
import { isElsewhere } from './origin.ts'
import type { Frame, PageLine } from './page-lines.ts'

/** Elements that hold other articles, pictures, readers' words. */
const NOT_OURS = /^(?:ASIDE|NAV|FIGURE|FIGCAPTION|FORM|BUTTON|DIALOG)$/u
const NOT_OUR_NAME =
  /(?:^|[\s_-])(?:comments?|disqus|respond|related|recommended|recommendations|recirc|read-next|more-from|trending|most-read|popular|sidebar|widget|widgets|captions?|wp-caption-text|gallery|slideshow|photo|photos|image|images|picture|teaser|teasers|promo|cookie|newsletter|modal|popup|carousel|card|cards|listing|nav|menu|articles|posts|stories|recent|latest|feed|webring|blogroll|links|tags)(?:$|[\s_-])/iu
const LONGEST_LINE = 300
/** So many lines above the first paragraph and below the last one belong to the article. */
const ABOVE = 15
const BELOW = 12
/** A credit may stand above a last sentence about the author. */
const NEAR_END = 3
/** Links that say under which terms, or where to follow, not where the words come from. */
const NO_SOURCE =
  /creativecommons\.org|(?:facebook|twitter|x|instagram|linkedin|youtube|whatsapp|t)\.(?:com|co|me)$|^mailto:/iu

/**
 * Whom the page's own lines credit, where that is not the publisher: above, below and at the ends of its text. `lines`
 * are those of the whole page as it came.
 */
export function creditedOrigin(
  lines: readonly PageLine[],
  blocks: readonly Block[],
  publisher: Publisher | null,
  url: string | null,
): Origin | null {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'quote')
  const places = placesOf(lines)
  const text = paragraphs.map((block): CreditLine => {
    const line = lines[places.get(keyOf(block.text)) ?? -1]
    return { text: block.text, links: line === undefined ? [] : linksIn(line, url) }
  })
  const ends = [...text.slice(0, 2), ...text.slice(-4)].filter((line) => line.text.length <= LONGEST_LINE)
  const first = places.get(keyOf(paragraphs[0]?.text ?? '')) ?? -1
  const last = places.get(keyOf(paragraphs.at(-1)?.text ?? '')) ?? -1
  const around = [...linesAround(lines, { first, last }, url), ...ends]
  const credit = findCredits(around, text).find(({ name }) => !isOwnName(name, publisher))
  if (credit === undefined) return null
  return { ...credit, url: credit.url ?? addressFor(credit, [...around, ...text]) }
}

/** Where a block's words begin among the lines: a line break inside a block makes several lines of it. */
function placesOf(lines: readonly PageLine[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [index, { text }] of lines.entries()) {
    const key = keyOf(text)
    if (!places.has(key)) places.set(key, index)
  }
  return places
}

/** Inline markup leaves white space differently in blocks and in lines. */
const keyOf = (text: string): string => text.slice(0, 80).replace(/\s+/gu, '').slice(0, 40)

/** The lines above the first paragraph of the text and below its last one, also those that are no part of it. */
function linesAround(
  lines: readonly PageLine[],
  { first, last }: { readonly first: number; readonly last: number },
  url: string | null,
): CreditLine[] {
  const above = first === -1 ? [] : lines.slice(Math.max(0, first - ABOVE), first + 2)
  const below = last === -1 ? [] : lines.slice(Math.max(last - NEAR_END, first + 2), last + 1 + BELOW)
  const around = blocksAround(lines[first])
  return [...above, ...below]
    .filter((line) => line.text.length <= LONGEST_LINE && isOurs(line, around))
    .flatMap((line) => {
      const links = linksIn(line, url)
      const parts = line.signatures.filter((part) => part !== line.text)
      return [line.text, ...parts].map((text) => ({ text, links }))
    })
}

function blocksAround(line: PageLine | undefined): Set<PageElement> {
  const around = new Set<PageElement>()
  for (let frame = line?.frame ?? null; frame !== null; frame = frame.above) around.add(frame.element)
  return around
}

/** Whether no container of pictures, comments or other articles holds a line; one that holds the text is none. */
function isOurs(line: PageLine, around: ReadonlySet<PageElement>): boolean {
  for (let frame: Frame | null = line.frame; frame !== null; frame = frame.above) {
    const { element } = frame
    if (around.has(element)) return true
    if (NOT_OURS.test(element.tagName)) return false
    if (NOT_OUR_NAME.test(hyphenated(elementNames(element)))) return false
  }
  return true
}

function linksIn({ links }: PageLine, url: string | null): CreditLinks {
  return links
    .filter((link) => /^https?:\/\//iu.test(link.url) && URL.canParse(link.url) && isElsewhere(link.url, url))
    .filter((link) => !NO_SOURCE.test(new URL(link.url).hostname))
}

/** Where a credit's own words lead, if they are a link to another site. */
function addressFor({ basis }: Origin, lines: readonly CreditLine[]): string | null {
  const line = lines.find(({ text }) => text === basis) ?? lines.find(({ text }) => text.includes(basis))
  return line?.links.find(({ text }) => text !== '' && basis.includes(text))?.url ?? null
}
