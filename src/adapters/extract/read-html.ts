import { type Block, layOut } from '../../core/article.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Extraction } from '../../core/extraction.ts'
import { normaliseText } from '../../core/normalise.ts'
import { standingOnPage } from '../../core/standing.ts'
import { countWords } from '../../core/words.ts'
import { hasArticleShape, proseIn, wordsIn } from './article-shape.ts'
import { findGates, findPaidRest, readCompleteness } from './completeness.ts'
import { ofOriginal, originalOf, siteItself } from './copied-page.ts'
import { creditedOrigin } from './credited-origin.ts'
import { findArticle } from './find-article.ts'
import { linkOf, readMetas } from './meta.ts'
import { readMetadata } from './metadata.ts'
import { pageOpener } from './open-page.ts'
import { joinOrigins } from './origin.ts'
import type { PageLine } from './page-lines.ts'
import { asksNotToBeKept } from './robots.ts'
import { renderedLines } from './rendered-lines.ts'
import { simplifyMarkup } from './simplify-markup.ts'
import { refuseWalls } from './walls.ts'

/** Below this, a page's data are asked for the article's text. */
const THIN_WORDS = 40
const LEAST_BODY_WORDS = 80
const LINES_BELOW_REST = 8
/** Offers are shorter than paragraphs. */
const RUNNING_WORDS = 25

/**
 * Reads a page. `now`: milliseconds since the epoch, against which dates are judged.
 * @throws {FootnoteError} `page-too-large`, `page-blocked`, `page-unreadable`
 */
export function readHtml(html: string, url: string | null, now: number): Extraction {
  const simple = simplifyMarkup(html)
  const { markup, scripts, scriptDays } = simple
  const openPage = pageOpener(simple)
  const page = openPage()
  const metas = readMetas(page)
  const copied = originalOf(page, metas, url)
  const ownUrl = copied?.url ?? url
  const { isDeclaredArticle, isPaid, statedWords, statedBody, lines, ...stated } = readMetadata(page, {
    metas,
    url: ownUrl,
    scriptDays,
    now,
  })
  const metadata = ofOriginal({ ...stated, publisher: siteItself(metas, stated.publisher) }, copied)
  // All that is asked of the whole page is asked before the article is taken out of it.
  const gates = findGates(lines)
  const nextPage = linkOf(page, 'next') ?? ''
  const noArchive = asksNotToBeKept(page)
  const rendered = renderedLines(page)
  const host = ownUrl === null ? null : (URL.parse(ownUrl)?.hostname ?? null)
  const found = findArticle(page, openPage, {
    title: metadata.title,
    host,
    lines,
    isDeclared: isDeclaredArticle,
  })
  const read = wordsIn(found) < THIN_WORDS ? bodyInData(statedBody, found) : found
  const isFromData = read !== found
  const rest = findPaidRest(gates, { lines, blocks: read })
  const blocks = rest === null ? read : withoutGate(read, rest.line, lines)
  const words = wordsIn(blocks)
  refuseWalls({
    markup,
    lines,
    scripts,
    words,
    isDeclared: isDeclaredArticle,
    isPaid: isPaid || rest !== null,
  })
  if (words === 0 || (!isDeclaredArticle && proseIn(blocks) <= 0))
    throw unreadable(scripts.length > 0 && isEmpty(lines))
  const facts = { lines, rest, nextPage, blocks: read, url: ownUrl, isPaid, statedWords, isFromData }
  const credited = creditedOrigin(lines, blocks, metadata.publisher, ownUrl)
  // A line that only credits is part of the source record, as in a pasted page, not of the article.
  const kept = blocks.filter(({ text }) => text !== credited?.basis)
  return {
    ...metadata,
    blocks: kept,
    origin: joinOrigins(credited, metadata.origin),
    notices: [...metadata.notices, ...readCompleteness(facts)],
    linesLeftOut: 0,
    statedWords,
    looksLikeArticle: isDeclaredArticle || hasArticleShape(blocks),
    noArchive,
    // What a script will write has no place on the page as yet.
    onPage: isFromData ? undefined : onPage(kept, rendered),
  }
}

/** Of the same text that `buildArticle` makes of the blocks. */
function onPage(blocks: readonly Block[], lines: readonly string[]): string {
  const laidOut = layOut(blocks.map((block) => ({ ...block, text: normaliseText(block.text) })))
  return standingOnPage(laidOut, normaliseText(lines.join('\n')).split('\n'))
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

/** The line that asks for a subscription, and the offers below it, are the site's; running text behind them is not. */
function withoutGate(blocks: readonly Block[], rest: PageLine, lines: readonly PageLine[]): Block[] {
  const first = blocks.findIndex(({ text }) => text === rest.text)
  if (first === -1) {
    const at = lines.indexOf(rest)
    const below = new Set(lines.slice(at, at + LINES_BELOW_REST).map(({ text }) => text))
    return blocks.filter(({ text }) => !below.has(text))
  }
  const goesOn = blocks.findIndex(({ text }, index) => index > first && countWords(text) >= RUNNING_WORDS)
  return [...blocks.slice(0, first), ...(goesOn === -1 ? [] : blocks.slice(goesOn))]
}

const isEmpty = (lines: readonly PageLine[]): boolean =>
  lines.reduce((sum, { text }) => sum + countWords(text), 0) < THIN_WORDS

const unreadable = (needsScripts: boolean): FootnoteError =>
  new FootnoteError(
    'page-unreadable',
    `${needsScripts ? 'This page shows nothing until its scripts have run, and I run none' : 'I found no article on this page'}. Open it, copy the text, paste it, and I will use that.`,
  )
