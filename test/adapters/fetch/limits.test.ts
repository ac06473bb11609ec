import {
  brotliCompressSync,
  constants,
  createZstdCompress,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LIMITS, tighten } from '../../../src/adapters/fetch/limits.ts'
import type { LoopbackRoute } from '../../support/loopback-web.ts'
import { failureOf, openLoopback, textOf } from './loopback-fetcher.ts'

const MEGABYTE = 1024 * 1024
const packed = (encoding: string, body: Uint8Array | string, type = 'text/html'): LoopbackRoute => ({
  headers: { 'content-encoding': encoding, 'content-type': type },
  body,
})
const codeOf = async (route: LoopbackRoute, path = '/') => {
  const { fetch } = await openLoopback({ [path]: route })
  return (await failureOf(fetch(`http://news.example${path}`))).code
}
const sizeOf = async (route: LoopbackRoute, path = '/') => {
  const { fetch } = await openLoopback({ [path]: route })
  return (await fetch(`http://news.example${path}`)).bytes.length
}

describe('the limits', () => {
  it('are those that the documentation names', () => {
    expect(LIMITS).toEqual({
      totalMilliseconds: 8000,
      connectMilliseconds: 4000,
      headersMilliseconds: 5000,
      gapMilliseconds: 3000,
      headerBytes: 16 * 1024,
      rawBytes: 6 * MEGABYTE,
      decodedBytes: 4 * MEGABYTE,
      pdfRawBytes: 20 * MEGABYTE,
      pdfDecodedBytes: 20 * MEGABYTE,
      redirects: 5,
    })
  })

  it('can be lowered and not raised', () => {
    const raised = Object.fromEntries(Object.entries(LIMITS).map(([name, value]) => [name, value + 1]))
    expect(tighten(raised)).toEqual(LIMITS)
    expect(tighten({ redirects: Infinity, rawBytes: Number.NaN, gapMilliseconds: -1 })).toEqual(LIMITS)
    expect(tighten({ redirects: 0, rawBytes: 10 })).toEqual({ ...LIMITS, redirects: 0, rawBytes: 10 })
  })
})

describe('the headers of a reply', () => {
  it('may be as long as the limit, and no longer, also where it is lowered', async () => {
    const routes = { '/': { headers: { 'x-long': 'y'.repeat(3000) }, body: 'a page' } }
    const usual = await openLoopback(routes)
    expect(textOf(await usual.fetch('http://news.example/'))).toBe('a page')
    const lower = await openLoopback(routes, { limits: { headerBytes: 2000 } })
    expect((await failureOf(lower.fetch('http://news.example/'))).code).toBe('page-too-large')
  })
})

