/** Pages that only lead on are small; an article is not. */
const LARGEST = 32 * 1024
/** With as many words as this to read, it is a page, not a way to one. */
const FEWEST_WORDS = 40
/** Who waits longer wants the page to be seen first. */
const LONGEST_DELAY_SECONDS = 5

const META = /<meta\s([^<>]{0,5000})>/giu
const IS_REFRESH = /http-equiv\s*=\s*["']?\s*refresh\b/iu
const CONTENT = /(?:^|\s)content\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu
/** `0; url='https://…'`, as browsers read it: https://html.spec.whatwg.org/#attr-meta-http-equiv-refresh */
const REFRESH = /^\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?(.*)$/isu

/** What holds no elements. Whatever never ends goes to the end, so each is looked at once. */
const NO_MARKUP = [
  /<!--[\s\S]*?(?:-->|$)/gu,
  /<script(?=[\s/>])[\s\S]*?(?:<\/script|$)/giu,
  /<style(?=[\s/>])[\s\S]*?(?:<\/style|$)/giu,
  /<textarea(?=[\s/>])[\s\S]*?(?:<\/textarea|$)/giu,
  /<title(?=[\s/>])[\s\S]*?(?:<\/title|$)/giu,
]

const unescaped = (text: string): string => text.replace(/&(?:amp|#38|#x26);/giu, '&')

/** The address in `0; url=…`, null where it is no quick way to another address. */
function targetOf(refresh: string): string | null {
  const [, seconds, rest = ''] = REFRESH.exec(refresh) ?? []
  if (seconds === undefined || Number(seconds) > LONGEST_DELAY_SECONDS) return null
  const target = rest.trim().replace(/^(["'])(.*?)\1.*$/su, '$2')
  return target === '' ? null : target
}

/**
 * Where a page leads that only leads on: one with a quick `<meta http-equiv="refresh">`, as short links use it, and
 * next to nothing to read. Null for every other page. Text inside comments and scripts is no element.
 */
export function readRefreshPage(bytes: Uint8Array, contentType: string | null): string | null {
  if (bytes.length > LARGEST || !/^\s*(?:text\/html|application\/xhtml\+xml)\b/iu.test(contentType ?? ''))
    return null
  const html = NO_MARKUP.reduce(
    (markup, pattern) => markup.replace(pattern, ' '),
    new TextDecoder().decode(bytes),
  )
  const words = html.replace(/<[^<>]*>/gu, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  const characters = words.reduce((sum, word) => sum + word.length, 0)
  // In scripts without spaces a whole sentence is one word.
  if (words.length >= FEWEST_WORDS || characters > FEWEST_WORDS * 10) return null
  for (const [, attributes = ''] of html.matchAll(META)) {
    if (!IS_REFRESH.test(attributes)) continue
    const [, double, single, bare] = CONTENT.exec(attributes) ?? []
    return targetOf(unescaped(double ?? single ?? bare ?? ''))
  }
  return null
}
