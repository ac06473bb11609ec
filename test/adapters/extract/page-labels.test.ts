import { describe, expect, it } from 'vitest'
import type { Notice } from '../../../src/core/source.ts'
import { data, read } from './page-reading.ts'

const kinds = (html: string, url?: string): unknown[] =>
  read(html, url)
    .notices.filter(({ code }) => code === 'labelled')
    .map(({ kind, evidence }) => [kind, ...evidence])
const notice = (html: string, code: Notice['code']): Notice | undefined =>
  read(html).notices.find((found) => found.code === code)
const TITLE = '<h1>Let the herons of the lower lake be</h1>'

describe('what a page calls itself', () => {
  it.each([
    [data({ '@type': 'OpinionNewsArticle', headline: 'x' }), 'opinion', 'OpinionNewsArticle'],
    [
      data({ '@type': 'NewsArticle', headline: 'x', articleSection: ['Local', 'Opinion'] }),
      'opinion',
      'Opinion',
    ],
    [data({ '@type': 'Article', headline: 'x', genre: 'Satire' }), 'satire', 'Satire'],
    [data({ '@type': ['Article', 'AdvertiserContentArticle'] }), 'advertising', 'AdvertiserContentArticle'],
    [data({ '@type': 'LiveBlogPosting', headline: 'x' }), 'live-blog', 'LiveBlogPosting'],
    ['<meta property="article:section" content="Kommentar">', 'opinion', 'Kommentar'],
    [`<main><p>Sponsored content</p>${TITLE}</main>`, 'advertising', 'Sponsored content'],
    [`<main><a href="/opinion">Opinion</a>${TITLE}</main>`, 'opinion', 'Opinion'],
    [
      `<nav class="breadcrumb"><a href="/">Home</a> <ol><li><a href="/o">Opinion</a></li></ol></nav>${TITLE}`,
      'opinion',
      'Opinion',
    ],
    [`<main>${TITLE}<p>x</p><p>This article is satire.</p></main>`, 'satire', 'This article is satire.'],
    [
      `${TITLE}<footer><p>We are a satirical newspaper.</p></footer>`,
      'satire',
      'We are a satirical newspaper.',
    ],
  ])('is read from %s', (html, kind, evidence) => expect(kinds(html)).toEqual([[kind, evidence]]))

  it('is read from the folder of its address', () => {
    expect(kinds(TITLE, 'https://herons.test/opinion/2025/let-them-be')).toEqual([
      ['opinion', '/opinion/ in the address'],
    ])
    expect(kinds(TITLE, 'https://herons.test/news/opinion')).toEqual([])
  })

  it.each([
    ['the menu of the site', `<nav><a>News</a><a>Opinion</a><a>Sport</a></nav>${TITLE}`],
    [
      'a menu that is no nav',
      `<ul><li><a href="/n">News</a></li><li><a href="/o">Opinion</a></li><li><a href="/s">Satire</a></li></ul>${TITLE}`,
    ],
    ['another story', `<main>${TITLE}<p>x</p></main><div class="related"><p>Opinion</p></div>`],
    ['a reader’s comment', `${TITLE}<div id="comments"><p>This article is satire.</p></div>`],
    ['a story about a satirical paper', `${TITLE}<p>The Reed is a satirical newspaper in Lund.</p>`],
    ['the frame of an advert', `<main><p>Advertisement</p>${TITLE}<p>x</p></main>`],
  ])('is not read from %s', (_, html) => expect(kinds(html)).toEqual([]))
})

describe('a correction on a page', () => {
  it('is told with its words, from its data and from its lines', () => {
    const json = data({ '@type': 'NewsArticle', correction: 'The lake is 4 km long.' })
    expect(notice(`${json}${TITLE}<p>Correction: it is not 40.</p>`, 'corrected')?.evidence).toEqual([
      'The lake is 4 km long.',
      'Correction: it is not 40.',
    ])
  })

  it('of another story or in a comment is none', () => {
    const page = `${TITLE}<p>x</p><div class="related"><p>Correction: it is not 40.</p></div>`
    expect(notice(page, 'corrected')).toBeUndefined()
  })
})
