import { describe, expect, it } from 'vitest'
import { aPage, pagesWorld, SITE } from './pages-world.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** A page that answers 304 to whoever knows its newest version; `edit` makes another. */
const editable = () => {
  const state = { version: 1, page: aPage('Aldis'), sent: 0 }
  return {
    state,
    edit: (page: string) => {
      state.page = page
      state.version += 1
    },
    route: (
      request: { headers: { 'if-none-match'?: string | undefined } },
      response: {
        writeHead(status: number, headers: Record<string, string>): { end(body?: string): unknown }
      },
    ): void => {
      const etag = `"${state.version}"`
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
      state.sent += 1
      response.writeHead(200, { etag, 'content-type': 'text/html' }).end(state.page)
    },
  }
}

describe('a page that was read before', () => {
  it('is not asked for within the hour; then only whether it has changed', async () => {
    const page = editable()
    const { web, time, read } = await pagesWorld({ '/a': page.route })
    const first = await read(`${SITE}/a`)
    time.now += HOUR - 1
    expect(await read(`${SITE}/a`)).toEqual(first)
    expect(web.requests).toHaveLength(1)
    time.now += 1
    const later = await read(`${SITE}/a`)
    expect([web.requests.length, page.state.sent]).toEqual([2, 1])
    expect(later).toEqual({
      ...first,
      source: { ...first.source, retrievedAt: new Date(time.now).toISOString() },
    })
    await read(`${SITE}/a`)
    expect(web.requests).toHaveLength(2)
  })

  it('while the clock was ahead is asked for again when it is right, and is not fresh for a year', async () => {
    const page = editable()
    const { web, time, read } = await pagesWorld({ '/a': page.route })
    time.now += 3 * DAY
    await read(`${SITE}/a`)
    time.now -= 3 * DAY
    page.edit(aPage('Brun'))
    expect((await read(`${SITE}/a`)).title).toBe('Brun')
    expect(web.requests).toHaveLength(2)
  })

  it('is asked for again where somebody wants it fresh', async () => {
    const page = editable()
    const { web, read } = await pagesWorld({ '/a': page.route })
    await read(`${SITE}/a`)
    page.edit(aPage('Brun'))
    expect((await read(`${SITE}/a`)).title).toBe('Aldis')
    expect((await read(`${SITE}/a`, { refresh: true })).title).toBe('Brun')
    expect((await read(`${SITE}/a`)).title).toBe('Brun')
    expect(web.requests).toHaveLength(2)
  })

  it('says that it was edited since, and goes on saying so', async () => {
    const page = editable()
    const { time, read } = await pagesWorld({ '/a': page.route })
    await read(`${SITE}/a`)
    page.edit(aPage('Aldis').replace('ninety cars', 'eighty cars'))
    time.now += 3 * HOUR
    const edited = {
      code: 'edited-since',
      message: 'Edited: 1 of 4 paragraphs changed since it was read before, 3 hours earlier.',
      evidence: [expect.stringContaining('eighty cars')],
    }
    expect((await read(`${SITE}/a`)).source.notices).toContainEqual(edited)
    time.now += 2 * HOUR
    expect((await read(`${SITE}/a`)).source.notices).toContainEqual(edited)
    page.state.version += 1
    const same = await read(`${SITE}/a`, { refresh: true })
    expect(same.source.notices.filter(({ code }) => code === 'edited-since')).toEqual([edited])
  })

  it('does not say so where only the site around the article is another', async () => {
    const page = editable()
    const { read } = await pagesWorld({ '/a': page.route })
    const first = await read(`${SITE}/a`)
    page.edit(`${aPage('Aldis')}<footer>Seen 214 times</footer>`)
    const again = await read(`${SITE}/a`, { refresh: true })
    // What links are made from belongs to the page as it is now.
    expect(again).toEqual({ ...first, onPage: again.onPage })
  })

  it('is forgotten after a week without a reader', async () => {
    const page = editable()
    const { time, read } = await pagesWorld({ '/a': page.route })
    await read(`${SITE}/a`)
    time.now += 7 * DAY
    await read(`${SITE}/a`)
    expect(page.state.sent).toBe(2)
  })
})

describe('a page whose site wants no copy kept', () => {
  const headers = { 'x-robots-tag': 'noarchive' }
  it.each([
    ['by a header', { headers, body: aPage('Aldis') }],
    ['by its cache-control', { headers: { 'cache-control': 'no-store' }, body: aPage('Aldis') }],
    ['by an element', aPage('Aldis', '<meta name="robots" content="max-snippet:9, noarchive">')],
  ])('%s is in no cache, neither its article nor its summary', async (_, route) => {
    const { web, assistant, read } = await pagesWorld({ '/a': route })
    const [one, other] = await Promise.all([read(`${SITE}/a`), read(`${SITE}/a`)])
    expect(other).toEqual(one)
    expect([web.requests.length, one.source.noArchive]).toEqual([1, true])
    await read(`${SITE}/a`)
    expect(web.requests).toHaveLength(2)
    await assistant.summarize(one)
    expect((await assistant.summarize(one)).run.cached).toBe(false)
  })

  it('is in none any more, once it says so', async () => {
    const page = editable()
    const { web, read } = await pagesWorld({ '/a': page.route })
    await read(`${SITE}/a`)
    page.edit(aPage('Aldis', '<meta name="robots" content="noarchive">'))
    await read(`${SITE}/a`, { refresh: true })
    await read(`${SITE}/a`)
    expect(web.requests.at(-1)?.headers['if-none-match']).toBeUndefined()
    expect(page.state.sent).toBe(3)
  })

  it('is kept where only another reader is asked not to', async () => {
    const { web, read } = await pagesWorld({
      '/a': aPage('Aldis', '<meta name="otherbot" content="noarchive"><meta name="robots" content="none">'),
    })
    expect((await read(`${SITE}/a`)).source).not.toHaveProperty('noArchive')
    await read(`${SITE}/a`)
    expect(web.requests).toHaveLength(1)
  })
})

describe('a site that is busy', () => {
  it.each([
    [429, 'page-blocked'],
    [503, 'link-unreachable'],
  ])('says with %i when to come again', async (status, code) => {
    const { time, read } = await pagesWorld({ '/a': { status, headers: { 'retry-after': '120' } } })
    await expect(read(`${SITE}/a`)).rejects.toMatchObject({ code, retryAt: time.now + 120_000 })
  })
})
