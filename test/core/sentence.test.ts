import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/core/sentence.ts'
import { labelledSentences, scoreSentences } from '../support/labelled-sentences.ts'

const sentencesOf = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it('ends sentences where a person does, F1 at least .98', () => {
    const { f1, wanted, misses } = scoreSentences(splitSentences)
    if (misses.length > 0)
      console.log(`F1 ${f1.toFixed(3)} over ${wanted} boundaries; missed:\n${misses.join('\n')}`)
    expect(wanted).toBeGreaterThanOrEqual(120)
    expect(new Set(labelledSentences().map(({ language }) => language)).size).toBeGreaterThanOrEqual(8)
    expect(f1).toBeGreaterThanOrEqual(0.98)
  })

  it('covers every visible character, in order, whatever the text', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 3 }),
          fc.constantFrom(
            '. ',
            'The ',
            'Dr.',
            '"',
            '”',
            '\r\n',
            '\n\n',
            '。',
            '» ',
            '[3]',
            'U.S.',
            '- ',
            '…',
            '3.',
            'a',
            '( ',
          ),
        ),
        { maxLength: 40 },
      )
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (words) => {
        let last = 0
        for (const { start, end } of splitSentences(words)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(words.slice(last, start).trim()).toBe('')
          expect(words.slice(start, end).trim()).toBe(words.slice(start, end))
          last = end
        }
        expect(words.slice(last).trim()).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('stays inside the asked slice and counts from the start of the text', () => {
    const text = 'Left out. One here. Two here. Left out.'
    const slices = splitSentences(text, 10, 29).map(({ start, end }) => text.slice(start, end))
    expect(slices).toEqual(['One here.', 'Two here.'])
  })

  it('reads Windows line ends', () => {
    expect(sentencesOf('One line\r\nof a sentence. Two.\r\n\r\nA title\r\n\r\nThree.')).toEqual([
      'One line\r\nof a sentence.',
      'Two.',
      'A title',
      'Three.',
    ])
  })

  it('gives nothing for nothing', () => {
    expect(splitSentences('')).toEqual([])
    expect(splitSentences(' \n \r\n')).toEqual([])
  })

  it.each([
    ['full stops', '.'],
    ['quotation marks', '"'],
    ['full stops and quotation marks', '." '],
    ['line breaks', '\n'],
    ['spaces', ' '],
    ['low quotation marks', '„a. '],
    ['abbreviations', 'a. '],
    ['list marks', '- a\n'],
  ])('does not hang on a megabyte of %s', (_what, unit) => {
    const text = unit.repeat(1_000_000 / unit.length)
    expect(splitSentences(text).length).toBeLessThanOrEqual(text.length)
  })
})
