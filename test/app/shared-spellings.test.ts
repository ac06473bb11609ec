import { describe, expect, it } from 'vitest'
import type { LoopbackRoute } from '../support/loopback-web.ts'
import { aPage as page, pagesWorld as world, SITE } from './pages-world.ts'

const HOUR = 60 * 60 * 1000
const canonical = (address: string): string => `<link rel="canonical" href="${address}">`
const to = (location: string): LoopbackRoute => ({ status: 302, headers: { location } })

describe('one article, one key', () => {
  it.each([
    ['trackers and a fragment', `${SITE}/a?id=7&utm_source=x&mbid=2#top`],
    ['the order of parameters, port and case of the host', 'HTTP://NEWS.example:80/a?x=1&id=7'],
    ['percent-encoding', `${SITE}/%61?%69d=7&x=1`],
    ['a wrapper', `https://www.google.com/url?q=${encodeURIComponent(`${SITE}/a?id=7&x=1`)}`],
  ])('whatever %s, without a second fetch', async (_, other) => {
    const { web, read } = await world({ '/a': page('Aldis') })
    const first = await read(other.includes('mbid') ? `${SITE}/a?id=7` : `${SITE}/a?id=7&x=1`)
    expect(await read(other)).toEqual(first)
    expect(web.requests).toHaveLength(1)
  })

  it('for a short link and the address that it leads to', async () => {
    const { web, read } = await world({ '/short': to('/a'), '/a': page('Aldis') })
    const first = await read(`${SITE}/short`)
    expect(await read(`${SITE}/a`)).toEqual(first)
    expect(await read(`${SITE}/short`)).toEqual(first)
    expect(web.requests.map(({ path }) => path)).toEqual(['/short', '/a'])
  })

  it.each([
    ['an AMP page', `${SITE}/story/amp`, `${SITE}/story`],
    ['a host for phones', 'http://m.news.example/story', `${SITE}/story`],
    ['www and a slash', 'http://www.news.example/story/', `${SITE}/story`],
    ['parameters that the page does not need', `${SITE}/story?view=full`, `${SITE}/story`],
  ])('for %s and what it names as its own address', async (_, shared, own) => {
    const routes = { '/story/amp': 1, '/story/': 1, '/story': 1 }
    const { web, read } = await world(
      Object.fromEntries(Object.keys(routes).map((path) => [path, page('Aldis', canonical(own))])),
    )
    const first = await read(shared)
    expect(await read(own)).toEqual(first)
    expect(web.requests).toHaveLength(1)
  })

  it('for two spellings fetched at once', async () => {
    const own = page('Aldis', canonical(`${SITE}/story`))
    const { read } = await world({ '/story': own, '/story/amp': own })
    await Promise.all([read(`${SITE}/story/amp`), read(`${SITE}/story`)])
    expect(await read(`${SITE}/story/amp`)).toEqual(await read(`${SITE}/story`))
  })

  it('for two addresses that have nothing in common, once both were opened and had the same words', async () => {
    const own = page('Aldis', canonical(`${SITE}/2026/11/old-ferry`))
    const { web, read } = await world({ '/node': own, '/2026/11/old-ferry': own })
    const first = await read(`${SITE}/2026/11/old-ferry`)
    expect(await read(`${SITE}/node?id=7`)).toEqual(first)
    expect(web.requests).toHaveLength(2)
  })

  it('does not mix up pages that a template gives the same address', async () => {
    const head = canonical(`${SITE}/news`)
    const { read } = await world({
      '/a': page('Aldis', head),
      '/b': page('Brun', head),
      '/news': page('Overview', head),
    })
    await Promise.all([read(`${SITE}/a`), read(`${SITE}/b`)])
    expect((await read(`${SITE}/a`)).title).toBe('Aldis')
    expect((await read(`${SITE}/b`)).title).toBe('Brun')
    expect((await read(`${SITE}/news`)).title).toBe('Overview')
    expect((await read(`${SITE}/a`)).title).toBe('Aldis')
  })

  it('does not believe a page about somebody else’s address', async () => {
    const { read } = await world({
      '/rowan/story': page('Forged', canonical(`${SITE}/ingrid/story`)),
      '/ingrid/story': page('Aldis'),
    })
    await read(`${SITE}/rowan/story`)
    expect((await read(`${SITE}/ingrid/story`)).title).toBe('Aldis')
  })

  it('follows a page that moved, when it is fetched again', async () => {
    let own = page('Aldis', canonical(`${SITE}/story`))
    const { time, read } = await world({ '/story/amp': (_, response) => void response.end(own) })
    await read(`${SITE}/story/amp`)
    own = page('Brun')
    time.now += 2 * HOUR
    expect((await read(`${SITE}/story/amp`)).title).toBe('Brun')
    expect((await read(`${SITE}/story/amp`)).title).toBe('Brun')
  })
})

describe('an address with a secret in it', () => {
  const secret = 'Zx9secretvalue'

  it('is opened with it, and nothing that is stored, shown, told or logged holds it', async () => {
    const { web, lines, read } = await world({
      '/a': page('Aldis', canonical(`${SITE}/a?token=${secret}`)),
    })
    const article = await read(`${SITE}/a?id=7&token=${secret}`)
    expect(web.requests[0]?.path).toBe(`/a?id=7&token=${secret}`)
    expect(article.source.url).toBe(`${SITE}/a?id=7`)
    expect(JSON.stringify([article, lines])).not.toContain(secret)
    const failure: unknown = await read(`${SITE}/missing?token=${secret}`).catch((error: unknown) => error)
    expect(String(failure)).toContain('HTTP 404')
    expect(String(failure)).not.toContain(secret)
  })

  it('gives its page to nobody who has another secret, or none', async () => {
    const { web, read } = await world({
      '/a': (request, response) =>
        void response.end(page(request.url?.includes(secret) === true ? 'Whole story' : 'Opening')),
    })
    expect((await read(`${SITE}/a?token=${secret}`)).title).toBe('Whole story')
    expect((await read(`${SITE}/a`)).title).toBe('Opening')
    expect((await read(`${SITE}/a?token=other`)).title).toBe('Opening')
    expect((await read(`${SITE}/a?token=${secret}`)).title).toBe('Whole story')
    expect(web.requests).toHaveLength(3)
  })

  it('is not lent to the plain address by a short link', async () => {
    const { read } = await world({
      '/gift': to(`/a?token=${secret}`),
      '/a': (request, response) =>
        void response.end(page(request.url?.includes(secret) === true ? 'Whole story' : 'Opening')),
    })
    expect((await read(`${SITE}/gift`)).title).toBe('Whole story')
    expect((await read(`${SITE}/a`)).title).toBe('Opening')
  })
})
