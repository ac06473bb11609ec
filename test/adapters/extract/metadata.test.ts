import { describe, expect, it } from 'vitest'
import { readDay } from '../../../src/adapters/extract/day.ts'
import { data, NOW, read } from './page-reading.ts'

describe('a date', () => {
  it.each([
    ['2025-03-04T23:40:00-06:00', '2025-03-04'],
    ['2025-03-05T00:10+14:00', '2025-03-05'],
    ['20250304', '2025-03-04'],
    ['2025/03/04', '2025-03-04'],
    ['Tue, 04 Mar 2025 23:40:00 GMT', '2025-03-04'],
    ['Tue Mar 04 2025', '2025-03-04'],
    ['March 4th, 2025 at 9:15', '2025-03-04'],
    ['4 March 2025', '2025-03-04'],
    ['04.03.2025', '2025-03-04'],
    ['2026-11-23T01:00:00+14:00', '2026-11-23'],
  ])('is the day as it is written: %s', (raw, day) => expect(readDay(raw, NOW)).toBe(day))

  it.each([
    '2026-11-25',
    '1970-01-01T00:00:00Z',
    '0001-01-01',
    '2025-02-30',
    '2025-13-01',
    '1699999999',
    'soon',
    '',
    'Mar 2025',
    '4',
  ])('that cannot be is refused: "%s"', (raw) => expect(readDay(raw, NOW)).toBeNull())

  it('of the page is taken from its data first, then meta, time and address, with its basis', () => {
    const json = data({ '@type': 'NewsArticle', datePublished: '2025-01-01' })
    const meta = '<meta property="article:published_time" content="2025-01-02">'
    const time = '<article><time datetime="2025-01-03">yesterday</time></article>'
    const url = 'https://herons.test/2025/01/04/survey'
    expect(read(json + meta + time, url).published).toEqual({ value: '2025-01-01', basis: 'json-ld' })
    expect(read(meta + time, url).published).toEqual({ value: '2025-01-02', basis: 'meta' })
    expect(read(time, url).published).toEqual({ value: '2025-01-03', basis: 'time' })
    expect(read('<p>x</p>', url).published).toEqual({ value: '2025-01-04', basis: 'url' })
    expect(read('<p>x</p>').published).toEqual({ value: null, basis: 'none' })
  })

  it('of the page as a whole is taken where its data describe no article', () => {
    const graph = data({
      '@graph': [{ '@type': 'WebPage', datePublished: '2025-01-05', dateModified: '2025-02-01' }],
    })
    expect(read(graph)).toMatchObject({
      published: { value: '2025-01-05', basis: 'json-ld' },
      modified: { value: '2025-02-01', basis: 'json-ld' },
    })
  })

  it('in the masthead is never the date of the article', () => {
    const page =
      '<header><time datetime="2026-11-20">Friday</time></header><div id="masthead"><span><time datetime="2026-11-20"></time></span></div>'
    expect(read(`${page}<article><p>x</p></article>`).published.value).toBeNull()
  })

  it('of the last change that lies before the publication is not taken', () => {
    const json = data({ '@type': 'Article', datePublished: '2025-05-05', dateModified: '2025-05-01' })
    expect(read(json)).toMatchObject({
      published: { value: '2025-05-05' },
      modified: { value: null, basis: 'none' },
    })
  })
})

describe('the title', () => {
  it.each([
    [data({ '@type': 'Article', headline: 'A &amp; B &#8217;s lake' }), 'A & B ’s lake'],
    [
      '<meta property="og:title" content="The lake &amp;amp; its herons"><title>x</title>',
      'The lake & its herons',
    ],
    ['<title>The lake | Heron Times</title><meta property="og:site_name" content="Heron Times">', 'The lake'],
    ['<title>Before - and after</title>', 'Before - and after'],
    ['<title>Survey – herons.test</title>', 'Survey'],
    ['<svg><title>icon</title></svg><h1>The <i>lake</i></h1>', 'The lake'],
  ])('is read from %s', (html, title) => expect(read(html).title).toBe(title))
})

