import { describe, expect, it } from 'vitest'
import { data, read } from './page-reading.ts'

// What a page shows without saying it in its data: read from the lines around the title.

const TITLE = '<h1>Herons return to the lower lake</h1>'
const page = (around: string, after = ''): string => `<main>${TITLE}${around}<p>x</p>${after}</main>`
const dated = (html: string, url?: string): (string | null)[] => {
  const { published, modified } = read(html, url)
  return [published.value, published.basis, modified.value]
}

describe('a date that readers see', () => {
  it.each([
    ['<p>March 4, 2025</p>', '2025-03-04', 'byline'],
    ['<p>Veröffentlicht am 4. März 2025</p>', '2025-03-04', 'byline'],
    ['<p>By Ada Brook | 4 Mar 2025</p>', '2025-03-04', 'byline'],
    ['<div>Published</div><div>4 March 2025</div>', '2025-03-04', 'byline'],
    ['<p>2025年3月4日</p>', '2025-03-04', 'byline'],
    ['<p><time datetime="2025-03-04T08:00">last spring</time></p>', '2025-03-04', 'time'],
  ])('beside the title is the date of the article: %s', (line, day, basis) => {
    expect(dated(page(line))).toEqual([day, basis, null])
  })

  it('above the title counts as well', () => {
    expect(dated(`<main><p>March 4, 2025</p>${page('')}</main>`)).toEqual(['2025-03-04', 'byline', null])
  })

  it('may stand beside the day of the last change', () => {
    expect(dated(page('<p>March 4, 2025 - Updated July 9, 2025</p>'))).toEqual([
      '2025-03-04',
      'byline',
      '2025-07-09',
    ])
  })

  it('is told from the day of the last change in one element that holds both', () => {
    const both =
      '<time datetime="2025-07-09"><span>Updated July 9, 2025</span><span>8:23 PM</span> Originally published <span>March 4, 2025</span></time>'
    expect(dated(page(both))).toEqual(['2025-03-04', 'time', '2025-07-09'])
  })

  it('of the last change stands for both where no other is stated, and a notice says so', () => {
    const found = read(page('<p>Last updated: Dec 12, 2025</p>'))
    expect(found.published).toEqual({ value: '2025-12-12', basis: 'byline' })
    expect(found.modified).toEqual({ value: '2025-12-12', basis: 'byline' })
    expect(found.notices).toContainEqual({
      code: 'date-unstated',
      message: 'First publication not stated: the page says only that it was last changed on 2025-12-12.',
      evidence: ['Last updated: Dec 12, 2025'],
    })
  })

  it('below the article is taken where it says what it is', () => {
    const end = '<p>Posted on the 15/12/2025 at 19:00</p>'
    expect(dated(page('', `${'<p>Some words of a story.</p>'.repeat(30)}${end}`))[0]).toBe('2025-12-15')
  })

  it.each([
    ['a copyright sign', '<p>© 12 May 2024 Heron Times</p>'],
    ['a comment', '<div class="comments"><p>May 12, 2024</p><p>Nice.</p></div>'],
    ['a related story', '<div class="related-stories"><p>May 12, 2024</p></div>'],
    [
      'a sentence of the story',
      `<p>The lake was drained on May 12, 2024 after the dam had been found to leak.</p>`,
    ],
    ['a menu', '<nav>May 12, 2024</nav>'],
    ['one other story', '<div class="related"><time datetime="2024-05-12">May 12</time></div>'],
  ])('beside %s is not the date of the article', (_, html) => {
    expect(dated(page('', `${'<p>Some words of a story.</p>'.repeat(30)}${html}`))[0]).toBeNull()
  })

  it('of another story close below a short article is not taken for this one', () => {
    const cards = '<div class="card related-story"><p>May 12, 2024</p></div>'.repeat(3)
    expect(dated(page('', '<p>x</p>'.repeat(6) + cards))[0]).toBeNull()
  })

  it('of several other stories is not taken for this one', () => {
    const others = '<p class="date">May 12, 2024</p><p class="date">May 13, 2024</p>'
    expect(dated(page('', `${'<p>Some words of a story.</p>'.repeat(30)}${others}`))[0]).toBeNull()
  })

  it('is the day where the publisher is, when the data give it in UTC', () => {
    const json = data({ '@type': 'NewsArticle', datePublished: '2025-03-05T02:30:00Z' })
    expect(dated(json + page('<p>March 4, 2025</p>'))).toEqual(['2025-03-04', 'json-ld', null])
    const local = data({ '@type': 'NewsArticle', datePublished: '2025-03-05T02:30:00+02:00' })
    expect(dated(local + page('<p>March 4, 2025</p>'))).toEqual(['2025-03-05', 'json-ld', null])
  })

  it('that contradicts the data raises a notice that says what says what', () => {
    const json = data({ '@type': 'NewsArticle', datePublished: '2025-03-05' })
    const { published, notices } = read(json + page('<p>March 4, 2021</p>'))
    expect(published.value).toBe('2025-03-05')
    expect(notices).toEqual([
      {
        code: 'date-conflict',
        message:
          'The page gives more than one date of publication: I took 2025-03-05, and it also says 2021-03-04.',
        evidence: ['JSON-LD datePublished: 2025-03-05', 'March 4, 2021'],
      },
    ])
  })

  it('in the site’s header that is not the article’s, nor today’s, is told as that', () => {
    const json = data({ '@type': 'NewsArticle', datePublished: '2022-05-13' })
    const headed = (day: string): unknown[] =>
      read(`${json}<header><p>${day}</p></header>${page('')}`).notices.map(({ message }) => message)
    expect(headed('Friday, August 19, 2022')).toEqual([
      "The site's header says “Friday, August 19, 2022”, which is not its date.",
    ])
    expect(headed('November 22, 2026')).toEqual([])
    expect(headed('May 13, 2022')).toEqual([])
  })

  it('of a change before the publication contradicts it', () => {
    const json = data({ '@type': 'NewsArticle', datePublished: '2025-05-05', dateModified: '2024-05-01' })
    expect(read(json + page('')).notices).toMatchObject([
      {
        code: 'date-conflict',
        message: 'It says that it was changed on 2024-05-01, before it was published on 2025-05-05.',
      },
    ])
  })

  it('comes before a meta that does not say which date it holds', () => {
    const meta = '<meta name="dc.date" content="2025-06-06">'
    expect(dated(meta + page('<p>March 4, 2025</p>'))[0]).toBe('2025-03-04')
    expect(dated(meta + page(''))[0]).toBe('2025-06-06')
  })
})

