import { describe, expect, it } from 'vitest'
import { withoutLineNumbers } from '../../../../src/adapters/extract/pdf/line-numbers.ts'
import type { PdfPage, Piece } from '../../../../src/adapters/extract/pdf/page.ts'
import { withoutRunningLines } from '../../../../src/adapters/extract/pdf/running-lines.ts'
import { at, column } from './pieces.ts'

const body = (number: number): Piece[] =>
  column(
    72,
    150,
    Array.from(
      { length: 5 },
      (_, index) => `line ${index} of the text that stands on page ${'x'.repeat(number)}`,
    ),
  )

const pageOf = (number: number, pieces: readonly Piece[]): PdfPage => ({
  number,
  width: 612,
  height: 792,
  pieces: [...pieces, ...body(number)],
  rotated: [],
})
/** What is left out of pages, the n-th of which has these lines beside its text. */
const leftOut = (pages: number, edges: (page: number) => readonly Piece[]): string[] =>
  withoutRunningLines(
    Array.from({ length: pages }, (_, index) => pageOf(index + 1, edges(index + 1))),
  ).leftOut.map(({ text }) => text)

describe('lines that are left out', () => {
  it('recur at the same height, whatever their numbers', () => {
    expect(leftOut(3, (page) => [at(72, 40, `Lantern Papers, part ${page}`)])).toEqual([
      'Lantern Papers, part 1',
      'Lantern Papers, part 2',
      'Lantern Papers, part 3',
    ])
  })

  it('may recur on every other page', () => {
    const names = (page: number): string => (page % 2 === 0 ? 'Lindqvist and Okafor' : 'Herons of the lake')
    expect(leftOut(4, (page) => [at(72, 40, names(page))])).toHaveLength(4)
  })

  it.each(['7', '- 7 -', 'Page 7 of 12', '7 / 12', 'Seite 7 von 12', 'vii', '第7页'])(
    'are page numbers: %s',
    (words) => {
      expect(leftOut(1, () => [at(300, 760, words)])).toEqual([words])
    },
  )

  it('hold the number that runs along, whatever stands beside it', () => {
    const chapters = ['The lake', 'The reeds', 'The weir']
    const edges = (page: number): Piece[] => [
      at(72, 40, chapters[page - 1] ?? ''),
      at(500, 40, String(page + 17)),
    ]
    expect(leftOut(3, edges)).toEqual(['The lake 18', 'The reeds 19', 'The weir 20'])
  })

  it('stand alone at the very foot of a page', () => {
    expect(leftOut(1, () => [at(72, 760, 'lantern.example/herons')])).toEqual(['lantern.example/herons'])
  })
})

describe('lines that stay', () => {
  it.each([
    ['a year at the foot of a page', () => [at(300, 690, '2024')]],
    [
      'a line that stands at another height on each page',
      (page: number) => [at(72, 40 + page * 20, 'Chapter')],
    ],
    ['a line in the middle of the page', () => [at(72, 400, 'The same words on each page')]],
  ])('are %s', (_, edges) => {
    expect(leftOut(3, edges)).toEqual([])
  })

  it('are all of a page that holds nothing else', () => {
    const pages = [1, 2].map((number) => ({ ...pageOf(number, []), pieces: [at(72, 60, 'Herons')] }))
    expect(withoutRunningLines(pages)).toMatchObject({ pages, leftOut: [] })
  })

  it('are the first lines of a text that begins in the same way on several pages', () => {
    const pages = [1, 2].map((number) => ({
      ...pageOf(number, []),
      pieces: column(72, 80, [
        'The wardens counted the herons',
        'of the lower lake in spring,',
        `and found ${number}.`,
      ]),
    }))
    expect(withoutRunningLines(pages).leftOut).toEqual([])
  })
})

describe('line numbers in the margin', () => {
  const numbered = (number: number, first: number): PdfPage => ({
    ...pageOf(number, []),
    pieces: [
      ...body(number),
      ...Array.from({ length: 5 }, (_, index) => at(40, 150 + index * 12, String(first + index))),
    ],
  })
  const left = (pages: readonly PdfPage[]): number => pages.flatMap(({ pieces }) => pieces).length

  it('go where they are counted on from page to page, or anew on each', () => {
    expect(left(withoutLineNumbers([numbered(1, 1), numbered(2, 6)]))).toBe(10)
    expect(left(withoutLineNumbers([numbered(1, 1), numbered(2, 1)]))).toBe(10)
  })

  it('stay where they are years', () => {
    expect(left(withoutLineNumbers([numbered(1, 2001)]))).toBe(10)
  })
})
