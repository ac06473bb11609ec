import type { Socket } from 'node:net'
import type { Limits } from '../../../src/adapters/fetch/limits.ts'

// Lower than in use, so that no test waits for seconds. All others stay as they are: the hang guard of the tests below
// is shorter than any of them, so that only the right limit can end the fetch in time.
export const QUICK: Partial<Limits> = { gapMilliseconds: 300 }
const QUICK_HEADERS: Partial<Limits> = { headersMilliseconds: 300 }
export const HANG_GUARD_MILLISECONDS = 2500

export const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
export const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`

/** Writes on and on, as fast as the other side reads, until the connection is gone. */
export function flood(socket: Socket, start: string, next: string): void {
  const piece = next.repeat(Math.ceil(65_536 / next.length))
  const pump = (): void => {
    while (!socket.destroyed && socket.write(piece)) continue
  }
  socket.on('drain', pump)
  socket.write(start)
  pump()
}

/** Writes a piece every so many milliseconds until the connection is gone. */
function drip(socket: Socket, start: string, next: string, milliseconds = 40): void {
  socket.write(start)
  const timer = setInterval(
    () => (socket.destroyed ? clearInterval(timer) : socket.write(next)),
    milliseconds,
  )
  socket.on('close', () => clearInterval(timer))
}

export type Server = readonly [
  what: string,
  code: string,
  play: (socket: Socket) => void,
  lower?: Partial<Limits> | undefined,
]

export const SERVERS: readonly Server[] = [
  ['says nothing', 'link-timeout', () => undefined, QUICK_HEADERS],
  ['drips its headers', 'link-timeout', (socket) => drip(socket, OK, 'X: y\r\n'), QUICK_HEADERS],
  [
    'drips interim replies',
    'link-timeout',
    (socket) => drip(socket, '', 'HTTP/1.1 102 Processing\r\n\r\n'),
    QUICK_HEADERS,
  ],
  ['sends headers and no body', 'link-timeout', (socket) => socket.write(`${OK}Content-Length: 5\r\n\r\n`)],
  [
    'stops in the middle of its body',
    'link-timeout',
    (socket) => socket.write(`${OK}Content-Length: 50\r\n\r\nhalf`),
  ],
  ['drips a chunk extension', 'link-timeout', (socket) => drip(socket, `${CHUNKED}5;x=`, 'y')],
  [
    'drips its body for ever',
    'link-timeout',
    (socket) => drip(socket, CHUNKED, '1\r\nx\r\n'),
    { totalMilliseconds: 600 },
  ],
  [
    'stops in the middle of a packed body',
    'link-timeout',
    (socket) =>
      socket.write(`${OK}Content-Encoding: gzip\r\nContent-Length: 50\r\n\r\n\x1f\x8b\x08`, 'latin1'),
  ],
  [
    'floods headers of one reply',
    'page-too-large',
    (socket) => flood(socket, OK, 'X-Long: yyyyyyyyyyyyyyyyyyyy\r\n'.repeat(50)),
  ],
  [
    'sends one header without end',
    'page-too-large',
    (socket) => flood(socket, `${OK}X-Long: `, 'y'.repeat(1000)),
  ],
  [
    'sends a status line without end',
    'page-too-large',
    (socket) => flood(socket, 'HTTP/1.1 200 ', 'O'.repeat(5000)),
    { headersMilliseconds: 5000 },
  ],
  [
    'floods interim replies',
    'page-too-large',
    (socket) => flood(socket, '', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(50)),
    { headersMilliseconds: 5000 },
  ],
  [
    'floods a chunk extension',
    'page-too-large',
    (socket) => flood(socket, `${CHUNKED}5;x=`, 'y'.repeat(5000)),
    { gapMilliseconds: 3000 },
  ],
  [
    'floods chunk extensions',
    'page-too-large',
    (socket) => flood(socket, CHUNKED, `1;x=${'y'.repeat(4000)}\r\nx\r\n`),
    { gapMilliseconds: 3000 },
  ],
  ['floods chunks', 'page-too-large', (socket) => flood(socket, CHUNKED, `3e8\r\n${'x'.repeat(1000)}\r\n`)],
  [
    'floods trailers',
    'page-too-large',
    (socket) => flood(socket, `${CHUNKED}0\r\n`, 'X-Long: yyyyyyyyyyyyyyyyyyyyyyyy\r\n'.repeat(50)),
  ],
  [
    'floods a body without a length',
    'page-too-large',
    (socket) => flood(socket, `${OK}Connection: close\r\n\r\n`, 'x'.repeat(10_000)),
  ],
  ['answers 100 to a GET', 'link-unreachable', (socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n')],
  [
    'switches protocols',
    'link-unreachable',
    (socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n'),
  ],
  ['closes at once', 'link-unreachable', (socket) => socket.end()],
  ['resets at once', 'link-unreachable', (socket) => socket.resetAndDestroy()],
  ['closes within its headers', 'link-unreachable', (socket) => socket.end('HTTP/1.1 200 OK\r\nX: y')],
  [
    'ends before its length',
    'link-unreachable',
    (socket) => socket.end(`${OK}Content-Length: 500\r\n\r\nhalf`),
  ],
  ['ends within its chunks', 'link-unreachable', (socket) => socket.end(`${CHUNKED}5\r\nhello\r\n`)],
  [
    'resets within its body',
    'link-unreachable',
    (socket) => socket.write(`${OK}Content-Length: 500\r\n\r\nhalf`, () => socket.resetAndDestroy()),
  ],
  [
    'has two lengths',
    'link-unreachable',
    (socket) => socket.end(`${OK}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!`),
  ],
  [
    'has a length below nothing',
    'link-unreachable',
    (socket) => socket.end(`${OK}Content-Length: -5\r\n\r\nhello`),
  ],
  [
    'has a length that overflows',
    'link-unreachable',
    (socket) => socket.end(`${OK}Content-Length: 99999999999999999999999\r\n\r\nhello`),
  ],
  ['has a chunk size that is none', 'link-unreachable', (socket) => socket.end(`${CHUNKED}xyz\r\nhello\r\n`)],
  [
    'has a chunk size that overflows',
    'link-unreachable',
    (socket) => socket.end(`${CHUNKED}ffffffffffffffffff\r\nhello\r\n`),
  ],
  ['speaks another protocol', 'link-unreachable', (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')],
  [
    'speaks binary',
    'link-unreachable',
    (socket) => socket.end(Buffer.from([0x16, 3, 1, 0, 5, 0, 255, 254, 13, 10])),
  ],
]
