import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import type { SourceRequest } from '../app/assistant.ts'
import { asFootnoteError, FootnoteError } from '../core/error.ts'

/** The largest document that is read, as for a fetched PDF. */
const MAX_BYTES = 20 * 1024 * 1024

const WEB = /^\s*https?:/i
/** Two letters or more: `C:\notes.txt` is a file. */
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]+:/i
const LOOKS_LIKE_MARKUP = /^\s*<(?:!doctype\s+html|html|head|body|article)\b/i

export interface SourceOptions {
  readonly workingDirectory: string
  readonly stdin: Readable
  /** Where the words came from, for a file or standard input. */
  readonly url?: string | undefined
  readonly signal: AbortSignal
}

/**
 * What SOURCE of a command line stands for: an address, `-` or a file. Reads files and standard input.
 * Throws `link-refused`, `file-unreadable`, `text-too-short`, `page-too-large`, `bad-request`, `cancelled`.
 */
export async function readSource(source: string, options: SourceOptions): Promise<SourceRequest> {
  const url = checkedUrl(options.url)
  if (source.trim() === '')
    throw new FootnoteError('bad-request', 'SOURCE is empty: give an address, a file or -.')
  if (WEB.test(source)) {
    if (url !== undefined)
      throw new FootnoteError(
        'bad-request',
        'SOURCE is an address already: leave --url out, it is for files.',
      )
    return { kind: 'link', url: source }
  }
  if (source === '-') return fromStandardInput(await readBounded(options.stdin, options.signal), url)
  return readFileSource(source, { ...options, url })
}

/** A file, whatever its name looks like. Throws as `readSource` does. */
export async function readFileSource(
  source: string,
  { workingDirectory, url, signal }: Omit<SourceOptions, 'stdin'>,
): Promise<SourceRequest> {
  const path = resolve(workingDirectory, source)
  await checkFile(path, source)
  const bytes = await readBounded(createReadStream(path, { signal }), signal, source)
  refuseEmpty(bytes)
  return { kind: 'file', name: basename(path), bytes, url: checkedUrl(url) }
}

function checkedUrl(url: string | undefined): string | undefined {
  if (url === undefined || (WEB.test(url) && URL.canParse(url))) return url
  throw new FootnoteError(
    'bad-request',
    '--url takes an http(s) address. Example: --url https://news.example/story',
  )
}

async function checkFile(path: string, source: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    if (OTHER_SCHEME.test(source)) {
      const sentence = 'Only http and https addresses are opened. For a local file give its path.'
      throw new FootnoteError('link-refused', sentence, { cause: error })
    }
    throw unreadable(source, error)
  })
  if (found.isDirectory()) {
    throw new FootnoteError('file-unreadable', `${quoted(source)} is a folder. Name one file in it.`)
  }
  if (found.size > MAX_BYTES) throw tooLarge()
}

/** All bytes of a stream. A device or a pipe has no size to look at, so they are counted as they come. */
async function readBounded(
  stream: Readable,
  signal: AbortSignal,
  name = 'Standard input',
): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  const abort = (): unknown => stream.destroy(signal.reason as Error)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk as Uint8Array | string)
      size += bytes.length
      if (size > MAX_BYTES) throw tooLarge()
      chunks.push(bytes)
    }
  } catch (error) {
    if (signal.aborted) throw new FootnoteError('cancelled', 'Cancelled.', { cause: error })
    throw error instanceof FootnoteError ? error : unreadable(name, error)
  } finally {
    signal.removeEventListener('abort', abort)
  }
  return Buffer.concat(chunks)
}

/** Standard input is pasted text, unless it is a page, a PDF, or in another encoding than UTF-8. */
function fromStandardInput(bytes: Uint8Array, url: string | undefined): SourceRequest {
  refuseEmpty(bytes)
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (start.startsWith('%PDF-')) return { kind: 'file', name: 'standard-input.pdf', bytes, url }
  const isPage = LOOKS_LIKE_MARKUP.test(start.replace(/^\xef\xbb\xbf/, ''))
  // In another encoding it is read as a file is, which tells the encoding from the bytes.
  if (isPage || start.includes('\0') || !isUtf8(bytes)) {
    return { kind: 'file', name: isPage ? 'standard-input.html' : 'standard-input.txt', bytes, url }
  }
  return { kind: 'text', text: new TextDecoder().decode(bytes), url }
}

function refuseEmpty(bytes: Uint8Array): void {
  const hasWords = bytes.some((byte) => byte > 0x20)
  if (!hasWords)
    throw new FootnoteError(
      'text-too-short',
      'There is nothing in it. Give me an article of 40 words or more.',
    )
}

const quoted = (name: string): string => `“${name.length > 200 ? `${name.slice(0, 200)}…` : name}”`

const tooLarge = (): FootnoteError =>
  new FootnoteError(
    'page-too-large',
    'It is larger than 20 MB. Save the article alone as text and try again.',
  )

function unreadable(source: string, cause: unknown): FootnoteError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : asFootnoteError(cause).code
  const named = quoted(source)
  if (code === 'EACCES' || code === 'EPERM') {
    return new FootnoteError('file-unreadable', `${named} may not be read. Check its permissions.`, { cause })
  }
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') {
    const hint = /^[\w-]+(\.[\w-]+)+(\/|$)/u.test(source) && !/\.(txt|md|html?|pdf)$/i.test(source)
    const next = hint ? 'For an address write https:// in front.' : 'Check the path.'
    return new FootnoteError('file-unreadable', `There is no file ${named}. ${next}`, { cause })
  }
  return new FootnoteError(
    'file-unreadable',
    `${named} could not be read. Copy it elsewhere and try again.`,
    { cause },
  )
}
