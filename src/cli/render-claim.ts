import type { Article } from '../core/article.ts'
import type { Claim, Dropped, DropReason, Quote, Speaker } from '../core/claim.ts'
import { ownWordsOf, voiceBefore } from '../core/own-words.ts'
import { clipped, wordEnd, wordStart } from './excerpt.ts'
import { block, type Block, faint, type Piece } from './styled.ts'

/** A proof is a sentence; of a very long one only the words around the quote are shown. */
const PROOF_CHARACTERS = 600
/** A table without full stops is one sentence of a thousand lines; `--json` has it whole. */
const LONGEST_WORDS = 1200

/** One point with the words that prove it. Where the point is those words, they are printed once. */
export function renderClaim(article: Article, claim: Claim, lead: string): Block[] {
  const first = claim.quotes[0]
  const margin = ' '.repeat(lead.length)
  const own = ownWordsOf({ ...claim, quotes: claim.quotes.slice(0, 1) }, article.text)
  if (first !== undefined && claim.quotes.length === 1 && own !== null) {
    const words: Piece[] = [{ text: `${own.lead}“` }, linkedWords(first), { text: '”' }]
    return [
      block(
        [...voiceOf(voiceBefore(claim, own)), ...words, { text: ` (${placeOf(first)})`, dim: true }],
        lead,
      ),
    ]
  }
  return [
    block([...voiceOf(claim.speaker), { text: claim.text }], lead),
    ...claim.quotes.map((quote) => renderProof(article, quote, margin)),
  ]
}

/** The sentence in which the proven words stand, those words marked, and where it stands. */
export function renderProof(article: Article, quote: Quote, margin: string): Block {
  const { start, end } = quote.sentence
  const spare = Math.max(0, PROOF_CHARACTERS - (quote.end - quote.start)) / 2
  const from = wordStart(article.text, quote.start - spare, { start, end: quote.start })
  const to = wordEnd(article.text, quote.end + spare, { start: quote.end, end })
  return block(
    [
      { text: from > start ? '“… ' : '“', dim: true },
      { text: article.text.slice(from, quote.start), dim: true },
      linkedWords(quote),
      { text: article.text.slice(quote.end, to), dim: true },
      { text: to < end ? ' …”' : '”', dim: true },
      { text: ` (${placeOf(quote)})`, dim: true },
    ],
    margin,
  )
}

const linkedWords = ({ text, link }: Quote): Piece => ({
  text: clipped(text, LONGEST_WORDS),
  link,
  underline: link !== null,
})

/** `paragraph 3`, behind its page (`p. 4`) where there are pages. */
export function placeOf({ passage, page }: Quote): string {
  const paragraph = `paragraph ${passage.replace(/^P/, '')}`
  return page === null ? paragraph : `p. ${page}, ${paragraph}`
}

/** Who says it stands first; without a voice the article reports it. */
function voiceOf(speaker: Speaker | null): Piece[] {
  if (speaker === null) return []
  const via = speaker.via.length === 0 ? '' : `, by way of ${speaker.via.join(' and ')}`
  const name = speaker.kind === 'writer' ? 'The writer’s own view' : speaker.name
  return [{ text: `${name}${via}: `, bold: true }]
}

const REASONS: Readonly<Record<DropReason, string>> = {
  'quote-not-found': 'its words are not in the article',
  'quote-too-short': 'its quote is too short to prove anything',
  'number-unsupported': 'a number is not in the quote',
  'name-unsupported': 'a name is not in the quote',
  'negation-unsupported': 'a “not” is not in the quote',
  'certainty-changed': 'it is surer than the article',
  'speaker-unsupported': 'the article gives it to nobody of that name',
  malformed: 'it was not in the agreed form',
}

/** How many points were left out and why. Never their text: it is not proven. */
export function renderDropped(dropped: readonly Dropped[]): Block[] {
  if (dropped.length === 0) return []
  const counts = new Map<DropReason, number>()
  for (const { why } of dropped) counts.set(why, (counts.get(why) ?? 0) + 1)
  const reasons = [...counts].map(([why, count]) =>
    count === 1 ? REASONS[why] : `${count}: ${REASONS[why]}`,
  )
  const points = dropped.length === 1 ? '1 point' : `${dropped.length} points`
  return [faint(`${points} dropped for want of proof (${reasons.join('; ')})`)]
}
