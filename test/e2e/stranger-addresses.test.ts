import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { REFUSED_UNSEEN, WRAPPED } from '../adapters/fetch/address-attacks.ts'
import { makeCertificate } from '../adapters/fetch/self-made-certificate.ts'
import { startLoopbackWeb } from '../support/loopback-web.ts'
import { runFootnote, type RunResult } from '../support/run-footnote.ts'
import { HARBOUR_PAGE } from './pages.ts'

const ADDRESSES = [...Object.values(REFUSED_UNSEEN).flat(), ...WRAPPED]
const CANARY = 'kanarienvogel'

interface Line {
  readonly error?: { readonly code: string }
  readonly article?: { readonly title: string }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

describe('the program, with every variable set that leads other programs astray', () => {
  let result: RunResult
  let lines: Line[]
  let asked: string[]
  let trapped = 0
  let vouchedForByNobody = 0

  // One process reads all of it, because a process is what costs.
  beforeAll(async () => {
    const trap = createServer((socket) => {
      trapped += 1
      socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\n\r\ncaught')
    })
    const secured = createHttpsServer(makeCertificate(['127.0.0.1']), (_request, response) => {
      vouchedForByNobody += 1
      response.end(HARBOUR_PAGE)
    })
    const web = await startLoopbackWeb({
      '/story': HARBOUR_PAGE,
      '/inside': { status: 302, headers: { location: 'http://[::1]/' } },
      '/garbage': { raw: (socket) => socket.end(`HTTP/1.1 200 OK\r\nX: y\0${CANARY}\r\n\r\n${CANARY}`) },
      '/chunks': {
        raw: (socket) =>
          socket.end(
            `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n${CANARY}\r\nzz\r\n${CANARY}`,
          ),
      },
      '/packed': { headers: { 'content-encoding': 'gzip' }, body: CANARY },
      '/wall': { status: 403, headers: { 'x-canary': CANARY }, body: `<p>${CANARY}</p>` },
    })
    const [trapPort, securedPort] = await Promise.all([listen(trap), listen(secured)])
    const host = `127.0.0.1:${web.port}`
    const proxy = `http://127.0.0.1:${trapPort}`
    const proxies = ['http_proxy', 'https_proxy', 'all_proxy', 'npm_config_proxy', 'npm_config_https_proxy']
    const own = ['story', 'inside', 'garbage', 'chunks', 'packed', 'wall'].map(
      (path) => `http://${host}/${path}`,
    )
    const others = [`${proxy}/`, `http://localhost:${web.port}/story`, `https://127.0.0.1:${securedPort}/`]
    const urls = [...own, ...others, ...ADDRESSES]
    result = await runFootnote(['lines'], {
      stdin: urls.map((url) => `${JSON.stringify({ op: 'read', url })}\n`).join(''),
      environment: {
        ...Object.fromEntries(
          proxies.flatMap((name) => [name, name.toUpperCase()].map((each) => [each, proxy])),
        ),
        NO_PROXY: '',
        no_proxy: '',
        NODE_USE_ENV_PROXY: '1',
        NODE_TLS_REJECT_UNAUTHORIZED: '0',
        FETCH_ALLOW_HOSTS: `${host},127.0.0.1:${securedPort}`,
        LOG_LEVEL: 'trace',
      },
    })
    lines = result.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
    asked = web.requests.map(({ path }) => path)
    await web.close()
    trap.close()
    secured.close()
  }, 90_000)

  it('refuses every address that leads inside', () => {
    expect(lines).toHaveLength(ADDRESSES.length + 9)
    const codes = lines.slice(9).map(({ error }, index) => [ADDRESSES[index], error?.code])
    expect(codes).toEqual(ADDRESSES.map((address) => [address, 'link-refused']))
    expect([lines[6]?.error?.code, lines[7]?.error?.code]).toEqual(['link-refused', 'link-refused'])
  })

  it('opens what the host has allowed, itself and not through a proxy', () => {
    expect(lines[0]?.article?.title).toMatch(/harbour/iu)
    expect([trapped, asked]).toEqual([0, ['/story', '/inside', '/garbage', '/chunks', '/packed', '/wall']])
  })

  it('reads nothing from a server whose certificate nobody vouches for', () => {
    expect([lines[8]?.error?.code, vouchedForByNobody]).toEqual(['link-unreachable', 0])
  })

  it('says and logs nothing of what a server sent that it could not read', () => {
    const codes = lines.slice(1, 6).map(({ error }) => error?.code)
    const broken = ['link-unreachable', 'link-unreachable', 'link-unreachable']
    expect(codes).toEqual(['link-refused', ...broken, 'page-blocked'])
    expect(result.stderr).toContain('link-unreachable')
    expect(`${result.stdout}${result.stderr}`).not.toContain(CANARY)
  })
})
