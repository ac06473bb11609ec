import { FootnoteError } from '../../core/error.ts'

// One linear pass over a stranger's markup, before any DOM. A page of 7 KB with 1,000 nested <div>s holds Readability
// for more than 15 seconds, and attributes or elements by the hundred thousand fill the memory: what comes out of
// here is balanced, flat and small. Scripts, styles, comments and graphics go, since no reader sees words in them.

/** Deeper elements lose their tags and keep their words. */
const KEPT_DEPTH = 64
/** Room below that for what keeps paragraphs apart. */
const TEXT_DEPTH = 8
const TEXT_BLOCK = /^(?:blockquote|h[1-6]|li|p|pre)$/
const REFUSED_DEPTH = 256
const MOST_ELEMENTS = 20_000
const MOST_ATTRIBUTES = 24
const LONGEST_ATTRIBUTE = 4096

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])

/** Everything up to the end tag is dropped with them. */
const DROPPED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'canvas',
  'noembed',
  'noframes',
  'select',
  'textarea',
  'audio',
  'video',
])

/** Dropped as tags; their place is rebuilt. */
const FRAME = new Set(['html', 'head', 'body'])

const KEPT_ATTRIBUTES = new Set([
  'aria-hidden',
  'aria-label',
  'aria-modal',
  'class',
  'content',
  'data-testid',
  'datetime',
  'headers',
  'hidden',
  'href',
  'id',
  'itemprop',
  'itemtype',
  'lang',
  'name',
  'open',
  'property',
  'rel',
  'role',
  'scope',
  'src',
  'style',
  'title',
  'type',
])

/** An open element that this start tag closes, as HTML's optional end tags have it, up to one of the `within`. */
const IMPLIED_ENDS: Readonly<Record<string, { closes: readonly string[]; within: readonly string[] }>> = {
  li: { closes: ['li'], within: ['ul', 'ol', 'menu'] },
  dt: { closes: ['dt', 'dd'], within: ['dl'] },
  dd: { closes: ['dt', 'dd'], within: ['dl'] },
  tr: { closes: ['tr', 'td', 'th'], within: ['table', 'thead', 'tbody', 'tfoot'] },
  td: { closes: ['td', 'th'], within: ['table', 'tr'] },
  th: { closes: ['td', 'th'], within: ['table', 'tr'] },
  tbody: { closes: ['tr', 'td', 'th', 'tbody', 'thead'], within: ['table'] },
  option: { closes: ['option'], within: ['select', 'datalist'] },
}

/** Start tags that end an open paragraph. */
const ENDS_PARAGRAPH =
  /^(?:address|article|aside|blockquote|details|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|main|menu|nav|ol|p|pre|section|table|ul)$/

const TAG_NAME = /[a-zA-Z][^\s/>]*/y
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y

export interface SimpleMarkup {
  readonly markup: string
  readonly elements: number
  readonly depth: number
  /** Addresses and first words of the scripts left out: challenge pages are known by them. */
  readonly scripts: readonly string[]
}

interface Open {
  readonly name: string
  readonly written: boolean
}

/**
 * Rewrites a page so that it is safe to build a DOM of.
 * @throws {FootnoteError} `page-too-large` for more elements or deeper nesting than any real article has.
 */
export function simplifyMarkup(html: string): SimpleMarkup {
  const head: string[] = []
  const body: string[] = []
  const scripts: string[] = []
  const open: Open[] = []
  const neverClosed = new Set<string>()
  let language = ''
  let elements = 0
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
    const rule = IMPLIED_ENDS[name]
    if (rule === undefined) return
    let from = open.length
    for (let index = open.length - 1; index >= 0 && !rule.within.includes(open[index]!.name); index--) {
      if (rule.closes.includes(open[index]!.name)) from = index
    }
    closeTo(from)
  }

  while (at < html.length) {
    const next = html.indexOf('<', at)
    if (next === -1) {
      body.push(html.slice(at))
      break
    }
    if (next > at) body.push(html.slice(at, next))
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
      const index = open.findLastIndex((element) => element.name === name)
      if (index !== -1) closeTo(index)
      continue
    }
    if (FRAME.has(name)) {
      if (name === 'html' && language === '')
        language = tag.values.get('lang') ?? tag.values.get('xml:lang') ?? ''
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
      if (name === 'script' && /ld\+json/i.test(tag.values.get('type') ?? '')) {
        head.push(`<script type="application/ld+json">${inside}</script>`)
      } else if (name === 'script') scripts.push(tag.values.get('src') ?? inside.slice(0, 500))
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
  const markup = `<!doctype html>${start}<head>${head.join('')}</head><body>${body.join('')}</body></html>`
  return { markup, elements, depth: deepest, scripts }
}

/** Attributes from `from` to the tag's end. As in browsers the first of a name wins; a flood of them is cut. */
function readAttributes(html: string, from: number): { values: Map<string, string>; end: number } {
  const values = new Map<string, string>()
  let at = from
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(html)
    if (match === null) break
    at = ATTRIBUTE.lastIndex
    const name = match[1]!.toLowerCase()
    if (values.has(name) || values.size >= MOST_ATTRIBUTES || !KEPT_ATTRIBUTES.has(name)) continue
    values.set(name, (match[2] ?? match[3] ?? match[4] ?? '').slice(0, LONGEST_ATTRIBUTE))
  }
  const end = html.indexOf('>', at)
  return { values, end: end === -1 ? html.length : end + 1 }
}

/** Where the element that opened before `from` is over, -1 where it never is: that is looked for once only. */
function endOf(html: string, name: string, from: number, neverClosed: Set<string>): number {
  if (neverClosed.has(name)) return -1
  const tag = new RegExp(`</${name}(?=[\\s/>])[^>]*>`, 'gi')
  tag.lastIndex = from
  if (tag.test(html)) return tag.lastIndex
  neverClosed.add(name)
  return -1
}

function writeTag(name: string, values: ReadonlyMap<string, string>): string {
  const attributes = [...values].map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`)
  return `<${name}${attributes.join('')}>`
}

const tooLarge = (): FootnoteError =>
  new FootnoteError(
    'page-too-large',
    'This page is too large or too tangled to read. Paste the text and I will use that.',
  )