describe('a packed page', () => {
  const text = 'Grüße aus Tarn Harbour. '.repeat(500)
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['identity', Buffer.from(text)],
    ['utf-8', Buffer.from(text)],
  ])('is unpacked: %s', async (encoding, body) => {
    const { fetch } = await openLoopback({ '/': packed(encoding, body) })
    expect(textOf(await fetch('http://news.example/'))).toBe(text)
  })

  it('is unpacked once where its header forgot to say so, if it calls itself text', async () => {
    const twice = gzipSync(gzipSync(text))
    const { fetch } = await openLoopback({
      '/page': { body: gzipSync(text) },
      '/twice': { body: twice },
      '/file': { headers: { 'content-type': 'application/gzip' }, body: gzipSync(text) },
    })
    expect(textOf(await fetch('http://news.example/page'))).toBe(text)
    expect((await fetch('http://news.example/twice')).bytes).toEqual(gzipSync(text))
    expect((await fetch('http://news.example/file')).bytes).toEqual(gzipSync(text))
  })

  it('may not come in two codings, told in two headers', async () => {
    const route = { headers: { 'content-encoding': ['gzip', 'gzip'] }, body: gzipSync(gzipSync(text)) }
    expect(await codeOf(route)).toBe('link-unreachable')
  })

  it.each(['gzip', 'deflate', 'br', 'zstd'])('may be empty: %s', async (encoding) => {
    expect(await sizeOf(packed(encoding, ''))).toBe(0)
  })

  it.each([
    ['compress', 'anything'],
    ['constructor', 'anything'],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['gzip, gzip', gzipSync(gzipSync(text))],
    ['gzip', 'not packed at all'],
    ['gzip', gzipSync(text).subarray(0, 40)],
    ['deflate', deflateSync(text).subarray(0, 40)],
    ['br', brotliCompressSync(text).subarray(0, 40)],
    ['zstd', zstdCompressSync(text).subarray(0, 40)],
  ])('that cannot be unpacked is `link-unreachable`: %s, case %#', async (encoding, body) => {
    expect(await codeOf(packed(encoding, body))).toBe('link-unreachable')
  })

  const bomb = Buffer.alloc(64 * MEGABYTE)
  it.each([
    ['gzip', gzipSync(bomb)],
    ['deflate', deflateSync(bomb)],
    ['deflate', deflateRawSync(bomb)],
    ['br', brotliCompressSync(bomb, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
    ['zstd', zstdCompressSync(bomb)],
    ['', gzipSync(bomb)],
  ])('that unpacks to 64 MB is `page-too-large`: %s', async (encoding, body) => {
    expect(await codeOf(packed(encoding, body))).toBe('page-too-large')
  })

  it('that unpacks to 64 MB is never held whole, were there eight at a time', async () => {
    const routes = {
      '/': packed('br', brotliCompressSync(bomb, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })),
    }
    const { fetch } = await openLoopback(routes)
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)), 2)
    const fetches = Array.from({ length: 8 }, (_, host) => failureOf(fetch(`http://news${host}.example/`)))
    const codes = (await Promise.all(fetches)).map(({ code }) => code)
    clearInterval(watch)
    expect(new Set(codes)).toEqual(new Set(['page-too-large']))
    expect(most).toBeLessThan(8 * 8 * MEGABYTE)
  })

  it('may not make zstd keep more than 8 MB', async () => {
    // Written as a stream, so that the frame announces its window of 128 MB and not the length of its few words.
    const stream = createZstdCompress({ params: { [constants.ZSTD_c_windowLog]: 27 } })
    stream.write(text)
    stream.end()
    const frame = Buffer.concat(await stream.toArray())
    expect(zstdDecompressSync(frame).toString()).toBe(text)
    expect(await codeOf(packed('zstd', frame))).toBe('link-unreachable')
  })
})

describe('a page that is too large', () => {
  it('may have 4 MB and not a byte more', async () => {
    expect(await sizeOf({ body: Buffer.alloc(4 * MEGABYTE) })).toBe(4 * MEGABYTE)
    expect(await codeOf({ body: Buffer.alloc(4 * MEGABYTE + 1) })).toBe('page-too-large')
  })

  it('may unpack to 4 MB and not a byte more', async () => {
    expect(await sizeOf(packed('gzip', gzipSync(Buffer.alloc(4 * MEGABYTE))))).toBe(4 * MEGABYTE)
    expect(await codeOf(packed('gzip', gzipSync(Buffer.alloc(4 * MEGABYTE + 1))))).toBe('page-too-large')
  })

  it.each([
    ['application/pdf', '/a'],
    ['Application/PDF; charset=binary', '/a'],
    ['application/octet-stream', '/a.pdf'],
  ])('may have 20 MB as a PDF: %s at %s', async (type, path) => {
    const headers = { 'content-type': type }
    expect(await sizeOf({ headers, body: Buffer.alloc(19 * MEGABYTE) }, path)).toBe(19 * MEGABYTE)
    expect(await codeOf({ headers, body: Buffer.alloc(20 * MEGABYTE + 1) }, path)).toBe('page-too-large')
  })

  it.each([
    ['text/html', '/a.pdf'],
    ['application/octet-stream', '/a.bin'],
  ])('has no 20 MB as %s at %s', async (type, path) => {
    const body = Buffer.alloc(5 * MEGABYTE)
    expect(await codeOf({ headers: { 'content-type': type }, body }, path)).toBe('page-too-large')
  })

  it('is not waited for when its length is announced', async () => {
    const announce = (length: number, encoding: string): LoopbackRoute => ({
      raw: (socket) => {
        socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${length}\r\n\r\n`)
      },
    })
    expect(await codeOf(announce(4 * MEGABYTE + 1, 'identity'))).toBe('page-too-large')
    expect(await codeOf(announce(6 * MEGABYTE + 1, 'gzip'))).toBe('page-too-large')
  })

  it('is noticed on the socket when packing hides it', async () => {
    // Gzip members that hold nothing: 7 MB that unpack to no byte at all.
    const nothing = gzipSync('')
    const members = Buffer.concat(Array.from({ length: 350_000 }, () => nothing))
    expect(members.length).toBeGreaterThan(6 * MEGABYTE)
    const chunked: LoopbackRoute = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.write(members)
      response.end()
    }
    expect(await codeOf(chunked)).toBe('page-too-large')
  })
})