describe('authors', () => {
  it.each([
    [{ '@type': 'Person', name: 'Ada Brook' }, ['Ada Brook']],
    [[{ '@type': 'Person', name: ['Ada Brook', 'Ben Cole'] }], ['Ada Brook', 'Ben Cole']],
    ['By Ada Brook and Ben Cole', ['Ada Brook', 'Ben Cole']],
    [{ '@type': 'Person', name: 'Heron Desk Staff' }, ['Heron Desk Staff']],
    [{ '@type': 'Person', name: 'Staff' }, []],
    [{ '@type': 'Person', name: 'Marketing Team' }, []],
    [{ '@type': 'Person', name: 'admin' }, []],
    [{ '@type': 'Person', name: 'Ada Brook, MD, Heron Times' }, ['Ada Brook, MD']],
    [{ '@type': 'Person', name: 'Brook, Ada T.' }, ['Ada T. Brook']],
    [{ '@type': 'Person', name: 'https://herons.test/people/ada' }, []],
    [{ '@type': 'Person', name: '@adabrook' }, []],
    [['Reuters', '山辺さくら'], ['山辺さくら']],
  ])('are people, else a desk with a name: %j', (author, names) => {
    const found = read(data({ '@type': 'NewsArticle', headline: 'x', author })).authors
    expect(found).toEqual(names.map((name) => ({ name, basis: 'json-ld' })))
  })

  it.each([
    ['no publisher that signs its own page', 'Organization', []],
    ['a publisher who is a person', 'Person', ['Ada Brook']],
  ])('are %s', (_, type, names) => {
    const author = { '@type': type, name: type === 'Person' ? 'Ada Brook' : 'Heron Times' }
    const page = data({ '@type': 'NewsArticle', author, publisher: { name: author.name } })
    expect(read(page).authors.map(({ name }) => name)).toEqual(names)
  })

  it('are found by reference in a graph', () => {
    const graph = {
      '@graph': [
        { '@type': 'BlogPosting', author: { '@id': '#a' } },
        { '@type': 'Person', '@id': '#a', name: 'Ada Brook' },
      ],
    }
    expect(read(data(graph)).authors).toEqual([{ name: 'Ada Brook', basis: 'json-ld' }])
  })

  it('of other articles on the page are not taken', () => {
    const page = '<article><a rel="author">Ada Brook</a></article><div><a rel="author">Zoe Other</a></div>'
    expect(read(page).authors).toEqual([{ name: 'Ada Brook', basis: 'byline' }])
  })
})

describe('where a page stands', () => {
  it('is its own address only within the same site, cleaned', () => {
    expect(read('<link rel="canonical" href="/survey?utm_source=x">').canonicalUrl).toBe(
      'https://www.herons.test/survey',
    )
    expect(read('<link rel=canonical href="https://m.herons.test/survey/1">').canonicalUrl).toBe(
      'https://m.herons.test/survey/1',
    )
    expect(read('<link rel=canonical href="https://other.test/a">').canonicalUrl).toBeNull()
    expect(read('<link rel=canonical href="/">').canonicalUrl).toBeNull()
    expect(read('<link rel=canonical href="javascript:alert(1)">').canonicalUrl).toBeNull()
    expect(read('<link rel=canonical href="https://www.herons.test/survey">', null).canonicalUrl).toBeNull()
  })

  it('makes another site that it names the origin', () => {
    expect(read('<link rel=canonical href="https://news.other.test/a?fbclid=1">').origin).toEqual({
      name: 'other.test',
      url: 'https://news.other.test/a',
      basis: 'link rel=canonical',
    })
    expect(read('<link rel=canonical href="https://www.herons.de/survey">').origin).toBeNull()
  })

  it('gives the publisher its registrable domain, and none where there is no address', () => {
    const name = '<meta property="og:site_name" content="Heron Times">'
    expect(read(name, 'https://news.herons.co.uk/a').publisher).toEqual({
      name: 'Heron Times',
      domain: 'herons.co.uk',
      basis: 'og:site_name',
    })
    expect(read('<p>x</p>').publisher).toEqual({
      name: 'herons.test',
      domain: 'herons.test',
      basis: 'address',
    })
    expect(read(name, null).publisher).toMatchObject({ domain: null })
    expect(read('<p>x</p>', null).publisher).toBeNull()
  })

  it.each([
    ['en-GB', 'en'],
    ['pt_BR', 'pt'],
    ['DE', 'de'],
    ['', null],
    ['english', null],
  ])('says its language as a primary tag: "%s"', (lang, language) => {
    expect(read(`<html lang="${lang}"><p>x</p>`).language).toBe(language)
  })
})
