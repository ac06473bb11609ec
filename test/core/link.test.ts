import { describe, expect, it } from 'vitest'
import { linkToPage, linkToWords } from '../../src/core/link.ts'
import { anArticle } from '../support/an-article.ts'

const long =
  'The council voted on Tuesday to close the old harbour, which had served the town for a hundred years.'
const article = anArticle(
  [long, 'The council voted on Friday – again, (and “loudly”).', 'Again it rained. Again it rained.'],
  {
    url: 'https://news.example/harbour?page=2',
  },
)
const linkTo = (words: string, from = 0) => {
  const start = article.text.indexOf(words, from)
  return linkToWords(article, { start, end: start + words.length })
}
const page = 'https://news.example/harbour?page=2'

describe('the link to a quote', () => {
  it('names short words whole', () => {
    expect(linkTo('close the old harbour')).toBe(`${page}#:~:text=close%20the%20old%20harbour`)
  })

  it('names long ones by the fewest first and last words that are unique', () => {
    expect(linkTo(long)).toBe(`${page}#:~:text=The%20council,hundred%20years.`)
    expect(linkTo(long.slice(4))).toBe(`${page}#:~:text=council%20voted,hundred%20years.`)
  })

  it('encodes what has a meaning in a fragment or in a masked link', () => {
    expect(linkTo('again, (and “loudly”)')).toBe(
      `${page}#:~:text=again%2C%20%28and%20%E2%80%9Cloudly%E2%80%9D%29`,
    )
  })

  it('is the plain address where no short fragment points at these words', () => {
    expect(linkTo('Again it rained', article.text.indexOf('Again it rained') + 1)).toBe(page)
  })

  it('is nothing where there is no page', () => {
    expect(linkToWords(anArticle([long]), { start: 0, end: 11 })).toBeNull()
  })
})

describe('the link to a page of a PDF', () => {
  it('opens it at that page', () => {
    const pdf = anArticle([long], { url: 'https://news.example/report.pdf?version=2#top' })
    expect(linkToPage(pdf, { start: 0, end: 11 }, 4)).toMatch(
      /^https:\/\/news\.example\/report\.pdf\?version=2#page=4(?::~:text=.+)?$/,
    )
  })

  it('is nothing where there is no address', () => {
    expect(linkToPage(anArticle([long]), { start: 0, end: 11 }, 4)).toBeNull()
  })
})
