import type { Conversation } from '../../app/ports.ts'
import type { Article } from '../../core/article.ts'
import type { Claim, Quote, Speaker } from '../../core/claim.ts'
import { ownWordsOf, voiceBefore } from '../../core/own-words.ts'
import { isOnlyChangeStated } from '../../core/source.ts'
import { placeOf } from '../cards/answer-card.ts'
import { codeBlock, joinMarkup, markup, shorten } from '../cards/markup.ts'
import { intoPages, pageOf, turnButtons } from '../cards/paging.ts'
import { sourceName } from '../cards/source-line.ts'
import { capitalised } from '../cards/speaker-words.ts'
import { CARD, COPY, PAGES, SPEAKERS } from '../texts.ts'
import { plain, type View } from '../cards/view.ts'
import { singleLine } from '../cards/visible-text.ts'

/** Of the 2,000 characters of a plain message, with room for the marks around them and the line below. */
const PAGE = 1850
const LONGEST_TITLE = 300
const LONGEST_POINT = 1600

/** Title, source, points with their exact words, and the address, as text to be copied. */
export function copyView({ id, article, summary }: Conversation, asked?: string): View {
  const claims = summary?.summary.claims ?? []
  const address = article.source.url
  const pieces = [
    headOf(article),
    ...claims.map((claim, index) => sayPoint(claim, index + 1, article)),
    ...(address === null ? [] : [address]),
  ].map((text) => ({ text: `${text}\n` }))
  const pages = intoPages(pieces, PAGE)
  const turn = pageOf(asked, pages.length)
  const text = (pages[turn.page - 1] ?? []).map((piece) => piece.text).join('\n')
  const below = turn.of === 1 ? [] : [markup`-# ${PAGES.page(turn.page, turn.of)}`]
  return plain(joinMarkup([codeBlock(text), ...below], '\n'), turnButtons('copy', id, turn))
}

function headOf(article: Article): string {
  const { source } = article
  const { published, origin } = source
  const said = isOnlyChangeStated(source) ? COPY.updated : COPY.published
  const parts = [
    sourceName(article) ?? (source.kind === 'file' ? COPY.file : COPY.pasted),
    ...(origin === null ? [] : [COPY.credits(origin.name)]),
    published.value === null ? COPY.noDate : said(dayOf(published.value)),
    COPY.read(dayOf(source.retrievedAt)),
  ]
  const title = article.title === '' ? [] : [shorten(singleLine(article.title), LONGEST_TITLE)]
  return [...title, shorten(parts.join(' · '), LONGEST_TITLE)].join('\n')
}

const dayOf = (moment: string): string =>
  new Date(moment).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' })

/** A point, and below it each proof; a point in the article's own words is its own proof. */
function sayPoint(claim: Claim, number: number, article: Article): string {
  const own = ownWordsOf(claim, article.text)
  const voice = voiceOf(voiceBefore(claim, own))
  if (own !== null) {
    const [quote] = claim.quotes
    const place = quote === undefined ? '' : ` (${placeOf(quote)})`
    return shorten(`${number}. ${voice}${own.lead}“${singleLine(own.words)}”${place}`, LONGEST_POINT)
  }
  const proofs = new Map(claim.quotes.map((quote) => [quote.sentence.start, quote]))
  const lines = [...proofs.values()].map((quote) => `   “${sentenceOf(quote, article)}” (${placeOf(quote)})`)
  return shorten([`${number}. ${voice}${singleLine(claim.text)}`, ...lines].join('\n'), LONGEST_POINT)
}

const sentenceOf = ({ sentence: { start, end } }: Quote, { text }: Article): string =>
  singleLine(text.slice(start, end))

function voiceOf(speaker: Speaker | null): string {
  if (speaker === null) return ''
  if (speaker.kind === 'writer') return `${CARD.writer}: `
  const way = speaker.via.length === 0 ? '' : `, ${SPEAKERS.via(speaker.via)}`
  return `${capitalised(speaker.name)}${way}: `
}
