/** Proven words: `article.text.slice(start, end) === text`, offsets in UTF-16 code units. */
export interface Quote {
  /** Id of the passage that holds the quote's start. */
  readonly passage: string
  readonly start: number
  readonly end: number
  readonly text: string
  /** The whole sentence, or sentences, in which the words stand: what is checked and shown as the proof. */
  readonly sentence: { readonly start: number; readonly end: number }
  /** Address of the page that opens at these words, null where there is no page. */
  readonly link: string | null
  readonly page: number | null
}

/** A voice in the article. `via` is the chain of hearsay, nearest first. */
export interface Speaker {
  readonly name: string
  readonly kind: 'named' | 'unnamed' | 'document' | 'writer'
  readonly via: readonly string[]
}

/** One point of a summary or an answer. It always has at least one quote. */
export interface Claim {
  readonly text: string
  readonly speaker: Speaker | null
  readonly quotes: readonly Quote[]
}

export type DropReason =
  | 'quote-not-found'
  | 'quote-too-short'
  | 'number-unsupported'
  | 'name-unsupported'
  | 'negation-unsupported'
  | 'certainty-changed'
  | 'speaker-unsupported'
  | 'malformed'

/** A point that was not proven. Its text goes to `--json` only, never to a card. */
export interface Dropped {
  readonly text: string
  readonly why: DropReason
}

/** A point as an engine proposes it, before any of it is checked. */
export interface ClaimDraft {
  readonly text: string
  readonly passage: string | null
  readonly quote: string
  readonly speaker: string | null
}
