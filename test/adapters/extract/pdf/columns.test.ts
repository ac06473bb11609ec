import { describe, expect, it } from 'vitest'
import { readingOrder } from '../../../../src/adapters/extract/pdf/columns.ts'
import type { Piece } from '../../../../src/adapters/extract/pdf/page.ts'
import { at, column } from './pieces.ts'

const LEFT = ['left one of some words', 'left two of some words', 'left three of words', 'left four of words']
const RIGHT = ['right one of some words', 'right two of some words', 'right three words', 'right four words']

const orderOf = (pieces: readonly Piece[]): string[] =>
  readingOrder(pieces)
    .flat()
    .map(({ text }) => text)
/** However a file draws them. */
const shuffled = (pieces: readonly Piece[]): Piece[] =>
  pieces.toSorted((one, other) => one.baseline - other.baseline || other.left - one.left)

describe('the order in which a page is read', () => {
  it('is down the left column, then down the right', () => {
    const pieces = [...column(0, 100, LEFT), ...column(150, 100, RIGHT)]
    expect(orderOf(shuffled(pieces))).toEqual([...LEFT, ...RIGHT])
    expect(readingOrder(pieces)).toHaveLength(2)
  })

  it('is the same where the lines of the columns do not stand at the same height', () => {
    expect(orderOf(shuffled([...column(0, 100, LEFT), ...column(150, 104, RIGHT)]))).toEqual([
      ...LEFT,
      ...RIGHT,
    ])
  })

  it('takes in three columns', () => {
    const third = RIGHT.map((text) => text.replace('right', 'third'))
    const pieces = [...column(0, 100, LEFT), ...column(150, 100, RIGHT), ...column(300, 100, third)]
    expect(orderOf(shuffled(pieces))).toEqual([...LEFT, ...RIGHT, ...third])
  })

  it('puts a title above the columns first, and what stands below them last', () => {
    const title = at(40, 70, 'A title that runs across both columns')
    const caption = at(20, 170, 'Figure 1: a caption that runs across both columns')
    const pieces = [...column(0, 100, LEFT), ...column(150, 100, RIGHT), caption, title]
    expect(orderOf(shuffled(pieces))).toEqual([title.text, ...LEFT, ...RIGHT, caption.text])
  })

  it('reads the columns above a wide table before it, and those below it after it', () => {
    const wide = at(20, 160, 'a wide line that runs across both of the columns')
    const below = LEFT.map((text) => text.replace('left', 'lower left'))
    const lower = RIGHT.map((text) => text.replace('right', 'lower right'))
    const pieces = [
      ...column(0, 100, LEFT),
      ...column(150, 100, RIGHT),
      wide,
      ...column(0, 190, below),
      ...column(150, 190, lower),
    ]
    expect(orderOf(shuffled(pieces))).toEqual([...LEFT, ...RIGHT, wide.text, ...below, ...lower])
  })

  it('is not disturbed by a formula that juts out into the gutter, nor by a mark in its middle', () => {
    const long = LEFT.with(1, 'left two of words and 2+2=4 x')
    const pieces = [...column(0, 100, long), ...column(150, 100, RIGHT)]
    expect(orderOf(shuffled(pieces))).toEqual([...long, ...RIGHT])
    const marked = [...column(0, 100, LEFT), ...column(150, 100, RIGHT), at(127, 180, '***')]
    expect(orderOf(shuffled(marked))).toEqual([...LEFT, ...RIGHT, '***'])
  })

  it('ends with a last column of one line', () => {
    const pieces = [
      ...column(
        0,
        100,
        LEFT.map((text) => text.padEnd(24, '.')),
      ),
      at(150, 100, 'right one of some words'),
    ]
    expect(orderOf(shuffled(pieces)).at(-1)).toBe('right one of some words')
    expect(readingOrder(pieces)).toHaveLength(2)
  })

  it.each([
    [
      'a table of short cells',
      ['1990', '1991', '1992', '1993'],
      ['12 pairs', '14 pairs', '9 pairs', '11 pairs'],
    ],
    ['a list with its numbers', ['1.', '2.', '3.', '4.'], LEFT],
    ['a table of contents', LEFT, ['3', '7', '12', '40']],
  ])('is line by line in %s', (_, left, right) => {
    expect(readingOrder([...column(0, 100, left), ...column(150, 100, right)])).toHaveLength(1)
  })

  it('is line by line where stretched spaces happen to stand under each other', () => {
    const rows = [100, 112, 124].flatMap((baseline) => [
      at(0, baseline, 'stretched line of words'),
      at(115, baseline, ' ', { right: 132 }),
      at(132, baseline, 'that goes on behind it'),
    ])
    expect(readingOrder(rows)).toHaveLength(1)
  })

  it('has nothing to say about an empty page', () => {
    expect(readingOrder([])).toEqual([])
  })
})
