import { quoteAt } from '../../src/core/quote.ts'
import type { Span } from '../../src/core/span.ts'
import { wrongIn } from './check-link.ts'
import { startChromium } from './chromium.ts'
import { HIGHLIGHT_STYLE, readHighlight } from './highlight.ts'
import { type LinkedPage, quotesOf, readLinkedPages } from './linked-pages.ts'
import { startLoopbackWeb } from './loopback-web.ts'

/** Pages that a browser can open, and the browser. A new page in test/fixtures/linked-pages is opened at its quotes. */
export interface LinksInChromium {
  readonly pages: readonly LinkedPage[]
  /** What is wrong with the link to a quote; null where it highlights these words at this place. */
  wrongWith(page: LinkedPage, span: Span, link?: string | null): Promise<string | null>
  /** Opens so many quotes, of every page in turn: how many there were, and in words what was wrong. */
  openQuotes(most?: number): Promise<{ readonly opened: number; readonly wrong: readonly string[] }>
  close(): Promise<void>
}

/** Serves our pages and starts this Chromium. */
export async function openLinksInChromium(program: string): Promise<LinksInChromium> {
  const routes: Record<string, string> = {}
  const web = await startLoopbackWeb(routes)
  const pages = await readLinkedPages(`http://127.0.0.1:${web.port}`)
  for (const { path, html } of pages) routes[path] = html.replace('<head>', `<head>${HIGHLIGHT_STYLE}`)
  const chromium = await startChromium(program, { width: 720, height: 600 })

  const wrongWith = async (
    { article }: LinkedPage,
    span: Span,
    link = quoteAt(article, span).link,
  ): Promise<string | null> => {
    if (link === null || !link.includes(':~:text=')) return 'no fragment'
    const highlight = await readHighlight(chromium, link)
    return highlight === null ? 'nothing is highlighted' : wrongIn(highlight, article, span)
  }

  return {
    pages,
    wrongWith,
    openQuotes: async (most) => {
      const wrong: string[] = []
      const all = byTurns(pages.map((page) => quotesOf(page.article).map((span) => ({ page, span }))))
      const quotes = all.slice(0, most)
      for (const { page, span } of quotes) {
        const why = await wrongWith(page, span)
        if (why === null) continue
        const { text, link } = quoteAt(page.article, span)
        wrong.push(`${page.name}: “${text}” ${decodeURIComponent(link?.split('#')[1] ?? '')}: ${why}`)
      }
      return { opened: quotes.length, wrong }
    },
    close: async () => {
      await chromium.close()
      await web.close()
    },
  }
}

/** One of each list, then the next of each: a browser need not leave a page to open it afresh. */
function byTurns<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat()
}
