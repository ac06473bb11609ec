import { describe, expect, it } from 'vitest'
import { failureOf, openLoopback } from './loopback-fetcher.ts'
import { INSIDE, JOURNEYS, LEADS_INSIDE } from './redirect-attacks.ts'

const ALLOWED = { allowHosts: ['wiki.lan', '127.0.0.1'] }
/** As node writes headers: one byte a character. */
const asBytes = (text: string): string => Buffer.from(text).toString('latin1')

describe('a page of the public web does not lead inside', () => {
  it.each([301, 302, 303, 307, 308].flatMap((status) => [{ status, location: 'http://127.0.0.1/' }]))(
    'by a redirect of status $status',
    async ({ status, location }) => {
      const { web, fetch } = await openLoopback({ '/': { status, headers: { location } } }, ALLOWED)
      expect((await failureOf(fetch('http://news.example/'))).code).toBe('link-refused')
      expect([web.requests.length, web.dialled.length]).toEqual([1, 1])
    },
  )

  it.each(LEADS_INSIDE)('by a redirect to %j', async (location) => {
    const headers = { location: asBytes(location) }
    const { web, fetch } = await openLoopback({ '/': { status: 302, headers } }, ALLOWED, { names: INSIDE })
    const { code, message, cause } = await failureOf(fetch('http://news.example/'))
    expect([code, cause, web.requests.length, web.dialled.length]).toEqual(['link-refused', undefined, 1, 1])
    expect(message).not.toMatch(/10\.0\.0\.|127\.0/u)
  })

  it.each(LEADS_INSIDE)('by a page that only leads on, to %j', async (target) => {
    const html = `<meta http-equiv=refresh content="0;url='${target}'">`
    const { web, fetch } = await openLoopback({ '/': html }, ALLOWED, { names: INSIDE })
    const { code, message, cause } = await failureOf(fetch('http://news.example/'))
    expect([code, cause, web.requests.length, web.dialled.length]).toEqual(['link-refused', undefined, 1, 1])
    expect(message).not.toMatch(/10\.0\.0\.|127\.0/u)
  })
})

describe('hop by hop', () => {
  it.each(JOURNEYS)('$what', async ({ routes, asked, ends, allowHosts = [], names, from }) => {
    const { web, fetch } = await openLoopback(routes, { allowHosts }, { names: { ...INSIDE, ...names } })
    const end = await fetch(from ?? 'http://news.example/').then(
      ({ url }) => url,
      (error: { code: string }) => error.code,
    )
    expect([end, web.requests.map(({ host, path }) => `${host}${path}`)]).toEqual([ends, asked])
    expect(web.dialled).toHaveLength(asked.length)
  })
})
