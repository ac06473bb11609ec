import type { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FootnoteError } from '../../../src/core/error.ts'
import {
  CHUNKED,
  flood,
  HANG_GUARD_MILLISECONDS,
  OK,
  QUICK,
  SMALL,
  type Server,
  SERVERS,
} from './hostile-servers.ts'
import { REPLIES } from './hostile-replies.ts'
import { failureOf, openLoopback, textOf } from './loopback-fetcher.ts'

const escaped: unknown[] = []
const catchEscaped = (error: unknown): void => void escaped.push(error)

beforeAll(() => {
  process.on('uncaughtException', catchEscaped)
  process.on('unhandledRejection', catchEscaped)
})

afterAll(async () => {
  // Time for what a destroyed stream still has to say.
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  process.off('uncaughtException', catchEscaped)
  process.off('unhandledRejection', catchEscaped)
  if (escaped.length > 0) throw new AggregateError(escaped, 'errors that nobody caught')
})

describe('a server that', () => {
  const play = async ([, code, handler, lower = {}]: Server): Promise<void> => {
    const routes = { '/': { raw: handler }, '/next': 'a page' }
    // Where something else than time ends the fetch, it has time and little to do, however busy the machine is.
    const limits = code === 'link-timeout' ? { ...QUICK, ...lower } : { ...SMALL, ...lower }
    const { web, fetch } = await openLoopback(routes, { limits })
    const started = performance.now()
    expect((await failureOf(fetch('http://news.example/'))).code).toBe(code)
    expect(web.openSockets()).toBe(0)
    if (code === 'link-timeout') expect(performance.now() - started).toBeLessThan(HANG_GUARD_MILLISECONDS)
    expect(web.count('/')).toBeLessThanOrEqual(1)
    const next = () => fetch('http://news.example/next').then(textOf, ({ code: why }: FootnoteError) => why)
    await expect.poll(next).toBe('a page')
  }
  const named = (isSlow: boolean) =>
    SERVERS.filter(([, code]) => (code === 'link-timeout') === isSlow).map((server) => ({
      what: server[0],
      code: server[1],
      server,
    }))

  it.each(named(true))(
    '$what gets the fetch ended as `$code`, its connection closed and nothing else harmed',
    async ({ server }) => {
      expect.hasAssertions()
      await play(server)
    },
    20_000,
  )

  it.each(named(false))(
    '$what gets the fetch ended as `$code`, its connection closed and nothing else harmed',
    async ({ server }) => {
      expect.hasAssertions()
      await play(server)
    },
    20_000,
  )

  it.each(REPLIES)('%s ends in %j', async (_what, ends, reply) => {
    const { web, fetch } = await openLoopback({ '/': { raw: (socket) => socket.end(reply) } })
    const seen = await fetch('http://news.example/').then(
      (document) => ({ status: document.status, text: textOf(document) }),
      (error: unknown) => (error instanceof FootnoteError ? error.code : error),
    )
    expect(seen).toEqual(ends)
    expect([web.openSockets(), web.dialled.length]).toEqual([0, 1])
  })

  it('is slow, but never silent for too long, is heard to the end', async () => {
    const pieces = [...Array.from({ length: 8 }, () => '1\r\nx\r\n'), '0\r\n\r\n']
    const speak = (socket: Socket): void => {
      socket.write(CHUNKED)
      const timer = setInterval(() => {
        const piece = pieces.shift()
        if (piece === undefined || socket.destroyed) clearInterval(timer)
        else socket.write(piece)
      }, 150)
    }
    const { fetch } = await openLoopback({ '/': { raw: speak } }, { limits: { gapMilliseconds: 900 } })
    expect(textOf(await fetch('http://news.example/'))).toBe('xxxxxxxx')
  })

  it(
    'never accepts the connection is given up',
    async () => {
      const silent = { limits: { connectMilliseconds: 200 } }
      const { web, fetch } = await openLoopback({}, silent, { silent: true })
      expect((await failureOf(fetch('http://news.example/'))).code).toBe('link-timeout')
      expect(web.openSockets()).toBe(0)
    },
    HANG_GUARD_MILLISECONDS,
  )

  it(
    'has a name that is never resolved is given up',
    async () => {
      const resolve = () => new Promise<never>(() => undefined)
      const { fetch } = await openLoopback({}, { limits: { connectMilliseconds: 200 }, resolve })
      expect((await failureOf(fetch('http://news.example/'))).code).toBe('link-timeout')
    },
    HANG_GUARD_MILLISECONDS,
  )

  it('redirects and goes on sending is left at once', async () => {
    const { web, fetch } = await openLoopback({
      '/': {
        raw: (socket) =>
          flood(
            socket,
            'HTTP/1.1 302 Found\r\nLocation: /next\r\nTransfer-Encoding: chunked\r\n\r\n',
            '1\r\nx\r\n',
          ),
      },
      '/next': 'a page',
    })
    expect(textOf(await fetch('http://news.example/'))).toBe('a page')
    expect(web.openSockets()).toBe(0)
  })

  it('sends a second reply after the first is not listened to', async () => {
    const reply = `${OK}Content-Length: 5\r\n\r\nhello`
    const { fetch } = await openLoopback({ '/': { raw: (socket) => socket.write(reply + reply) } })
    expect(textOf(await fetch('http://news.example/'))).toBe('hello')
  })

  it('speaks before it is asked, is heard out like any other', async () => {
    const { fetch } = await openLoopback({ '/': { raw: (socket) => socket.end(`${OK}\r\nhello`) } })
    expect(textOf(await fetch('http://news.example/'))).toBe('hello')
  })
})

describe('after a fetch', () => {
  it('no timer and no connection is left', async () => {
    const { web, fetch } = await openLoopback({
      '/': 'a page',
      '/bad': { raw: (socket) => socket.resetAndDestroy() },
    })
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    const before = timers()
    await fetch('http://news.example/')
    await failureOf(fetch('http://news.example/bad'))
    await failureOf(fetch('http://127.0.0.1/'))
    // Those of earlier tests may still end; one of these fetches would stay for seconds.
    for (let turn = 0; turn < 200 && timers() > before; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(timers()).toBeLessThanOrEqual(before)
    expect(web.openSockets()).toBe(0)
  })
})
