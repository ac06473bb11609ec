import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteAt } from '../../src/core/quote.ts'
import { spanAt, spansTouching } from '../../src/core/spans-at.ts'
import { anArticle } from '../support/an-article.ts'

/** Spans in order, with gaps between some of them. */
const spans = fc
  .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 5 })), { maxLength: 30 })
  .map((steps) => {
    let end = 0
    return steps.map(([gap, length]) => {
      const start = end + gap
      end = start + length
      return { start, end }
    })
  })

describe('spans found by halving', () => {
  it('are those that a look at all of them finds', () => {
    fc.assert(
      fc.property(spans, fc.nat(150), fc.nat(20), (all, start, length) => {
        const end = start + length
        expect(spanAt(all, start)).toEqual(all.find((each) => each.start <= start && start < each.end))
        expect(spansTouching(all, { start, end })).toEqual(
          all.filter((each) => each.start < end && start < each.end),
        )
      }),
    )
  })
})

describe('the sentence around a quote', () => {
  it('is looked up among those that were cut once: a paragraph full of quotes is not cut again for each', () => {
    const text = Array.from({ length: 20 }, (_, n) => `Heron number ${n} came back.`).join(' ')
    const article = { ...anArticle([text]) }
    const span = { start: text.indexOf('number 7'), end: text.indexOf('number 7') + 8 }
    const { sentence } = quoteAt(article, span)
    expect(text.slice(sentence.start, sentence.end)).toBe('Heron number 7 came back.')
    // Whoever cut it now would find one sentence.
    Object.assign(article, { text: text.replaceAll('.', ',') })
    expect(quoteAt(article, span).sentence).toEqual(sentence)
  })
})
