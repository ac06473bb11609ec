// HTML that stands in Markdown: what a browser would not show of it is no text. Code keeps every character.

/** A code span, a code fence up to its end, a comment, or a start tag with its name and attributes. */
const PIECE =
  /(`+)(?!`)[^\n]{0,500}?[^`\n]\1(?!`)|^ {0,3}(```+|~~~+)[^\n]*(?:\n(?! {0,3}\2)[^\n]*)*(?:\n {0,3}\2[^\n]*)?|<!--[^]*?(?:-->|(?![^]))|<([a-z][a-z0-9-]{0,20})\b([^<>]{0,2000})>/gimu
const NEVER_SHOWN =
  /^(?:script|style|template|noscript|svg|math|iframe|object|canvas|audio|video|select|textarea|datalist|dialog)$/iu
const HIDDEN_ATTRIBUTE = /(?:^|\s)hidden(?=\s|=|\/|$)/iu
const HIDING_STYLE =
  /\bstyle\s*=\s*["'][^"']*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0\d*)?\s*(?:[;"']|$)|font-size\s*:\s*[01](?:px|pt|em)?\s*[;"']|(?:left|top|text-indent)\s*:\s*-\d{3,}|(?<!-)color\s*:\s*(?:white|transparent|#fff(?:fff)?)\s*[;"'])/iu

/** Markdown without comments and without the elements that a browser does not show. Linear in the text. */
export function withoutHiddenHtml(markdown: string): string {
  let kept = ''
  let from = 0
  const unclosed = new Set<string>()
  PIECE.lastIndex = 0
  for (let match = PIECE.exec(markdown); match !== null; match = PIECE.exec(markdown)) {
    const [piece, , , name, attributes = ''] = match
    if (piece.startsWith('<!--')) {
      kept += markdown.slice(from, match.index)
      from = match.index + piece.length
      continue
    }
    if (name === undefined || !isHidden(name, attributes)) continue
    const end = endOf(markdown, name.toLowerCase(), match.index + piece.length, unclosed)
    kept += markdown.slice(from, match.index)
    from = end
    PIECE.lastIndex = end
  }
  return kept + markdown.slice(from)
}

const isHidden = (name: string, attributes: string): boolean =>
  NEVER_SHOWN.test(name) || HIDDEN_ATTRIBUTE.test(attributes) || HIDING_STYLE.test(attributes)

/** Behind the end tag of an element; where there is none, behind its start tag: that is looked for once for each name. */
function endOf(markdown: string, name: string, from: number, unclosed: Set<string>): number {
  if (unclosed.has(name)) return from
  const tag = new RegExp(`<(/?)${name}(?![a-z0-9-])[^<>]{0,2000}>`, 'giu')
  tag.lastIndex = from
  let depth = 1
  for (let match = tag.exec(markdown); match !== null; match = tag.exec(markdown)) {
    depth += match[1] === '/' ? -1 : 1
    if (depth === 0) return tag.lastIndex
  }
  unclosed.add(name)
  return from
}
