import { countWords } from '../../core/words.ts'
import { type Colour, isUnseen } from './css-colour.ts'
import { isElement, isText, type Page, type PageElement, type PageNode, textOf } from './dom.ts'
import { groundOf, type Hiding, hidingOf, inkOf, isTiny } from './hiding-style.ts'
import { createStyler, type Shape, shapeOf } from './style-of.ts'
import type { StyleSheet } from './style-sheet.ts'

// Readers do not see it, so it is not read: a page can tell programs what it does not tell people. Pages that hide text
// until their scripts have run hide much of it; what somebody smuggles in is little beside the article.

/** What holds a larger share of the page's words is shown sooner or later: an article that fades in, or is folded up. */
const MOST_HIDDEN = 0.35
/** A name, a date and a place, but no sentence. */
const MOST_DATA_WORDS = 8
const WHITE: Colour = [255, 255, 255, 1]
const BLACK: Colour = [0, 0, 0, 1]

interface Surroundings {
  readonly ink: Colour | null
  readonly ground: Colour | null
  readonly isTiny: boolean
}

interface Candidate {
  readonly node: PageNode
  readonly how: Hiding | 'unreadable'
  readonly words: number
}

/** Takes out of a page what its own styles keep readers from seeing. `shown`: ids of parts that a reader can open. */
export function removeHidden(page: Page, sheet: StyleSheet, shown: ReadonlySet<string>): void {
  const all = countWords(textOf(page.body))
  const candidates: Candidate[] = []
  const styleOf = createStyler(sheet)
  const walk = (element: PageElement, outer: Surroundings, above: Shape | null): void => {
    const shape = shapeOf(element, above)
    const style = styleOf(element, shape)
    const how = shown.has(element.getAttribute('id') ?? '') ? null : hidingElement(element, hidingOf(style))
    if (how !== null) {
      const words = countWords(textOf(element))
      if (words <= all * MOST_HIDDEN) {
        if (words > 0 && !isData(element, words)) candidates.push({ node: element, how, words })
        return
      }
    }
    const here = within(element, style, outer)
    const isUnreadable =
      here.isTiny || (here.ink !== null && here.ground !== null && isUnseen(here.ink, here.ground))
    for (const node of element.childNodes) {
      if (isElement(node)) walk(node, here, shape)
      else if (isUnreadable && isText(node) && (node.textContent ?? '').trim() !== '')
        candidates.push({ node, how: 'unreadable', words: countWords(node.textContent ?? '') })
    }
  }
  walk(page.body, { ink: BLACK, ground: WHITE, isTiny: false }, null)
  for (const way of ['removed', 'faded', 'away', 'unreadable'] as const) {
    const hidden = candidates.filter(({ how }) => how === way)
    const words = hidden.reduce((sum, candidate) => sum + candidate.words, 0)
    if (way !== 'removed' && words > all * MOST_HIDDEN) continue
    for (const { node } of hidden) {
      if (isElement(node)) node.remove()
      else node.textContent = ' '
    }
  }
}

function hidingElement(element: PageElement, byStyle: Hiding | null): Hiding | null {
  if (byStyle !== null) return byStyle
  if (element.tagName === 'DIALOG' && !element.hasAttribute('open')) return 'removed'
  return element.hasAttribute('hidden') || element.hasAttribute('popover') ? 'removed' : null
}

/** What machines are meant to read, and the source record is made of. */
const isData = (element: PageElement, words: number): boolean =>
  words <= MOST_DATA_WORDS &&
  (element.hasAttribute('itemprop') ||
    element.tagName === 'TIME' ||
    element.querySelector('[itemprop], time, [rel="author"]') !== null)

function within(element: PageElement, style: ReadonlyMap<string, string>, outer: Surroundings): Surroundings {
  const written = (name: string): ReadonlyMap<string, string> =>
    new Map(
      element.hasAttribute(name)
        ? [[name === 'color' ? name : 'background-color', element.getAttribute(name) ?? '']]
        : [],
    )
  const ink = style.has('color') ? inkOf(style) : inkOf(written('color'))
  const own = groundOf(style)
  const ground = own === undefined ? groundOf(written('bgcolor')) : own
  return {
    ink: ink === undefined ? outer.ink : ink,
    ground: ground === undefined ? outer.ground : ground,
    isTiny: isTiny(style) ?? outer.isTiny,
  }
}
