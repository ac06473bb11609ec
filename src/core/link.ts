import type { Article } from './article.ts'
import { type LinkTerms, linkTerms } from './link-terms.ts'
import type { Span } from './span.ts'

/** Longer addresses leave no room on a card: eight Russian links can take 3,168 of its 4,000 characters. */
const LONGEST_LINK = 250

/**
 * Address that opens the article's page at these words (text fragment, https://wicg.github.io/scroll-to-text-fragment/),
 * or the plain address where no short fragment leads there and nowhere else. Null where the article is no web page.
 */
export function linkToWords(article: Article, span: Span): string | null {
  return linkTo(article, span, '')
}

/**
 * The same for a PDF: at a page (1-based), as browsers and Adobe's reader understand it (RFC 8118), and at these words
 * where a reader knows how to find them there.
 */
export function linkToPage(article: Article, span: Span, page: number): string | null {
  return linkTo(article, span, `page=${page}`)
}

function linkTo(article: Article, span: Span, place: string): string | null {
  const plain = plainLink(article)
  // Of a paste nobody knows whether its words are on the page; a saved page has them.
  const isPage = article.source.kind === 'link' || article.onPage !== undefined
  if (plain === null || !isPage) return plain
  for (const terms of linkTerms(article, span, (term) => encode(term).length)) {
    const link = `${plain}#${place}:~:text=${fragmentOf(terms)}`
    if (link.length <= LONGEST_LINK) return link
  }
  return place === '' ? plain : `${plain}#${place}`
}

function plainLink({ source: { url } }: Article): string | null {
  return url !== null && /^https?:/.test(url) ? url.replace(/#.*$/s, '') : null
}

function fragmentOf({ prefix, start, end, suffix }: LinkTerms): string {
  return [
    ...(prefix === null ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === null ? [] : [encode(end)]),
    ...(suffix === null ? [] : [`-${encode(suffix)}`]),
  ].join(',')
}

/** Percent-encoding that is safe in a text fragment (`-`, `,`, `&`) and in Discord's masked links (brackets, marks). */
function encode(words: string): string {
  return encodeURIComponent(words.replace(/\s+/gu, ' ')).replace(
    /[-!'()*_~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
