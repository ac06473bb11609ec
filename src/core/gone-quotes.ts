import type { Article } from './article.ts'
import type { Claim } from './claim.ts'
import { findQuote } from './quote.ts'

/** Numbers, from 1, of the claims of which a quote no longer stands in a newer reading of their article. */
export function goneQuotes(claims: readonly Claim[], newer: Article): number[] {
  return claims.flatMap(({ quotes }, index) => {
    const isThere = quotes.every(
      ({ text }) => newer.text.includes(text) || findQuote(newer, text, null).found,
    )
    return isThere ? [] : [index + 1]
  })
}
