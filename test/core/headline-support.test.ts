import { describe, expect, it } from 'vitest'
import { findUnsupportedHeadline } from '../../src/core/headline-support.ts'

const missing = (title: string, text: string, language = 'en', items = 0): readonly string[] =>
  findUnsupportedHeadline(title, { text, language, items, publisher: '' })?.evidence ?? []

describe('a headline', () => {
  it('that holds a number which the text lacks is told, with the number', () => {
    expect(
      findUnsupportedHeadline('Dam lowers lake by 40 metres', {
        text: 'The lake fell by three metres.',
        language: 'en',
        items: 0,
        publisher: 'Kristersson Press',
      }),
    ).toEqual({
      code: 'headline-unsupported',
      message: 'The headline says “40”, and the text below it does not.',
      evidence: ['40'],
    })
  })

  it.each([
    ['Dam lowers lake by 3 metres', 'The lake fell by three metres.'],
    ['Dam costs 3.4 million', 'The dam cost 3,412,000 crowns.'],
    ['Dam costs 1,200 crowns', 'It cost 1.200 crowns.'],
    ['The dam in 2025', 'The dam leaks.'],
    ['7 ways to count herons', 'Take a scope.'],
    ['The 10 best lakes', 'This is the best lake.'],
  ])('whose number the text holds, or that counts or dates itself, is not: %s', (title, text) =>
    expect(missing(title, text)).toEqual([]),
  )

  it('may count the headings and lists of its text', () => {
    expect(missing('Make the most of it on 12 lakes', 'A text.', 'en', 12)).toEqual([])
    expect(missing('Make the most of it on 12 lakes', 'A text.', 'en', 2)).toEqual(['12'])
  })

  it('that names somebody whom the text does not is told', () => {
    expect(
      missing(
        'Why the dam worries Kristersson and the fishers',
        'The dam worries the fishers of the lower lake.',
      ),
    ).toEqual(['Kristersson'])
  })

  it.each([
    ['Why the dam worries Ukraine and the fishers', 'Ukrainian fishers are worried by the dam.', 'en'],
    ['Why The Dam Worries Kristersson And Fishers', 'The dam worries the fishers.', 'en'],
    ['Warum der Damm die Fischer der Gegend besorgt', 'Der Bau besorgt viele.', 'de'],
    ['The dam: “They never asked us about it”', 'The dam was built in secret.', 'en'],
  ])(
    'is left alone where capitals name nothing, or the name stands in another form: %s',
    (title, text, language) => expect(missing(title, text, language)).toEqual([]),
  )
})
