import { cleanAddress, parseAddress, requireNoCredentials } from '../core/address.ts'
import { buildArticle } from '../core/build-article.ts'
import { FootnoteError, throwIfCancelled } from '../core/error.ts'
import type { Extraction } from '../core/extraction.ts'
import { unsupportedSource } from '../core/unsupported-source.ts'
import { findShortness, type Shortness } from '../core/too-short.ts'
import type { SourceRequest, WorkOptions } from './assistant.ts'
import { cacheKey } from '../core/cache-key.ts'
import type { Once, SharedWork } from './once.ts'
import type { Cache, Clock, Extractor, FetchedDocument, Fetcher, RawDocument, ReadArticle } from './ports.ts'

/** A page may be edited: after this it is fetched again. */
const ARTICLE_LIVES = 60 * 60 * 1000
/** Raised whenever what is stored under a key changes its shape or its meaning. */
const SCHEMA = 1

export interface ReadingPorts {
  readonly fetch: Fetcher
  readonly extract: Extractor
  readonly articles: Cache<ReadArticle>
  readonly once: Once
  readonly clock: Clock
}

type Reader = (request: SourceRequest, options?: WorkOptions) => Promise<ReadArticle>

/** Reads links (each once, however many people ask, and then from the cache), pasted text and files. */
export function createReader(ports: ReadingPorts): Reader {
  return async (request, options = {}) => {
    throwIfCancelled(options.signal)
    switch (request.kind) {
      case 'link':
        return readLink(ports, request.url, options)
      case 'text': {
        const bytes = new TextEncoder().encode(request.text)
        const document = {
          bytes,
          contentType: 'text/plain; charset=utf-8',
          name: null,
          url: givenAddress(request.url),
        }
        return readDocument(ports, document, 'text', options.signal)
      }
      case 'file': {
        const { bytes, name, contentType = null } = request
        return readDocument(
          ports,
          { bytes, name, contentType, url: givenAddress(request.url) },
          'file',
          options.signal,
        )
      }
    }
  }
}

async function readLink(ports: ReadingPorts, given: string, options: WorkOptions): Promise<ReadArticle> {
  const address = parseAddress(given)
  if (address === null) {
    throw new FootnoteError(
      'link-refused',
      'This is not an address that I can open: give me one that starts with https://.',
    )
  }
  // Before the cache is asked: what is refused does not become readable because somebody else has read it.
  requireNoCredentials(address)
  refuseUnsupported(address)
  const key = cacheKey('article', SCHEMA, cleanAddress(address.href))
  const work: SharedWork<ReadArticle> = async (signal, report) => {
    const known = await ports.articles.get(key)
    if (known !== undefined) return known
    report({ phase: 'reading', from: address.hostname })
    const page = await ports.fetch(address.href, signal)
    refuseUnsupported(new URL(page.url))
    refuseByStatus(page)
    const document = { ...page, url: cleanAddress(page.url) }
    const read = await readDocument(ports, document, 'link', signal).catch(withStatus(page.status))
    await ports.articles.set(key, read, ARTICLE_LIVES)
    return read
  }
  return ports.once(key, options.signal, work, options.onProgress)
}

async function readDocument(
  ports: ReadingPorts,
  document: RawDocument,
  kind: 'link' | 'text' | 'file',
  signal: AbortSignal | undefined,
): Promise<ReadArticle> {
  const extraction = await ports.extract(document, signal)
  const article = buildArticle(extraction, { kind, url: document.url, retrievedAt: ports.clock() })
  const shortness = findShortness(article.text)
  if (shortness !== null) throw tooShort(extraction, shortness, kind)
  return { article, looksLikeArticle: extraction.looksLikeArticle, linesLeftOut: extraction.linesLeftOut }
}

/** The address that somebody says a text came from: it is kept and shown, never opened. */
function givenAddress(given: string | undefined): string | null {
  if (given === undefined) return null
  const address = parseAddress(given)
  if (address !== null) return cleanAddress(address.href)
  throw new FootnoteError(
    'bad-request',
    'The address that the text came from is not one: it should start with https://.',
  )
}

function refuseUnsupported(address: URL): void {
  const what = unsupportedSource(address)
  if (what === null) return
  throw new FootnoteError(
    'source-unsupported',
    what === 'video'
      ? 'This is a video, and I read articles. If it has a transcript, copy that and give me the text.'
      : 'This is a post on a social network, and I read articles. Give me the article that it links to, or copy its text.',
  )
}

/** A wall in place of a page is told with the status it came with: 200 says that the site calls it a page. */
const withStatus =
  (status: number) =>
  (error: unknown): never => {
    if (!(error instanceof FootnoteError) || error.code !== 'page-blocked') throw error
    const sentence = error.message.replace(/[.](?=\s|$)/, ` (HTTP ${status}).`)
    throw new FootnoteError('page-blocked', sentence, { cause: error })
  }

const BLOCKING = new Set([401, 402, 403, 407, 429, 451])

function refuseByStatus({ status, url }: FetchedDocument): void {
  if (status < 400) return
  const site = new URL(url).hostname
  if (BLOCKING.has(status)) {
    throw new FootnoteError(
      'page-blocked',
      `${site} did not let me read this page (HTTP ${status}). Open it, copy the text and give me that instead.`,
    )
  }
  const reason = status === 404 || status === 410 ? 'has no page at this address' : 'could not send this page'
  throw new FootnoteError(
    'link-unreachable',
    `${site} ${reason} (HTTP ${status}). Check the link, or try again later; or copy the text and give me that.`,
  )
}

function tooShort(
  extraction: Extraction,
  { found, least }: Shortness,
  kind: 'link' | 'text' | 'file',
): FootnoteError {
  if (kind === 'link' && extraction.blocks.length === 0) {
    return new FootnoteError(
      'page-unreadable',
      'I found no article on this page. Open it, copy the text and give me that instead.',
    )
  }
  const [place, next] =
    kind === 'link'
      ? ['on this page', 'If it shows you more, copy that and give me the text.']
      : ['here', 'Give me more of the text.']
  return new FootnoteError(
    'text-too-short',
    `I found only ${found} ${place} and need ${least} or more to summarise. ${next}`,
  )
}
