/** Where a date was read. `none` stands with a value of null. */
type DateBasis = 'json-ld' | 'meta' | 'time' | 'url' | 'byline' | 'text' | 'none'

/** A calendar day at the publisher's own offset (`2022-05-13`), or null where it is not stated. */
export interface DatedFact {
  readonly value: string | null
  readonly basis: DateBasis
}

export interface Publisher {
  readonly name: string
  /** Registrable domain (`example.co.uk`), null where there is no address. */
  readonly domain: string | null
  readonly basis: string
}

/** Whom the page credits for these words, when that is somebody else. */
export interface Origin {
  readonly name: string
  readonly url: string | null
  /** The words or the element that say so. */
  readonly basis: string
}

export interface Author {
  readonly name: string
  readonly basis: string
}

type NoticeCode =
  | 'date-conflict'
  | 'date-unstated'
  | 'old-story'
  | 'republished'
  | 'unverified-text'
  | 'teaser'
  | 'truncated'
  | 'edited-since'
  | 'poorly-extracted'
  | 'labelled'
  | 'corrected'
  | 'headline-unsupported'
  | 'translated'
  | 'instructions-in-page'

/** What a page can call itself. */
export type LabelKind = 'opinion' | 'satire' | 'advertising' | 'press-release' | 'preprint' | 'live-blog'

/** Something a reader should know before believing the article. `evidence` holds the page's own words. */
export interface Notice {
  readonly code: NoticeCode
  /** Of `labelled`: what the page calls itself. */
  readonly kind?: LabelKind
  readonly message: string
  readonly evidence: readonly string[]
}

/** Where an article comes from, each value with the evidence for it. Unknown stays null. */
export interface Source {
  readonly kind: 'link' | 'text' | 'file'
  readonly url: string | null
  readonly publisher: Publisher | null
  readonly origin: Origin | null
  readonly authors: readonly Author[]
  readonly published: DatedFact
  readonly modified: DatedFact
  /** ISO 8601, UTC. */
  readonly retrievedAt: string
  /** `of` and `complete` are null where nobody knows the whole (a paste). */
  readonly read: { readonly words: number; readonly of: number | null; readonly complete: boolean | null }
  readonly notices: readonly Notice[]
  /** The site asks that no copy is kept: then no cache holds the words, only conversations do. */
  readonly noArchive?: true
}

/** The page states only when it was last changed: that day stands for both, and nobody knows when it first appeared. */
export const isOnlyChangeStated = ({ published, modified, notices }: Source): boolean =>
  published.value !== null &&
  published.value === modified.value &&
  notices.some(({ code }) => code === 'date-unstated')
