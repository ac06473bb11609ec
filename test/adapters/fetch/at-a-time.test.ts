import type { ServerResponse } from 'node:http'
import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { LoopbackRoute } from '../../support/loopback-web.ts'
import { failureOf, openLoopback, textOf } from './loopback-fetcher.ts'

/** A page that answers only when told to. */
function heldPage() {
  const held: ServerResponse[] = []
  let arrived = (): void => undefined
  const route: LoopbackRoute = (_request, response) => {
    held.push(response)
    arrived()
  }
  return {
    route,
    held,
    /** Resolves once so many requests stand waiting. */
    waitFor: async (count: number): Promise<void> => {
      while (held.length < count) await new Promise<void>((resolve) => (arrived = resolve))
    },
    answer: () => held.shift()?.end('a page'),
  }
}

/** Time enough for a request to arrive that should not. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 100))

describe('for one host and port', () => {
  it('two fetches run at a time, the others wait their turn', async () => {
    const page = heldPage()
    const { web, fetch } = await openLoopback({ '/': page.route })
    const fetches = Array.from({ length: 5 }, () => fetch('http://news.example/'))
    for (const seen of [2, 3, 4, 5]) {
      await page.waitFor(seen === 5 ? 1 : 2)
      await aMoment()
      expect(web.requests).toHaveLength(seen)
      page.answer()
    }
    await page.waitFor(1)
    page.answer()
    expect((await Promise.all(fetches)).map(textOf)).toEqual(Array.from({ length: 5 }, () => 'a page'))
  })

  it('a hundred fetches at once warn of nothing and all end', async () => {
    const warnings: Error[] = []
    const note = (warning: Error): void => void warnings.push(warning)
    process.on('warning', note)
    const { web, fetch } = await openLoopback({ '/': 'a page' })
    const { signal } = new AbortController()
    const fetches = Array.from({ length: 100 }, (_, index) =>
      fetch(`http://news${index % 20}.example/`, signal),
    )
    expect((await Promise.all(fetches)).map(textOf)).toEqual(Array.from({ length: 100 }, () => 'a page'))
    await aMoment()
    process.off('warning', note)
    expect([warnings, web.openSockets()]).toEqual([[], 0])
  })

  it('other hosts and ports do not wait', async () => {
    const page = heldPage()
    const { fetch } = await openLoopback({ '/': page.route })
    const addresses = [
      'http://news.example/',
      'http://news.example/',
      'http://other.example/',
      'http://news.example:443/',
    ]
    const fetches = addresses.map((address) => fetch(address))
    await page.waitFor(4)
    expect(page.held).toHaveLength(4)
    for (const _ of addresses) page.answer()
    await Promise.all(fetches)
  })

  it('a host spelled otherwise is the same host', async () => {
    const page = heldPage()
    const { web, fetch } = await openLoopback({ '/': page.route })
    const fetches = ['http://news.example/', 'http://NEWS.example:80/', 'http://news.example./'].map(
      (address) => fetch(address),
    )
    await page.waitFor(2)
    await aMoment()
    expect(web.requests).toHaveLength(2)
    page.answer()
    await page.waitFor(2)
    page.answer()
    page.answer()
    await Promise.all(fetches)
  })

  it('waiting counts into the total time', async () => {
    const page = heldPage()
    const { web, fetch } = await openLoopback({ '/': page.route }, { limits: { totalMilliseconds: 300 } })
    const fetches = Array.from({ length: 3 }, () => failureOf(fetch('http://news.example/')))
    expect((await Promise.all(fetches)).map((failure) => failure.code)).toEqual(
      Array.from({ length: 3 }, () => 'link-timeout'),
    )
    expect(web.openSockets()).toBe(0)
  })

  it('places come back after failures, time-outs and waits that were given up', async () => {
    const routes = {
      '/bad': { raw: (socket: { resetAndDestroy(): void }) => socket.resetAndDestroy() },
      '/slow': () => undefined,
      '/': 'a page',
    }
    const { fetch } = await openLoopback(routes, { limits: { totalMilliseconds: 300 } })
    for (const path of ['bad', 'slow', 'slow', 'bad']) {
      await Promise.all(Array.from({ length: 5 }, () => failureOf(fetch(`http://news.example/${path}`))))
    }
    expect(textOf(await fetch('http://news.example/'))).toBe('a page')
  })

  it('a redirect to the same host does not wait for its own place', async () => {
    const { fetch } = await openLoopback({
      '/': { status: 302, headers: { location: '/page' } },
      '/page': 'a page',
    })
    const fetches = await Promise.all(Array.from({ length: 4 }, () => fetch('http://news.example/')))
    expect(fetches.map(textOf)).toEqual(Array.from({ length: 4 }, () => 'a page'))
  })
})

describe('an abort', () => {
  it('before the start opens nothing', async () => {
    const { web, fetch } = await openLoopback({ '/': 'a page' })
    expect((await failureOf(fetch('http://news.example/', AbortSignal.abort()))).code).toBe('cancelled')
    expect([web.lookedUp, web.dialled]).toEqual([[], []])
  })

  it('while the name is looked up ends the fetch', async () => {
    const controller = new AbortController()
    const resolve = () => {
      controller.abort()
      return new Promise<never>(() => undefined)
    }
    const { fetch } = await openLoopback({}, { resolve })
    expect((await failureOf(fetch('http://news.example/', controller.signal))).code).toBe('cancelled')
  })

  it('while the connection is opened closes it', async () => {
    const controller = new AbortController()
    const { web, fetch } = await openLoopback({}, {}, { silent: true })
    const failure = failureOf(fetch('http://news.example/', controller.signal))
    while (web.openSockets() === 0) await new Promise((resolve) => setImmediate(resolve))
    controller.abort()
    expect([(await failure).code, web.openSockets()]).toEqual(['cancelled', 0])
  })

  it.each([
    ['headers', ''],
    ['the body', 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf'],
    ['a packed body', 'HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 50\r\n\r\nhalf'],
  ])('while %s are awaited closes the connection and leaves no listener', async (_what, start) => {
    const controller = new AbortController()
    const raw = (socket: { write(text: string): void }): void => {
      if (start !== '') socket.write(start)
      setTimeout(() => controller.abort(), 50)
    }
    const { web, fetch } = await openLoopback({ '/': { raw } })
    expect((await failureOf(fetch('http://news.example/', controller.signal))).code).toBe('cancelled')
    expect(web.openSockets()).toBe(0)
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  })

  it('while waiting for a place gives it up, and the others go on', async () => {
    const page = heldPage()
    const { web, fetch } = await openLoopback({ '/': page.route })
    const controller = new AbortController()
    const running = [fetch('http://news.example/'), fetch('http://news.example/')]
    await page.waitFor(2)
    const givenUp = failureOf(fetch('http://news.example/', controller.signal))
    const patient = fetch('http://news.example/')
    controller.abort()
    expect((await givenUp).code).toBe('cancelled')
    page.answer()
    page.answer()
    await Promise.all(running)
    await page.waitFor(1)
    page.answer()
    expect(textOf(await patient)).toBe('a page')
    expect(web.requests).toHaveLength(3)
  })

  it('by close() waits until everything that runs has ended', async () => {
    const page = heldPage()
    const { fetch, close } = await openLoopback({ '/': page.route })
    const ended: string[] = []
    const running = failureOf(fetch('http://news.example/')).then(() => ended.push('fetch'))
    await page.waitFor(1)
    await close()
    await Promise.resolve()
    ended.push('close')
    await running
    expect(ended).toEqual(['fetch', 'close'])
  })

  it('comes from close() to everything that runs, and to what comes later', async () => {
    const page = heldPage()
    const { web, fetch, close } = await openLoopback({ '/': page.route })
    const failures = Array.from({ length: 3 }, () => failureOf(fetch('http://news.example/')))
    await page.waitFor(2)
    await close()
    expect(web.openSockets()).toBe(0)
    expect((await Promise.all(failures)).map((failure) => failure.code)).toEqual(
      Array.from({ length: 3 }, () => 'cancelled'),
    )
    expect((await failureOf(fetch('http://news.example/'))).code).toBe('cancelled')
  })
})
