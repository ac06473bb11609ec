import { parseAddress, requireNoCredentials } from '../core/address.ts'
import { FootnoteError } from '../core/error.ts'
import { unsupportedSource } from '../core/unsupported-source.ts'
import { unwrapAddress } from '../core/wrapped-address.ts'
import type { ReadOptions } from './assistant.ts'
import type { KeptArticles } from './kept-articles.ts'
import type { Once, SharedWork } from './once.ts'
import type { FetchedDocument, Fetcher, Metrics, ReadArticle } from './ports.ts'
import { type DocumentPorts, readDocument } from './read-document.ts'

export interface LinkPorts extends DocumentPorts {
  readonly fetch: Fetcher
  readonly kept: KeptArticles
  readonly once: Once
  readonly metrics: Pick<Metrics, 'count'>
}

/** Reads the page of an address: once, however many people ask in however many spellings, and then from the cache. */
export function readLink(ports: LinkPorts, given: string, options: ReadOptions): Promise<ReadArticle> {
  const address = openable(given)
  const { kept, metrics } = ports
  const { refresh = false } = options
  const key = kept.keyOf(address)
  const work: SharedWork<ReadArticle> = async (signal, report) => {
    const known = await kept.find(key)
    if (known?.isFresh === true && !refresh) {
      metrics.count({ what: 'article', from: 'cache' })
      return known.read
    }
    report({ phase: 'reading', from: address.hostname })
    const page = await ports.fetch(address.href, signal, known?.validators ?? undefined)
    const isUnchanged = page.isUnchanged && known !== undefined
    metrics.count({ what: 'article', from: isUnchanged ? 'unchanged' : 'site' })
    if (isUnchanged) return kept.renew(key, known)
    const found = new URL(page.url)
    refuseUnsupported(found)
    refuseByStatus(page, ports.clock())
    const { read, canonicalUrl } = await readDocument(ports, page, 'link', signal).catch(
      withStatus(page.status),
    )
    const canonical = canonicalUrl === null ? null : URL.parse(canonicalUrl)
    if (read.article.source.noArchive === true) {
      // The words go to whoever asked for them, and are kept as long as their conversation.
      await kept.forget(key)
      return read
    }
    return kept.keep(read, { given: address, found, canonical, validators: page.validators })
  }
  return ports.once(refresh ? `${key} refresh` : key, options.signal, work, options.onProgress)
}

/** The keys that conversations about the article of this address may have; none where nothing can be read there. */
export async function addressKeys(
  { kept }: Pick<LinkPorts, 'kept'>,
  given: string,
): Promise<readonly string[]> {
  try {
    return await kept.keysOf(openable(given))
  } catch (error) {
    if (error instanceof FootnoteError) return []
    throw error
  }
}

/** Before the cache is asked: what is refused does not become readable because somebody else has read it. */
function openable(given: string): URL {
  const parsed = parseAddress(given)
  if (parsed === null) {
    throw new FootnoteError(
      'link-refused',
      'This is not an address that I can open: give me one that starts with https://.',
    )
  }
  requireNoCredentials(parsed)
  const address = unwrapAddress(parsed)
  requireNoCredentials(address)
  refuseUnsupported(address)
  return address
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

function refuseByStatus({ status, url, retryAfter }: FetchedDocument, now: number): void {
  if (status < 400) return
  const again = retryAfter === null ? {} : { retryAt: now + retryAfter * 1000 }
  const site = new URL(url).hostname
  if (BLOCKING.has(status)) {
    throw new FootnoteError(
      'page-blocked',
      `${site} did not let me read this page (HTTP ${status}). Open it, copy the text and give me that instead.`,
      status === 429 ? again : {},
    )
  }
  const reason = status === 404 || status === 410 ? 'has no page at this address' : 'could not send this page'
  throw new FootnoteError(
    'link-unreachable',
    `${site} ${reason} (HTTP ${status}). Check the link, or try again later; or copy the text and give me that.`,
    status === 503 ? again : {},
  )
}
