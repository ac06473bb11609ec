import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions, type TLSSocket } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Limits } from '../../../src/adapters/fetch/limits.ts'
import { FootnoteError } from '../../../src/core/error.ts'
import { flood } from './hostile-servers.ts'
import { openLoopback, textOf } from './loopback-fetcher.ts'
import { makeCertificate, trustCertificate } from './self-made-certificate.ts'

const good = makeCertificate(['news.example'])
const REPLY = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
const QUICK: Partial<Limits> = { connectMilliseconds: 300 }
const UNREACHABLE = 'link-unreachable'

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** What https://news.example/ ends in when this port answers, with every socket closed. */
async function fetchFrom(port: number, limits: Partial<Limits> = {}): Promise<string> {
  const sockets: Socket[] = []
  const dial = (address: string): Socket => {
    const socket = connect(port, '127.0.0.1')
    Object.defineProperty(socket, 'remoteAddress', { value: address })
    sockets.push(socket)
    return socket
  }
  const { fetch } = await openLoopback({}, { dial, limits })
  const end = await fetch('https://news.example/').then(textOf, (error: unknown) =>
    error instanceof FootnoteError ? error.code : String(error),
  )
  expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true])
  return end
}

type RawServer = [
  what: string,
  ends: string,
  play: (socket: Socket) => unknown,
  limits?: Partial<Limits> | undefined,
]
const RAW: RawServer[] = [
  ['closes at once', UNREACHABLE, (socket) => socket.end()],
  ['resets at once', UNREACHABLE, (socket) => socket.resetAndDestroy()],
  ['says nothing', 'link-timeout', () => undefined, QUICK],
  ['answers in HTTP', UNREACHABLE, (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\nuse https')],
  ['answers with an alert', UNREACHABLE, (socket) => socket.end(Buffer.from('15030300020228', 'hex'))],
  ['warns and goes on', UNREACHABLE, (socket) => socket.end(Buffer.from('15030300020100', 'hex'))],
  ['answers in SSL 3.0', UNREACHABLE, (socket) => socket.end(Buffer.from('160300002a020000260300', 'hex'))],
  [
    'sends a record that is too long',
    UNREACHABLE,
    (socket) => socket.end(Buffer.from('160303ffff0200', 'hex')),
  ],
  ['sends an empty record', UNREACHABLE, (socket) => socket.end(Buffer.from('1603030000', 'hex'))],
  ['floods empty records', UNREACHABLE, (socket) => flood(socket, '', Buffer.from('1603030000', 'hex'))],
  [
    'floods a greeting that never ends',
    UNREACHABLE,
    (socket) => flood(socket, Buffer.from('1603034000020fffff', 'hex'), Buffer.alloc(1000)),
  ],
  ['floods NULs', UNREACHABLE, (socket) => flood(socket, '', Buffer.alloc(1000))],
  [
    'begins to greet and stops',
    'link-timeout',
    (socket) => socket.write(Buffer.from('160303007a0200', 'hex')),
    QUICK,
  ],
  [
    'drips its greeting',
    'link-timeout',
    (socket) => {
      socket.write(Buffer.from('1603034000020fffff', 'hex'))
      const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write('x')), 40)
    },
    QUICK,
  ],
  [
    'sends what belongs inside before it greets',
    UNREACHABLE,
    (socket) => socket.end(Buffer.from('170303000568656c6c6f', 'hex')),
  ],
]

