import { describe, expect, it } from 'vitest'
import { proveClaims } from '../../src/core/prove.ts'
import { anArticle } from '../support/an-article.ts'

const article = anArticle(
  [
    'The harbour board met on Tuesday. Chair Mira Oland said the crane was switched off by hand.',
    'A safety report found that the operator had warned the board twice. An engineer disputes it.',
  ],
  { url: 'https://news.example/crane' },
)
const draft = {
  text: 'The crane was switched off by hand',
  passage: 'P1',
  quote: 'the crane was switched off by hand',
  speaker: null,
}
const speakerOf = (speaker: string | null) => proveClaims(article, [{ ...draft, speaker }])

describe('a claim is proven', () => {
  it('only with a quote that stands in the article, and the others are counted with their reason', () => {
    const invented = { ...draft, text: 'The chair resigned', quote: 'Mira Oland resigned on Tuesday night' }
    const proof = proveClaims(article, [
      invented,
      draft,
      { ...draft, quote: 'switched off' },
      { ...draft, text: ' \u200b' },
    ])
    expect(proof.claims.map(({ text }) => text)).toEqual([draft.text])
    expect(proof.dropped.map(({ why }) => why)).toEqual(['quote-not-found', 'quote-too-short', 'malformed'])
    expect(proof.failed[0]?.draft).toBe(invented)
  })

  it('with a link that opens the page at its words', () => {
    const link = proveClaims(article, [draft]).claims[0]?.quotes[0]?.link
    expect(link).toBe('https://news.example/crane#:~:text=the%20crane,hand')
  })

  it('with the voice that its words have in the article', () => {
    const voice = { name: 'Mira Oland', kind: 'named', via: [] }
    for (const name of ['Mira Oland', 'Oland', 'the article', '', null])
      expect(speakerOf(name).claims[0]?.speaker).toEqual(voice)
  })

  it('without a voice where the article itself reports', () => {
    const reported = {
      ...draft,
      text: 'The board met',
      quote: 'The harbour board met on Tuesday',
      speaker: '',
    }
    expect(proveClaims(article, [reported]).claims[0]?.speaker).toBeNull()
  })

  it('never with a voice that the article does not have', () => {
    for (const name of ['Lars Brandt', 'an engineer', 'the writer'])
      expect(speakerOf(name).dropped).toEqual([{ text: draft.text, why: 'speaker-unsupported' }])
  })
})
