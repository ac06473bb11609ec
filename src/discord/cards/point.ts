import type { Article } from '../../core/article.ts'
import type { Claim, Speaker } from '../../core/claim.ts'
import { ownWordsOf, voiceBefore } from '../../core/own-words.ts'
import { link, linkTarget, type Markup, markup, NOTHING, shorten } from './markup.ts'
import { sharedWords } from './shared-words.ts'
import { capitalised } from './speaker-words.ts'
import { CARD, SPEAKERS } from '../texts.ts'

export interface PointOptions {
  readonly number: number
  /** Characters of a sentence of the article that are shown; the whole stands in Sources. */
  readonly limit: number
  readonly linked: boolean
}

/** Words in another voice than the article's are a statement: cut shorter than this, they could say something else. */
const SHORTEST_STATEMENT = 200

/** What a point shares with its proof is looked for in so many characters: some pages have no end of a sentence at all. */
const LONGEST_PROOF = 3000

/** Who says it, in bold, before what is said; nothing where the article reports it itself. */
export function voice(speaker: Speaker | null): Markup {
  if (speaker === null) return NOTHING
  if (speaker.kind === 'writer') return markup`**${CARD.writer}:** `
  const name = capitalised(shorten(speaker.name, 80))
  if (speaker.via.length === 0) return markup`**${name}:** `
  return markup`**${name}**, ${shorten(SPEAKERS.via(speaker.via), 84)}: `
}

/** One point behind its number. */
export const point = (claim: Claim, article: Article, options: PointOptions): Markup =>
  markup`${options.number}. ${pointWords(claim, article, options)}`

/**
 * A point: voice, words, and the proof as a link on the words that point and article share. “ ” stand around
 * the article's own characters; in a PDF the page follows.
 */
export function pointWords(claim: Claim, article: Article, options: PointOptions): Markup {
  const own = ownWordsOf(claim, article.text)
  const verbatim = own !== null
  const said = own?.words ?? claim.text
  const limit = verbatim ? options.limit : Math.max(options.limit, SHORTEST_STATEMENT)
  const shown = shorten(said, limit)
  const isCut = shown !== said
  const words = isCut ? shown.slice(0, -1) : shown
  const proven = withProof(words, claim, article, { ...options, verbatim })
  const quoted = verbatim ? markup`${own.lead}${openingBefore(words)}${proven}${closingAfter(words)}` : proven
  const page = claim.quotes[0]?.page ?? null
  const place = page === null ? '' : CARD.page(page)
  return markup`${voice(voiceBefore(claim, own))}${quoted}${isCut ? ' …' : ''}${place}`
}

const plainText = (text: string): Markup => ({ text, links: [] })
/** Between two quotation marks, as printers set it: else they look like a slip. */
const HAIR_SPACE = '\u200a'
const openingBefore = (words: string): Markup => plainText(/^["“„«]/u.test(words) ? `“${HAIR_SPACE}` : '“')
const closingAfter = (words: string): Markup => plainText(/["”“»]$/u.test(words) ? `${HAIR_SPACE}”` : '”')

function withProof(
  words: string,
  claim: Claim,
  article: Article,
  options: PointOptions & { readonly verbatim: boolean },
): Markup {
  const quote = claim.quotes[0]
  if (quote === undefined) return markup`${words}`
  const { start, end } = quote.sentence
  const proof = article.text.slice(start, Math.min(end, start + LONGEST_PROOF))
  const address = options.linked ? linkableAddress(quote.link, article.source.url) : null
  if (address !== null) {
    const run = sharedWords(words, proof, true)
    if (run === null) return markup`${words} ${link(CARD.quote(options.number), address)}`
    return markup`${run.before}${link(run.words, address)}${run.after}`
  }
  if (options.verbatim) return markup`${words}`
  const run = sharedWords(words, proof, false)
  if (run === null || /[“"„«]\s*$/u.test(run.before)) return markup`${words}`
  return markup`${run.before}“${run.words}”${run.after}`
}

/** The link to the quoted words; where that is too long for a card, the page; null for a paste. */
function linkableAddress(quoteLink: string | null, page: string | null): string | null {
  if (quoteLink === null) return null
  if (linkTarget(quoteLink) !== null) return quoteLink
  return page !== null && linkTarget(page) !== null ? page : null
}