describe('a server of https that', () => {
  it.each<RawServer>(RAW)('%s ends in %s', async (_what, ends, play, limits) => {
    const port = await listen(createServer((socket) => void socket.once('data', () => play(socket))))
    expect(await fetchFrom(port, limits)).toBe(ends)
  })

  const serve = (options: TlsOptions, play: (socket: TLSSocket) => unknown): Promise<number> =>
    listen(
      createTlsServer({ ...good, ...options }, (socket) => {
        socket.on('error', () => undefined)
        socket.once('data', () => play(socket))
      }).on('tlsClientError', () => undefined),
    )
  const hello = (socket: TLSSocket): unknown => socket.end(`${REPLY}Content-Length: 5\r\n\r\nhello`)

  it.each<[what: string, ends: string, options: TlsOptions]>([
    ['is what it says', 'hello', {}],
    ['has another name', UNREACHABLE, makeCertificate(['other.example'])],
    ['has a name above ours', UNREACHABLE, makeCertificate(['example'])],
    ['has a name that holds ours', UNREACHABLE, makeCertificate(['news.example.evil.example'])],
    ['has a name for all below ours', UNREACHABLE, makeCertificate(['*.news.example'])],
    ['has a name for all', UNREACHABLE, makeCertificate(['*'])],
    ['has our name with a NUL behind', UNREACHABLE, makeCertificate(['news.example\0.evil.example'])],
    ['has the address and not the name', UNREACHABLE, makeCertificate(['93.184.215.14'])],
    ['has no name', UNREACHABLE, makeCertificate([])],
    ['has expired', UNREACHABLE, makeCertificate(['news.example'], { from: '200101', until: '201231' })],
    ['is of the future', UNREACHABLE, makeCertificate(['news.example'], { from: '480101', until: '481231' })],
    ['speaks TLS 1.2', 'hello', { maxVersion: 'TLSv1.2' }],
    [
      'speaks TLS 1.1 at most',
      UNREACHABLE,
      { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    ],
    [
      'speaks TLS 1.0 alone',
      UNREACHABLE,
      { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
    ],
    ['speaks HTTP/2 alone', UNREACHABLE, { ALPNProtocols: ['h2'] }],
    ['asks who we are', 'hello', { requestCert: true, rejectUnauthorized: false }],
    ['demands to know who we are', UNREACHABLE, { requestCert: true, rejectUnauthorized: true }],
  ])('%s ends in %s', async (_what, ends, options) => {
    trustCertificate((options.cert ?? good.cert) as string)
    expect(await fetchFrom(await serve(options, hello))).toBe(ends)
  })

  it('has several names is told which one is meant', async () => {
    trustCertificate(good.cert)
    const asked: unknown[] = []
    await fetchFrom(await serve({}, (socket) => (asked.push(socket.servername), hello(socket))))
    expect(asked).toEqual(['news.example'])
  })

  it('is signed by nobody else ends in link-unreachable, though its name is right', async () => {
    expect(await fetchFrom(await serve({}, hello))).toBe(UNREACHABLE)
  })

  it.each<[what: string, ends: string, play: (socket: TLSSocket, below: () => Socket) => unknown]>([
    ['ends before its length', UNREACHABLE, (socket) => socket.end(`${REPLY}Content-Length: 50\r\n\r\nhalf`)],
    [
      'ends within its chunks',
      UNREACHABLE,
      (socket) => socket.end(`${REPLY}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`),
    ],
    [
      'resets within its page',
      UNREACHABLE,
      (socket, below) =>
        socket.write(`${REPLY}Content-Length: 50\r\n\r\nhalf`, () => below().resetAndDestroy()),
    ],
    [
      'hangs up without a goodbye within its length',
      UNREACHABLE,
      (socket, below) => socket.write(`${REPLY}Content-Length: 50\r\n\r\nhalf`, () => below().end()),
    ],
    [
      'hangs up without a goodbye within its chunks',
      UNREACHABLE,
      (socket, below) =>
        socket.write(`${REPLY}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`, () => below().end()),
    ],
    ['hangs up without a goodbye before its headers', UNREACHABLE, (_socket, below) => below().end()],
    [
      'goes on in the clear',
      UNREACHABLE,
      (socket, below) =>
        socket.write(`${REPLY}Content-Length: 50\r\n\r\nhalf`, () => below().end('in the clear')),
    ],
    [
      'sends a broken record',
      UNREACHABLE,
      (socket, below) =>
        socket.write(`${REPLY}Content-Length: 50\r\n\r\nhalf`, () =>
          below().end(Buffer.from('1703030020' + '00'.repeat(32), 'hex')),
        ),
    ],
  ])('%s ends in %s', async (_what, ends, play) => {
    trustCertificate(good.cert)
    // TLS over a pair of connections, so that what lies below it can be cut.
    const secured = await serve({}, (socket) => play(socket, () => below!))
    let below: Socket | undefined
    const port = await listen(
      createServer((socket) => {
        below = socket
        const inner = connect(secured, '127.0.0.1').on('error', () => undefined)
        socket.pipe(inner)
        inner.on('data', (data) => void (socket.writable && socket.write(data)))
        inner.on('end', () => socket.end())
      }),
    )
    expect(await fetchFrom(port)).toBe(ends)
  })

  it.each([1, 5, 6, 50, 100, 300, 600])(
    'is cut after %i bytes of its handshake ends in link-unreachable',
    async (count) => {
      trustCertificate(good.cert)
      const secured = await serve({}, hello)
      const port = await listen(
        createServer((socket) => {
          let left = count
          const inner = connect(secured, '127.0.0.1').on('error', () => undefined)
          socket.pipe(inner)
          inner.on('data', (data) => {
            socket.write(data.subarray(0, left), () => void (left <= 0 && socket.resetAndDestroy()))
            left -= data.length
          })
        }),
      )
      expect(await fetchFrom(port)).toBe(UNREACHABLE)
    },
  )
})
