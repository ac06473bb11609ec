import { describe, expect, it, onTestFinished } from 'vitest'
import { secure } from '../../../src/adapters/fetch/secure.ts'
import { failureOf, openLoopback, textOf } from './loopback-fetcher.ts'
import { makeCertificate, trustCertificate } from './self-made-certificate.ts'

const tls = makeCertificate(['news.example', '10.0.0.7'])

const ROUTES = { '/': 'a page', '/down': { status: 301, headers: { location: 'http://news.example/' } } }

describe('https', () => {
  it('is opened at the address that was judged, by the name of the page', async () => {
    trustCertificate(tls.cert)
    const { web, fetch } = await openLoopback(ROUTES, {}, { tls })
    const document = await fetch('https://news.example/')
    expect([textOf(document), document.url]).toEqual(['a page', 'https://news.example/'])
    expect(web.dialled).toEqual([{ address: '93.184.215.14', port: 443 }])
    expect(web.openSockets()).toBe(0)
  })

  it('is opened at a literal that is allowed, if the certificate is for that literal', async () => {
    trustCertificate(tls.cert)
    const { fetch } = await openLoopback(ROUTES, { allowHosts: ['10.0.0.7', '10.0.0.8'] }, { tls })
    expect(textOf(await fetch('https://10.0.0.7/'))).toBe('a page')
    expect((await failureOf(fetch('https://10.0.0.8/'))).code).toBe('link-unreachable')
  })

  it('may lead down to http, through the gate', async () => {
    trustCertificate(tls.cert)
    const { web, fetch } = await openLoopback(ROUTES, {}, { tls })
    expect((await fetch('https://news.example/down')).url).toBe('http://news.example/')
    expect(web.dialled.map((dial) => dial.port)).toEqual([443, 80])
  })

  it('is not read from a server with another name in its certificate', async () => {
    trustCertificate(tls.cert)
    const { web, fetch } = await openLoopback(ROUTES, {}, { tls })
    const failure = await failureOf(fetch('https://other.example/'))
    expect([failure.code, failure.message]).toEqual([
      'link-unreachable',
      expect.stringContaining('certificate'),
    ])
    expect([web.requests, web.openSockets()]).toEqual([[], 0])
  })

  it.each(['', '0'])(
    'is not read from a server that nobody vouches for, NODE_TLS_REJECT_UNAUTHORIZED=%j',
    async (value) => {
      const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
      process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = value
      onTestFinished(() => {
        if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
        else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before
      })
      const { web, fetch } = await openLoopback(ROUTES, {}, { tls })
      expect((await failureOf(fetch('https://news.example/'))).code).toBe('link-unreachable')
      expect(web.requests).toEqual([])
    },
  )

  it('is not read from a server that speaks no TLS, or nothing at all', async () => {
    const { web, fetch } = await openLoopback(ROUTES, { limits: { connectMilliseconds: 500 } })
    expect((await failureOf(fetch('https://news.example/'))).code).toMatch(/link-(unreachable|timeout)/u)
    expect(web.openSockets()).toBe(0)
  })

  it('counts what arrives on the socket there too', async () => {
    trustCertificate(tls.cert)
    const { fetch } = await openLoopback(
      {
        '/': {
          raw: (socket) => {
            const piece = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(2000)
            const pump = (): void => {
              while (!socket.destroyed && socket.write(piece)) continue
            }
            socket.on('drain', pump)
            pump()
          },
        },
      },
      { limits: { rawBytes: 600_000 } },
      { tls },
    )
    expect((await failureOf(fetch('https://news.example/'))).code).toBe('page-too-large')
  })

  it('is not begun over a connection when the fetch is over', async () => {
    const { web } = await openLoopback(ROUTES, {}, { tls })
    const socket = web.dial('93.184.215.14', 443)
    const secured = secure(socket, 'news.example', AbortSignal.abort(new Error('over')))
    await expect(secured).rejects.toThrow('over')
    expect(web.openSockets()).toBe(0)
  })

  it('sends nothing to a peer that is not the one that was dialled', async () => {
    trustCertificate(tls.cert)
    const { web, fetch } = await openLoopback(ROUTES, {}, { tls, peer: '127.0.0.1' })
    expect((await failureOf(fetch('https://news.example/'))).code).toBe('link-refused')
    expect([web.requests, web.openSockets()]).toEqual([[], 0])
  })
})
