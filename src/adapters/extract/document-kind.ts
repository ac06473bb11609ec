import { readMark, utf16ByZeros } from './byte-order.ts'

export type DocumentKind =
  | 'html'
  | 'text'
  | 'markdown'
  | 'pdf'
  | 'media'
  | 'archive'
  | 'office'
  | 'data'
  | 'binary'

const BY_TYPE: readonly (readonly [type: RegExp, kind: DocumentKind])[] = [
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^text\/(?:x-)?markdown$/, 'markdown'],
  [/^application\/(?:x-)?pdf$/, 'pdf'],
  [/^(?:image|video|audio)\//, 'media'],
  [
    /^application\/(?:zip|gzip|x-(?:gzip|tar|7z-compressed|rar(?:-compressed)?|bzip2|xz)|vnd\.rar|java-archive)$/,
    'archive',
  ],
  [/^application\/(?:msword|rtf|vnd\.(?:openxmlformats|ms-|oasis)|epub)/, 'office'],
  [
    /^text\/(?:css|csv|javascript|calendar|vcard|rtf)$|(?:^application\/|\+)(?:json|xml|javascript|yaml)$|^text\/xml$/,
    'data',
  ],
]

const BY_NAME: readonly (readonly [name: RegExp, kind: DocumentKind])[] = [
  [/\.x?html?$/i, 'html'],
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.(?:txt|text)$/i, 'text'],
  [/\.pdf$/i, 'pdf'],
  [/\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|heic|mp[34]|m4[av]|mov|webm|mkv|avi|ogg|wav|flac)$/i, 'media'],
  [/\.(?:zip|gz|tgz|tar|7z|rar|bz2|xz|jar)$/i, 'archive'],
  [/\.(?:docx?|xlsx?|pptx?|od[tsp]|rtf|epub|pages)$/i, 'office'],
  [/\.(?:json|xml|csv|ya?ml|js|css|ics)$/i, 'data'],
]

/** First bytes, as latin1. */
const BY_BYTES: readonly (readonly [bytes: RegExp, kind: DocumentKind])[] = [
  [/^.{0,1000}%PDF-/s, 'pdf'],
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....(?:WEBP|WAVE|AVI )|OggS|ID3|fLaC|\x1aE\xdf\xa3|.{4}ftyp|BM.{4}\0\0\0\0)/s,
    'media',
  ],
  [
    /^(?:PK\x03\x04.{22,26}(?:\[Content_Types\]|mimetype|_rels\/|word\/|xl\/|ppt\/))|^\xd0\xcf\x11\xe0|^\{\\rtf/s,
    'office',
  ],
  [/^(?:PK[\x03\x05]|\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ)/, 'archive'],
]

const LOOKED_AT_BYTES = 4096
const PAGE_START = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/is
const TAG = /<(?:[a-z][a-z\d]*[\s>/]|\/[a-z]|!doctype|!--)/i
const MOST_BRACKETS_IN_TEXT = 20
const PAGE_TAGS = /<(?:article|body|div|h1|head|html|main|meta|p|section)\b[^>]*>/gi

/**
 * What a document is. The bytes are believed before the name, and the name before a type that says nothing
 * (`application/octet-stream`, `text/plain` for a file called `.md`): servers and uploads are often wrong or silent.
 * Whether it is data for programs is only told where there is time for that (`parses`).
 */
export function tellKind(
  document: {
    readonly bytes: Uint8Array
    readonly contentType: string | null
    readonly name: string | null
    readonly url: string | null
  },
  parses: boolean,
): DocumentKind {
  // Not TextDecoder: its "latin1" is windows-1252, which changes bytes 80 to 9f.
  const start = Buffer.from(document.bytes.subarray(0, LOOKED_AT_BYTES)).toString('latin1')
  const magic = BY_BYTES.find(([bytes]) => bytes.test(start))?.[1]
  if (magic !== undefined) return magic
  const mark = readMark(document.bytes)
  if (mark === 'utf-32') return 'binary'
  const isUtf16 = mark?.startsWith('utf-16') === true || utf16ByZeros(document.bytes) !== null
  if (start.includes('\0') && !isUtf16) return 'binary'
  const words = isUtf16 ? start.replaceAll('\0', '') : start
  const type = (document.contentType ?? '').split(';')[0]!.trim().toLowerCase()
  const stated = BY_TYPE.find(([pattern]) => pattern.test(type))?.[1]
  const isData = parses && /^\s*[[{]/.test(words) && isJson(document.bytes)
  if (stated === 'html' && isData) return 'data'
  const isPage = stated === 'html' && hasTags(document.bytes, words)
  if (isPage) return 'html'
  const path =
    document.name ??
    (document.url !== null && URL.canParse(document.url) ? new URL(document.url).pathname : '')
  const named = BY_NAME.find(([pattern]) => pattern.test(path))?.[1]
  // A page that a server calls plain text, or that came without any type.
  if (PAGE_START.test(words.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, ''))) return 'html'
  if (stated !== undefined && stated !== 'html') return stated
  if (named === 'html' || named === 'markdown' || named === 'text' || document.name !== null) {
    if (named !== undefined) return named
  }
  if (type.startsWith('text/')) return 'text'
  if ((words.match(PAGE_TAGS) ?? []).length >= 3) return 'html'
  if (type !== '' && type !== 'application/octet-stream' && type !== 'binary/octet-stream') return 'binary'
  if (isData) return 'data'
  return /[\x01-\x08\x0e-\x1a]/.test(words) && !isUtf16 ? 'binary' : 'text'
}

/** A server that calls everything a page sends plain text as one too: then there are words in it, and not one tag. */
function hasTags(bytes: Uint8Array, start: string): boolean {
  if (TAG.test(start)) return true
  const all = Buffer.from(bytes).toString('latin1')
  return TAG.test(all) || all.trim() === '' || all.split('<').length > MOST_BRACKETS_IN_TEXT
}

/** What is larger is read as what it says it is: so many lists in one call could fill the memory of its thread. */
const MOST_JSON_BYTES = 6 * 1024 * 1024

function isJson(bytes: Uint8Array): boolean {
  if (bytes.length > MOST_JSON_BYTES) return false
  try {
    JSON.parse(new TextDecoder().decode(bytes))
    return true
  } catch {
    return false
  }
}
