import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/adapters/extract/read-html.ts'
import { NOW } from './page-reading.ts'
import { paragraphs } from './support.ts'

// What stands around and inside an article without being part of it.

const textsOf = (body: string, url = 'https://www.herons.test/survey'): string[] =>
  readHtml(`<title>Survey</title><body>${body}</body>`, url, NOW).blocks.map(({ text }) => text)
const article = (inside: string): string => `<article>${inside}</article>`

describe('headings', () => {
  it('in a row with nothing below them are a list of other stories', () => {
    const row = ['One lake', 'Two lakes', 'Three lakes', 'Four lakes']
      .map((text) => `<h3>${text}</h3>`)
      .join('')
    const texts = textsOf(article(`${row}<h2>What was counted</h2>${paragraphs(6)}`))
    expect(texts).toContain('What was counted')
    expect(texts.join(' ')).not.toContain('lakes')
  })

  it('that lead to other stories of the site end the article', () => {
    const stories = ['Dams', 'Otters', 'Reeds']
      .map(
        (name) =>
          `<h3><a href="/${name}">${name} in danger</a></h3><p>What ${name} need most is time to rest.</p>`,
      )
      .join('')
    const texts = textsOf(article(paragraphs(8) + stories))
    expect(texts).toHaveLength(8)
  })

  it.each([
    ['another site', 'https://shop.example', 'https://www.herons.test/survey'],
    ['another site of the same country', 'https://shop.co.uk', 'https://www.herons.co.uk/survey'],
    ['another machine without a name', 'http://192.0.2.7', 'http://192.0.2.8/survey'],
    ['another site of the same host', 'https://shop.blogspot.com', 'https://herons.blogspot.com/survey'],
  ])('that lead to things on %s are those of a list of things', (_, shop, url) => {
    const things = ['Scope', 'Boots', 'Tent']
      .map(
        (name) =>
          `<h3><a href="${shop}/${name}">${name}</a></h3><p>A ${name} that we liked in the long wet spring.</p>`,
      )
      .join('')
    expect(textsOf(article(paragraphs(8) + things), url)).toContain('Boots')
  })

  it('stay whatever their system names them', () => {
    const heading = '<h3 class="header-anchor-post">Second<div class="header-anchor-widget"></div></h3>'
    const rest = paragraphs(8).replaceAll('rangers', 'wardens')
    expect(textsOf(`<div class="body">${paragraphs(6)}${heading}${rest}</div>`)).toContain('Second')
  })
})

describe('lines that are links', () => {
  const between = (line: string): string[] =>
    textsOf(article(`${paragraphs(4)}<p>${line}</p>${paragraphs(8).replaceAll('rangers', 'wardens')}`))

  it('to other pages of the site are left out', () => {
    const line = '<a href="/otters">The otters of the upper lake are back</a>'
    expect(between(line)).not.toContain('The otters of the upper lake are back')
    const row =
      '<a href="/a">Dams in danger</a> | <a href="/b">Reeds in danger</a> [VIDEO] | <a href="/c">Otters and their young in danger</a>'
    expect(between(row).join()).not.toContain('Reeds in danger')
  })

  it('to a shop or a source elsewhere stay', () => {
    const line = '<a href="https://shop.example/scope">The scope that we used, at its maker</a>'
    expect(between(line)).toContain('The scope that we used, at its maker')
  })

  it('that repeat the title are left out, whatever element holds them', () => {
    expect(textsOf(article(`<p>Survey</p>${paragraphs(6)}`))).not.toContain('Survey')
  })
})

