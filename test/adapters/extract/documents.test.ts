import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { createExtractor } from '../../../src/adapters/extract/create-extractor.ts'
import { tellKind } from '../../../src/adapters/extract/document-kind.ts'
import { documentOf, paragraphs } from './support.ts'

const extractor = createExtractor()
afterAll(() => extractor.close())

const LINE = 'The rangers counted the herons on the lower lake and wrote the figures into the old book.'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const kindOf = (content: string | Uint8Array, contentType: string | null, name: string | null = null) =>
  tellKind(documentOf(content, { contentType, name, url: null }), true)

describe('the kind of a document', () => {
  it.each([
    ['a page', '<p>x</p>', 'text/html; charset=utf-8', null, 'html'],
    [
      'a page that is called plain text',
      '\ufeff<!-- hello --> <!DOCTYPE html><html><body>',
      'text/plain',
      null,
      'html',
    ],
    ['a page without a type', `<div><h1>x</h1><p>y</p></div>`, null, null, 'html'],
    [
      'XHTML',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
      'application/xhtml+xml',
      null,
      'html',
    ],
    ['a file called .html', LINE, null, 'saved.htm', 'html'],
    ['plain text', LINE, 'text/plain', null, 'text'],
    ['plain text that begins with a bracket', `[Note] ${LINE}`, null, 'message.txt', 'text'],
    ['a message.txt without a type', LINE, null, 'message.txt', 'text'],
    ['text of no type and no name', LINE, null, null, 'text'],
    ['text as octets', LINE, 'application/octet-stream', 'message.txt', 'text'],
    ['text that names one tag', `Write <p> before a paragraph. ${LINE}`, 'text/plain', 'message.txt', 'text'],
    ['Markdown by type', LINE, 'text/markdown', null, 'markdown'],
    ['Markdown by name', LINE, 'application/octet-stream', 'notes.md', 'markdown'],
    ['Markdown that a server calls plain text', LINE, 'text/plain', 'README.md', 'markdown'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ', 'text/html', null, 'pdf'],
    ['a PDF by type', '', 'application/pdf', null, 'pdf'],
    ['a picture', '\u0089PNG', 'image/png', null, 'media'],
    ['a film', '', 'video/mp4', null, 'media'],
    ['data', '{"a": [1, 2]}', 'application/json', null, 'data'],
    ['data that a server calls a page', '{"a": [1, 2]}', 'text/html', null, 'data'],
    ['data of no type', '{"a": [1, 2]}', null, null, 'data'],
    ['text that a server calls a page', `2 < 3 and 5 > 4. ${LINE}`, 'text/html', null, 'text'],
    ['a page whose only tag comes late', `${LINE.repeat(60)}<p>`, 'text/html', null, 'html'],
    ['a page that a server calls octets', `<!doctype html><p>x`, 'application/octet-stream', null, 'html'],
    ['a page that a server calls a picture', `<html><p>x`, 'image/jpeg', null, 'html'],
    ['a feed', '<rss></rss>', 'application/rss+xml', null, 'data'],
    ['an office file by name', 'x', 'application/octet-stream', 'minutes.docx', 'office'],
    ['a program', 'MZ\0\0\u0003', 'text/plain', 'notes.txt', 'binary'],
    ['a type nobody knows', 'xyz', 'application/x-shockwave-flash', null, 'binary'],
  ])('is told: %s', (_, content, contentType, name, kind) => {
    expect(kindOf(content, contentType, name)).toBe(kind)
  })

  it('is told from the first bytes, whatever type and name say', () => {
    expect(kindOf(gzipSync(LINE), 'text/plain', 'notes.txt')).toBe('archive')
    expect(kindOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'text/html', 'photo.html')).toBe('media')
    expect(kindOf(deflateRawSync(LINE.repeat(50)), null, null)).toBe('binary')
    expect(kindOf(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42, 0), null, 'message.txt')).toBe('text')
  })

  it('may be UTF-16 without a mark, and is refused in UTF-32', () => {
    const page = `<!doctype html><html><body><p>${LINE}</p>`
    expect(kindOf(Buffer.from(page, 'utf16le'), 'text/plain')).toBe('html')
    expect(kindOf(Buffer.from(LINE, 'utf16le').swap16(), null, 'message.txt')).toBe('text')
    expect(kindOf(Buffer.from(page, 'utf16le'), 'text/html')).toBe('html')
    const utf32 = Uint8Array.from(
      [...`\ufeff${LINE}`].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8, 0, 0]),
    )
    expect(kindOf(utf32, 'text/html')).toBe('binary')
    expect(kindOf(utf32.subarray(4), 'text/html')).toBe('binary')
  })
})

