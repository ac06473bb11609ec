import { Readability } from '@mozilla/readability'
import type { Block } from '../../core/article.ts'
import { countWords } from '../../core/words.ts'
import { proseIn, wordsIn } from './article-shape.ts'
import { type PageBlock, toBlocks } from './blocks.ts'
import { type Page, type PageElement, textOf } from './dom.ts'
import type { PageLine } from './page-lines.ts'
import { isIndexOfStories } from './drop-teasers.ts'
import { fillGaps } from './fill-gaps.ts'
import { stripFurniture } from './strip-furniture.ts'
import { trimBlocks, type TrimFacts } from './trim-blocks.ts'

/** With fewer words than this, cleaning may have taken the article away: the page is read again as it came. */
const THIN_WORDS = 120

/** A container that holds more than this many times Readability's words is another thing than the article. */
const WHOLE_CONTAINER = { atLeast: 1.25, atMost: 6 }

const SMALL_PAGE_WORDS = 400
/** So few words beside those of the things that a page lists are an introduction to them. */
const LITTLE_OF_THINGS = 0.2
/** So many articles that hold most of a page are the things that it is about: restaurants, books, watches. */
const THINGS = { atLeast: 5, share: 0.5 }

const CONTAINER = 'article, main, [role="main"], [itemprop="articleBody"]'
/** Those with the most running text: one article may stand among teasers that are articles too. */
const MOST_CONTAINERS = 3

/**
 * The blocks of the page's article, none where there is none. `page` is taken apart; `openPage` gives the same
 * page as it came, for where cleaning took the article away.
 */
export function findArticle(
  page: Page,
  openPage: () => Page,
  facts: TrimFacts & { readonly lines: readonly PageLine[] },
): Block[] {
  const held = stripFurniture(page, facts.lines)
  // Before Readability, which takes the page apart.
  const containers = [...page.querySelectorAll(CONTAINER)]
    .toSorted((one, other) => (held.get(other) ?? 0) - (held.get(one) ?? 0))
    .slice(0, MOST_CONTAINERS)
    .map((element) => trimBlocks(toBlocks(element), facts))
  const thingWords = wordsOfThings(page)
  // A short article in many boxes has no container: what the page says of itself vouches for all of it.
  const isSmall = facts.isDeclared && (held.get(page.body) ?? 0) < SMALL_PAGE_WORDS
  const all = thingWords > 0 || isSmall ? trimBlocks(toBlocks(page.body), facts) : []
  const clean = trimBlocks(readable(page), facts)
  if (wordsIn(clean) >= THIN_WORDS) {
    const prose = proseIn(clean)
    const whole = containers.find(
      (blocks) =>
        proseIn(blocks) > prose * WHOLE_CONTAINER.atLeast && proseIn(blocks) < prose * WHOLE_CONTAINER.atMost,
    )
    if (whole !== undefined) return whole
    return prose < thingWords * LITTLE_OF_THINGS && proseIn(all) > prose ? all : fillGaps(clean, containers)
  }
  const asItCame = openPage()
  if (!facts.isDeclared && isIndexOfStories(toBlocks(asItCame.body), facts.host)) return []
  // Before Readability, which takes the page apart.
  const dense = densest(asItCame, facts)
  const raw = trimBlocks(readable(asItCame), facts)
  const found = [clean, raw, ...containers, dense, ...(isSmall ? [all] : [])]
  return found.reduce((best, blocks) => (proseIn(blocks) > proseIn(best) * 1.2 ? blocks : best))
}

/** Words of a page that lists things, each in an article of its own; 0 for any other page. */
function wordsOfThings(page: Page): number {
  const articles = [...page.querySelectorAll('article')]
  if (articles.length < THINGS.atLeast) return 0
  const innermost = articles.filter((element) => element.querySelector('article') === null)
  // Teasers of other stories are links as a whole; what is said of things is not.
  const words = innermost.reduce((sum, element) => sum + ownWords(element), 0)
  const isMost = innermost.length >= THINGS.atLeast && words > ownWords(page.body) * THINGS.share
  return isMost ? words : 0
}

function ownWords(element: PageElement): number {
  const links = [...element.querySelectorAll('a')]
  return countWords(textOf(element)) - links.reduce((sum, link) => sum + countWords(textOf(link)), 0)
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
