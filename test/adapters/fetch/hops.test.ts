import { describe, expect, it } from 'vitest'
import type { LoopbackRoute } from '../../support/loopback-web.ts'
import { failureOf, openLoopback, REFUSED, textOf } from './loopback-fetcher.ts'

const to = (location: string | string[], status = 302): LoopbackRoute => ({ status, headers: { location } })

/** `/1` leads to `/2` and so on; the last is a page. */
const chain = (redirects: number): Record<string, LoopbackRoute> => ({
  ...Object.fromEntries(Array.from({ length: redirects }, (_, index) => [`/${index}`, to(`/${index + 1}`)])),
  [`/${redirects}`]: 'the end',
})

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'with status %i is followed, and the last address is the one reported',
    async (status) => {
      const { fetch } = await openLoopback({ '/old': to('/new?id=1#part', status), '/new': 'a page' })
      const document = await fetch('http://news.example/old#top')
      expect([textOf(document), document.url]).toEqual(['a page', 'http://news.example/new?id=1'])
    },
  )

  it.each([
    ['/folder/b', 'http://news.example/folder/b'],
    ['b', 'http://news.example/folder/b'],
    ['//other.example/folder/b', 'http://other.example/folder/b'],
    ['http://other.example/folder/b', 'http://other.example/folder/b'],
    ['?page=2', 'http://news.example/folder/a?page=2'],
  ])('to %s is read against the page', async (location, url) => {
    const { fetch } = await openLoopback({
      '/folder/a': (request, response) =>
        request.url?.includes('?') === true
          ? response.end('a page')
          : response.writeHead(302, { location }).end(),
      '/folder/b': 'a page',
    })
    expect((await fetch('http://news.example/folder/a')).url).toBe(url)
  })

  it('may spell its address in UTF-8', async () => {
    const location = Buffer.from('/größe').toString('latin1')
    const { fetch } = await openLoopback({ '/': to(location), '/gr%C3%B6%C3%9Fe': 'a page' })
    expect((await fetch('http://news.example/')).url).toBe('http://news.example/gr%C3%B6%C3%9Fe')
  })

  it('is followed five times and no more', async () => {
    const { fetch } = await openLoopback(chain(5))
    expect(textOf(await fetch('http://news.example/0'))).toBe('the end')
    const { web, fetch: fetchMore } = await openLoopback(chain(6))
    expect((await failureOf(fetchMore('http://news.example/0'))).code).toBe('link-unreachable')
    expect(web.requests).toHaveLength(6)
  })

  it('to itself ends', async () => {
    const { web, fetch } = await openLoopback({ '/': to('/') })
    expect((await failureOf(fetch('http://news.example/'))).code).toBe('link-unreachable')
    expect(web.requests).toHaveLength(6)
  })

  it.each([
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://2130706433/',
    'http://169.254.169.254/latest/',
    'http://localhost/',
    'http://router.local/',
    'http://inside.example/',
    'http://news.example:8080/',
    '//127.0.0.1/',
    'http://8.8.8.8/',
  ])('to %s is refused like an address that a person gave', async (location) => {
    const names = { 'inside.example': ['10.0.0.7'] }
    const { web, fetch } = await openLoopback({ '/': to(location) }, {}, { names })
    const failure = await failureOf(fetch('http://news.example/'))
    expect([failure.code, failure.message]).toEqual(['link-refused', REFUSED])
    expect(web.requests).toHaveLength(1)
  })

  it.each([
    'file:///etc/passwd',
    'ftp://news.example/',
    'javascript:alert(1)',
    'http://',
    `/${'a'.repeat(5000)}`,
    'http://u:p@news.example/',
  ])('to %s is refused', async (location) => {
    const { web, fetch } = await openLoopback({ '/': to(location) })
    const failure = await failureOf(fetch('http://news.example/'))
    expect(failure.code).toBe('link-refused')
    expect(failure.message).not.toContain('Give me one')
    expect(web.requests).toHaveLength(1)
  })

  it('to a private address is refused at the third hop too', async () => {
    const { fetch } = await openLoopback({ '/': to('/b'), '/b': to('/c'), '/c': to('http://10.0.0.1/') })
    expect((await failureOf(fetch('http://news.example/'))).code).toBe('link-refused')
  })

  it('without an address, or with a status that is none, is a page like any other', async () => {
    const { fetch } = await openLoopback({
      '/a': { status: 302, body: 'moved' },
      '/b': to('/c', 300),
      '/d': to('/c', 201),
    })
    for (const [path, status] of [
      ['a', 302],
      ['b', 300],
      ['d', 201],
    ] as const) {
      expect((await fetch(`http://news.example/${path}`)).status).toBe(status)
    }
  })
})

describe('a status of 400 or more', () => {
  it.each([401, 403, 404, 410, 429, 451, 500, 503])('%i is returned with its page', async (status) => {
    const { fetch } = await openLoopback({ '/': { status, body: 'log in' } })
    const document = await fetch('http://news.example/')
    expect([document.status, textOf(document)]).toEqual([status, 'log in'])
  })
})

