import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/adapters/extract/read-html.ts'
import { buildArticle } from '../../../src/core/build-article.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const OWN = 'https://www.harbour-mirror.example/news/ferry'
const BODY = [
  'The ferry Aurelia left the harbour on Tuesday morning with 212 people on board, two days later than planned.',
  '“We waited for the wind to drop,” said the harbour master, Ingrid Solberg. “Nobody wanted to take the risk twice.”',
  'The crossing to the islands usually takes about four hours, but the captain expected to need five because of the swell.',
]

interface Parts {
  readonly head?: string
  readonly top?: string
  readonly body?: readonly string[]
  readonly end?: string
  readonly after?: string
  readonly site?: string
  readonly url?: string
}

function read({
  head = '',
  top = '',
  body = BODY,
  end = '',
  after = '',
  site = 'Harbour Mirror',
  url = OWN,
}: Parts) {
  const text = body.map((line) => `<p>${line}</p>`).join('')
  const html = `<!doctype html><html lang="en"><head><title>The late ferry</title><meta property="og:site_name" content="${site}">
<meta property="og:type" content="article">${head}</head><body><article><h1>The late ferry</h1>${top}${text}${end}</article>${after}</body></html>`
  return readHtml(html, url, NOW)
}
const data = (fields: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The late ferry', ...fields })}</script>`

describe('an origin in a page’s data', () => {
  it.each([
    ['<link rel="canonical" href="https://record.example/ferry?utm_source=x">', 'link rel=canonical'],
    ['<link rel="syndication-source" href="https://record.example/ferry">', 'syndication-source'],
    ['<meta name="syndication-source" content="https://record.example/ferry">', 'syndication-source'],
    ['<meta name="original-source" content="https://record.example/ferry">', 'original-source'],
    ['<link rel="original" href="https://record.example/ferry">', 'original'],
    ['<meta name="dc.source" content="https://record.example/ferry">', 'dc.source'],
    [data({ isBasedOn: 'https://record.example/ferry' }), 'json-ld isBasedOn'],
    [
      '<link rel="canonical" href="https://web.archive.org/web/2020/https://record.example/ferry">',
      'link rel=canonical',
    ],
  ])('is another site’s address: %s', (head, basis) => {
    expect(read({ head }).origin).toEqual({
      name: 'record.example',
      url: 'https://record.example/ferry',
      basis,
    })
  })

  it.each([
    [data({ author: 'Reuters' }), 'Reuters', 'json-ld author'],
    [data({ author: { '@type': 'Organization', name: 'AFP' } }), 'AFP', 'json-ld author'],
    [data({ author: ['Jane Roe', 'Associated Press'] }), 'Associated Press', 'json-ld author'],
    [data({ provider: { '@type': 'Organization', name: 'dpa' } }), 'dpa', 'json-ld provider'],
    [data({ publisher: { name: 'Associated Press' } }), 'Associated Press', 'json-ld publisher'],
    ['<meta name="author" content="Jane Roe, Reuters">', 'Reuters', 'meta author'],
    ['<meta name="source" content="ProPublica">', 'ProPublica', 'meta source'],
  ])('is an agency that is named as who wrote it: %s', (head, name, basis) => {
    expect(read({ head }).origin).toEqual({ name, url: null, basis })
  })

  it.each([
    data({ author: ['Reuters', 'AFP'] }),
    data({ author: 'Jane Roe' }),
    data({ author: { '@type': 'Organization', name: 'Harbour Mirror' } }),
    data({ image: { creditText: 'Reuters' } }),
    data({ isBasedOn: 'https://doi.org/10.1000/1' }),
    data({ isBasedOn: { '@type': 'Dataset', url: 'https://data.example/1' } }),
    data({ provider: { name: 'Harbour Media Group' } }),
    '<link rel="canonical" href="https://harbour-mirror.de/news/ferry">',
    '<link rel="canonical" href="https://amp.harbour-mirror.example/news/ferry">',
    '<link rel="canonical" href="https://archive.ph/aBcDe">',
    '<meta name="source" content="cms7">',
  ])('is not stated by %s', (head) => {
    expect(read({ head }).origin).toBeNull()
  })

  it('leaves the site the publisher where an agency is named in its place', () => {
    const { publisher, origin } = read({ head: data({ publisher: { name: 'Associated Press' } }) })
    expect(publisher).toEqual({
      name: 'Harbour Mirror',
      domain: 'harbour-mirror.example',
      basis: 'og:site_name',
    })
    expect(origin?.name).toBe('Associated Press')
  })
})

describe('an origin in a page’s words', () => {
  it('has the address to which the credit leads, and its words as evidence', () => {
    const words = 'This article is republished from The Conversation under a Creative Commons license.'
    const end = `<p>${words.replace('The Conversation', '<a href="https://conversation.example/ferry">The Conversation</a>')}</p>`
    const page = read({ end })
    expect(page.origin).toEqual({
      name: 'The Conversation',
      url: 'https://conversation.example/ferry',
      basis: words,
    })
    expect(page.blocks.map(({ text }) => text)).not.toContain(words)
  })

  it('is named by its link, also in small letters', () => {
    const end = '<p>First published on <a href="https://tide.example/a">tide &amp; time</a>.</p>'
    expect(read({ end }).origin).toMatchObject({ name: 'tide & time', url: 'https://tide.example/a' })
  })

  it('takes its address from the head where the words have none', () => {
    const head = '<link rel="canonical" href="https://record.example/ferry">'
    expect(read({ head, top: '<p>Courtesy of The Record</p>' }).origin).toEqual({
      name: 'The Record',
      url: 'https://record.example/ferry',
      basis: 'Courtesy of The Record',
    })
  })

  it('is read from a line below the text that is no part of it', () => {
    expect(read({ end: '<div class="byline">By Associated Press</div>' }).origin?.name).toBe(
      'Associated Press',
    )
    expect(read({ after: '<p>© 2022 Reuters. All rights reserved.</p>' }).origin?.name).toBe('Reuters')
  })

  it.each([
    ['a list of other articles', '<div class="related"><p>Originally published by The Quay.</p></div>'],
    ['readers’ comments', '<div id="comments"><p>This story was originally published by The Quay.</p></div>'],
    ['a side column', '<aside><p>Republished from The Quay.</p></aside>'],
    ['a picture', '<figure><figcaption>Jane Roe, Associated Press</figcaption></figure>'],
  ])('is not taken from %s', (_, after) => {
    expect(read({ after }).origin).toBeNull()
    expect(read({ end: after }).origin).toBeNull()
  })

  it('is not the site itself, nor a section of it', () => {
    const dateline = [`LONDON (Reuters) - ${BODY[0]}`, ...BODY.slice(1)]
    expect(read({ body: dateline }).origin?.name).toBe('Reuters')
    expect(read({ body: dateline, site: 'Reuters', url: 'https://www.reuters.com/a' }).origin).toBeNull()
    expect(read({ end: '<p>This story first appeared on Harbour Mirror.</p>' }).origin).toBeNull()
  })
})

describe('a copy at an archive, a cache or a viewer', () => {
  it.each([
    [
      'https://web.archive.org/web/20200102030405/https://www.harbour-mirror.example/news/ferry',
      'archived copy at web.archive.org',
    ],
    ['https://www.google.com/amp/s/www.harbour-mirror.example/news/ferry', 'AMP copy at google.com'],
    [
      'https://www-harbour--mirror-example.translate.goog/news/ferry',
      'translated copy at www-harbour--mirror-example.translate.goog',
    ],
  ])('is the original’s publisher’s, and nobody’s reprint: %s', (url, basis) => {
    const page = read({ url, head: `<link rel="canonical" href="${OWN}">` })
    expect(page.publisher).toEqual({ name: 'Harbour Mirror', domain: 'harbour-mirror.example', basis })
    expect(page.canonicalUrl).toBe(OWN)
    expect(page.origin).toBeNull()
    const { source } = buildArticle(page, { kind: 'link', url, retrievedAt: NOW })
    expect(source.notices.map(({ code }) => code)).not.toContain('republished')
  })

  it('is known by its head where its address holds no other', () => {
    const head = `<link rel="canonical" href="http://archive.ph/2020.01.02-030405/${OWN}">`
    const page = read({ url: 'https://archive.ph/aBcDe', head })
    expect(page.publisher).toMatchObject({
      domain: 'harbour-mirror.example',
      basis: 'archived copy at archive.ph',
    })
    expect(page.canonicalUrl).toBe(OWN)
    expect(page.origin).toBeNull()
  })

  it('keeps the origin that the original states', () => {
    const url = `https://web.archive.org/web/2020/${OWN}`
    expect(read({ url, top: '<p>Courtesy of The Record</p>' }).origin?.name).toBe('The Record')
  })
})

it('tells that a page is a copy, with the words that say so', () => {
  const page = read({ top: '<p>Courtesy of The Record</p>' })
  const { source } = buildArticle(page, { kind: 'link', url: OWN, retrievedAt: NOW })
  expect(source.notices).toContainEqual({
    code: 'republished',
    message: 'A copy: it credits The Record, whose original I have not read.',
    evidence: ['Courtesy of The Record'],
  })
})
