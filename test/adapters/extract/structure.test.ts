import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/adapters/extract/read-html.ts'
import { NOW } from './page-reading.ts'
import { paragraphs } from './support.ts'

// What an article is made of besides paragraphs, as words that still read as such.

const URL_OF_PAGE = 'https://www.herons.test/survey'
const rest = paragraphs(4).replaceAll('rangers', 'wardens')
const blocksOf = (inside: string): (readonly [string, string])[] =>
  readHtml(`<title>x</title><main>${paragraphs(4)}${inside}${rest}</main>`, URL_OF_PAGE, NOW)
    .blocks.map(({ kind, text }) => [kind, text] as const)
    .filter(([, text]) => !text.includes('of the survey'))

describe('a table', () => {
  it('keeps the label of each number, in cells that reach over rows and columns too', () => {
    const table = `<table>
      <tr><th>Lake</th><th>Year</th><th>Herons</th></tr>
      <tr><td rowspan="2">Lower</td><td>2024</td><td>38</td></tr>
      <tr><td>2025</td><td>38</td></tr>
      <tr><td>Upper</td><td colspan="2">not counted</td></tr></table>`
    expect(blocksOf(table)).toEqual([
      [
        'table',
        'Lake: Lower | Year: 2024 | Herons: 38\nLake: Lower | Year: 2025 | Herons: 38\nLake: Upper | Year: not counted',
      ],
    ])
  })

  it('joins two rows of heads', () => {
    const table = `<table><thead><tr><th rowspan="2">Lake</th><th colspan="2">2025</th></tr><tr><th>Herons</th><th>Storks</th></tr></thead>
      <tbody><tr><th>Lower</th><td>40</td><td>7</td></tr></tbody></table>`
    expect(blocksOf(table)).toEqual([['table', 'Lake: Lower | 2025 Herons: 40 | 2025 Storks: 7']])
  })

  it('with labels in its first column, and equal values side by side, keeps all', () => {
    const table =
      '<table><tr><td>Lower</td><td>3</td><td>3</td></tr><tr><td>Upper</td><td>3</td><td>4</td></tr></table>'
    expect(blocksOf(table)).toEqual([['table', 'Lower | 3 | 3\nUpper | 3 | 4']])
  })

  it('that claims to reach over millions of cells costs nothing', () => {
    const cell = '<td rowspan="9999999" colspan="9999999">x</td>'
    const row = `<tr>${cell.repeat(20)}</tr>`
    expect(blocksOf(`<table>${row.repeat(20)}</table>`)[0]?.[0]).toBe('table')
  })
})

describe('an entry of a live blog', () => {
  it('carries its time in its heading, or as its heading', () => {
    const entry = (time: string, heading: string, words: string): string =>
      `<div><time datetime="2025-05-03T${time}">${time}</time>${heading}<p>${words}</p></div>`
    const entries =
      entry(
        '14:05',
        '<h3>Gates open</h3>',
        'The gates of the dam were opened, the operator said on Friday.',
      ) + entry('13:40', '', 'The water has reached the first houses of the village below the dam.')
    expect(blocksOf(entries)).toEqual([
      ['heading', '14:05 Gates open'],
      ['paragraph', 'The gates of the dam were opened, the operator said on Friday.'],
      ['heading', '13:40'],
      ['paragraph', 'The water has reached the first houses of the village below the dam.'],
    ])
  })
})

describe('a short article in boxes of one paragraph each', () => {
  it('is read whole where the page says that it is an article', () => {
    const boxes = paragraphs(3)
      .split('\n')
      .map((paragraph) => `<div>${paragraph}</div>`)
      .join('')
    const page = `<meta property="og:type" content="article"><title>x</title><h1>Gates open</h1>${boxes}`
    expect(readHtml(page, URL_OF_PAGE, NOW).blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(3)
  })
})

describe('a list of questions and answers', () => {
  const answers = [
    [
      'How many herons are there?',
      'There are forty herons on the lake, the wardens say, and ten on the coast.',
    ],
    [
      'Where do they sleep?',
      'They sleep in the reeds below the dam, as far as anybody has seen in these years.',
    ],
  ] as const
  const expected = answers.flatMap(([question, answer]) => [
    ['heading', question],
    ['paragraph', answer],
  ])

  it('keeps answers that are hidden until their question is pressed', () => {
    const closed = answers
      .map(
        ([question, answer], index) =>
          `<h3><button aria-expanded="false" aria-controls="a${index}">${question}</button></h3><div id="a${index}" ${index === 0 ? 'hidden' : 'style="display:none"'}><p>${answer}</p></div>`,
      )
      .join('')
    expect(blocksOf(closed)).toEqual(expected)
  })

  it('keeps both where they fold', () => {
    const folded = answers
      .map(([question, answer]) => `<details><summary>${question}</summary><p>${answer}</p></details>`)
      .join('')
    expect(blocksOf(folded)).toEqual(expected)
  })

  it('leaves out what a menu hides', () => {
    const menu =
      '<div><button aria-controls="m">Menu</button><div id="m" hidden><p>All the other lakes of the region are here.</p></div></div>'
    expect(blocksOf(menu)).toEqual([])
  })
})

describe('what belongs to a picture or another site', () => {
  it('is kept apart from the sentences around it', () => {
    const figure =
      '<figure><img src="a.jpg"><figcaption>Herons at the dam. Photo: Ada Brook</figcaption></figure>'
    const post = '<blockquote class="twitter-tweet"><p>The dam leaks.</p>&mdash; Ada (@ada)</blockquote>'
    const text = '<p>Before the dam was built, the lake was much smaller than it is today.</p>'
    expect(blocksOf(figure + text + post)).toEqual([
      ['paragraph', 'Before the dam was built, the lake was much smaller than it is today.'],
      ['quote', 'The dam leaks.'],
      ['quote', '— Ada (@ada)'],
    ])
  })
})

describe('a page that is empty until its scripts have run', () => {
  it('says so, and what to do', () => {
    const page =
      '<div id="root"></div><noscript>Turn on JavaScript.</noscript><script src="/app.js"></script>'
    expect(() => readHtml(page, URL_OF_PAGE, NOW)).toThrow(
      'This page shows nothing until its scripts have run, and I run none. Open it, copy the text, paste it, and I will use that.',
    )
  })
})
