import { visibleText } from './visible-text.ts'

/** Text in Discord's Markdown with the addresses that it links to: the gate lets no other address through. */
export interface Markup {
  readonly text: string
  readonly links: readonly string[]
}

/** Discord ignores a masked link whose words hold anything else, and does not honour escapes there. */
const LABEL = /^[\p{L}\p{M}\p{N} '’,.-]+$/u
const MAX_TARGET_LENGTH = 600

/** Outside text that Discord shows character by character, on one line: nothing in it is markup. */
function escapeText(outside: string): string {
  return visibleText(outside)
    .replace(/\s+/gu, ' ')
    .replace(/[\\*_~`|<[\]]/gu, String.raw`\$&`)
    .replace(/(?<=\\<)[@#/:]/gu, String.raw`\$&`)
    .replace(/(?<=\\<(?:a|t|id)):/giu, String.raw`\:`)
    .replace(/:\/\//gu, String.raw`:\/\/`)
    .replace(/^( ?)([#>+-])/u, String.raw`$1\$2`)
    .replace(/^( ?\d+)([.)])(?=\s|$)/u, String.raw`$1\$2`)
}

/** Our own template: what is filled in is outside text and gets escaped, unless it is markup itself. */
export function markup(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Markup)[]
): Markup {
  let text = parts[0] ?? ''
  const links: string[] = []
  for (const [index, value] of values.entries()) {
    if (typeof value === 'object') {
      text += value.text
      links.push(...value.links)
    } else text += escapeText(String(value))
    text += parts[index + 1] ?? ''
  }
  return { text, links }
}

/** Outside text in a block of code, from which it can be copied as it stands: only backticks are written otherwise. */
export const codeBlock = (outside: string): Markup => ({
  text: `\`\`\`text\n${visibleText(outside).replaceAll('`', 'ˋ').trim() || '…'}\n\`\`\``,
  links: [],
})

export const NOTHING: Markup = { text: '', links: [] }

export function joinMarkup(parts: readonly Markup[], separator: string): Markup {
  return {
    text: parts.map((part) => part.text).join(separator),
    links: parts.flatMap((part) => part.links),
  }
}

/** The address as it can stand between the parentheses of a masked link, or null where it cannot. */
export function linkTarget(address: string): string | null {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  const target = url.href.replace(
    /[()<>"'`\\[\]*|{}^\s]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
  return target.length > MAX_TARGET_LENGTH ? null : target
}

export const isLinkLabel = (words: string): boolean => LABEL.test(words) && /[\p{L}\p{N}]/u.test(words)

/** A masked link, or the words alone where they or the address cannot be one. */
export function link(words: string, address: string | null): Markup {
  const target = address === null ? null : linkTarget(address)
  // Letters that show nothing make no label.
  const label = visibleText(words)
  if (target === null || !isLinkLabel(label)) return markup`${words}`
  return { text: `[${label}](${target})`, links: [target] }
}

/** A moment that Discord shows in the reader's own time zone: `D` a date, `f` date and time, `R` an age. */
export const timestamp = (milliseconds: number, style: 'D' | 'f' | 'R'): Markup => ({
  text: `<t:${Math.floor(milliseconds / 1000)}:${style}>`,
  links: [],
})

/** How many characters a reader sees: no link targets, no escapes, no bold marks; a timestamp counts as twelve. */
export function visibleLength(text: string): number {
  return text
    .replace(/\[([^\]\n]*)\]\([^()\s]*\)/gu, '$1')
    .replace(/<t:\d+:\w>/gu, '123456789012')
    .replace(/\\(?=[^\p{L}\p{N}\s])/gu, '')
    .replace(/^(?:-# |#{1,3} |> )|\*\*/gmu, '').length
}

/** Up to `limit` characters, cut between words where possible, with “…” for the rest. For outside text, unescaped. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/u, '')
  const atWord = head.replace(/\s+\S*$/u, '')
  const kept = atWord.length > limit * 0.6 ? atWord : head
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`
}
