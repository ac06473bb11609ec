import { describe, expect, it } from 'vitest'
import type { Validators } from '../../../src/app/ports.ts'
import { retryAfterOf } from '../../../src/adapters/fetch/reply-facts.ts'
import { openLoopback } from './loopback-fetcher.ts'

const DATE = 'Sun, 22 Nov 2026 08:00:00 GMT'
const versioned = (headers: Record<string, string>) => ({ headers, body: 'a page' })

describe('asking whether a page has changed', () => {
  const first = async (headers: Record<string, string>, path = '/a') => {
    const { fetch } = await openLoopback({ '/a': versioned(headers) })
    return (await fetch(`http://news.example${path}`)).validators
  }

  it('keeps the tag and the date as they came, and no address', async () => {
    const validators = await first({ etag: 'W/"a,b"', 'last-modified': DATE }, '/a?token=geheim')
    expect(validators).toMatchObject({ etag: 'W/"a,b"', lastModified: DATE })
    expect(JSON.stringify(validators)).not.toMatch(/news|geheim/)
  })

  it.each([
    ['nothing', {}],
    ['a tag of over 512 characters', { etag: `"${'a'.repeat(511)}"` }],
    ['a tag that would mean any version', { etag: '*' }],
    ['a tag with white space', { etag: '"a", "b"' }],
    ['a date that is none', { 'last-modified': 'yesterday' }],
  ])('knows no version by %s', async (_, headers) => expect(await first(headers)).toBeNull())

  const again = async (
    validators: Validators,
    routes: Parameters<typeof openLoopback>[0],
    address: string,
  ) => {
    const { web, fetch } = await openLoopback(routes)
    const document = await fetch(address, undefined, validators)
    const conditions = web.requests.map(({ headers }) => [
      headers['if-none-match'] ?? null,
      headers['if-modified-since'] ?? null,
    ])
    return { document, conditions }
  }

  it('sends both back to the same address, whatever its trackers, and hears that nothing changed', async () => {
    const validators = await first({ etag: '"1"', 'last-modified': DATE })
    const { document, conditions } = await again(
      validators!,
      { '/a': (_, response) => void response.writeHead(304, { etag: '"1"' }).end() },
      'http://news.example/a?utm_source=chat',
    )
    expect(conditions).toEqual([['"1"', DATE]])
    expect(document).toMatchObject({ isUnchanged: true, status: 304, bytes: Buffer.from('') })
  })

  it('sends them to no other address: not before the redirect that leads there, nor to another host', async () => {
    const validators = await first({ etag: '"1"' })
    const to = (location: string) => ({ status: 302, headers: { location } })
    const page = versioned({ etag: '"2"' })
    const there = await again(validators!, { '/short': to('/a'), '/a': page }, 'http://news.example/short')
    expect(there.conditions).toEqual([
      [null, null],
      ['"1"', null],
    ])
    expect(there.document.isUnchanged).toBe(false)
    const elsewhere = await again(
      validators!,
      { 'news.example/a': to('http://other.example/a'), 'other.example/a': page },
      'http://news.example/a',
    )
    expect(elsewhere.conditions).toEqual([
      ['"1"', null],
      [null, null],
    ])
  })

  it('does not believe that nothing changed where that was not asked', async () => {
    const validators = await first({ etag: '"1"' })
    const { document } = await again(
      validators!,
      { '/b': (_, response) => void response.writeHead(304).end() },
      'http://news.example/b',
    )
    expect(document.isUnchanged).toBe(false)
  })
})

describe('a site that wants no copy kept', () => {
  it.each<Record<string, string | string[]>>([
    { 'x-robots-tag': 'noarchive' },
    { 'x-robots-tag': ['otherbot: noindex', 'noarchive'] },
    { 'cache-control': 'private, no-store' },
  ])('is understood: %j', async (headers) => {
    const { fetch } = await openLoopback({ '/': { headers } })
    expect((await fetch('http://news.example/')).noArchive).toBe(true)
  })

  it.each<Record<string, string | string[]>>([
    {},
    { 'x-robots-tag': 'none' },
    { 'x-robots-tag': 'otherbot: noarchive' },
    { 'cache-control': 'no-cache' },
  ])('is not made up: %j', async (headers) => {
    const { fetch } = await openLoopback({ '/': { headers } })
    expect((await fetch('http://news.example/')).noArchive).toBe(false)
  })
})

describe('when to come again', () => {
  it.each([
    ['120', 120],
    ['Sun, 22 Nov 2026 08:02:00 GMT', 120],
    ['0', null],
    ['soon', null],
    ['999999', null],
    ['Sun, 22 Nov 2026 07:00:00 GMT', null],
  ])('is read from %s', (value, seconds) =>
    expect(retryAfterOf({ 'retry-after': value }, Date.parse(DATE))).toBe(seconds),
  )
})

describe('who reads', () => {
  it('is told with the version of the program and, if the host wants it, an address', async () => {
    for (const contact of [null, 'https://example.org/our-bot']) {
      const { web, fetch } = await openLoopback({ '/': 'a page' }, { contact })
      await fetch('http://news.example/')
      const agent = web.requests[0]?.headers['user-agent'] ?? ''
      expect(agent).toMatch(/Footnote\/\d+\.\d+; reads one page when a person asks for it/)
      expect(agent.includes('+https://example.org/our-bot)')).toBe(contact !== null)
    }
  })
})