describe('FETCH_ALLOW_HOSTS', () => {
  it('opens a literal that it names, and its redirects', async () => {
    const routes = { '/': to('/page'), '/page': 'inside' }
    const { web } = await openLoopback(routes)
    const host = `127.0.0.1:${web.port}`
    const { fetch } = await openLoopback({}, { allowHosts: [host], dial: undefined, resolve: undefined })
    expect(textOf(await fetch(`http://${host}/`))).toBe('inside')
    expect(textOf(await fetch(`http://2130706433:${web.port}/`))).toBe('inside')
  })

  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '::1'],
  ])('leads to the literal %s itself: nobody is asked where that is', async (entry, address) => {
    const { web, fetch } = await openLoopback({ '/': 'inside' }, { allowHosts: [entry] })
    expect(textOf(await fetch(`http://${entry}/`))).toBe('inside')
    expect([web.lookedUp, web.dialled]).toEqual([[], [{ address, port: 80 }]])
  })

  it.each([
    ['wiki.lan', 'http://wiki.lan/'],
    ['wiki.lan', 'http://wiki.lan:443/'],
    ['wiki.lan', 'http://WIKI.lan./'],
    ['wiki', 'http://wiki/'],
    ['wiki.lan:8080', 'http://wiki.lan:8080/'],
    ['wiki.lan:80', 'http://wiki.lan/'],
    ['[::1]:8080', 'http://[::1]:8080/'],
    ['[::1]:8080', 'http://[0:0::1]:8080/'],
    ['[::1]', 'http://[::1]/'],
    ['127.0.0.1', 'http://127.0.0.1/'],
    ['Wiki.Lan', 'http://wiki.lan/'],
    ['müller.lan', 'http://müller.lan/'],
  ])('%s opens %s', async (entry, address) => {
    const names = { 'wiki.lan': ['10.0.0.7'], wiki: ['10.0.0.7', '127.0.0.1'] }
    const { fetch } = await openLoopback({ '/': 'inside' }, { allowHosts: ['other.lan', entry] }, { names })
    expect(textOf(await fetch(address))).toBe('inside')
  })

  it.each([
    ['wiki.lan', 'http://wiki.lan:8080/'],
    ['wiki.lan:8080', 'http://wiki.lan/'],
    ['wiki.lan:8080', 'http://wiki.lan:8081/'],
    ['wiki.lan', 'http://sub.wiki.lan/'],
    ['wiki.lan', 'http://xwiki.lan/'],
    ['127.0.0.1:8080', 'http://127.0.0.1/'],
    ['127.0.0.1:8080', 'http://127.0.0.2:8080/'],
    ['127.0.0.1:8080', 'http://[::1]:8080/'],
    ['127.0.0.1', 'http://[::ffff:127.0.0.1]/'],
    ['lan', 'http://wiki.lan/'],
    ['*.lan', 'http://wiki.lan/'],
    ['', 'http://127.0.0.1/'],
    ['10.0.0.0/8', 'http://10.0.0.0/'],
    ['http://wiki.lan', 'http://wiki.lan/'],
    ['user@wiki.lan', 'http://wiki.lan/'],
    ['news.example:8080', 'http://127.0.0.1/'],
  ])('%s does not open %s', async (entry, address) => {
    const { web, fetch } = await openLoopback({ '/': 'inside' }, { allowHosts: [entry] })
    expect((await failureOf(fetch(address))).code).toBe('link-refused')
    expect(web.dialled).toEqual([])
  })

  it.each(['ftp://wiki.lan/', 'http://user:secret@wiki.lan/', `http://wiki.lan/${'a'.repeat(4096)}`])(
    'does not make %s an address that is opened',
    async (address) => {
      const { fetch } = await openLoopback({}, { allowHosts: ['wiki.lan'] })
      expect((await failureOf(fetch(address))).code).toBe('link-refused')
    },
  )

  const wiki = { allowHosts: ['wiki.lan', 'wiki.lan:8080', 'files.lan'] }
  const names = { 'wiki.lan': ['10.0.0.7'], 'files.lan': ['10.0.0.8'] }

  it.each([
    ['a public page', 'http://news.example/', 'http://wiki.lan/page'],
    ['another entry', 'http://files.lan/', 'http://wiki.lan/page'],
    ['another entry of the same host', 'http://wiki.lan/', 'http://wiki.lan:8080/page'],
  ])('is not opened by a redirect from %s', async (_from, address, location) => {
    const { web, fetch } = await openLoopback({ '/': to(location), '/page': 'inside' }, wiki, { names })
    const failure = await failureOf(fetch(address))
    expect([failure.code, failure.message, web.count('/page')]).toEqual(['link-refused', REFUSED, 0])
  })

  it('lets an allowed page lead out to the public web, through the whole gate', async () => {
    const routes = {
      '/': to('http://news.example/page'),
      '/page': 'outside',
      '/bad': to('http://127.0.0.1/page'),
    }
    const { fetch } = await openLoopback(routes, wiki, { names })
    expect(textOf(await fetch('http://wiki.lan/'))).toBe('outside')
    expect((await failureOf(fetch('http://wiki.lan/bad'))).code).toBe('link-refused')
  })

  it('does not let a redirect come back once it has left', async () => {
    const routes = {
      'wiki.lan/': to('http://news.example/back'),
      '/back': to('http://wiki.lan/page'),
      '/page': 'inside',
    }
    const { web, fetch } = await openLoopback(routes, wiki, { names })
    expect((await failureOf(fetch('http://wiki.lan/'))).code).toBe('link-refused')
    expect(web.count('/page')).toBe(0)
  })

  it('does not excuse a connection that leads to another peer', async () => {
    const { web, fetch } = await openLoopback({ '/': 'inside' }, wiki, { names, peer: '10.0.0.9' })
    expect((await failureOf(fetch('http://wiki.lan/'))).code).toBe('link-refused')
    expect(web.requests).toEqual([])
  })
})
