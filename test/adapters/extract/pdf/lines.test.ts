import { describe, expect, it } from 'vitest'
import { toLines } from '../../../../src/adapters/extract/pdf/lines.ts'
import type { Piece } from '../../../../src/adapters/extract/pdf/page.ts'
import { at } from './pieces.ts'

const PAGE = { number: 1, height: 792 }
const textsOf = (...pieces: Piece[]): string[] => toLines(pieces, PAGE).map(({ text }) => text)

describe('pieces on a line', () => {
  it('have a space between them where there is a gap or a blank, and none elsewhere', () => {
    expect(
      textsOf(at(0, 50, 'her'), at(15, 50, 'ons'), at(33, 50, 'came'), at(53, 50, ' '), at(53.5, 50, 'back')),
    ).toEqual(['herons came back'])
  })

  it('are in order whatever the order in which they are drawn', () => {
    expect(textsOf(at(40, 50, 'back'), at(0, 62, 'again'), at(0, 50, 'came'))).toEqual(['came back', 'again'])
  })

  it('printed twice for a bold look are read once', () => {
    expect(textsOf(at(0, 50, 'Herons'), at(0.4, 50.2, 'Herons'), at(40, 50, 'Herons'))).toEqual([
      'Herons Herons',
    ])
  })

  it('whose letters are spread make a word', () => {
    expect(textsOf(at(0, 50, 'A B S T R A C T'))).toEqual(['ABSTRACT'])
    expect(textsOf(at(0, 50, 'I a m'))).toEqual(['I a m'])
  })

  it('far apart are cells', () => {
    const [line] = toLines([at(0, 50, 'Year'), at(60, 50, 'Pairs of herons')], PAGE)
    expect(line?.cells.map(({ text }) => text)).toEqual(['Year', 'Pairs of herons'])
    expect(line?.text).toBe('Year Pairs of herons')
  })

  it('of Chinese and Japanese have no spaces between them, however they are spread', () => {
    expect(textsOf(at(0, 50, '東京'), at(24, 50, '都は'), at(48, 50, '雨 だ っ た'))).toEqual([
      '東京都は雨だった',
    ])
    expect(textsOf(at(0, 50, '東京 Tokyo'))).toEqual(['東京 Tokyo'])
  })
})

describe('small characters above the line', () => {
  const raised = (left: number, text: string): Piece => at(left, 46, text, { size: 6 })

  it.each([
    ['a call of a footnote', 'forty pairs', '1', 'forty pairs'],
    ['two calls', 'forty pairs.', '1,2', 'forty pairs.'],
    ['a mark of an address', 'Mara Lindqvist', 'a,*', 'Mara Lindqvist'],
    ['an exponent behind a number', '10', '5', '10⁵'],
    ['a negative one', 'kg m', '-2', 'kg m⁻²'],
    ['one behind a unit', '12 km', '2', '12 km²'],
    ['the end of an ordinal', 'the 19', 'th', 'the 19th'],
    ['the end of a French ordinal', 'le XIX', 'e', 'le XIXe'],
  ])('that are %s', (_, before, mark, text) => {
    expect(textsOf(at(0, 50, before), raised(before.length * 5, mark))).toEqual([text])
  })

  it('leave a space where they stood between words', () => {
    const pieces = [at(0, 50, 'Sollen;'), at(35, 50, ' '), raised(38, '2'), at(41, 50, 'Lantern')]
    expect(textsOf(...pieces)).toEqual(['Sollen; Lantern'])
  })

  it('number the note that they begin', () => {
    expect(textsOf(raised(0, '1'), at(3, 50, 'Occupied nests.'))).toEqual(['1 Occupied nests.'])
  })

  it('below it stay beside their letter', () => {
    expect(textsOf(at(0, 50, 'CO'), at(10, 53, '2', { size: 6 }), at(16, 50, 'fell'))).toEqual(['CO2 fell'])
  })
})

it('a large initial belongs to the first of the lines beside it, and they are not set in', () => {
  const lines = toLines(
    [
      at(0, 74, 'T', { size: 38, right: 22 }),
      at(24, 50, 'he herons came'),
      at(24, 62, 'back on a Tuesday'),
      at(24, 74, 'and were counted'),
      at(0, 86, 'at the lower lake.'),
    ],
    PAGE,
  )
  expect(lines.map(({ text }) => text)).toEqual([
    'The herons came',
    'back on a Tuesday',
    'and were counted',
    'at the lower lake.',
  ])
  expect(lines.map(({ left }) => left)).toEqual([0, 0, 0, 0])
})
