import { describe, expect, it } from 'vitest'
import { readHead } from '../../../../src/adapters/extract/pdf/head.ts'
import type { Line } from '../../../../src/adapters/extract/pdf/page.ts'
import type { Part } from '../../../../src/adapters/extract/pdf/parts.ts'
import { OPENING } from './report-pdf.ts'
import { line } from './pieces.ts'

const USUAL = { size: 10, pitch: 1.2, bold: false }

const part = (kind: Part['kind'], lines: readonly Line[]): Part => ({
  kind,
  lines,
  indented: false,
  isFirst: false,
})
const title = (words: string, size = 18): Part => part('heading', [line(words, 50, { size })])
const below = (...words: string[]): Part =>
  part(
    'paragraph',
    words.map((text, index) => line(text, 80 + index * 12)),
  )
const opening = (words = `${OPENING} ${OPENING}`): Part => part('paragraph', [line(words, 140)])

const head = (
  parts: readonly Part[],
  { margins = [], ...info }: { margins?: readonly string[]; title?: string; author?: string } = {},
) =>
  readHead({ parts, usual: USUAL, margins, info: { title: info.title ?? null, author: info.author ?? null } })

describe('the title of a PDF', () => {
  it('is in the largest type of the first page', () => {
    expect(head([below('Lantern Papers'), title('Counting herons with less effort'), opening()]).title).toBe(
      'Counting herons with less effort',
    )
  })

  it('is rather a whole line than a name in larger type above it', () => {
    expect(head([title('LANTERN', 30), title('Counting herons with less effort'), opening()]).title).toBe(
      'Counting herons with less effort',
    )
  })

  it('is the one that the file states where that stands on the page too', () => {
    const parts = [title('A word from the wardens', 22), below('Counting herons'), opening()]
    expect(head(parts, { title: 'Counting Herons' }).title).toBe('Counting herons')
    expect(head(parts, { title: 'Counting cranes' }).title).toBe('A word from the wardens')
  })

  it.each(['Microsoft Word - final.doc', 'report_v2.indd', 'untitled', 'Document1', 'heron-report'])(
    'is never a file name: %s',
    (stated) => {
      expect(head([opening()], { title: stated }).title).toBeNull()
    },
  )
})

describe('the authors of a PDF', () => {
  const authorsOf = (lines: readonly string[], author?: string): string[] =>
    head(
      [title('Counting herons'), below(...lines), opening()],
      author === undefined ? {} : { author },
    ).authors.map(({ name }) => name)

  it.each([
    ['a byline', ['By Mara Lindqvist and Tom Okafor'], ['Mara Lindqvist', 'Tom Okafor']],
    [
      'a line of names',
      ['Mara Lindqvist, Tom K. Okafor & Ines de Vries'],
      ['Mara Lindqvist', 'Tom K. Okafor', 'Ines de Vries'],
    ],
    ['names with their titles', ['Dr. Mara Lindqvist, Tom Okafor, PhD'], ['Mara Lindqvist', 'Tom Okafor']],
  ])('are those of %s', (_, lines, names) => {
    expect(authorsOf(lines)).toEqual(names)
  })

  it.each([
    ['one that could be a place', ['New York']],
    ['an institute', ['Institute of Heron Studies, University of Sollen']],
    ['a subtitle', ['Annual Report, Executive Summary']],
    ['a sentence', ['The herons came back, and the wardens counted.']],
  ])('are not %s', (_, lines) => {
    expect(authorsOf(lines)).toEqual([])
  })

  it('are one where the file names the same one', () => {
    expect(authorsOf(['Mara Lindqvist'])).toEqual([])
    expect(authorsOf(['Mara Lindqvist'], 'Mara Lindqvist')).toEqual(['Mara Lindqvist'])
  })

  it('are those of the file alone where they have a full name', () => {
    expect(authorsOf([], 'Mara Lindqvist')).toEqual(['Mara Lindqvist'])
    expect(authorsOf([], 'mlindqvist')).toEqual([])
    expect(authorsOf([], 'Lantern Press Office')).toEqual([])
  })
})

describe('the date of a PDF', () => {
  const dateOf = (lines: readonly string[], first?: string, margins: readonly string[] = []) =>
    head([title('Counting herons'), below(...lines), opening(first)], { margins }).published

  it.each([
    ['a line of its own', ['13 May 2022'], '2022-05-13'],
    ['a label', ['Received 3 January 2022; published online 13 May 2022'], '2022-05-13'],
    ['a place and a date', ['Sollen, 13. Mai 2022'], '2022-05-13'],
  ])('stands in %s', (_, lines, value) => {
    expect(dateOf(lines)).toEqual({ value, basis: 'text' })
  })

  it('stands at the beginning of a release', () => {
    expect(dateOf([], `SOLLEN, 13 May 2022 – ${OPENING} ${OPENING}`).value).toBe('2022-05-13')
  })

  it('stands in the margin of a preprint', () => {
    expect(dateOf([], undefined, ['heron preprint, this version posted May 13, 2022.']).value).toBe(
      '2022-05-13',
    )
  })

  it.each(['Received 13 May 2022', 'Accessed: 13 May 2022', 'Submitted on 13 May 2022'])(
    'is another thing in: %s',
    (words) => {
      expect(dateOf([words])).toEqual({ value: null, basis: 'none' })
    },
  )

  it('is not one that the text mentions', () => {
    expect(dateOf([], `On 13 May 2022 the herons came back. ${OPENING} ${OPENING}`).value).toBeNull()
  })
})

describe('what a PDF calls itself', () => {
  const labelsOf = (lines: readonly string[], margins: readonly string[] = [], first?: string) =>
    head([title('Counting herons'), below(...lines), opening(first)], { margins }).notices.filter(
      ({ code }) => code === 'labelled',
    )

  it.each([
    ['This article is a preprint and has not been peer reviewed.', []],
    ['Preprint', []],
    [null, ['arXiv:2405.01234v2 [q-bio.PE] 3 Jun 2024']],
    [null, ['bioRxiv preprint doi: https://doi.example/10.1101/1; not certified by peer review']],
  ])('is a preprint: %s %s', (words, margins) => {
    expect(labelsOf(words === null ? [] : [words], margins)).toEqual([
      {
        code: 'labelled',
        kind: 'preprint',
        message: 'The page calls itself a preprint.',
        evidence: [words ?? margins[0]],
      },
    ])
  })

  it.each(['FOR IMMEDIATE RELEASE', 'Press release', 'Pressemitteilung Nr. 12/2024'])(
    'is a press release: %s',
    (words) => {
      expect(labelsOf([words])).toEqual([
        {
          code: 'labelled',
          kind: 'press-release',
          message: 'The page calls itself a press release.',
          evidence: [words],
        },
      ])
    },
  )

  it('is nothing where the text only speaks of such things', () => {
    expect(
      labelsOf(
        [],
        [],
        `The press release of May and a preprint of June, arXiv:2405.01234, differ. ${OPENING}`,
      ),
    ).toEqual([])
  })
})
