/** Where a page states its own encoding, it has to do so early. The standard says 1,024 bytes; many pages are late. */
const STATED_WITHIN_BYTES = 4096

/** What is written in the place of names that the standard knows (https://encoding.spec.whatwg.org/#names-and-labels). */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ansi', 'windows-1252'],
  ['cp874', 'windows-874'],
  ['cp932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['eucjp', 'euc-jp'],
  ['euc_jp', 'euc-jp'],
  ['euckr', 'euc-kr'],
  ['euc_kr', 'euc-kr'],
  ['iso-8859_1', 'windows-1252'],
  ['latin-1', 'windows-1252'],
  ['tis620', 'windows-874'],
  ['utf_8', 'utf-8'],
])

/** The standard's name of an encoding, null for one that nobody knows (`none`, `x-klingon`, `utf-32`). */
function canonicalName(label: string): string | null {
  const plain = label.trim().toLowerCase().replace(/\/$/u, '')
  const name = ALIASES.get(plain) ?? plain.replace(/^(?:win|windows)-?(?=125\d$|874$)/u, 'windows-')
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

/** Bytes of these are not looked at by name: every one is a character. */
export const isSingleByte = (charset: string): boolean =>
  /^(?:windows-|iso-8859-|koi8-|ibm866|macintosh|x-mac-)/u.test(charset)

/** The encoding in a `content-type` header, null where it names none. */
export function charsetOfHeader(contentType: string | null): string | null {
  const label = /charset\s*=\s*["']?\s*([^\s"';,]{1,40})/iu.exec(contentType ?? '')?.[1]
  return label === undefined ? null : canonicalName(label)
}

/** Elements and comments whose text is no markup. What never ends goes to the end. */
const NO_MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|title|textarea|noscript)(?=[\s/>])[\s\S]*?(?:<\/\1|$)/giu
const XML_DECLARATION = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/iu
const META = /<meta[\s/]([^<>]{0,1000})/giu
const ATTRIBUTE = /([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu

function charsetOfMeta(attributes: string): string | null {
  const values = new Map<string, string>()
  for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    values.set(name.toLowerCase(), double ?? single ?? bare ?? '')
  }
  const isContentType = values.get('http-equiv')?.trim().toLowerCase() === 'content-type'
  const content = isContentType ? values.get('content') : undefined
  return canonicalName(values.get('charset') ?? '') ?? charsetOfHeader(content ?? null)
}

/** The encoding that a page names itself, in `<meta>` or the XML declaration; null where it names none that is known. */
export function charsetOfPage(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252')
    .decode(bytes.subarray(0, STATED_WITHIN_BYTES))
    .replace(/^\u00ef\u00bb\u00bf/u, '')
  const metas = [...start.replace(NO_MARKUP, ' ').matchAll(META)]
  const stated = [
    ...metas.map(([, attributes = '']) => charsetOfMeta(attributes)),
    canonicalName(XML_DECLARATION.exec(start)?.[1] ?? ''),
  ]
  const charset = stated.find((name) => name !== null) ?? null
  // A page that calls itself UTF-16 in letters that ASCII can read is not: browsers take it for UTF-8 too.
  return charset?.startsWith('utf-16') === true ? 'utf-8' : charset
}
