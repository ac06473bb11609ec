import { articleTooLong } from '../../core/too-long.ts'
import { tooLarge } from './refusals.ts'
import {
  CELL,
  DROPPED,
  endOf,
  ENDS_PARAGRAPH,
  FRAME,
  IMPLIED_ENDS,
  readAttributes,
  TABLE_PART,
  VOID,
  writeTag,
} from './tags.ts'

// One linear pass over a stranger's markup, before any DOM. A page of 7 KB with 1,000 nested <div>s holds Readability
// for more than 15 seconds, and attributes or elements by the hundred thousand fill the memory: what comes out of
// here is balanced, flat and small. Scripts, styles, comments and graphics go, since no reader sees words in them.

/** Deeper elements lose their tags and keep their words. */
const KEPT_DEPTH = 64
/** Room below that for what keeps paragraphs apart. */
const TEXT_DEPTH = 8
const TEXT_BLOCK = /^(?:blockquote|h[1-6]|li|p|pre)$/
/** Of 252 articles of the web, measured in November 2026, the deepest is 49 deep and the largest has 4,972 elements. */
const REFUSED_DEPTH = 256
const MOST_ELEMENTS = 20_000
/** Between the tags, white space included: more becomes no article that is read. */
const MOST_TEXT = 2_500_000

/** Of the style sheets in a page so much is kept: more than all but the largest of 252 pages of the web have. */
const MOST_STYLES = 1_000_000

/** `"datePublished":"2025-03-04T…`, as it stands in JSON and in JSON inside strings. */
const SCRIPT_DAY =
  /\b(?:datePublished|publishedDate|published_?at|publicationDate|published_?on|publish_?date|first_?published_?at)\\*"?\s?:\s?\\*"((?:19|20)\d\d-\d\d-\d\d)/gi
const MOST_SCRIPT_DAYS = 50

const TAG_NAME = /[a-zA-Z][^\s/>]*/y
export interface SimpleMarkup {
  readonly markup: string
  readonly elements: number
  readonly depth: number
  /** Addresses and first words of the scripts left out: challenge pages are known by them. */
  readonly scripts: readonly string[]
  /** Days of publication that scripts carry as data, each as often as it stands there. */
  readonly scriptDays: readonly string[]
  /** The page's own style sheets, as they stand in `<style>`. */
  readonly styles: readonly string[]
}

interface Open {
  readonly name: string
  readonly written: boolean
}

/**
 * Rewrites a page so that it is safe to build a DOM of.
 * @throws {FootnoteError} `page-too-large` for more elements or deeper nesting than any real article has, `article-too-long`
 */
