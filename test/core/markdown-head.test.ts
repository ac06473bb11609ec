import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/core/markdown.ts'

const STORY =
  'The ferry to Garrow will not sail this week, the harbour office said, because its second engine has to be replaced.'

const read = (head: string) => {
  const { authors, published, modified, blocks } = readMarkdown(
    `# Ferry stays in port\n\n${head}\n\n${STORY}\n`,
  )
  return {
    authors: authors.map(({ name }) => name),
    published: published.value,
    modified: modified.value,
    text: blocks.map(({ text }) => text),
  }
}

describe('below the title of a Markdown text', () => {
  it.each([
    ['By Odile Farrant\nPublished 4 March 2025, 18:10', ['Odile Farrant']],
    ['**By Odile Farrant | The Garrow Record | March 4, 2025**', ['Odile Farrant']],
    ['*By Odile Farrant, science correspondent. 4 March 2025*', ['Odile Farrant']],
    ['*Von Marlene Ohlhoff · 4. März 2025, 17:40 Uhr*', ['Marlene Ohlhoff']],
    ['*4 марта 2025, 16:20. Автор: Лидия Стрельникова*', ['Лидия Стрельникова']],
    ['By Odile Farrant\n\n4 March 2025', ['Odile Farrant']],
  ])('a byline and a date are no text: %s', (head, authors) => {
    expect(read(head)).toEqual({ authors, published: '2025-03-04', modified: null, text: [STORY] })
  })

  it('the day of a change is no day of publication', () => {
    expect(read('Updated January 14, 2025')).toMatchObject({
      published: null,
      modified: '2025-01-14',
      text: [STORY],
    })
  })

  it('a paragraph that begins with a date stays, and its dateline dates it', () => {
    const paragraph = `Garrow, 3 June 2025. ${STORY}`
    expect(read(paragraph)).toMatchObject({ published: '2025-06-03', text: [paragraph, STORY] })
  })

  it('a sentence with a date in it is text and dates nothing', () => {
    const sentence = 'On 4 March 2025 the office had promised two ferries a day.'
    expect(read(sentence)).toMatchObject({ published: null, text: [sentence, STORY] })
  })
})
