import { describe, expect, it } from 'vitest'
import { proveClaims } from '../../src/core/prove.ts'
import { translatedNotice, withNotice } from '../../src/core/translated.ts'
import { anArticle } from '../support/an-article.ts'

const article = anArticle(
  ['Die Brücke über den Fluss wird am 3. März für vierzehn Monate gesperrt, sagte die Direktorin.'],
  {
    language: 'de',
  },
)
const claimsOf = (text: string) =>
  proveClaims(
    article,
    [{ text, passage: null, quote: 'Die Brücke über den Fluss wird am 3. März', speaker: null }],
    'en',
  ).claims

describe('points in another language than the article', () => {
  it('say so, with the article’s language and theirs', () => {
    const notice = translatedNotice(
      article,
      claimsOf('The bridge over the river will be closed on 3 March.'),
      'en',
    )
    expect(notice).toEqual({
      code: 'translated',
      message: "Points translated by the model; quotes are the original's.",
      evidence: ['de → en'],
    })
    expect(withNotice(article, notice).source.notices.at(-1)?.code).toBe('translated')
  })

  it('are told by their words where nobody knows', () => {
    const claims = claimsOf('The bridge over the river will be closed on the third of March.')
    expect(translatedNotice(article, claims)?.evidence).toEqual(['de → en'])
  })

  it('are none where both are the same, whatever the region', () => {
    const claims = claimsOf('Die Brücke wird am 3. März gesperrt.')
    expect(translatedNotice(article, claims, 'de-AT')).toBeNull()
    expect(translatedNotice(article, [], 'en')).toBeNull()
    expect(withNotice(article, null)).toBe(article)
  })
})