export function simplifyMarkup(html: string): SimpleMarkup {
  const head: string[] = []
  const body: string[] = []
  const scripts: string[] = []
  const scriptDays: string[] = []
  const styles: string[] = []
  let stylesLeft = MOST_STYLES
  let frame = new Map<string, string>()
  const open: Open[] = []
  const neverClosed = new Set<string>()
  let language = ''
  let elements = 0
  let text = 0
  let deepest = 0
  let writtenDepth = 0
  let at = 0

  const closeTo = (index: number): void => {
    while (open.length > index) {
      const { name, written } = open.pop()!
      if (!written) continue
      body.push(`</${name}>`)
      writtenDepth -= 1
    }
  }
  const closeImplied = (name: string): void => {
    if (ENDS_PARAGRAPH.test(name) && open.at(-1)?.name === 'p') closeTo(open.length - 1)
    const rule = IMPLIED_ENDS.get(name)
    if (rule === undefined) return
    let from = open.length
    for (let index = open.length - 1; index >= 0 && !rule.within.has(open[index]!.name); index--) {
      if (rule.closes.has(open[index]!.name)) from = index
    }
    closeTo(from)
  }

  while (at < html.length) {
    const next = html.indexOf('<', at)
    if (next === -1) {
      body.push(html.slice(at))
      break
    }
    if (next > at) {
      body.push(html.slice(at, next))
      text += next - at
      if (text > MOST_TEXT) throw articleTooLong()
    }
    if (html.startsWith('<!--', next)) {
      const end = html.indexOf('-->', next + 2)
      at = end === -1 ? html.length : end + 3
      continue
    }
    if (html[next + 1] === '!' || html[next + 1] === '?') {
      const end = html.indexOf('>', next)
      at = end === -1 ? html.length : end + 1
      continue
    }
    const isEnd = html[next + 1] === '/'
    TAG_NAME.lastIndex = next + (isEnd ? 2 : 1)
    const name = TAG_NAME.exec(html)?.[0].toLowerCase()
    if (name === undefined) {
      // Every one of them becomes a node of its own, so they count.
      elements += 1
      if (elements > MOST_ELEMENTS) throw tooLarge()
      body.push('&lt;')
      at = next + 1
      continue
    }
    const tag = readAttributes(html, TAG_NAME.lastIndex)
    at = tag.end
    if (isEnd) {
      const index = open.findLastIndex(
        (element) => element.name === name || (CELL.has(element.name) && !TABLE_PART.has(name)),
      )
      if (open[index]?.name === name) closeTo(index)
      continue
    }
    if (FRAME.has(name)) {
      if (name === 'html' && language === '')
        language = tag.values.get('lang') ?? tag.values.get('xml:lang') ?? ''
      if (name === 'body' && frame.size === 0) frame = groundOf(tag.values)
      continue
    }
    if (DROPPED.has(name)) {
      const end = endOf(html, name, at, neverClosed)
      if (end === -1) {
        // As in browsers, what never ends swallows the rest where it is code, and is ignored where it is not.
        if (name === 'script' || name === 'style') at = html.length
        continue
      }
      const inside = html.slice(at, html.lastIndexOf('</', end - 1))
      at = end
      if (name === 'style' && !/print|speech/i.test(tag.values.get('media') ?? '')) {
        styles.push(inside.slice(0, stylesLeft))
        stylesLeft -= styles.at(-1)!.length
      }
      if (name === 'script' && /ld\+json/i.test(tag.values.get('type') ?? '')) {
        head.push(`<script type="application/ld+json">${inside}</script>`)
      } else if (name === 'script') {
        scripts.push(tag.values.get('src') ?? inside.slice(0, 500))
        for (const match of inside.matchAll(SCRIPT_DAY))
          if (scriptDays.length < MOST_SCRIPT_DAYS) scriptDays.push(match[1]!)
      }
      continue
    }
    elements += 1
    if (elements > MOST_ELEMENTS) throw tooLarge()
    if (name === 'title') {
      const end = endOf(html, name, at, neverClosed)
      head.push(
        `<title>${html.slice(at, end === -1 ? at : html.lastIndexOf('</', end - 1)).replaceAll('<', '&lt;')}</title>`,
      )
      if (end !== -1) at = end
      continue
    }
    closeImplied(name)
    if (name === 'meta' || name === 'link' || name === 'base') {
      head.push(writeTag(name, tag.values))
      continue
    }
    const written = writtenDepth < (TEXT_BLOCK.test(name) ? KEPT_DEPTH + TEXT_DEPTH : KEPT_DEPTH)
    if (written || VOID.has(name)) body.push(writeTag(name, tag.values))
    if (VOID.has(name)) continue
    open.push({ name, written })
    if (written) writtenDepth += 1
    deepest = Math.max(deepest, open.length)
    if (open.length > REFUSED_DEPTH) throw tooLarge()
  }
  closeTo(0)
  const start = language === '' ? '<html>' : writeTag('html', new Map([['lang', language]]))
  const markup = `<!doctype html>${start}<head>${head.join('')}</head>${writeTag('body', frame)}${body.join('')}</body></html>`
  return { markup, elements, depth: deepest, scripts, scriptDays, styles }
}

/** What may say on which ground the text of the page stands. */
const groundOf = (attributes: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...attributes].filter(([name]) => /^(?:class|style|bgcolor)$/.test(name)))
