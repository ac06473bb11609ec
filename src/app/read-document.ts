import { cleanAddress, type IsTracker } from '../core/address.ts'
import { FootnoteError } from '../core/error.ts'
import type { Shortness } from '../core/too-short.ts'
import type { Clock, Extractor, FetchedDocument, RawDocument, ReadArticle } from './ports.ts'

export interface DocumentPorts {
  readonly extract: Extractor
  readonly isTracker: IsTracker
  readonly clock: Clock
}

type Kind = 'link' | 'text' | 'file'

/** What a document gave: the article, and what only its reading knows. */
export interface Reading {
  readonly read: ReadArticle
  /** The address that the page names as its own, within its site. */
  readonly canonicalUrl: string | null
}

/** An article from a document. Every address in it is cleaned, so that none holds a tracker or a secret. */
export async function readDocument(
  { extract, isTracker, clock }: DocumentPorts,
  document: RawDocument & Partial<Pick<FetchedDocument, 'noArchive'>>,
  kind: Kind,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const clean = (address: string | null): string | null =>
    address === null ? null : cleanAddress(address, isTracker)
  const url = clean(document.url)
  const { bytes, contentType, name } = document
  const facts = { kind, url, retrievedAt: clock() }
  const built = await extract({ bytes, contentType, name, url }, facts, signal)
  if (built.shortness !== null) throw tooShort(built.isEmpty, built.shortness, kind)
  const { looksLikeArticle, linesLeftOut } = built
  const { source } = built.article
  const noArchive = source.noArchive === true || document.noArchive === true
  const article = {
    ...built.article,
    source: {
      ...source,
      url: clean(source.url),
      origin: source.origin === null ? null : { ...source.origin, url: clean(source.origin.url) },
      ...(noArchive ? { noArchive: true as const } : {}),
    },
  }
  return { read: { article, looksLikeArticle, linesLeftOut }, canonicalUrl: clean(built.canonicalUrl) }
}

function tooShort(isEmpty: boolean, { found, least }: Shortness, kind: Kind): FootnoteError {
  if (kind === 'link' && isEmpty) {
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
