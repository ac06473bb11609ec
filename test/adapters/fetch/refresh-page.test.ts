import { describe, expect, it } from 'vitest'
import { readRefreshPage } from '../../../src/adapters/fetch/refresh-page.ts'
import { failureOf, openLoopback, REFUSED, textOf } from './loopback-fetcher.ts'

const read = (html: string, type = 'text/html; charset=utf-8') =>
  readRefreshPage(new TextEncoder().encode(html), type)
const to = (address: string) => `<meta http-equiv="refresh" content="0;url=${address}">`

describe('a page that only leads on', () => {
  it.each([
    ['<meta http-equiv="refresh" content="0; url=https://news.example/a">'],
    ['<META HTTP-EQUIV=Refresh CONTENT="5;URL=https://news.example/a">'],
    [`<meta content='0; https://news.example/a' http-equiv='refresh'>`],
    [`<meta http-equiv="refresh" content="0.5; url='https://news.example/a'">`],
    [
      `<head><noscript><META http-equiv="refresh" content="0;URL=https://news.example/a"></noscript>
       <title>https://news.example/a</title></head><script>location.replace("https:\\/\\/news.example\\/b")</script>`,
    ],
  ])('says where: %s', (html) => expect(read(html)).toBe('https://news.example/a'))

  it('may write & as an entity', () =>
    expect(read(to('https://news.example/a?b=1&amp;c=2'))).toBe('https://news.example/a?b=1&c=2'))

  it.each([
    ['it waits longer than five seconds', '<meta http-equiv="refresh" content="6; url=/a">'],
    ['it only loads itself again', '<meta http-equiv="refresh" content="0">'],
    ['the element stands in a comment', `<!-- ${to('/a')} -->`],
    ['the element stands in a script', `<script>document.write('${to('/a')}')</script>`],
    ['the element stands in a script that never ends', `<script>'${to('/a')}'`],
    ['it is another meta element', '<meta name="refresh" content="0;url=/a">'],
    ['it holds something to read', `${to('/a')}<p>${'The ferry sails at noon. '.repeat(10)}</p>`],
    ['it holds something to read without spaces', `${to('/a')}<p>${'船は正午に出る'.repeat(80)}</p>`],
    ['it is large', `${to('/a')}<!--${' '.repeat(40_000)}-->`],
  ])('is none where %s', (_, html) => expect(read(html)).toBeNull())

  it('is none where it is no HTML', () => expect(read(to('/a'), 'text/plain')).toBeNull())

  it.each(['<!--', '<script ', '<meta ', '<meta http-equiv=refresh content="', '<meta content= '])(
    'takes no long time to tell where somebody repeats %j',
    (piece) => expect(read(piece.repeat(32_000 / piece.length))).toBeNull(),
  )
})

describe('opening a page that only leads on', () => {
  it('opens where it leads, and reports that address', async () => {
    const { fetch } = await openLoopback({ '/short': to('/b?x=1#top'), '/b': 'a page' })
    const document = await fetch('http://news.example/short')
    expect([textOf(document), document.url]).toEqual(['a page', 'http://news.example/b?x=1'])
  })

  it('follows two of them, and takes the third for a page', async () => {
    const { web, fetch } = await openLoopback({ '/a': to('/b'), '/b': to('/c'), '/c': to('/d'), '/d': 'end' })
    expect((await fetch('http://news.example/a')).url).toBe('http://news.example/c')
    expect(web.requests).toHaveLength(3)
  })

  it('counts them as redirects', async () => {
    const hop = (location: string) => ({ status: 302, headers: { location } })
    const { fetch } = await openLoopback({
      '/0': to('/1'),
      '/1': hop('/2'),
      '/2': hop('/3'),
      '/3': hop('/4'),
      '/4': hop('/5'),
      '/5': to('/6'),
      '/6': 'too far',
    })
    expect((await failureOf(fetch('http://news.example/0'))).code).toBe('link-unreachable')
  })

  it('does not follow one that leads to itself, or that comes with an error', async () => {
    const { web, fetch } = await openLoopback({ '/a': to('/a#b'), '/gone': { status: 404, body: to('/a') } })
    expect((await fetch('http://news.example/a')).url).toBe('http://news.example/a')
    expect((await fetch('http://news.example/gone')).status).toBe(404)
    expect(web.requests).toHaveLength(2)
  })

  it.each(['http://127.0.0.1/', 'http://10.0.0.1/', 'http://inside.example/', 'http://localhost/'])(
    'refuses %s like any other address that is not public',
    async (address) => {
      const names = { 'inside.example': ['10.0.0.7'] }
      const { web, fetch } = await openLoopback({ '/a': to(address) }, {}, { names })
      const failure = await failureOf(fetch('http://news.example/a'))
      expect([failure.code, failure.message]).toEqual(['link-refused', REFUSED])
      expect(web.requests).toHaveLength(1)
    },
  )

  it('refuses what is no web address', async () => {
    const { fetch } = await openLoopback({ '/a': to('javascript:alert(1)') })
    expect((await failureOf(fetch('http://news.example/a'))).code).toBe('link-refused')
  })

  it('does not let an allowed host be reached from elsewhere', async () => {
    const { fetch } = await openLoopback({ '/a': to('http://wiki.lan/') }, { allowHosts: ['wiki.lan'] })
    expect((await failureOf(fetch('http://news.example/a'))).code).toBe('link-refused')
  })
})
