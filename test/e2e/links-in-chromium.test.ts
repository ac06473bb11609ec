import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quoteAt } from '../../src/core/quote.ts'
import type { Span } from '../../src/core/span.ts'
import { wrongIn } from '../support/check-link.ts'
import { type Chromium, findChromium, startChromium } from '../support/chromium.ts'
import { HIGHLIGHT_STYLE, readHighlight } from '../support/highlight.ts'
import { type LinkedPage, quotesOf, readLinkedPages } from '../support/linked-pages.ts'
import { type LoopbackWeb, startLoopbackWeb } from '../support/loopback-web.ts'

// Page, article, quote, link, and then the words that a real browser highlights: nothing else can say whether a link is
// right. A new page in test/fixtures/linked-pages is opened at each of its quotes.

const FOLDERS = ['test/fixtures/linked-pages', 'test/fixtures/pages']
const LEAST_QUOTES = 150
const LEAST_RIGHT = 0.98
const MOST_MILLISECONDS = 240_000

const program = findChromium()
const missing =
  'No Chromium here: install it (Debian: apt-get install chromium), or name it in CHROMIUM, to test where links lead.'
if (program === null) {
  if (process.env['CI'] === 'true') throw new Error(missing)
  console.warn(`\nSKIPPED test/e2e/links-in-chromium.test.ts. ${missing}\n`)
}

describe.skipIf(program === null)('the link to a quote, opened in Chromium', () => {
  const routes: Record<string, string> = {}
  let web: LoopbackWeb
  let chromium: Chromium
  let pages: readonly LinkedPage[] = []

  beforeAll(async () => {
    web = await startLoopbackWeb(routes)
    pages = await readLinkedPages(FOLDERS, `http://127.0.0.1:${web.port}`)
    for (const { path, html } of pages) routes[path] = html.replace('<head>', `<head>${HIGHLIGHT_STYLE}`)
    chromium = await startChromium(program!, { width: 720, height: 600 })
  }, 60_000)
  afterAll(async () => {
    await chromium?.close()
    await web?.close()
  })

  /** What is wrong with the link to a quote; null where it highlights these words at this place. */
  async function wrongWith(
    { article }: LinkedPage,
    span: Span,
    link = quoteAt(article, span).link,
  ): Promise<string | null> {
    if (link === null || !link.includes(':~:text=')) return 'no fragment'
    const highlight = await readHighlight(chromium, link)
    return highlight === null ? 'nothing is highlighted' : wrongIn(highlight, article, span)
  }

  it('is told from a wrong one: other words, other places, and nothing', async () => {
    const page = pages.find(({ name }) => name === 'repeated-sentences')!
    const { text } = page.article
    const address = quoteAt(page.article, { start: 0, end: 10 }).link!.split('#', 1)[0]!
    const wrongFor = (quote: string, fragment: string): Promise<string | null> => {
      const start = text.lastIndexOf(quote)
      return wrongWith(
        page,
        { start, end: start + quote.length },
        `${address}#:~:text=${encodeURI(fragment)}`,
      )
    }
    const quote = 'The company did not answer in writing either.'
    expect(await wrongFor(quote, quote)).toBeNull()
    expect(await wrongFor(quote, 'The company did not answer in writing')).toMatch(
      /^highlighted “the company/,
    )
    expect(await wrongFor(quote, 'The company,either.')).toMatch(/^highlighted “the company said/)
    expect(await wrongFor(quote, 'The company was silent')).toBe('nothing is highlighted')
    // Both stand in the list of other stories too, above the article.
    const repeated = 'The toll will not be raised this year'
    expect(await wrongFor(repeated, repeated)).toMatch(/^the same words at another place/)
    expect(await wrongFor(repeated, `quarter.-,${repeated}`)).toBeNull()
  })

  it(
    'highlights the right words at the right place',
    async () => {
      const wrong: string[] = []
      const quotes = byTurns(pages.map((page) => quotesOf(page.article).map((span) => ({ page, span }))))
      for (const { page, span } of quotes) {
        const why = await wrongWith(page, span)
        if (why === null) continue
        const { text, link } = quoteAt(page.article, span)
        wrong.push(`${page.name}: “${text}” ${decodeURIComponent(link?.split('#')[1] ?? '')}: ${why}`)
      }
      const right = quotes.length - wrong.length
      console.log(
        [`links in Chromium: ${right} of ${quotes.length} quotes are highlighted right`, ...wrong].join('\n'),
      )
      expect(quotes.length).toBeGreaterThanOrEqual(LEAST_QUOTES)
      expect(right / quotes.length).toBeGreaterThanOrEqual(LEAST_RIGHT)
    },
    MOST_MILLISECONDS,
  )
})

/** One of each list, then the next of each: a browser need not leave a page to open it afresh. */
function byTurns<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat()
}
