import { describe, expect, it } from 'vitest'
import { why } from './why.ts'

describe('a claim in another language', () => {
  const proof = 'Die Reederei Sundlinie hat 2017 vier Schiffe im Wert von 3,4 Millionen Euro bestellt.'
  const inEnglish = (claim: string): string => why(claim, proof, { language: 'de', written: 'en' })

  it('keeps digits, dates and names of the same letters', () => {
    expect(inEnglish('The shipping company Sundlinie ordered ships worth 3.4 million euros.')).toBe('proven')
    expect(inEnglish('The shipping company Sundlinie ordered ships worth 4.3 million euros.')).toBe(
      'number-unsupported',
    )
    expect(inEnglish('In 2018 the company ordered new ships for its routes.')).toBe('number-unsupported')
  })

  it('denies and doubts where the quoted words do', () => {
    const denied = 'Die Kammer hat den Antrag der Stadt nicht geprüft.'
    expect(
      why('The chamber examined the request of the city.', denied, { language: 'de', written: 'en' }),
    ).toBe('negation-unsupported')
    expect(why('The chamber left the request unexamined.', denied, { language: 'de', written: 'en' })).toBe(
      'proven',
    )
    expect(
      why('El lema de 2014 era "Don\'t drive fast".', "The slogan of 2014 was “Don't drive fast”.", {
        written: 'es',
      }),
    ).toBe('proven')
  })
})
