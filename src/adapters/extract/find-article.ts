import { Readability } from '@mozilla/readability'
import type { Block } from '../../core/article.ts'
import { countWords } from '../../core/words.ts'
import { proseIn, wordsIn } from './article-shape.ts'
import { type PageBlock, toBlocks } from './blocks.ts'
import { parsePage, type Page, type PageElement, textOf } from './dom.ts'
import { stripFurniture } from './strip-furniture.ts'
import { trimBlocks, type TrimFacts } from './trim-blocks.ts'

/** With fewer words than this, cleaning may have taken the article away: the page is read again as it came. */
const THIN_WORDS = 120

/** A container that holds more than this many times Readability's words is another thing than the article. */
const WHOLE_CONTAINER = { atLeast: 1.25, atMost: 6 }

/** Less than this of a page's running text is an introduction to what the page lists. */
const LITTLE_OF_PAGE = 0.15
/** So many articles that hold most of a page are the things that it is about: restaurants, books, watches. */
const THINGS = { atLeast: 5, share: 0.5 }

const CONTAINER = 'article, main, [role="main"], [itemprop="articleBody"]'
/** Those with the most running text: one article may stand among teasers that are articles too. */
const MOST_CONTAINERS = 3

/**
 * The blocks of the page's article, none where there is none. `page` is taken apart; `markup` is what it was made
 * from, by `simplifyMarkup`, and is read again where cleaning took the article away.
 */
export function findArticle(page: Page, markup: string, facts: TrimFacts): Block[] {
  const held = stripFurniture(page)
  // Before Readability, which takes the page apart.
  const containers = [...page.querySelectorAll(CONTAINER)]
    .toSorted((one, other) => (held.get(other) ?? 0) - (held.get(one) ?? 0))
    .slice(0, MOST_CONTAINERS)
    .map((element) => trimBlocks(toBlocks(element), facts))
  const things = isListOfThings(page, held) ? trimBlocks(toBlocks(page.body), facts) : []
  const allWords = held.get(page.body) ?? 0
  const clean = trimBlocks(readable(page), facts)
  if (wordsIn(clean) >= THIN_WORDS) {
    const prose = proseIn(clean)
    const whole = containers.find(
      (blocks) =>
        proseIn(blocks) > prose * WHOLE_CONTAINER.atLeast && proseIn(blocks) < prose * WHOLE_CONTAINER.atMost,
    )
    if (whole !== undefined) return whole
    return prose < allWords * LITTLE_OF_PAGE && proseIn(things) > prose ? things : clean
  }
  const raw = trimBlocks(readable(parsePage(markup)), facts)
  const found = [clean, raw, ...containers, densest(parsePage(markup), facts)]
  return found.reduce((best, blocks) => (proseIn(blocks) > proseIn(best) * 1.2 ? blocks : best))
}

function isListOfThings(page: Page, held: ReadonlyMap<PageElement, number>): boolean {
  const articles = [...page.querySelectorAll('article')].filter(
    (element) => element.querySelector('article') === null,
  )
  const words = articles.reduce((sum, element) => sum + (held.get(element) ?? 0), 0)
  return articles.length >= THINGS.atLeast && words > (held.get(page.body) ?? 0) * THINGS.share
}

function readable(page: Page): PageBlock[] {
  forgetHeadingNames(page)
  const reader = new Readability<PageElement>(page, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  })
  const content = reader.parse()?.content
  return content ? toBlocks(content) : []
}

/** Readability drops what is named "header", and some systems name every heading of an article so. */
function forgetHeadingNames(page: Page): void {
  for (const heading of page.querySelectorAll('h2, h3, h4, h5, h6')) {
    heading.removeAttribute('class')
    heading.removeAttribute('id')
  }
}

/** The container whose own paragraphs hold the most words: for pages that Readability gives up on. */
function densest(page: Page, facts: TrimFacts): Block[] {
  const wordsBelow = new Map<PageElement, number>()
  for (const paragraph of page.querySelectorAll('p')) {
    const parent = paragraph.parentElement
    if (parent !== null) wordsBelow.set(parent, (wordsBelow.get(parent) ?? 0) + countWords(textOf(paragraph)))
  }
  const [container] = [...wordsBelow].toSorted(([, one], [, other]) => other - one)[0] ?? []
  return container === undefined ? [] : trimBlocks(toBlocks(container), facts)
}