describe('a document', () => {
  it.each([
    ['\u0089PNG', 'image/png', 'picture'],
    ['PK', 'application/zip', 'archives'],
    ['{"a":1}', 'application/json', 'programs'],
    ['x', 'application/msword', 'office'],
  ])('that cannot be read is refused with its own sentence: %s', async (content, contentType, word) => {
    await expect(extractor.extract(documentOf(content, { contentType }))).rejects.toMatchObject({
      code: 'unsupported-type',
      message: expect.stringContaining(word) as string,
    })
  })

  it.each([
    ['UTF-8', bytesOf('Über Nacht – 東京'), 'text/plain', 'Über Nacht – 東京'],
    [
      'UTF-8 with its mark against the header',
      bytesOf('\ufeffÜber Nacht'),
      'text/plain; charset=iso-8859-1',
      'Über Nacht',
    ],
    [
      'UTF-16, little end first',
      Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Buffer.from('Über Nacht', 'utf16le'))]),
      null,
      'Über Nacht',
    ],
    ['windows-1252, unstated', Buffer.from('\x93\xdcber Nacht\x94', 'latin1'), null, '“Über Nacht”'],
    [
      'ISO-8859-2 by header',
      Uint8Array.of(0xa3, 0xf3, 0x64, 0xbc),
      'text/plain; charset="ISO-8859-2"',
      'Łódź',
    ],
    ['Shift_JIS by header', Uint8Array.of(0x93, 0x8c, 0x8b, 0x9e), 'text/plain;charset=Shift_JIS', '東京'],
    [
      'a header that the bytes contradict',
      Buffer.from('\xdcber', 'latin1'),
      'text/plain; charset=utf-8',
      'Über',
    ],
    ['a header that nobody knows', bytesOf('Über'), 'text/plain; charset=x-klingon', 'Über'],
  ])('of plain text is decoded: %s', async (_, bytes, contentType, text) => {
    const { blocks } = await extractor.extract(documentOf(bytes, { contentType, name: 'message.txt' }))
    expect(blocks.map((block) => block.text).join()).toContain(text)
  })

  it.each([
    [
      'meta charset',
      '<meta charset=windows-1251>',
      null,
      Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2),
      'Привет',
    ],
    [
      'http-equiv',
      '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
      'text/html',
      Uint8Array.of(0x93, 0x8c, 0x8b, 0x9e),
      '東京',
    ],
    [
      'the header before the meta',
      '<meta charset=utf-8>',
      'text/html; charset=windows-1251',
      Uint8Array.of(0xcf, 0xf0, 0xe8),
      'При',
    ],
    [
      'the meta where the header is not valid',
      '<meta charset="windows-1252">',
      'text/html; charset=utf-8',
      Uint8Array.of(0xdc, 0x62, 0x65, 0x72),
      'Über',
    ],
  ])('of HTML is decoded by %s', async (_, meta, contentType, word, text) => {
    const page = Buffer.concat([
      Buffer.from(`<html><head>${meta}</head><body><article>${paragraphs(6)}<p>`),
      word,
      Buffer.from(' stands here as the last of the paragraphs that we wrote for it.</p></article>'),
    ])
    const { blocks } = await extractor.extract(documentOf(page, { contentType, name: 'page.html' }))
    expect(blocks.at(-1)?.text.startsWith(text)).toBe(true)
  })

  it('of plain text needs no thread, and closing what was never started is fine', async () => {
    const other = createExtractor()
    await other.extract(documentOf(LINE, { contentType: 'text/plain' }))
    await expect(other.close()).resolves.toBeUndefined()
  })
})
