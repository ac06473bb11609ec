import { brotliCompressSync, crc32, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'

// Replies that are sent whole, after which the server closes. Each is either a failure of ours or read as browsers read it.

interface Read {
  readonly status: number
  readonly text: string
}

/** `ends`: the code of the failure, or what is read. */
export type Reply = readonly [what: string, ends: string | Read, reply: string | Uint8Array]

const HELLO: Read = { status: 200, text: 'hello' }
const UNREACHABLE = 'link-unreachable'
const OK = 'HTTP/1.1 200 OK\r\n'
const PAGE = '\r\n\r\nhello'

/** A reply of status 200 with these header lines. */
const withHeaders = (...lines: readonly string[]): string => `${OK}${lines.join('\r\n')}${PAGE}`
const chunked = (body: string): string => `${OK}Transfer-Encoding: chunked\r\n\r\n${body}`
const withBody = (head: string, ...parts: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), ...parts])
const packed = (coding: string, ...parts: readonly Uint8Array[]): Uint8Array =>
  withBody(`${OK}Content-Type: text/html\r\nContent-Encoding: ${coding}`, ...parts)
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

const JUNK = bytes('\0\0\0junk')
const gzipped = gzipSync('hello')
/** The same with one byte changed, counted from the end. */
const changed = (whole: Uint8Array, fromEnd: number): Uint8Array =>
  whole.map((byte, index) => (index === whole.length - fromEnd ? byte ^ 0xff : byte))

const SKIPPABLE = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4])

/** A gzip member whose header carries fields that nobody uses. */
function gzipWithFields(): Uint8Array {
  const extra = Buffer.alloc(60_000, 0x61)
  const length = Buffer.alloc(2)
  length.writeUInt16LE(extra.length)
  const head = Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3]),
    length,
    extra,
    bytes(`${'n'.repeat(60_000)}\0${'c'.repeat(60_000)}\0`),
  ])
  const check = Buffer.alloc(2)
  check.writeUInt16LE(crc32(head) & 0xffff)
  return Buffer.concat([head, check, gzipped.subarray(10)])
}

