import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quoteAt } from '../../src/core/quote.ts'
import { findChromium } from '../support/chromium.ts'
import { type LinksInChromium, openLinksInChromium } from '../support/open-links.ts'

// Page, article, quote, link, and then the words that a real browser highlights: nothing else can say whether a link is
// right. `npm run bench -- links` opens all of the quotes.

const OPENED = 160
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
  let links: LinksInChromium
  beforeAll(async () => {
    links = await openLinksInChromium(program!)
  }, 60_000)
  afterAll(() => links?.close())

  it('is told from a wrong one: other words, other places, and nothing', async () => {
    const page = links.pages.find(({ name }) => name === 'repeated-sentences')!
    const { text } = page.article
    const address = quoteAt(page.article, { start: 0, end: 10 }).link!.split('#', 1)[0]!
    const wrongFor = (quote: string, fragment: string): Promise<string | null> => {
      const start = text.lastIndexOf(quote)
      const span = { start, end: start + quote.length }
      return links.wrongWith(page, span, `${address}#:~:text=${encodeURI(fragment)}`)
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
      const { opened, wrong } = await links.openQuotes(OPENED)
      const right = opened - wrong.length
      console.log(
        [`links in Chromium: ${right} of ${opened} quotes are highlighted right`, ...wrong].join('\n'),
      )
      expect(opened).toBe(OPENED)
      expect(right / opened).toBeGreaterThanOrEqual(LEAST_RIGHT)
    },
    MOST_MILLISECONDS,
  )
})
