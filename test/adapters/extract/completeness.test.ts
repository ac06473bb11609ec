import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/adapters/extract/read-html.ts'
import type { Notice } from '../../../src/core/source.ts'
import { data, NOW } from './page-reading.ts'
import { paragraphs } from './support.ts'

const URL_OF_PAGE = 'https://www.herons.test/survey'
const extract = (html: string, url = URL_OF_PAGE) => readHtml(html, url, NOW)
const notices = (html: string, url?: string): Notice[] =>
  extract(html, url).notices.filter(({ code }) => /teaser|truncated|poorly/.test(code))
const REST = '<p>Subscribe to continue reading.</p>'

describe('an opening', () => {
  it('is told by the line below it, which is no part of it', () => {
    const page = `<article>${paragraphs(4)}</article><div>${REST}<p>Already a subscriber? Log in</p></div>`
    expect(notices(page)).toEqual([
      {
        code: 'teaser',
        message: 'Only the opening of this article is public.',
        evidence: ['Subscribe to continue reading.'],
      },
    ])
    expect(extract(page).blocks).toHaveLength(4)
  })

  it('is told in longer texts where the line stands in a gate or the last sentence is cut', () => {
    const gate = `<article>${paragraphs(12)}<div class="paywall">${REST}</div></article>`
    expect(notices(gate).map(({ code }) => code)).toEqual(['teaser'])
    const cut = `<article>${paragraphs(12)}<p>In spring the rangers will come back to the lower lake, and then they will …</p>${REST}</article>`
    expect(notices(cut).map(({ code }) => code)).toEqual(['teaser'])
  })

  it('ends before the offers that stand between its last words and that line', () => {
    const offers = ['This article is exclusive to subscribers', 'Monthly', '$39', 'Annual', '$399']
      .map((text) => `<p>${text}</p>`)
      .join('')
    const page = `<main><article>${paragraphs(5)}<div class="paywall">${offers}${REST}</div></article></main>`
    expect(extract(page).blocks).toHaveLength(5)
    expect(notices(page).map(({ code }) => code)).toEqual(['teaser'])
  })

  it('in the middle of a whole article takes nothing of it away', () => {
    const rest = paragraphs(12).replaceAll('rangers', 'wardens')
    const page = `<main><article>${paragraphs(14)}<p>Subscribe to read more stories.</p><p>From $3</p>${rest}</article></main>`
    expect(extract(page).blocks.filter(({ text }) => text.includes('of the survey'))).toHaveLength(26)
    expect(notices(page)).toEqual([])
  })

  it.each([
    [
      'a free article with a newsletter box',
      `<article>${paragraphs(5)}</article><div><p>Subscribe to our newsletter</p></div>`,
    ],
    [
      'a whole long article above a subscription line',
      `<article>${paragraphs(30)}</article><div>${REST}</div>`,
    ],
    [
      'an article as long as the page counts it',
      `${data({ '@type': 'NewsArticle', headline: 'x', wordCount: 150 })}<article>${paragraphs(4)}</article>${REST}`,
    ],
    [
      'a story about subscriptions',
      `<article>${paragraphs(3)}<p>Readers pay to read the full story, the editor said.</p>${paragraphs(9)}</article>`,
    ],
  ])('is not seen in %s', (_, page) => expect(notices(page)).toEqual([]))
})

describe('an article on several pages', () => {
  it.each(['/survey/2', '/survey?page=2', 'https://www.herons.test/survey/page/2/'])(
    'is told by its next page: %s',
    (next) => {
      const page = `<link rel="next" href="${next}"><article>${paragraphs(6)}</article>`
      expect(notices(page).map(({ code }) => code)).toEqual(['truncated'])
    },
  )

  it.each(['/another-story', '/survey', 'https://other.example/survey/2'])(
    'is not seen in a link to %s',
    (next) => {
      expect(notices(`<link rel="next" href="${next}"><article>${paragraphs(6)}</article>`)).toEqual([])
    },
  )
})

describe('an article that was not found whole', () => {
  it('is told where the page counts many more words', () => {
    const page = `${data({ '@type': 'NewsArticle', headline: 'x', wordCount: 900 })}<article>${paragraphs(8)}</article>`
    expect(notices(page)).toMatchObject([{ code: 'poorly-extracted', evidence: ['wordCount: 900'] }])
  })

  it('is told where the text comes from the data of a page that needs scripts', () => {
    const articleBody = Array.from(
      { length: 6 },
      (_, index) =>
        `The rangers counted the herons of lake ${index} and wrote all the figures into the old book of the station.`,
    ).join('\n')
    const page = `${data({ '@type': 'NewsArticle', headline: 'x', articleBody })}<div id="root"></div>`
    expect(notices(page)).toMatchObject([{ code: 'poorly-extracted', evidence: ['articleBody'] }])
    expect(extract(page).blocks).toHaveLength(6)
  })
})
