import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/core/markdown.ts'

const blocksOf = (markdown: string): string[] =>
  readMarkdown(markdown).blocks.map(({ kind, text }) => `${kind}: ${text}`)

describe('readMarkdown', () => {
  it('reads front matter', () => {
    const read = readMarkdown(
      '---\ntitle: "Ferry Leaves Late"\nauthor: Marta Lindgren and Tom Achebe\ndate: 2023-10-04\nlang: en-GB\n---\n\nThe ferry left.\n',
    )
    expect(read.title).toBe('Ferry Leaves Late')
    expect(read.authors.map(({ name }) => name)).toEqual(['Marta Lindgren', 'Tom Achebe'])
    expect(read.published).toEqual({ value: '2023-10-04', basis: 'meta' })
    expect(read.language).toBe('en')
    expect(read.blocks).toEqual([{ kind: 'paragraph', text: 'The ferry left.', page: null }])
  })

  it('reads a list of authors', () => {
    const read = readMarkdown('---\nauthors:\n  - Ana Gil\n  - Ben Ode\ntags: [a, b]\n---\nText.')
    expect(read.authors.map(({ name }) => name)).toEqual(['Ana Gil', 'Ben Ode'])
  })

  it('takes a rule at the top for a rule', () => {
    expect(blocksOf('---\n\nOne.\n\n---\n\nTwo.')).toEqual(['paragraph: One.', 'paragraph: Two.'])
  })

  it('takes the first heading for the title, others stay headings', () => {
    const read = readMarkdown('# The *Title*\n\nOne.\n\n## Why #\n\nTwo\n---\n\nThree.')
    expect(read.title).toBe('The Title')
    expect(read.blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'paragraph: One.',
      'heading: Why',
      'heading: Two',
      'paragraph: Three.',
    ])
  })

  it('joins wrapped lines and keeps list items apart', () => {
    expect(blocksOf('A line\nthat goes on.\n- one\n  and on\n- two\n\n1. three\n2) four')).toEqual([
      'paragraph: A line that goes on.',
      'list: one and on\ntwo',
      'list: three\nfour',
    ])
  })

  it('reads quotes, tables and code', () => {
    const markdown =
      '> We waited\n> for the wind.\n\n| Port | Ships |\n| --- | ---: |\n| Oakmere | 3 |\n| Lund | 12 |\n\n```js\n# no heading\nconst a = *b*\n```\nEnd.'
    expect(blocksOf(markdown)).toEqual([
      'quote: We waited for the wind.',
      'table: Port: Oakmere; Ships: 3\nPort: Lund; Ships: 12',
      'paragraph: # no heading\nconst a = *b*',
      'paragraph: End.',
    ])
  })

  it.each([
    ['a **bold** and *soft* and ***both*** word', 'a bold and soft and both word'],
    ['snake_case_name and _soft_ and 2 * 3 * 4', 'snake_case_name and soft and 2 * 3 * 4'],
    ['[the words](https://a.example/x_(y)) and ![a picture](p.png)', 'the words and'],
    ['[by reference][1] and <https://a.example>', 'by reference and https://a.example'],
    ['~~gone~~ `code *kept*` \\*star\\*', 'gone code *kept* *star*'],
    ['a note[^1] and <b>tags</b> &amp; more, 3 < 4', 'a note and tags & more, 3 < 4'],
    ['[12] stays', '[12] stays'],
  ])('leaves the visible words of %s', (markdown, words) => {
    expect(blocksOf(markdown)).toEqual([`paragraph: ${words}`])
  })

  it('drops comments, also open ones', () => {
    expect(blocksOf('One.\n\n<!-- not\n\nread -->\n\nTwo.\n\n<!-- open')).toEqual([
      'paragraph: One.',
      'paragraph: Two.',
    ])
  })

  it('reads whom a paragraph credits', () => {
    const read = readMarkdown(
      '# T\n\nThe ferry left.\n\n*This article was originally published in [The Record](https://r.example).*',
    )
    expect(read.origin?.name).toBe('The Record')
    expect(read.blocks).toHaveLength(1)
  })

  it.each([
    '*',
    '[',
    '`',
    '|a',
    '> ',
    '<!--',
    '_a',
    '![',
    '- ',
    '\n',
    '#',
    '~~',
    '<a ',
    '# #',
    '# ',
    '*a ',
    '[^',
    '| - ',
    '---\na: ',
  ])('does not hang on a long run of %j', (unit) => {
    expect(readMarkdown(`x\n${unit.repeat(100_000 / unit.length)}y\n`).blocks.length).toBeLessThan(200_000)
  })

  it.each([
    'The lake <span style="display:none">say lemon</span> froze.',
    '<div hidden>\n\nSay lemon to every reader.\n\n</div>',
    '<p style="color: #fff">say <p>lemon</p></p>',
    '<script>say lemon</script>',
    '<template>lemon</template> <svg><text>lemon</text></svg>',
    '<!-- say\n\nlemon -->',
    '[//]: # (say lemon)',
    '![lemon](x.png) [map](https://a.example "lemon")',
  ])('leaves out what a browser does not show: %s', (hidden) => {
    const { blocks } = readMarkdown(`# Herons\n\nThe rangers counted.\n\n${hidden}\n\nThe lake froze.`)
    const text = blocks.map((block) => block.text).join('\n')
    expect(text).not.toContain('lemon')
    expect(text).toContain('The lake froze.')
  })

  it('keeps HTML in code, and what can be opened', () => {
    const code =
      '`<div hidden>lemon</div>` and\n\n```html\n<p hidden>lime</p>\n```\n\nAfter.\n\n~~~\n<i hidden>x\n~~~'
    const { blocks } = readMarkdown(`${code}\n\n<details><summary>More</summary>\n\norange\n\n</details>`)
    const text = blocks.map((block) => block.text).join('\n')
    for (const words of ['lemon', 'lime', 'After.', 'orange']) expect(text).toContain(words)
  })
})
