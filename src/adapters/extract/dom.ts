// One file of everything, which is loaded in a third of the time of the many that it was made from.
import { parseHTML } from 'linkedom/worker'

// The few parts of the DOM that extraction uses. TypeScript's own `dom` library would make every browser global
// visible in a server program.

export interface PageNode {
  /** 1 element, 3 text. */
  readonly nodeType: number
  readonly childNodes: ArrayLike<PageNode> & Iterable<PageNode>
  textContent: string | null
}

export interface PageElement extends PageNode {
  /** Upper case. */
  readonly tagName: string
  readonly parentElement: PageElement | null
  readonly children: ArrayLike<PageElement> & Iterable<PageElement>
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>
  removeAttribute(name: string): void
  contains(other: PageNode): boolean
  remove(): void
}

export interface Page {
  readonly documentElement: PageElement
  /** Holds every `<meta>`, `<link>`, `<title>` and JSON-LD script, wherever the page had them. */
  readonly head: PageElement
  readonly body: PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>
}

/** A page from markup that `simplifyMarkup` wrote: it always has a head and a body. */
export function parsePage(markup: string): Page {
  return parseHTML(markup).document
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1

export const isText = (node: PageNode): boolean => node.nodeType === 3

/** What an element is called: the values of these attributes, as the page writes them. */
export const elementNames = (element: PageElement, attributes: readonly string[] = ['class', 'id']): string =>
  attributes.map((attribute) => element.getAttribute(attribute) ?? '').join(' ')

/** `RelatedPosts` → `Related-Posts`: names are matched by their words. */
export const hyphenated = (names: string): string => names.replace(/([a-z])([A-Z])/g, '$1-$2')

/** Visible text with white space collapsed. */
export const textOf = (node: PageNode | null): string =>
  (node?.textContent ?? '').replace(/\s+/gu, ' ').trim()

/** Text of a value that may hold entities or tags although it should be plain, as many pages' metadata does. */
export function plainText(value: string): string {
  const decoded = value.replace(COMMON_ENTITY, (entity, code: string | undefined, name: string | undefined) =>
    name === undefined ? characterOf(Number(code), entity) : (NAMED[name] ?? entity),
  )
  // What is left has tags, or entities that few pages use: the parser knows them all.
  return /&#?\w+;|<[a-z!/]/i.test(decoded)
    ? textOf(parsePage(`<!doctype html><html><head></head><body>${value}</body></html>`).body)
    : decoded.replace(/\s+/gu, ' ').trim()
}

const COMMON_ENTITY =
  /&(?:#(\d{1,6})|(amp|lt|gt|quot|apos|nbsp|ndash|mdash|lsquo|rsquo|ldquo|rdquo|hellip));/g
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

/** Numbers below 160 mean windows-1252 to browsers: that table is the parser's. */
const characterOf = (code: number, entity: string): string =>
  (code >= 32 && code < 127) || (code >= 160 && code < 0xd800) ? String.fromCodePoint(code) : entity