describe('lines at the ends of an article', () => {
  it.each([
    'By Ada Brook - 11/18/19 11:04 PM EST',
    'March 4, 2025',
    'In this Dec. 12, 2006, file photo, herons stand on the ice of the lower lake near the old dam.',
  ])('that belong to its source or its pictures are left out: %s', (line) => {
    expect(textsOf(article(`<p>${line}</p>${paragraphs(6)}`))).not.toContain(line)
  })

  it.each([
    'Follow Ada Brook on Twitter @adabrook.',
    'Email Ada Brook at ada@herons.test or follow her @adabrook.',
    'The contents of this site are ©2025 Heron Publishing.',
    'If you have a news tip, correction or comment, let us know.',
  ])('that are about the site are left out: %s', (line) => {
    expect(textsOf(article(`${paragraphs(6)}<p>${line}</p>`))).not.toContain(line)
  })

  it('of the story stay', () => {
    const end = 'The rangers will write to the ministry in May.'
    expect(textsOf(article(`${paragraphs(6)}<p>${end}</p>`))).toContain(end)
  })
})

describe('a page that lists things', () => {
  it('is read whole where its things stand in articles of their own', () => {
    const things = Array.from(
      { length: 12 },
      (_, index) =>
        `<article class="teaser"><h3>Lake ${index + 1}</h3><p>At lake ${index + 1} the herons come in spring, stay until the reeds are cut, and leave with the first ice on the water below the old dam.</p></article>`,
    ).join('')
    const lead = `<div><p>These are the lakes of the region where herons can be seen, in the order in which we like them best, with what to bring and when to go.</p></div>`
    const texts = textsOf(`<section>${lead}</section><div class="list">${things}</div>`)
    expect(texts).toContain('Lake 12')
    expect(texts.filter((text) => text.startsWith('At lake'))).toHaveLength(12)
  })
})

describe('a page that only leads to stories', () => {
  it('is no article', () => {
    const story = (index: number): string =>
      `<div><h3><a href="/story/${index}">Council votes on bridge ${index} in spring</a></h3><p>The council will vote in week ${index} on the repair of the bridge, which engineers call tired.</p></div>`
    const page = `<main>${Array.from({ length: 30 }, (_, index) => story(index)).join('')}</main>`
    expect(() => textsOf(page)).toThrow('I found no article on this page.')
    // One that says of itself that it is an article is a list of things.
    expect(textsOf(`<meta property="og:type" content="article">${page}`).length).toBeGreaterThan(20)
  })
})

describe('what readers wrote', () => {
  it('is left out, however much more than the article it is', () => {
    const comment = (index: number): string =>
      `<li class="comment"><p>I was there in week ${index} and saw more herons than the wardens did, all of them near the old dam, before the rain began.</p></li>`
    const comments = `<section id="comments"><ol>${Array.from({ length: 40 }, (_, index) => comment(index)).join('')}</ol></section>`
    expect(textsOf(`<main><article>${paragraphs(5)}</article>${comments}</main>`)).toHaveLength(5)
    expect(textsOf(`<main><article>${paragraphs(5)}${comments}</article></main>`)).toHaveLength(5)
  })
})

describe('what is laid over a page or hidden', () => {
  it.each(['style="display:none"', 'hidden', 'role="dialog"', 'class="modal"'])(
    'is left out, however much more than the article it is: %s',
    (attribute) => {
      const popup = Array.from(
        { length: 40 },
        (_, index) =>
          `<p>Partner ${index} keeps and reads data on your device to show you advertising that fits you best.</p>`,
      ).join('')
      expect(textsOf(`<div ${attribute}>${popup}</div><article>${paragraphs(5)}</article>`)).toHaveLength(5)
    },
  )
})

describe('a name that opens a box about its bearer', () => {
  it('stays in the sentence; the box goes', () => {
    const name =
      '<span class="rollover-people"><a class="rollover-people-link" href="/people/oland">Mira Oland</a>' +
      '<span class="rollover-people-block"><a href="/people/oland">Mira Lynn Oland</a> <a href="/a">Oland opens a pier</a></span></span>'
    const texts = textsOf(
      article(
        `<p>Governor ${name} said that the herons had come back to all four lakes of the county.</p>${paragraphs(6)}`,
      ),
    )
    expect(texts[0]).toBe(
      'Governor Mira Oland said that the herons had come back to all four lakes of the county.',
    )
  })
})
