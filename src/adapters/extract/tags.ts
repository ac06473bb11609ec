// How HTML is written: what `simplifyMarkup` has to know of its tags.

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

export const VOID = setOf('area base br col embed hr img input link meta param source track wbr')

/** Everything up to the end tag is dropped with them. */
export const DROPPED = setOf(
  'script style template noscript svg math iframe object canvas noembed noframes select textarea datalist audio video',
)

/** Dropped as tags; their place is rebuilt. */
export const FRAME = setOf('html head body')

const KEPT_ATTRIBUTES = setOf(
  'aria-controls aria-hidden aria-label aria-modal bgcolor class color colspan content data-testid datetime headers hidden href http-equiv id itemprop itemtype lang media name open popover property rel role rowspan scope src style title type',
)
const MOST_ATTRIBUTES = 24
const LONGEST_ATTRIBUTE = 4096

/** The open elements that a start tag closes, as HTML's optional end tags have it, up to one of the `within`. */
export const IMPLIED_ENDS: ReadonlyMap<string, { closes: ReadonlySet<string>; within: ReadonlySet<string> }> =
  new Map([
    ['li', { closes: setOf('li'), within: setOf('ul ol menu') }],
    ['dt', { closes: setOf('dt dd'), within: setOf('dl') }],
    ['dd', { closes: setOf('dt dd'), within: setOf('dl') }],
    ['tr', { closes: setOf('tr td th'), within: setOf('table thead tbody tfoot') }],
    ['td', { closes: setOf('td th'), within: setOf('table tr') }],
    ['th', { closes: setOf('td th'), within: setOf('table tr') }],
    ['tbody', { closes: setOf('tr td th tbody thead'), within: setOf('table') }],
  ])

/** An end tag inside a cell closes nothing outside it, unless it is one of the table's own. */
export const CELL = setOf('td th')
export const TABLE_PART = setOf('table thead tbody tfoot tr td th')

/** Start tags that end an open paragraph. */
export const ENDS_PARAGRAPH =
  /^(?:address|article|aside|blockquote|details|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|main|menu|nav|ol|p|pre|section|table|ul)$/

const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y

/** Attributes from `from` to the tag's end. As in browsers the first of a name wins; a flood of them is cut. */
export function readAttributes(html: string, from: number): { values: Map<string, string>; end: number } {
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
export function endOf(html: string, name: string, from: number, neverClosed: Set<string>): number {
  if (neverClosed.has(name)) return -1
  const tag = new RegExp(`</${name}(?=[\\s/>])[^>]*>`, 'gi')
  tag.lastIndex = from
  if (tag.test(html)) return tag.lastIndex
  neverClosed.add(name)
  return -1
}

export function writeTag(name: string, values: ReadonlyMap<string, string>): string {
  const attributes = [...values].map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`)
  return `<${name}${attributes.join('')}>`
}
