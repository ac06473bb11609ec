import { describe, expect, it } from 'vitest'
import { why } from './why.ts'

describe('a proof', () => {
  it('is never a question alone', () => {
    expect(why('Digital organs are a fraud.', 'Do you think digital organs are a fraud?')).toBe(
      'certainty-changed',
    )
  })

  it('is no correction, unless the claim tells of it', () => {
    const note = 'Correction: An earlier version of this article said that 4,700 homes were without power.'
    expect(why('4,700 homes were without power.', note)).toBe('certainty-changed')
    expect(why('An earlier version gave 4,700 homes without power.', note)).toBe('proven')
  })

  it('has something in common with its claim', () => {
    expect(why('Experts praise cheap holidays abroad.', 'The bridge will close for repairs in March.')).toBe(
      'quote-not-found',
    )
  })
})
