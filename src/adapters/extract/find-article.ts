import { Readability } from '@mozilla/readability'
import type { Block } from '../../core/article.ts'
import { countWords } from '../../core/words.ts'
import { proseIn, wordsIn } from './article-shape.ts'
import { type PageBlock, toBlocks } from './blocks.ts'
import { parsePage, type Page, type PageElement, textOf } from './dom.ts'
import { stripFurniture } from './strip-furniture.ts'
import { trimBlocks } from './trim-blocks.ts'

/** With fewer words than this, cleaning may have taken the article away: the page is read again as it came. */
const THIN_WORDS = 120

/** A container that holds more than this many times Readability's words is another thing than the article. */
const WHOLE_CONTAINER = { atLeast: 1.25, atMost: 6 }

const CONTAINER = 'article, main, [role="main"], [itemprop="articleBody"]'
const MOST_CONTAINERS = 12

/** The blocks of the page's article, none where there is none. `markup` comes from `simplifyMarkup`. */
export function findArticle(markup: string, title: string | null): Block[] {
  const page = parsePage(markup)
  stripFurniture(page)
  // Before Readability, which takes the page apart.
  const containers = [...page.querySelectorAll(CONTAINER)]
    .slice(0, MOST_CONTAINERS)
    .map((element) => trimBlocks(toBlocks(element), title))
  const clean = trimBlocks(readable(page), title)
  if (wordsIn(clean) >= THIN_WORDS) {
    const prose = proseIn(clean)
    const whole = containers.find(
      (blocks) =>
        proseIn(blocks) > prose * WHOLE_CONTAINER.atLeast && proseIn(blocks) < prose * WHOLE_CONTAINER.atMost,
    )
    return whole ?? clean
  }
  const raw = trimBlocks(readable(parsePage(markup)), title)
  const found = [clean, raw, ...containers, densest(parsePage(markup), title)]
  return found.reduce((best, blocks) => (proseIn(blocks) > proseIn(best) * 1.2 ? blocks : best))
}

function readable(page: Page): PageBlock[] {
  const reader = new Readability<PageElement>(page, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  })
  const content = reader.parse()?.content
  return content ? toBlocks(content) : []
}

/** The container whose own paragraphs hold the most words: for pages that Readability gives up on. */
function densest(page: Page, title: string | null): Block[] {
  const wordsBelow = new Map<PageElement, number>()
  for (const paragraph of page.querySelectorAll('p')) {
    const parent = paragraph.parentElement
    if (parent !== null) wordsBelow.set(parent, (wordsBelow.get(parent) ?? 0) + countWords(textOf(paragraph)))
  }
  const [container] = [...wordsBelow].toSorted(([, one], [, other]) => other - one)[0] ?? []
  return container === undefined ? [] : trimBlocks(toBlocks(container), title)
}
