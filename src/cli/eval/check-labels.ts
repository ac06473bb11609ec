import type { Article } from '../../core/article.ts'
import type { DropReason } from '../../core/claim.ts'
import { findOtherLanguage } from '../../core/language.ts'
import { proveClaims } from '../../core/prove.ts'
import type { LabelledArticle, LabelledClaim } from './evaluation-set.ts'

/** What the checks do with one labelled claim: null where they let it pass. */
export interface Judged {
  readonly article: string
  readonly claim: LabelledClaim
  readonly why: DropReason | null
  readonly detail: string
  /** The claim is in another language than the article. */
  readonly isTranslated: boolean
}

/** The true claims of an article through the checks: each that does not pass is a point lost to a careful model. */
export function judgeTruths(article: Article, { name, claims, language }: LabelledArticle): Judged[] {
  return claims.map((claim) => {
    // The label says that it is translated even where a short claim does not show in which language it is.
    const told = findOtherLanguage(claim.text, language)
    const written = told ?? (claim.tests === 'cross-language' ? (language === 'en' ? 'de' : 'en') : language)
    return judge(article, name, claim, written)
  })
}

/** The lies of an article through the checks, without those that words alone cannot show. */
export function judgeLies(article: Article, { name, lies, language }: LabelledArticle): Judged[] {
  return lies
    .filter(({ hard }) => hard !== true)
    .map((lie) => judge(article, name, lie, findOtherLanguage(lie.text, language) ?? language))
}

function judge(article: Article, name: string, claim: LabelledClaim, language: string): Judged {
  const { failed } = proveClaims(article, [{ ...claim, passage: null }], language)
  const [failure] = failed
  return {
    article: name,
    claim,
    why: failure?.why ?? null,
    detail: failure?.detail ?? '',
    isTranslated: language !== article.language,
  }
}
