import type { Article } from './article.ts'
import type { Claim } from './claim.ts'
import { findOtherLanguage } from './language.ts'
import type { Notice } from './source.ts'

/**
 * The notice that claims are not in the article's language; null where they are. `language`: what the claims are written
 * in (BCP 47 primary tag), told from their words where nobody knows.
 */
export function translatedNotice(
  article: Article,
  claims: readonly Claim[],
  language = findOtherLanguage(claims.map(({ text }) => text).join('\n'), article.language),
): Notice | null {
  const primary = language?.split('-', 1)[0] ?? null
  if (claims.length === 0 || primary === null || primary === article.language) return null
  return {
    code: 'translated',
    message: "Points translated by the model; quotes are the original's.",
    evidence: [`${article.language} → ${language}`],
  }
}

/** The article as it stands beside such claims: with the notice among its own. */
export function withNotice(article: Article, notice: Notice | null): Article {
  if (notice === null) return article
  return { ...article, source: { ...article.source, notices: [...article.source.notices, notice] } }
}
