import type { Block } from '../../core/article.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Extraction } from '../../core/extraction.ts'
import type { Notice } from '../../core/source.ts'
import { countWords } from '../../core/words.ts'
import { ofOriginal, originalOf, siteItself } from './copied-page.ts'
import { creditedOrigin } from './credited-origin.ts'
import { parsePage } from './dom.ts'
import { findArticle, proseIn, wordsIn } from './find-article.ts'
import { readMetadata } from './metadata.ts'
import { joinOrigins } from './origin.ts'
import { simplifyMarkup } from './simplify-markup.ts'
import { refuseWalls } from './walls.ts'

/** Below this, a page's data are asked for the article's text. */
const THIN_WORDS = 40
const LEAST_BODY_WORDS = 80
/** A page that is not free and shows fewer words than this shows an opening. */
const TEASER_WORDS = 250
/** Shape of an article that does not call itself one. */
const ARTICLE_SHAPE = { paragraphs: 5, words: 250 }

/**
 * Reads a page. `now`: milliseconds since the epoch, against which dates are judged.
 * @throws {FootnoteError} `page-too-large`, `page-blocked`, `page-unreadable`
 */
export function readHtml(html: string, url: string | null, now: number): Extraction {
  const { markup, scripts } = simplifyMarkup(html)
  const page = parsePage(markup)
  const copied = originalOf(page, url)
  const { isDeclaredArticle, isPaid, statedWords, statedBody, ...stated } = readMetadata(
    page,
    copied?.url ?? url,
    now,
  )
  const metadata = ofOriginal({ ...stated, publisher: siteItself(page, stated.publisher) }, copied)
  const found = findArticle(markup, metadata.title)
  const blocks = wordsIn(found) < THIN_WORDS ? bodyInData(statedBody, found) : found
  const words = wordsIn(blocks)
  refuseWalls(page, { scripts, words, isDeclared: isDeclaredArticle, isPaid })
  if (words === 0 || (!isDeclaredArticle && proseIn(blocks) <= 0)) throw unreadable()
  const teaser = teaserNotice(words, isPaid, statedWords)
  const credited = creditedOrigin(page, blocks, metadata.publisher, copied?.url ?? url)
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

function hasArticleShape(blocks: readonly Block[]): boolean {
  const paragraphs = blocks.filter(({ kind, text }) => kind === 'paragraph' && countWords(text) >= 8)
  return paragraphs.length >= ARTICLE_SHAPE.paragraphs && proseIn(blocks) >= ARTICLE_SHAPE.words
}

const unreadable = (): FootnoteError =>
  new FootnoteError(
    'page-unreadable',
    'I found no article on this page. Open it, copy the text, paste it, and I will use that.',
  )