describe('data in scripts', () => {
  const script = (days: string[]): string =>
    `<script>x={${days.map((day) => `"publishedDate\\":\\"${day}T00:00"`).join()}}</script>`
  it('give the date where all of it names one day', () => {
    expect(dated(script(['2025-03-04', '2025-03-04']) + page(''))).toEqual(['2025-03-04', 'meta', null])
    expect(dated(script(['2025-03-04', '2025-03-05']) + page(''))[0]).toBeNull()
  })
})

describe('the title', () => {
  it.each([
    [
      'the heading that readers see, not what was written for search engines',
      '<meta property="og:title" content="7 Heron Facts That Will Surprise You About the Lower Lake"><h1>Herons of the lower lake surprise</h1>',
      'Herons of the lower lake surprise',
    ],
    [
      'the spelling of the data where they differ in a mark',
      '<meta property="og:title" content="Herons return to the lower lake (2025)"><h1>Herons return to the lower lake - 2025</h1>',
      'Herons return to the lower lake - 2025',
    ],
    [
      'no part of a site behind a bar',
      '<title>Herons return to lake | Local | The Mirror</title>',
      'Herons return to lake',
    ],
    [
      'not the site’s name in a heading',
      '<h1><a href="/">Heron Times</a></h1><title>Heron Times: Dams and lakes</title><h1>Dams and lakes</h1>',
      'Dams and lakes',
    ],
    [
      'whole where its heading is broken into lines',
      '<title>Weekend of herons</title><h1>WEEKEND<br>OF HERONS</h1>',
      'Weekend of herons',
    ],
    [
      'without Markdown',
      '<meta property="og:title" content="*A Treatise* of herons">',
      'A Treatise of herons',
    ],
  ])('is %s', (_, html, title) => expect(read(html).title).toBe(title))
})

describe('authors that readers see', () => {
  const names = (html: string): string[] => read(html).authors.map(({ name }) => name)
  it.each([
    ['<p>By Ada Brook and Ben Cole</p>', ['Ada Brook', 'Ben Cole']],
    ['<p>March 4, 2025 By Ada Brook</p>', ['Ada Brook']],
    ['<p>Written by</p><p>Ada Brook</p>', ['Ada Brook']],
    ['<p>Von Ada Brook, Lund</p>', ['Ada Brook']],
    ['<p>Por María de la Cruz | 3 de mayo de 2025</p>', ['María de la Cruz']],
    ['<p>Von Ada Brook und Ben Cole, 3. Mai 2025, 14:05 Uhr</p>', ['Ada Brook', 'Ben Cole']],
    ['<p>Иван Петров</p><p>3 мая 2025, 14:05</p>', ['Иван Петров']],
    ['<p>Local News</p><p>3 May 2025</p>', []],
    ['<p>Иван Петров</p>', []],
    ['<p>By Ada Brook ⋅ Review Editor ⋅ Updated November 18, 2025</p>', ['Ada Brook']],
    ['<div><span class="author">Ada Brook</span> HERON TIMES</div>', ['Ada Brook']],
    ['<p><a href="/author/ada">Ada Brook</a> <span>Former Deputy Editor</span></p>', ['Ada Brook']],
    ['<p>记者 王小明</p>', []],
    ['<p>By Staff</p>', []],
    ['<p>Photo by Ada Brook</p>', []],
    ['<p>Reviewed by Ada Brook</p>', []],
    ['<p>By the lake a heron stood.</p>', []],
  ])('are read beside the title: %s', (line, expected) => expect(names(page(line))).toEqual(expected))

  it('are read from the labelled lines of a link preview', () => {
    const meta =
      '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Brook"><meta name="twitter:label2" content="Est. reading time"><meta name="twitter:data2" content="3 minutes">'
    expect(names(meta + page(''))).toEqual(['Ada Brook'])
  })

  it('who sign other stories further down are not taken', () => {
    const others = '<p>By Zoe Other</p><p>By Yan Other</p>'
    expect(names(page('', `${'<p>Some words of a story.</p>'.repeat(30)}${others}`))).toEqual([])
  })

  it('may sign at the end', () => {
    const end = '<p>Written by Ada Brook</p>'
    expect(names(page('', `${'<p>Some words of a story.</p>'.repeat(30)}${end}`))).toEqual(['Ada Brook'])
  })
})
