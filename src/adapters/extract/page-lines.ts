import {
  elementNames,
  hyphenated,
  isElement,
  isText,
  type Page,
  type PageElement,
  type PageNode,
} from './dom.ts'

/** Part of a page that is not about its article: a site's own header and menu, other stories, what readers wrote. */
type Zone = 'masthead' | 'elsewhere' | 'comments'

/** One visible line of a page: what stands between two block boundaries. */
export interface PageLine {
  readonly text: string
  /** The innermost block that holds it. */
  readonly element: PageElement
  readonly zone: Zone | null
  /** 1 to 6, 0 where it is no heading. */
  readonly headingLevel: number
  /** Whether all of it leads to other pages. */
  readonly isLink: boolean
  readonly links: readonly { readonly text: string; readonly url: string }[]
  /** Parts of it that the page names for authors, agencies and sources. */
  readonly signatures: readonly string[]
  /** The blocks around it, as they were before an article is taken out of the page. */
  readonly frame: Frame
}

/** A block and the blocks around it. */
export interface Frame {
  readonly element: PageElement
  readonly above: Frame | null
}

const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|BR|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HGROUP|HR|LEGEND|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TIME|TR|UL)$/
const MASTHEAD_NAME =
  /(?:^|[\s_-])(?:masthead|site-?header|page-?header-?top|top-?bar|global-?header|navbar|nav|menu|current-?date|today|weather|breadcrumbs?)(?:$|[\s_-])/i
const ELSEWHERE_NAME =
  /(?:^|[\s_-])(?:related|recommend(?:ed|ations)?|recirc|teasers?|sidebar|widget-?area|trending|popular|most-?read|latest|more-?(?:from|stories|news|posts)|read-?next|up-?next|promo|carousel|newsletter|cookie|consent|site-?footer|page-?footer|colophon|copyright)(?:$|[\s_-])/i
const COMMENTS_NAME = /(?:^|[\s_-])(?:comments?|comment-?list|disqus|replies|respond|discussion)(?:$|[\s_-])/i
const SIGNATURE_NAME = /byline|author|source|agency|syndicat|republish|original-/i
/** Whoever is named there took a picture. */
const PICTURE_NAME = /caption|photo|image|picture|gallery/i
const LONGEST_SIGNATURE = 300
const MOST_LINES = 5000
const LONGEST_LINE = 2000

/** A part that holds this share of the page's words is its article, whatever its name. */
const MOST_OF_PAGE = 0.35

interface Place {
  readonly root: PageElement
  readonly zone: Zone
}

/** The visible lines of a page in their order. The page is left as it is. */
export function readPageLines(page: Page): PageLine[] {
  const lines: (Omit<PageLine, 'zone'> & { readonly place: Place | null })[] = []
  const words = new Map<PageElement | null, number>()
  let text = ''
  let linked = 0
  let links: { text: string; url: string }[] = []
  let signatures: string[] = []
  let frame: Frame = { element: page.body, above: null }
  let place: Place | null = null
  let linksOpen = 0
  let picturesOpen = 0

  const flush = (): void => {
    const line = text.replace(/\s+/gu, ' ').trim()
    if (line !== '' && lines.length < MOST_LINES) {
      lines.push({
        text: line.slice(0, LONGEST_LINE),
        element: frame.element,
        place,
        headingLevel: headingLevelOf(frame.element),
        isLink: linked >= line.length,
        links,
        signatures,
        frame,
      })
    }
    const root = place?.root ?? null
    words.set(root, (words.get(root) ?? 0) + line.split(' ').length)
    text = ''
    linked = 0
    links = []
    signatures = []
  }
  const walk = (node: PageNode): void => {
    if (isText(node)) {
      const piece = node.textContent ?? ''
      // "2022" and "8:23 PM" stand in elements of their own, with only a style sheet between them.
      text += /\d$/.test(text) && /^\d/.test(piece) ? ` ${piece}` : piece
      if (linksOpen > 0) linked += piece.replace(/\s+/gu, ' ').length
      return
    }
    if (!isElement(node)) return
    if (node.tagName === 'BR' && headingLevelOf(frame.element) > 0) {
      text += ' '
      return
    }
    const isLink = node.tagName === 'A'
    if (isLink) linksOpen += 1
    if (BLOCK.test(node.tagName)) {
      flush()
      const outer = { frame, place }
      const zone = zoneOf(node)
      frame = { element: node, above: frame }
      if (zone !== null) place = { root: node, zone }
      for (const child of node.childNodes) walk(child)
      flush()
      frame = outer.frame
      place = outer.place
    } else {
      const from = text.length
      const isPicture = PICTURE_NAME.test(node.getAttribute('class') ?? '')
      if (isPicture) picturesOpen += 1
      for (const child of node.childNodes) walk(child)
      const inside = text.slice(from).replace(/\s+/gu, ' ').trim()
      if (isLink && inside !== '') links.push({ text: inside, url: node.getAttribute('href') ?? '' })
      if (inside !== '' && inside.length <= LONGEST_SIGNATURE && picturesOpen === 0 && isSignature(node))
        signatures.push(inside)
      if (isPicture) picturesOpen -= 1
    }
    if (isLink) linksOpen -= 1
  }
  walk(page.body)
  const all = [...words.values()].reduce((sum, count) => sum + count, 0)
  return lines.map(({ place: found, ...line }) => {
    const isMost = found !== null && (words.get(found.root) ?? 0) > all * MOST_OF_PAGE
    return { ...line, zone: found === null || isMost ? null : found.zone }
  })
}

function isSignature(element: PageElement): boolean {
  if (element.tagName === 'SMALL') return true
  return SIGNATURE_NAME.test(elementNames(element, ['class', 'rel', 'itemprop']))
}

const headingLevelOf = (element: PageElement): number => Number(/^H([1-6])$/.exec(element.tagName)?.[1] ?? 0)

/** What an element's role or name says of all that is in it; null where it says nothing. */
function zoneOf(element: PageElement): Zone | null {
  const tag = element.tagName
  if (/^(?:BODY|MAIN|ARTICLE|H[1-6])$/.test(tag)) return null
  if (tag === 'NAV') return 'masthead'
  const names = hyphenated(elementNames(element)).slice(0, 300)
  if (tag === 'FOOTER' && isOutside(element)) return 'elsewhere'
  if (tag === 'HEADER' && isOutside(element)) return 'masthead'
  if (COMMENTS_NAME.test(names)) return 'comments'
  if (MASTHEAD_NAME.test(names)) return 'masthead'
  return ELSEWHERE_NAME.test(names) ? 'elsewhere' : null
}

/** A header inside an article is the article's, one outside is the site's. */
function isOutside(element: PageElement): boolean {
  for (let above = element.parentElement; above !== null; above = above.parentElement) {
    if (/^(?:ARTICLE|MAIN)$/.test(above.tagName)) return false
  }
  return true
}
