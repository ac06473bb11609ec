import { cleanAddress, parseAddress } from '../core/address.ts'
import { FootnoteError, throwIfCancelled } from '../core/error.ts'
import type { ReadOptions, SourceRequest } from './assistant.ts'
import { createKeptArticles, type KeptArticlesPorts } from './kept-articles.ts'
import type { Once } from './once.ts'
import type { Fetcher, Metrics, ReadArticle } from './ports.ts'
import { type DocumentPorts, readDocument } from './read-document.ts'
import { addressKeys, readLink } from './read-link.ts'

export interface ReadingPorts extends DocumentPorts, KeptArticlesPorts {
  readonly fetch: Fetcher
  readonly once: Once
  readonly metrics: Pick<Metrics, 'count'>
}

interface Reader {
  readonly read: (request: SourceRequest, options?: ReadOptions) => Promise<ReadArticle>
  /** See `Assistant.addressKeys`. */
  readonly addressKeys: (url: string) => Promise<readonly string[]>
}

/** Reads links (each once, however many people ask, and then from the cache), pasted text and files. */
export function createReader(ports: ReadingPorts): Reader {
  const kept = createKeptArticles(ports)
  const read: Reader['read'] = async (request, options = {}) => {
    const { signal } = options
    throwIfCancelled(signal)
    switch (request.kind) {
      case 'link':
        return readLink({ ...ports, kept }, request.url, options)
      case 'text': {
        const bytes = new TextEncoder().encode(request.text)
        const contentType = 'text/plain; charset=utf-8'
        const document = { bytes, contentType, name: null, url: givenAddress(request.url) }
        return (await readDocument(ports, document, 'text', signal)).read
      }
      case 'file': {
        const { bytes, name, contentType = null } = request
        const document = { bytes, name, contentType, url: givenAddress(request.url) }
        return (await readDocument(ports, document, 'file', signal)).read
      }
    }
  }
  return { read, addressKeys: (url) => addressKeys({ kept }, url) }
}

/** The address that somebody says a text came from: it is kept and shown, never opened. */
function givenAddress(given: string | undefined): string | null {
  if (given === undefined) return null
  const address = parseAddress(given)
  if (address !== null) return cleanAddress(address)
  throw new FootnoteError(
    'bad-request',
    'The address that the text came from is not one: it should start with https://.',
  )
}
