import { describe, expect, it } from 'vitest'
import { joinOverBreaks } from '../../../../src/adapters/extract/pdf/flow.ts'
import type { Line } from '../../../../src/adapters/extract/pdf/page.ts'
import { partsOf } from '../../../../src/adapters/extract/pdf/parts.ts'
import { line } from './pieces.ts'

const USUAL = { size: 10, pitch: 1.2, bold: false }
/** Fifty-nine characters: nearly as wide as the column. */
const FULL = 'the herons of the lower lake were counted by all of the men'

const partsIn = (lines: readonly Line[]): string[] =>
  partsOf(lines, USUAL).map((part) => `${part.kind}: ${part.lines.map(({ text }) => text).join(' / ')}`)
const stacked = (texts: readonly string[], facts: readonly Partial<Line>[] = []): Line[] =>
  texts.map((text, index) => line(text, 100 + index * 12, facts[index]))

describe('a paragraph ends', () => {
  it('at a gap', () => {
    const lines = [line(FULL, 100), line('and seen.', 112), line(FULL, 132), line('and seen.', 144)]
    expect(partsIn(lines)).toEqual([`paragraph: ${FULL} / and seen.`, `paragraph: ${FULL} / and seen.`])
  })

  it('before a line that is set in', () => {
    const lines = stacked([FULL, `${FULL}.`, FULL, FULL], [{}, {}, { left: 12, right: 307 }, {}])
    expect(partsIn(lines)).toEqual([`paragraph: ${FULL} / ${FULL}.`, `paragraph: ${FULL} / ${FULL}`])
  })

  it('with a short line that ends a sentence', () => {
    expect(partsIn(stacked([FULL, 'and seen.', FULL]))).toEqual([
      `paragraph: ${FULL} / and seen.`,
      `paragraph: ${FULL}`,
    ])
  })

  it('where the next word would have had room on its line', () => {
    expect(partsIn(stacked(['52 pairs in 2021', '47 pairs in 2022']))).toEqual([
      'paragraph: 52 pairs in 2021',
      'paragraph: 47 pairs in 2022',
    ])
  })

  it('not with a word that is divided', () => {
    expect(partsIn(stacked([FULL, 'and seen by the admin-', 'istration.']))).toHaveLength(1)
  })

  it('after a block that is set in as a whole', () => {
    const lines = stacked([FULL, FULL, FULL], [{ left: 20, right: 300 }, { left: 20, right: 300 }, {}])
    expect(partsIn(lines)).toEqual([`paragraph: ${FULL} / ${FULL}`, `paragraph: ${FULL}`])
  })
})

describe('a line of its own kind', () => {
  it.each([
    ['larger', { size: 13 }],
    ['bold', { bold: true }],
  ])('that is %s is a heading', (_, facts) => {
    expect(partsIn(stacked(['Methods', FULL, FULL], [facts]))).toEqual([
      'heading: Methods',
      `paragraph: ${FULL} / ${FULL}`,
    ])
  })

  it('in capitals is a heading, where it is short', () => {
    expect(partsIn([line('WHAT THE COUNT SHOWS', 100), line(FULL, 125)])[0]).toBe(
      'heading: WHAT THE COUNT SHOWS',
    )
  })

  it('in bold that is a whole sentence is a paragraph', () => {
    expect(partsIn(stacked(['The herons came back.'], [{ bold: true }]))).toEqual([
      'paragraph: The herons came back.',
    ])
  })

  it.each([
    'Figure 3: Pairs by year',
    'Table 2. Pairs',
    'Abb. 4: Paare',
    'Fig. 1 | Pairs',
    '図1：つがいの数',
  ])('is a caption: %s', (words) => {
    expect(partsIn(stacked([words]))).toEqual([`caption: ${words}`])
  })

  it.each(['Table manners were discussed', 'Figures of 2021 were lost.'])('is no caption: %s', (words) => {
    expect(partsIn(stacked([words]))).toEqual([`paragraph: ${words}`])
  })

  it.each(['• one', '– one', '1. one', 'a) one', '(iv) one'])(
    'is an item of a list, with the lines that hang below it: %s',
    (item) => {
      expect(partsIn(stacked([item, 'and more of it', '• two'], [{}, { left: 12 }]))).toEqual([
        `list: ${item} / and more of it`,
        'list: • two',
      ])
    },
  )

  it('in small type at the foot of the column is a note', () => {
    const lines = stacked([FULL, '1 Occupied nests.', '2 In spring.'], [{}, { size: 8 }, { size: 8 }])
    expect(partsIn(lines)).toEqual([`paragraph: ${FULL}`, 'note: 1 Occupied nests.', 'note: 2 In spring.'])
  })
})

