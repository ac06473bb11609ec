import { describe, expect, it } from 'vitest'
import { createWebGate } from '../../../src/adapters/fetch/web-gate.ts'
import { failureOf, openLoopback, REFUSED, textOf } from './loopback-fetcher.ts'

const LITERALS = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://0x7F.0x0.0x0.0x1/',
  'http://127.0.0.1./',
  'http://0/',
  'http://0.0.0.0/',
  'http://１２７.０.０.１/',
  'http://127。0。0。1/',
  'http://①②⑦.0.0.1/',
  'http://%31%32%37.0.0.1/',
  'http://10.0.0.1/',
  'http://192.168.1.1/admin',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://[::1]/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://8.8.8.8/',
  'http://134744072/',
  'https://1.1.1.1/',
  'http://[2606:4700::1111]/',
  'HTTP://127.0.0.1/',
  'http://127.0.0.1:80/',
  'https://127.0.0.1:443/',
  '  http://127.0.0.1/  ',
]

const NAMES = [
  'http://localhost/',
  'http://LOCALHOST/',
  'http://localhost./',
  'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  'http://api.localhost/',
  'http://intranet/',
  'http://ai/',
  'http://ai./',
  'http://router.local/',
  'http://router.LOCAL./',
  'http://metadata.google.internal/',
  'http://nas.home.arpa/',
  'http://1.0.0.127.in-addr.arpa/',
  'http://ipv4only.arpa/',
  'http://duckduckgogg42xj.onion/',
  'http://name.alt/',
  'http://page.test/',
  'http://page.invalid/',
  'http://wiki.lan/',
  'http://mail.corp/',
  'http://box.home/',
  'http://host.localdomain/',
  'http://wiki.intranet/',
  'http://wiki.private/',
  'http://news.example../',
  'http://news..example/',
  'http://.news.example/',
  'http://xn--/',
]

const PORTS = [
  'http://news.example:8080/',
  'http://news.example:22/',
  'https://news.example:8443/',
  'http://news.example:0/',
  'http://news.example:6379/',
  'http://news.example:65535/',
]

const MALFORMED = [
  'http:\\\\127.0.0.1/',
  '',
  'news.example',
  'news.example/story',
  '/story',
  '//news.example/',
  'ftp://news.example/',
  'file:///etc/passwd',
  'gopher://news.example/',
  'data:text/html,hello',
  'javascript:alert(1)',
  'blob:https://news.example/1',
  'ws://news.example/',
  'http:',
  'http://',
  'http:///',
  'https://?',
  'http:news.example',
  'http://news.example:99999/',
  'http://news.example:-1/',
  'http://256.256.256.256/',
  'http://1.2.3.4.5/',
  'http://0x100000000/',
  'http://news.example.09/',
  'http://[::1/',
  'http://[fe80::1%25eth0]/',
  'http://[::1%eth0]/',
  'http://news example/',
  'http://news.exa\nmple/',
  'http://news.example/\u0000',
  'http://new%00s.example/',
  'http://news%2eexample%2f/',
  'http://ne<ws.example/',
  `http://news.example/${'a'.repeat(4096)}`,
]

const CREDENTIALS = [
  'http://user@news.example/',
  'http://user:secret@news.example/',
  'http://:secret@news.example/',
  'http://news.example@127.0.0.1/',
]

/** The failure of an address, with all that was done before it failed. */
const refusalOf = async (address: string) => {
  const { web, fetch } = await openLoopback({ '/': 'a page' })
  const { code, message } = await failureOf(fetch(address))
  return { code, message, done: [...web.lookedUp, ...web.dialled] }
}

describe('an address is refused without a look-up or a connection', () => {
  it.each([...LITERALS, ...NAMES, ...PORTS])('when it is not of the public web: %s', async (address) => {
    expect(await refusalOf(address)).toEqual({ code: 'link-refused', message: REFUSED, done: [] })
  })
  it.each(MALFORMED)('when it is no address of the web: %j', async (address) => {
    const message = expect.stringContaining('begins with https://') as string
    expect(await refusalOf(address)).toEqual({ code: 'link-refused', message, done: [] })
  })
  it.each(CREDENTIALS)('when it holds credentials: %s', async (address) => {
    const message = expect.stringContaining('user name') as string
    expect(await refusalOf(address)).toEqual({ code: 'link-refused', message, done: [] })
  })
})

describe('the gate itself, whoever parsed the address before,', () => {
  it.each([
    'ftp://news.example/',
    'file:///etc/passwd',
    'ws://news.example/',
    `http://news.example/${'a'.repeat(4096)}`,
  ])('refuses %s, allowed or not', (address) => {
    for (const allowed of [[], [{ hostname: new URL(address).hostname, ports: [21, 80] }]]) {
      expect(() => createWebGate(allowed)(new URL(address))).toThrow('begins with https://')
    }
  })
})

describe('an ordinary address is opened', () => {
  it.each([
    ['http://news.example/', 'http://news.example/'],
    ['http://news.example', 'http://news.example/'],
    ['http://news.example:80/', 'http://news.example/'],
    ['http://news.example:443/', 'http://news.example:443/'],
    ['HTTP://NEWS.Example/', 'http://news.example/'],
    ['http://news.example./', 'http://news.example/'],
    ['  <http://news.example/#part>\n', 'http://news.example/'],
    ['http://müller.example/', 'http://xn--mller-kva.example/'],
    ['http://新聞.example/', 'http://xn--efvv70d.example/'],
    ['http://a_b.news.example/', 'http://a_b.news.example/'],
    ['http://127.0.0.1.news.example/', 'http://127.0.0.1.news.example/'],
  ])('%s', async (address, opened) => {
    const { web, fetch } = await openLoopback({ '/': 'a page' })
    const document = await fetch(address)
    expect([textOf(document), document.url, document.status]).toEqual(['a page', opened, 200])
    expect(document.contentType).toBe('text/html; charset=utf-8')
    expect(web.requests[0]?.host).toBe(new URL(opened).host)
  })

  it('of 4,096 characters', async () => {
    const { fetch } = await openLoopback({})
    const address = `http://news.example/`.padEnd(4096, 'a')
    expect((await fetch(address)).status).toBe(404)
  })

  it('without cookies, credentials or a referrer, by a client that says who it is', async () => {
    const { web, fetch } = await openLoopback({
      '/': { status: 302, headers: { location: '/story', 'set-cookie': 'a=b' } },
      '/story': 'a page',
    })
    await fetch('http://news.example/')
    const { headers } = web.requests[1]!
    expect(headers['user-agent']).toContain('Footnote')
    expect(headers.connection).toBe('close')
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'user-agent',
    ])
  })
})
