import type { Socket } from 'node:net'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import type { Limits } from '../../../src/adapters/fetch/limits.ts'

// Lower than in use, so that no test of a time-out waits for seconds. All other times stay as they are: the hang guard of
// the tests is shorter than any of them, so that only the right limit can end the fetch in time.
export const QUICK: Partial<Limits> = { gapMilliseconds: 150 }
const QUICK_HEADERS: Partial<Limits> = { headersMilliseconds: 150 }
/** For floods, so that even a slow machine is through them in a moment; the usual sizes are tested where limits are. */
export const SMALL: Partial<Limits> = {
  rawBytes: 600_000,
  decodedBytes: 400_000,
  pdfRawBytes: 1_200_000,
  pdfDecodedBytes: 800_000,
}
export const HANG_GUARD_MILLISECONDS = 2500

export const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
export const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`

const packed = (coding: string, body: Uint8Array = new Uint8Array()): Buffer =>
  Buffer.concat([Buffer.from(`${OK}Content-Encoding: ${coding}\r\n\r\n`), body])

/** Writes this much and then resets the connection. */
const cut = (socket: Socket, text: string | Uint8Array): unknown =>
  socket.write(text, () => socket.resetAndDestroy())

/** Writes on and on, as fast as the other side reads, until the connection is gone. */
export function flood(socket: Socket, start: string | Uint8Array, next: string | Uint8Array): void {
  const piece = Buffer.concat(
    Array.from({ length: Math.ceil(65_536 / next.length) }, () => Buffer.from(next)),
  )
  const pump = (): void => {
    while (!socket.destroyed && socket.write(piece)) continue
  }
  socket.on('drain', pump)
  socket.write(start)
  pump()
}

/** Writes a piece every so many milliseconds until the connection is gone. */
function drip(
  socket: Socket,
  start: string | Uint8Array,
  next: string | Uint8Array,
  milliseconds = 40,
): void {
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
  play: (socket: Socket) => unknown,
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
  ],
  [
    'floods interim replies',
    'page-too-large',
    (socket) => flood(socket, '', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(50)),
  ],
  [
    'floods a chunk extension',
    'page-too-large',
    (socket) => flood(socket, `${CHUNKED}5;x=`, 'y'.repeat(5000)),
  ],
  [
    'floods chunk extensions',
    'page-too-large',
    (socket) => flood(socket, CHUNKED, `1;x=${'y'.repeat(4000)}\r\nx\r\n`),
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
  ['drips its status line', 'link-timeout', (socket) => drip(socket, 'HTTP/1.1 200 ', 'O'), QUICK_HEADERS],
  ['drips a header value', 'link-timeout', (socket) => drip(socket, `${OK}X: `, 'y'), QUICK_HEADERS],
  ['drips empty lines before its reply', 'link-timeout', (socket) => drip(socket, '', '\r\n'), QUICK_HEADERS],
  [
    'drips hints',
    'link-timeout',
    (socket) => drip(socket, '', 'HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n'),
    QUICK_HEADERS,
  ],
  ['drips a chunk size', 'link-timeout', (socket) => drip(socket, CHUNKED, '0')],
  ['drips trailers', 'link-timeout', (socket) => drip(socket, `${CHUNKED}5\r\nhello\r\n0\r\n`, 'X: y\r\n')],
  ['stops within a chunk', 'link-timeout', (socket) => socket.write(`${CHUNKED}50\r\nhalf`)],
  ['stops within a chunk size', 'link-timeout', (socket) => socket.write(`${CHUNKED}5`)],
  ['stops before the last chunk', 'link-timeout', (socket) => socket.write(`${CHUNKED}5\r\nhello\r\n`)],
  ['stops within trailers', 'link-timeout', (socket) => socket.write(`${CHUNKED}5\r\nhello\r\n0\r\nX:`)],
  [
    'stops after hints',
    'link-timeout',
    (socket) => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'),
    QUICK_HEADERS,
  ],
  ['never closes a page without a length', 'link-timeout', (socket) => socket.write(`${OK}\r\nhello`)],
  [
    'stops behind gzip that is whole',
    'link-timeout',
    (socket) => socket.write(packed('gzip', gzipSync('hello'))),
  ],
  [
    'stops within brotli',
    'link-timeout',
    (socket) => socket.write(packed('br', brotliCompressSync('hello').subarray(0, 3))),
  ],
  [
    'drips gzip that unpacks to nothing',
    'link-timeout',
    (socket) => drip(socket, packed('gzip'), gzipSync('')),
    { totalMilliseconds: 600 },
  ],
  ['floods NULs', 'link-unreachable', (socket) => flood(socket, '', '\0'.repeat(1000))],
  [
    'floods empty lines before its reply',
    'page-too-large',
    (socket) => flood(socket, '', '\r\n'.repeat(500)),
  ],
  [
    'floods spaces in its status line',
    'page-too-large',
    (socket) => flood(socket, 'HTTP/1.1 200', ' '.repeat(1000)),
  ],
  ['floods a header name', 'page-too-large', (socket) => flood(socket, OK, 'X'.repeat(1000))],
  [
    'floods replies of 102',
    'page-too-large',
    (socket) => flood(socket, '', 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(50)),
  ],
  ['floods a chunk size', 'page-too-large', (socket) => flood(socket, CHUNKED, '0'.repeat(1000))],
  [
    'floods a chunk size with digits',
    'link-unreachable',
    (socket) => flood(socket, CHUNKED, 'f'.repeat(1000)),
  ],
  ['floods one trailer', 'page-too-large', (socket) => flood(socket, `${CHUNKED}0\r\nX: `, 'y'.repeat(1000))],
  [
    'floods more than a length of 5 MB',
    'page-too-large',
    (socket) => flood(socket, `${OK}Content-Length: 5242880\r\n\r\n`, 'x'.repeat(1000)),
  ],
  [
    'floods gzip that unpacks to nothing',
    'page-too-large',
    (socket) => flood(socket, packed('gzip'), gzipSync('')),
    { rawBytes: 1_000_000 },
  ],
  [
    'floods a name in a gzip header',
    'page-too-large',
    (socket) =>
      flood(socket, packed('gzip', Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3])), 'n'.repeat(1000)),
  ],
  [
    'floods gzip of zeros',
    'page-too-large',
    (socket) => flood(socket, packed('gzip'), gzipSync(Buffer.alloc(1_000_000))),
  ],
  [
    'floods gzip that says nothing of it',
    'page-too-large',
    (socket) => flood(socket, `${OK}\r\n`, gzipSync(Buffer.alloc(1_000_000))),
  ],
  [
    'floods a packed error',
    'page-too-large',
    (socket) =>
      flood(socket, packed('gzip').toString().replace('200 OK', '500 No'), gzipSync(Buffer.alloc(1_000_000))),
  ],
  [
    'floods a PDF',
    'page-too-large',
    (socket) => flood(socket, 'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n', 'x'.repeat(10_000)),
  ],
  ['resets within its status line', 'link-unreachable', (socket) => cut(socket, 'HTTP/1.1 2')],
  ['resets within its headers', 'link-unreachable', (socket) => cut(socket, `${OK}X: y`)],
  ['resets after its headers', 'link-unreachable', (socket) => cut(socket, `${OK}Content-Length: 5\r\n\r\n`)],
  ['resets after hints', 'link-unreachable', (socket) => cut(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n')],
  ['resets within a chunk size', 'link-unreachable', (socket) => cut(socket, `${CHUNKED}5`)],
  ['resets within a chunk', 'link-unreachable', (socket) => cut(socket, `${CHUNKED}5\r\nhe`)],
  ['resets within trailers', 'link-unreachable', (socket) => cut(socket, `${CHUNKED}5\r\nhello\r\n0\r\nX`)],
  [
    'resets within a gzip header',
    'link-unreachable',
    (socket) => cut(socket, packed('gzip', gzipSync('hello').subarray(0, 5))),
  ],
  [
    'resets within gzip',
    'link-unreachable',
    (socket) => cut(socket, packed('gzip', gzipSync('hello').subarray(0, 15))),
  ],
  [
    'resets within zstd',
    'link-unreachable',
    (socket) => cut(socket, packed('zstd', zstdCompressSync('hello').subarray(0, 9))),
  ],
  ['closes within a chunk', 'link-unreachable', (socket) => socket.end(`${CHUNKED}50\r\nhalf`)],
  [
    'closes within gzip without a length',
    'link-unreachable',
    (socket) => socket.end(packed('gzip', gzipSync('hello').subarray(0, 15))),
  ],
]
