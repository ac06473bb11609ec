import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitPassages } from '../../src/core/passage.ts'

const passagesOf = (text: string): string[] =>
  splitPassages(text).map(({ start, end }) => text.slice(start, end))
const long = 'This line is a paragraph by itself, because it is far longer than anybody wraps a line. '
  .repeat(3)
  .trim()

describe('splitPassages', () => {
  it('splits at blank lines, also with spaces in them and Windows line ends', () => {
    expect(passagesOf('One.\n\nTwo.\n \t\nThree.\r\n\r\n\r\nFour.\n')).toEqual([
      'One.',
      'Two.',
      'Three.',
      'Four.',
    ])
  })

  it('keeps wrapped lines together', () => {
    const wrapped = 'A paragraph that was\nwrapped at twenty or\nso characters.'
    expect(passagesOf(`${wrapped}\n\nNext.`)).toEqual([wrapped, 'Next.'])
    expect(passagesOf(wrapped)).toEqual([wrapped])
  })

  it('takes each line for a paragraph where there are no blank lines and lines are long', () => {
    expect(passagesOf(`A title\n${long}\n${long}\nThe end.`)).toEqual(['A title', long, long, 'The end.'])
  })

  it('covers every visible character once, in order', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string({ maxLength: 5 }),
          fc.constantFrom('\n', '\n\n', '\r\n', ' ', long, '\u2028', '\u00a0'),
        ),
        {
          maxLength: 30,
        },
      )
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (words) => {
        let last = 0
        for (const { start, end } of splitPassages(words)) {
          expect(end).toBeGreaterThan(start)
          expect(words.slice(last, start).trim()).toBe('')
          last = end
        }
        expect(words.slice(last).trim()).toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  it.each(['\n', ' ', '\n ', ' \n\n', 'a\n', 'a\n\n', '\r'])(
    'does not hang on two megabytes of %j',
    (unit) => {
      expect(splitPassages(`x${unit.repeat(2_000_000 / unit.length)}y`).length).toBeGreaterThan(0)
    },
  )
})