it('small type in the upper half of a page is no note', () => {
  const lines = stacked([FULL, '1 Institute for Shore Birds.'], [{}, { size: 8, depth: 0.2 }])
  expect(partsIn(lines)).toEqual([`paragraph: ${FULL}`, 'paragraph: 1 Institute for Shore Birds.'])
})

it('the hanging lines of a reference belong to it', () => {
  const lines = stacked([FULL, 'and seen.', '[2] the next one'], [{ text: `[1] ${FULL}` }, { left: 12 }])
  expect(partsIn(lines)).toEqual([`list: [1] ${FULL} / and seen.`, 'list: [2] the next one'])
})

describe('rows of cells', () => {
  const row = (baseline: number, cells: readonly (readonly [text: string, left: number])[]): Line =>
    line(cells.map(([text]) => text).join(' '), baseline, {
      cells: cells.map(([text, left]) => ({ text, left, right: left + text.length * 5 })),
      right: 250,
    })

  it('that stand under each other are a table', () => {
    const lines = [
      row(100, [
        ['Year', 0],
        ['Pairs', 100],
        ['Level', 200],
      ]),
      row(114, [
        ['2021', 0],
        ['52', 100],
        ['3.1 m', 200],
      ]),
      row(128, [
        ['2022', 0],
        ['47', 100],
        ['2.8 m', 200],
      ]),
    ]
    expect(partsIn(lines)).toEqual(['table: Year Pairs Level / 2021 52 3.1 m / 2022 47 2.8 m'])
  })

  it('are no table where there are two, or where spaces were stretched to the edge', () => {
    const two = [
      row(100, [
        ['Year', 0],
        ['Pairs', 100],
      ]),
      row(112, [
        ['2021', 0],
        ['52', 100],
      ]),
    ]
    expect(partsIn(two).some((part) => part.startsWith('table'))).toBe(false)
    const stretched = [100, 112, 124].map((baseline, index) => ({
      ...row(baseline, [
        ['herons', 0],
        ['of'.repeat(index + 1), 45],
        ['lakes', 70 + index * 10],
      ]),
      right: 300,
    }))
    expect(partsIn(stretched).some((part) => part.startsWith('table'))).toBe(false)
  })
})

describe('a paragraph that runs over the end of a column', () => {
  const joined = (...columns: readonly (readonly Line[])[]): string[] =>
    joinOverBreaks(columns.flatMap((lines) => partsOf(lines, USUAL))).map(
      (part) => `${part.kind}: ${part.lines.map(({ text }) => text).join(' / ')}`,
    )

  it('is whole again', () => {
    expect(joined([line(FULL, 100)], [line('and seen.', 100)])).toEqual([`paragraph: ${FULL} / and seen.`])
  })

  it('is whole again where a figure or a note stands between', () => {
    const note = line('1 Occupied nests.', 120, { size: 8 })
    expect(joined([line(FULL, 100), note], [line('Figure 1: Pairs.', 90), line('and seen.', 130)])).toEqual([
      `paragraph: ${FULL} / and seen.`,
      'note: 1 Occupied nests.',
      'caption: Figure 1: Pairs.',
    ])
  })

  it('is another one where a sentence has ended and the text shows no sign', () => {
    expect(joined([line(`${FULL}.`, 100)], [line('Then they left.', 100)])).toHaveLength(2)
  })

  it('never takes in a heading', () => {
    expect(joined([line(FULL, 100)], [line('Methods', 100, { size: 13 })])).toHaveLength(2)
  })
})