const STATUS_LINES: readonly Reply[] = [
  ['answers in HTTP/0.9', UNREACHABLE, 'hello'],
  ['answers in HTTP/0.9 with a page', UNREACHABLE, '<!doctype html><p>hello</p>'],
  ['says that it speaks HTTP/0.9', HELLO, `HTTP/0.9 200 OK${PAGE}`],
  ['says that it speaks HTTP/2', UNREACHABLE, `HTTP/2 200 OK${PAGE}`],
  ['says that it speaks HTTP/9.9', UNREACHABLE, `HTTP/9.9 200 OK${PAGE}`],
  ['begins HTTP/2', UNREACHABLE, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['sends an HTTP/2 frame', UNREACHABLE, bytes('\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0\x80\0\x04\0\x01\0\0')],
  ['speaks HTTP/1.0', HELLO, `HTTP/1.0 200 OK${PAGE}`],
  ['gives no reason', HELLO, `HTTP/1.1 200${PAGE}`],
  ['has a status of two digits', UNREACHABLE, `HTTP/1.1 20 OK${PAGE}`],
  ['has a status of four digits', UNREACHABLE, `HTTP/1.1 2000 OK${PAGE}`],
  ['has a status of letters', UNREACHABLE, `HTTP/1.1 abc OK${PAGE}`],
  ['has a status below nothing', UNREACHABLE, `HTTP/1.1 -200 OK${PAGE}`],
  ['has status 000', UNREACHABLE, `HTTP/1.1 000 OK${PAGE}`],
  ['has status 999', { status: 999, text: 'hello' }, `HTTP/1.1 999 Odd${PAGE}`],
  ['streams music', UNREACHABLE, `ICY 200 OK${PAGE}`],
  ['streams films', HELLO, `RTSP/1.0 200 OK${PAGE}`],
  ['writes http in small letters', UNREACHABLE, `http/1.1 200 OK${PAGE}`],
  ['begins with a space', UNREACHABLE, ` HTTP/1.1 200 OK${PAGE}`],
  ['begins with empty lines', HELLO, `\r\n\r\nHTTP/1.1 200 OK${PAGE}`],
  ['begins with a byte order mark', UNREACHABLE, bytes(`\xef\xbb\xbfHTTP/1.1 200 OK${PAGE}`)],
  ['writes UTF-16', UNREACHABLE, Buffer.from(`HTTP/1.1 200 OK${PAGE}`, 'utf16le')],
  ['ends lines with LF alone', UNREACHABLE, 'HTTP/1.1 200 OK\n\nhello'],
  ['ends lines with CR alone', UNREACHABLE, 'HTTP/1.1 200 OK\r\rhello'],
  ['sends NULs', UNREACHABLE, new Uint8Array(5000)],
  ['sends nothing but ones', UNREACHABLE, new Uint8Array(5000).fill(0xff)],
  ['repeats what it was asked', UNREACHABLE, 'GET / HTTP/1.1\r\nHost: news.example\r\n\r\n'],
  ['is a mail server', UNREACHABLE, '220 mail.example ESMTP ready\r\n'],
  ['is a key-value store', UNREACHABLE, "-ERR unknown command 'GET'\r\n"],
]

const HEADERS: readonly Reply[] = [
  ['sends a header without a colon', UNREACHABLE, withHeaders('Content-Type')],
  ['sends a space before the colon', UNREACHABLE, withHeaders('Content-Type : text/html')],
  ['sends a header without a name', UNREACHABLE, withHeaders(': x')],
  ['sends a NUL in a name', UNREACHABLE, withHeaders('X\0Y: z')],
  ['sends a NUL in a value', UNREACHABLE, withHeaders('X: y\0z')],
  ['sends a control character in a value', UNREACHABLE, withHeaders('X: y\x01z')],
  ['sends letters beyond ASCII in a name', UNREACHABLE, bytes(withHeaders('X\xe9: y'))],
  ['sends bytes beyond ASCII in a value', HELLO, bytes(withHeaders('X: \xe9\xff'))],
  ['folds a header', UNREACHABLE, withHeaders('X: y', ' z: folded')],
  [
    'sends headers named like parts of objects',
    HELLO,
    withHeaders('__proto__: x', 'constructor: y', 'toString: z'),
  ],
  [
    'sends 16 KB of cookies',
    'page-too-large',
    withHeaders(...Array.from({ length: 400 }, (_, i) => `Set-Cookie: c${i}=${'v'.repeat(40)}`)),
  ],
  ['sends 1,000 short headers', HELLO, withHeaders(...Array.from({ length: 1000 }, () => 'X: y'))],
  ['sends a header of 12 KB', HELLO, withHeaders(`X: ${'y'.repeat(12_000)}`)],
  ['sends a header of 17 KB', 'page-too-large', withHeaders(`X: ${'y'.repeat(17_000)}`)],
  ['wants to upgrade and does not', HELLO, withHeaders('Connection: upgrade', 'Upgrade: h2c')],
  ['names two types', HELLO, withHeaders('Content-Type: text/html', 'Content-Type: image/png')],
  ['names a type that is none', HELLO, withHeaders('Content-Type: ;;;/,"')],
  [
    'sends nonsense to remember it by',
    HELLO,
    withHeaders(`ETag: ${'"'.repeat(9000)}`, 'Last-Modified: 0', 'Retry-After: -1e99'),
  ],
]

const LENGTHS: readonly Reply[] = [
  ['sends more than its length', { status: 200, text: 'hel' }, withHeaders('Content-Length: 3')],
  ['sends less than its length', UNREACHABLE, withHeaders('Content-Length: 6')],
  ['says that its length is nothing', { status: 200, text: '' }, withHeaders('Content-Length: 0')],
  ['signs its length', UNREACHABLE, withHeaders('Content-Length: +5')],
  ['has a length in hexadecimal', UNREACHABLE, withHeaders('Content-Length: 0x5')],
  ['has a length with a fraction', UNREACHABLE, withHeaders('Content-Length: 5.0')],
  ['has a length in words', UNREACHABLE, withHeaders('Content-Length: five')],
  ['has an empty length', UNREACHABLE, withHeaders('Content-Length:')],
  ['has a list of lengths', UNREACHABLE, withHeaders('Content-Length: 5, 5')],
  ['has two equal lengths', UNREACHABLE, withHeaders('Content-Length: 5', 'Content-Length: 5')],
  ['has a length of 2^64 and five', UNREACHABLE, withHeaders('Content-Length: 18446744073709551621')],
  [
    'has a length and chunks',
    UNREACHABLE,
    `${OK}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
  ],
  [
    'has chunks and a length',
    UNREACHABLE,
    `${OK}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
  ],
  [
    'has a coding of transfer that nobody knows',
    UNREACHABLE,
    withHeaders('Transfer-Encoding: xchunked', 'Content-Length: 5'),
  ],
  ['has chunks twice over', HELLO, `${OK}Transfer-Encoding: chunked, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`],
  ['has chunks that end in a coding', HELLO, `${OK}Transfer-Encoding: chunked, gzip${PAGE}`],
]

const CHUNKS: readonly Reply[] = [
  ['sends chunks in order', HELLO, chunked('2\r\nhe\r\n003\r\nllo\r\n0\r\n\r\n')],
  ['sends chunks with extensions', HELLO, chunked('5;a=b;c="d"\r\nhello\r\n0;e\r\n\r\n')],
  ['sends trailers', HELLO, chunked('5\r\nhello\r\n0\r\nX: y\r\n\r\n')],
  ['sends a length behind the chunks', UNREACHABLE, chunked('5\r\nhello\r\n0\r\nContent-Length: 9\r\n\r\n')],
  [
    'sends 17 KB of trailers',
    'page-too-large',
    chunked(`5\r\nhello\r\n0\r\nX: ${'y'.repeat(17_000)}\r\n\r\n`),
  ],
  ['sends a trailer with a NUL', UNREACHABLE, chunked('5\r\nhello\r\n0\r\nX: y\0\r\n\r\n')],
  ['writes 0x before a chunk size', UNREACHABLE, chunked('0x5\r\nhello\r\n0\r\n\r\n')],
  ['has a chunk size below nothing', UNREACHABLE, chunked('-5\r\nhello\r\n0\r\n\r\n')],
  ['has no chunk size', UNREACHABLE, chunked('\r\nhello\r\n0\r\n\r\n')],
  ['ends chunk sizes with LF alone', UNREACHABLE, chunked('5\nhello\n0\n\n')],
  ['sends more than a chunk size says', UNREACHABLE, chunked('5\r\nhello, world\r\n0\r\n\r\n')],
  ['sends less than a chunk size says', UNREACHABLE, chunked('50\r\nhello\r\n0\r\n\r\n')],
  ['says that a chunk has 4 GB', UNREACHABLE, chunked('ffffffff\r\nhello\r\n')],
  ['never says that chunks end', UNREACHABLE, chunked('5\r\nhello\r\n')],
  ['ends before the last empty line', UNREACHABLE, chunked('5\r\nhello\r\n0\r\n')],
]

const STATUSES: readonly Reply[] = [
  ['sends a page with 204', { status: 204, text: '' }, `HTTP/1.1 204 No Content\r\nContent-Length: 5${PAGE}`],
  [
    'sends a page with 304',
    { status: 304, text: '' },
    `HTTP/1.1 304 Not Modified\r\nContent-Length: 5${PAGE}`,
  ],
  [
    'sends a page with 205',
    { status: 205, text: 'hello' },
    `HTTP/1.1 205 Reset Content\r\nContent-Length: 5${PAGE}`,
  ],
  [
    'sends a part that nobody asked for',
    { status: 206, text: 'hello' },
    `HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/500${PAGE}`,
  ],
  [
    'sends hints before the page',
    HELLO,
    `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${withHeaders('X: y')}`,
  ],
  ['sends 199 before the page', HELLO, `HTTP/1.1 199 Odd\r\n\r\n${withHeaders('X: y')}`],
  ['says 100 before the page', UNREACHABLE, `HTTP/1.1 100 Continue\r\n\r\n${withHeaders('X: y')}`],
  [
    'switches protocols and sends a page',
    UNREACHABLE,
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n${withHeaders('X: y')}`,
  ],
  ['redirects to nowhere', { status: 302, text: 'hello' }, `HTTP/1.1 302 Found${PAGE}`],
  ...[400, 401, 402, 407, 408, 418, 426, 429, 451, 500, 502, 511, 599].map((status): Reply => [
    `answers ${status}`,
    { status, text: 'hello' },
    `HTTP/1.1 ${status} No\r\nRetry-After: soon${PAGE}`,
  ]),
]

const CODINGS: readonly Reply[] = [
  ['packs a page', HELLO, packed('gzip', gzipped)],
  ['adds junk behind gzip', HELLO, packed('gzip', gzipped, JUNK)],
  ['sends gzip in two members', { status: 200, text: 'hellohello' }, packed('gzip', gzipped, gzipped)],
  ['sends a second member that is broken', UNREACHABLE, packed('gzip', gzipped, gzipped.subarray(0, 12))],
  ['fills all fields of a gzip header', HELLO, packed('gzip', gzipWithFields())],
  [
    'never ends the name in a gzip header',
    UNREACHABLE,
    packed('gzip', Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]), Buffer.alloc(100_000, 0x61)),
  ],
  ['has a wrong sum in gzip', UNREACHABLE, packed('gzip', changed(gzipped, 8))],
  ['has a wrong length in gzip', UNREACHABLE, packed('gzip', changed(gzipped, 4))],
  ['has a method of gzip that is none', UNREACHABLE, packed('gzip', changed(gzipped, gzipped.length - 2))],
  [
    'packs twice and tells once',
    { status: 200, text: gzipped.toString() },
    packed('gzip', gzipSync(gzipped)),
  ],
  ['has a wrong sum in deflate', UNREACHABLE, packed('deflate', changed(deflateSync('hello'), 1))],
  ['adds junk behind deflate', HELLO, packed('deflate', deflateSync('hello'), JUNK)],
  [
    'needs a dictionary for deflate',
    UNREACHABLE,
    packed('deflate', deflateSync('hello', { dictionary: Buffer.from('hello') })),
  ],
  ['adds junk behind brotli', HELLO, packed('br', brotliCompressSync('hello'), JUNK)],
  [
    'hides a page behind frames of zstd that are skipped',
    UNREACHABLE,
    packed('zstd', SKIPPABLE, SKIPPABLE, zstdCompressSync('hello')),
  ],
  [
    'sends two frames of zstd that cannot be told apart',
    UNREACHABLE,
    packed('zstd', zstdCompressSync('hello'), zstdCompressSync('hello')),
  ],
  ['adds junk behind zstd', UNREACHABLE, packed('zstd', zstdCompressSync('hello'), JUNK)],
  ['calls gzip brotli', UNREACHABLE, packed('br', gzipped)],
  ['calls brotli gzip', UNREACHABLE, packed('gzip', brotliCompressSync('hello'))],
  ['calls zstd deflate', UNREACHABLE, packed('deflate', zstdCompressSync('hello'))],
  ['has a coding with a parameter', UNREACHABLE, packed('gzip;q=1', gzipped)],
  ['has a coding that nobody knows', UNREACHABLE, packed('aes128gcm', gzipped)],
  ['has a coding and none', HELLO, packed('gzip, identity', gzipped)],
  [
    'has a hundred codings',
    UNREACHABLE,
    packed(Array.from({ length: 100 }, () => 'gzip').join(', '), gzipped),
  ],
  [
    'packs a page in transfer',
    HELLO,
    withBody(`${OK}Content-Type: text/html\r\nTransfer-Encoding: gzip`, gzipped),
  ],
  [
    'packs an error',
    { status: 500, text: 'hello' },
    withBody('HTTP/1.1 500 No\r\nContent-Encoding: gzip', gzipped),
  ],
  [
    'calls a picture a page',
    { status: 200, text: '\ufffdPNG' },
    withBody(`${OK}Content-Type: text/html`, bytes('\x89PNG')),
  ],
]

export const REPLIES: readonly Reply[] = [
  ...STATUS_LINES,
  ...HEADERS,
  ...LENGTHS,
  ...CHUNKS,
  ...STATUSES,
  ...CODINGS,
]
