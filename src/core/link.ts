import type { Article } from './article.ts'
import type { Span } from './span.ts'

/** Longer addresses leave no room on a card: eight Russian links can take 3,168 of its 4,000 characters. */
const LONGEST_LINK = 250
/** Quotes up to this length are named whole, longer ones by their first and last words. */
const LONGEST_EXACT = 60
const MOST_WORDS = 8

/**
 * Address that opens the article's page at these words (text fragment, https://wicg.github.io/scroll-to-text-fragment/),
 * or the plain address where no short fragment is unique. Null where the article is no web page.
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
  if (plain === null || article.source.kind !== 'link') return plain
  const address = place === '' ? plain : `${plain}#${place}`
  const fragment = textFragment(article.text, span)
  if (fragment === null) return address
  const link = `${plain}#${place}:~:text=${fragment}`
  return link.length <= LONGEST_LINK ? link : address
}

function plainLink({ source: { url } }: Article): string | null {
  return url !== null && /^https?:/.test(url) ? url.replace(/#.*$/s, '') : null
}

function textFragment(text: string, span: Span): string | null {
  const exact = text.slice(span.start, span.end)
  if (exact.length <= LONGEST_EXACT && !exact.includes('\n') && text.indexOf(exact) === span.start)
    return encode(exact)
  const words = [...exact.matchAll(/\S+/g)]
  for (let count = 2; count <= Math.min(MOST_WORDS, Math.floor(words.length / 2)); count++) {
    const last = words[count - 1]!
    const first = words.at(-count)!
    const opening = exact.slice(0, last.index + last[0].length)
    const closing = exact.slice(first.index)
    if (opening.includes('\n') || closing.includes('\n')) return null
    // A browser takes the first place of the opening words, then the first place of the closing words after them.
    const isUnique =
      text.indexOf(opening) === span.start &&
      text.indexOf(closing, span.start + opening.length) === span.end - closing.length
    if (isUnique) return `${encode(opening)},${encode(closing)}`
  }
  return null
}

/** Percent-encoding that is safe in a text fragment (`-`, `,`, `&`) and in Discord's masked links (brackets, marks). */
function encode(words: string): string {
  return encodeURIComponent(words).replace(
    /[-!'()*_~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
