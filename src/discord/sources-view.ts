import type { Conversation } from '../app/ports.ts'
import type { Article } from '../core/article.ts'
import type { Claim, Quote, Speaker } from '../core/claim.ts'
import { placeOf } from './answer-card.ts'
import { joinMarkup, link, type Markup, markup, shorten, timestamp } from './markup.ts'
import { SOURCES } from './texts.ts'
import { card, plain, type View } from './view.ts'

const MOST_WORDS_AROUND = 60
const LONGEST_PROOF = 900
/** Below Discord's 4,000, with room for heading and footer. */
const PAGE = 3400

interface Proof {
  readonly quote: Quote
  readonly numbers: number[]
  readonly speaker: Speaker | null
}

/** The exact words behind each point, in their paragraphs: one message, or several where they are long. */
export function sourcesViews(conversation: Conversation): View[] {
  const { article, summary } = conversation
  if (summary === null || summary.summary.claims.length === 0) return [plain(SOURCES.none)]
  const entries = proofsOf(summary.summary.claims).map((proof) => entry(proof, article))
  const pages: Markup[][] = [[]]
  let room = PAGE
  for (const one of entries) {
    if (one.text.length > room && pages.at(-1)?.length !== 0) {
      pages.push([])
      room = PAGE
    }
    pages.at(-1)?.push(one)
    room -= one.text.length + 1
  }
  return pages.map((page, index) => {
    const top = index === 0 ? joinMarkup([SOURCES.heading, SOURCES.note], '\n') : SOURCES.more
    const isLast = index === pages.length - 1
    return card(
      [top, joinMarkup(page, '\n'), ...(isLast ? [bottom(conversation, summary.summary.claims)] : [])],
      [],
    )
  })
}

/** Points proven by one sentence share an entry. */
function proofsOf(claims: readonly Claim[]): Proof[] {
  const proofs = new Map<string, Proof>()
  for (const [index, claim] of claims.entries()) {
    for (const quote of claim.quotes) {
      const key = `${quote.sentence.start}-${quote.sentence.end}`
      const known = proofs.get(key)
      if (known === undefined) proofs.set(key, { quote, numbers: [index + 1], speaker: claim.speaker })
      else if (!known.numbers.includes(index + 1)) known.numbers.push(index + 1)
    }
  }
  return [...proofs.values()]
}

function entry({ quote, numbers, speaker }: Proof, article: Article): Markup {
  const place = placeOf(quote)
  const who =
    speaker === null ? 'the article' : speaker.kind === 'writer' ? 'the writer' : shorten(speaker.name, 80)
  const head = markup`**${numbers.join(', ')}** · ${link(place, quote.link)} · ${who}`
  const { start, end } = quote.sentence
  const passage = article.passages.find(({ id }) => id === quote.passage) ?? { start, end }
  const sentence = shorten(article.text.slice(start, end), LONGEST_PROOF)
  const room = Math.max(0, MOST_WORDS_AROUND - sentence.split(/\s+/u).length)
  const after = firstWords(article.text.slice(end, Math.max(end, passage.end)), Math.ceil(room / 2))
  const before = lastWords(article.text.slice(Math.min(start, passage.start), start), Math.floor(room / 2))
  return markup`${head}\n> ${before}**${sentence}**${after}`
}

function firstWords(text: string, most: number): string {
  const words = text.trim().split(/\s+/u)
  if (text.trim() === '') return ''
  return words.length <= most
    ? ` ${words.join(' ')}`
    : ` ${words.slice(0, most).join(' ')} …`.replace(/^ +…/u, ' …')
}

function lastWords(text: string, most: number): string {
  const words = text.trim().split(/\s+/u)
  if (text.trim() === '') return ''
  if (words.length <= most) return `${words.join(' ')} `
  return `… ${most === 0 ? '' : `${words.slice(-most).join(' ')} `}`
}

function bottom({ article, summary }: Conversation, claims: readonly Claim[]): Markup {
  const used = new Set(claims.flatMap(({ quotes }) => quotes.map(({ passage }) => passage)))
  const unused = article.passages
    .filter(({ id, kind }) => kind !== 'heading' && !used.has(id))
    .map(({ id }) => id.replace(/^\D+/u, ''))
  const notUsed = unused.length === 0 ? '' : ` · Not used: paragraphs ${shorten(unused.join(', '), 200)}`
  const dropped = summary?.summary.dropped.length ?? 0
  const read = timestamp(Date.parse(article.source.retrievedAt), 'f')
  return markup`-# Read ${read}${notUsed} · points dropped for want of proof: ${dropped}`
}
