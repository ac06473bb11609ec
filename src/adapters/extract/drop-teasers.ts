import { wordsIn } from './article-shape.ts'
import type { PageBlock } from './blocks.ts'
import { siteOf } from './site.ts'

// Teasers of other stories come in rows: headings with nothing below them, headings that lead elsewhere. An article's
// own headings stand one at a time over text, and lead nowhere.

/** A row of so many headings without a word between them is a carousel, a playlist or a list of stories. */
const LEAST_ROW = 4
const LEADS_ELSEWHERE = 0.8
/** Behind the article: so many stories in a row, each with a heading that leads to it. */
const LEAST_STORIES = 3
/** Words of text below the heading of a story; an article's sections are longer. */
const LONGEST_BLURB = 90
/** A page of so many stories, which are so much of its headings, lists them. */
const LEAST_INDEX = 10
const MOST_OF_INDEX = 0.8

/** Blocks without the rows of other stories' headings, and without the other stories below the last paragraph. */
export function dropTeasers(blocks: readonly PageBlock[], host: string | null): PageBlock[] {
  return withoutTail(withoutRows(blocks), host)
}

function withoutRows(blocks: readonly PageBlock[]): PageBlock[] {
  const kept: PageBlock[] = []
  for (let index = 0; index < blocks.length;) {
    let end = index
    while (isHeading(blocks[end])) end += 1
    const row = blocks.slice(index, end)
    if (row.length === 0) {
      kept.push(blocks[index]!)
      index += 1
      continue
    }
    // The last of a row may be the heading of what follows it.
    const own = row.filter(({ linked }) => linked < LEADS_ELSEWHERE)
    if (row.length >= LEAST_ROW) kept.push(...own.slice(-1).filter((last) => last === row.at(-1)))
    else kept.push(...(row.length > 1 ? own : row))
    index = end
  }
  return kept
}

function withoutTail(blocks: readonly PageBlock[], host: string | null): PageBlock[] {
  const headings = blocks.map((block, index) => ({ block, index })).filter(({ block }) => isHeading(block))
  const firstOfTail = headings.findLastIndex(({ block }) => !isStory(block, host)) + 1
  const stories = headings.slice(firstOfTail)
  const from = stories[0]?.index
  if (from === undefined || stories.length < LEAST_STORIES) return [...blocks]
  const before = blocks.slice(0, from)
  const tailWords = wordsIn(blocks.slice(from))
  const isShort = tailWords <= stories.length * LONGEST_BLURB
  // A list of things, each with a link to it, is the article where there is little before it.
  return isShort && wordsIn(before) > tailWords ? before : [...blocks]
}

/** Its heading leads to another page of the same site; to a shop or a source lead the headings of a list of things. */
const isStory = ({ linked, leadsTo }: PageBlock, host: string | null): boolean =>
  linked >= LEADS_ELSEWHERE && leadsTo !== null && leadsWithinSite(leadsTo, host)

/** Whether a link leads to the site of a host. One that nobody knows the host of leads elsewhere, if it names one. */
export function leadsWithinSite(leadsTo: string, host: string | null): boolean {
  if (!/^(?:https?:)?\/\//i.test(leadsTo)) return true
  const target = URL.parse(leadsTo, 'https://x.invalid')
  return host !== null && target !== null && siteOf(target.href) === siteOf(`https://${host}`)
}

/** A front page, a section, an archive: so many stories of the site, a few words on each, and nothing beside them. */
export function isIndexOfStories(blocks: readonly PageBlock[], host: string | null): boolean {
  const headings = blocks.filter(isHeading)
  const stories = headings.filter((block) => isStory(block, host))
  return (
    stories.length >= LEAST_INDEX &&
    stories.length >= headings.length * MOST_OF_INDEX &&
    wordsIn(blocks) <= stories.length * LONGEST_BLURB
  )
}

const isHeading = (block: PageBlock | undefined): boolean => block?.kind === 'heading'
