import { cleanAddress, type IsTracker } from '../core/address.ts'
import { buildArticle } from '../core/build-article.ts'
import { FootnoteError } from '../core/error.ts'
import type { Extraction } from '../core/extraction.ts'
import { findShortness, type Shortness } from '../core/too-short.ts'
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
  const found = await extract({ bytes, contentType, name, url }, signal)
  const { origin } = found
  const extraction: Extraction = {
    ...found,
    canonicalUrl: clean(found.canonicalUrl),
    noArchive: found.noArchive === true || document.noArchive === true,
    origin: origin === null ? null : { ...origin, url: clean(origin.url) },
  }
  const article = buildArticle(extraction, { kind, url, retrievedAt: clock() })
  const shortness = findShortness(article.text)
  if (shortness !== null) throw tooShort(extraction, shortness, kind)
  const { canonicalUrl, looksLikeArticle, linesLeftOut } = extraction
  return { read: { article, looksLikeArticle, linesLeftOut }, canonicalUrl }
}

function tooShort(extraction: Extraction, { found, least }: Shortness, kind: Kind): FootnoteError {
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
