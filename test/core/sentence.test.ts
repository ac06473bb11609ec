import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/core/sentence.ts'

/** One text a line: language, tab, the text with ¦ where a person ends a sentence; `\n` is a line break. */
const labelled = readFileSync(new URL('../fixtures/sentences/labelled.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [language = '', marked = ''] = line.split('\t')
    const pieces = marked.replaceAll('\\n', '\n').split('¦')
    return { language, text: pieces.join(''), pieces: pieces.map((piece) => piece.trim()) }
  })

/** Boundaries as the number of visible characters before them: white space belongs to no sentence. */
function boundaries(pieces: readonly string[]): number[] {
  let at = 0
  return pieces.slice(0, -1).map((piece) => (at += piece.replace(/\s/g, '').length))
}

const sentencesOf = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it('ends sentences where a person does, F1 at least .98', () => {
    let hits = 0
    let found = 0
    let wanted = 0
    const misses: string[] = []
    for (const { language, text, pieces } of labelled) {
      const expected = new Set(boundaries(pieces))
      const actual = boundaries(sentencesOf(text))
      const right = actual.filter((at) => expected.has(at)).length
      hits += right
      found += actual.length
      wanted += expected.size
      if (right < Math.max(actual.length, expected.size))
        misses.push(`${language}: ${sentencesOf(text).join(' ¦ ')}`)
    }
    const f1 = (2 * hits) / (found + wanted)
    if (misses.length > 0)
      console.log(`F1 ${f1.toFixed(3)} over ${wanted} boundaries; missed:\n${misses.join('\n')}`)
    expect(wanted).toBeGreaterThanOrEqual(120)
    expect(new Set(labelled.map(({ language }) => language)).size).toBeGreaterThanOrEqual(8)
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
