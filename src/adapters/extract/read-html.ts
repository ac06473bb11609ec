import type { Block } from '../../core/article.ts'
import { readCredit, readDateline } from '../../core/credit.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Extraction } from '../../core/extraction.ts'
import type { Notice, Origin, Publisher } from '../../core/source.ts'
import { countWords } from '../../core/words.ts'
import { hasArticleShape, proseIn, wordsIn } from './article-shape.ts'
import { parsePage, type Page, textOf } from './dom.ts'
import { findArticle } from './find-article.ts'
import { readMetadata } from './metadata.ts'
import { simplifyMarkup } from './simplify-markup.ts'
import { refuseWalls } from './walls.ts'

/** Below this, a page's data are asked for the article's text. */
const THIN_WORDS = 40
const LEAST_BODY_WORDS = 80
/** A page that is not free and shows fewer words than this shows an opening. */
const TEASER_WORDS = 250
/** Lines at either end of an article where credits stand. */
const CREDIT_LINES = 4

/**
 * Reads a page. `now`: milliseconds since the epoch, against which dates are judged.
 * @throws {FootnoteError} `page-too-large`, `page-blocked`, `page-unreadable`
 */
export function readHtml(html: string, url: string | null, now: number): Extraction {
  const { markup, scripts } = simplifyMarkup(html)
  const page = parsePage(markup)
  const { isDeclaredArticle, isPaid, statedWords, statedBody, ...metadata } = readMetadata(page, url, now)
  const found = findArticle(markup, metadata.title)
  const blocks = wordsIn(found) < THIN_WORDS ? bodyInData(statedBody, found) : found
  const words = wordsIn(blocks)
  refuseWalls(page, { scripts, words, isDeclared: isDeclaredArticle, isPaid })
  if (words === 0 || (!isDeclaredArticle && proseIn(blocks) <= 0)) throw unreadable()
  const teaser = teaserNotice(words, isPaid, statedWords)
  const credited = creditedOrigin(page, blocks, metadata.publisher)
  return {
    ...metadata,
    // A line that only credits is part of the source record, as in a pasted page, not of the article.
    blocks: blocks.filter(({ text }) => text !== credited?.basis),
    origin: joinOrigins(credited, metadata.origin),
    notices: teaser === null ? metadata.notices : [...metadata.notices, teaser],
    linesLeftOut: 0,
    looksLikeArticle: isDeclaredArticle || hasArticleShape(blocks),
  }
}

/** Whom the page's own lines credit: its signature, the article's first and last lines, the dateline. */
function creditedOrigin(page: Page, blocks: readonly Block[], publisher: Publisher | null): Origin | null {
  const signatures = [...page.querySelectorAll('[rel~="author"], [class*="byline" i], [itemprop="author"]')]
  const lines = [...blocks.slice(0, CREDIT_LINES), ...blocks.slice(-CREDIT_LINES)].map(({ text }) => text)
  const credits = [
    ...lines.map(readCredit),
    ...lines.slice(0, CREDIT_LINES).map(readDateline),
    ...signatures.slice(0, CREDIT_LINES).map((element) => readCredit(textOf(element))),
  ]
  const bare = (text: string): string => text.toLowerCase().replace(/^the\s|[^\p{L}\p{N}]/gu, '')
  const own = `${bare(publisher?.name ?? '')} ${bare(publisher?.domain ?? '')}`
  return credits.find((origin) => origin !== null && !own.includes(bare(origin.name))) ?? null
}

/** A credit in words names the origin best; where it has no address, the one in the page's head belongs to it. */
function joinOrigins(credited: Origin | null, linked: Origin | null): Origin | null {
  return credited === null ? linked : { ...credited, url: credited.url ?? linked?.url ?? null }
}

/** Pages that scripts build often carry the article's text in their data. */
function bodyInData(statedBody: string | null, found: Block[]): Block[] {
  if (statedBody === null || countWords(statedBody) < LEAST_BODY_WORDS) return found
  return statedBody
    .split(/\n+/u)
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'paragraph', text, page: null }))
}

function teaserNotice(words: number, isPaid: boolean, statedWords: number | null): Notice | null {
  if (!isPaid || (words >= TEASER_WORDS && words * 2 >= (statedWords ?? 0))) return null
  const message = 'Only the opening of this article is public.'
  return { code: 'teaser', message, evidence: ['isAccessibleForFree: false'] }
}

const unreadable = (): FootnoteError =>
  new FootnoteError(
    'page-unreadable',
    'I found no article on this page. Open it, copy the text, paste it, and I will use that.',
  )
