import type { Conversation } from '../../app/ports.ts'
import type { Article } from '../../core/article.ts'
import type { Claim, Quote, Speaker } from '../../core/claim.ts'
import { placeOf } from './answer-card.ts'
import { joinMarkup, link, type Markup, markup, shorten, timestamp } from './markup.ts'
import { intoPages, pageOf, turnButtons } from './paging.ts'
import { speakerWords } from './speaker-words.ts'
import { PAGES, SOURCES } from '../texts.ts'
import { card, type View } from './view.ts'

const MOST_WORDS_AROUND = 60
const LONGEST_PROOF = 900
/** Below Discord's 4,000, with room for heading and footer. */
const PAGE = 3400

interface Proof {
  readonly quote: Quote
  readonly numbers: number[]
  readonly speaker: Speaker | null
}

/** The exact words behind each point, in their paragraphs, on as many pages as they need. */
export function sourcesView(conversation: Conversation, asked?: string): View {
  const { id, article, summary } = conversation
  const claims = summary?.summary.claims ?? []
  if (claims.length === 0) return card([SOURCES.none], [])
  const pages = intoPages(
    proofsOf(claims).map((proof) => entry(proof, article)),
    PAGE,
  )
  const turn = pageOf(asked, pages.length)
  const top = turn.page === 1 ? joinMarkup([SOURCES.heading, SOURCES.note], '\n') : SOURCES.more
  const below = turn.page === turn.of ? [readAt(article), ...bottom(conversation, claims)] : [readAt(article)]
  const parts = turn.of === 1 ? below : [PAGES.page(turn.page, turn.of), ...below]
  return card(
    [top, joinMarkup(pages[turn.page - 1] ?? [], '\n'), markup`-# ${joinMarkup(parts, ' · ')}`],
    [turnButtons('sources', id, turn)],
  )
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
  const who = speaker === null ? markup`${SOURCES.theArticle}` : speakerWords(speaker)
  const head = markup`**${numbers.join(', ')}** · ${link(placeOf(quote), quote.link)} · ${who}`
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

function readAt({ source }: Article): Markup {
  const at = Date.parse(source.retrievedAt)
  return SOURCES.readAt(timestamp(at, 'f'), timestamp(at, 'R'))
}

function bottom({ article, summary }: Conversation, claims: readonly Claim[]): Markup[] {
  const used = new Set(claims.flatMap(({ quotes }) => quotes.map(({ passage }) => passage)))
  const unused = article.passages
    .filter(({ id, kind }) => kind !== 'heading' && !used.has(id))
    .map(({ id }) => id.replace(/^\D+/u, ''))
  const notUsed = unused.length === 0 ? [] : [SOURCES.notUsed(shorten(unused.join(', '), 200))]
  return [...notUsed, SOURCES.dropped(summary?.summary.dropped.length ?? 0)]
}
