import type { Claim, Speaker } from './claim.ts'

/** What a claim says with the article's own words and nothing else, and the time of its live-blog entry before them. */
export interface OwnWords {
  readonly lead: string
  readonly words: string
}

/** The article's own words that a claim repeats, null where it says something in words of its own. `text`: the article's. */
export function ownWordsOf(claim: Claim, text: string): OwnWords | null {
  for (const quote of claim.quotes) {
    for (const words of [quote.text, text.slice(quote.sentence.start, quote.sentence.end)]) {
      const isWhole = claim.text === words || oneLine(claim.text) === oneLine(words)
      if (isWhole) return { lead: '', words: claim.text }
      const lead = claim.text.slice(0, claim.text.length - words.length)
      if (claim.text.endsWith(words) && /^\d[\d:.h]{2,5}[^:]{0,8}: $/u.test(lead)) return { lead, words }
    }
  }
  return null
}

/** A claim is one line; its quote may run over the lines of a list or a poem. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/**
 * The voice to show before a claim: none before a whole sentence of the article that names it itself, for what else stands in
 * the sentence is the article's.
 */
export function voiceBefore({ speaker }: Claim, own: OwnWords | null): Speaker | null {
  const last = speaker?.name
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.at(-1)
  const isNamed = own !== null && last !== undefined && own.words.toLowerCase().includes(last)
  return isNamed && speaker?.kind !== 'writer' ? null : speaker
}
