import { filled, type HostileDocument, paragraphs, prose, type Scale } from './hostile-document.ts'

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const utf16 = (text: string, bigEndian = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes)
}

/** Documents whose bytes are not what they say. */
export function hostileBytes(scale: Scale): HostileDocument[] {
  const most = scale(4_000_000)
  const many = (piece: string): Uint8Array => latin1(filled(piece, most))
  const html = (name: string, bytes: () => Uint8Array, charset = ''): HostileDocument => ({
    name,
    contentType: `text/html${charset === '' ? '' : `; charset=${charset}`}`,
    bytes,
  })
  const text = (name: string, bytes: () => Uint8Array, charset = ''): HostileDocument => ({
    name,
    contentType: `text/plain${charset === '' ? '' : `; charset=${charset}`}`,
    bytes,
  })
  const page = (inside: string): string =>
    `<html><body><article>${paragraphs(8)}${inside}</article></body></html>`
  const random = (length: number): Uint8Array => {
    let state = 12345
    return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16)
  }
  return [
    text('UTF-16 without a mark', () => utf16(prose(scale(10_000)).join('\n\n'))),
    text('UTF-16, big end first, without a mark', () => utf16(prose(scale(10_000)).join('\n\n'), true)),
    html(
      'a page in UTF-16 that says UTF-8',
      () => utf16(page(filled('<p>herons</p>', scale(200_000)))),
      'utf-8',
    ),
    text('lone surrogates in UTF-16', () =>
      utf16(`\ufeff${prose(3).join('\n')}${filled('\ud800a\udc00', most / 4)}`),
    ),
    text('overlong UTF-8', () =>
      latin1(`${prose(3).join('\n')}${filled('\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf', most)}`),
    ),
    text('bytes that begin letters', () => many('\xe2')),
    text('bytes that go on', () => many('\x80\xbf')),
    html(
      'a page that changes its charset',
      () =>
        latin1(
          `${filled('<meta charset=utf-7><meta charset=shift_jis>', scale(300_000))}${page('\xff\xfe')}`,
        ),
      'utf-16',
    ),
    html('a charset that does not exist', () => latin1(page('\xe4\xf6')), filled('x', 5000)),
    text(
      'ISO-2022-JP that never switches back',
      () => latin1(`${prose(3).join('\n')}${filled('\x1b$B0!0!', most)}`),
      'iso-2022-jp',
    ),
    text('ISO-2022-JP that only switches', () => many('\x1b$B\x1b(B'), 'iso-2022-jp'),
    text('UTF-7', () => latin1(`${prose(3).join('\n')}${filled('+ADw-script+AD4-', most)}`), 'utf-7'),
    text('Big5 that is none', () => many('\x81\x40\xfe'), 'big5'),
    text('GB18030 of four bytes', () => many('\x81\x30\x81\x30'), 'gb18030'),
    text('noise', () => random(most)),
    html('noise that is called a page', () => random(most)),
    text('noise in letters', () => random(most).map((byte) => 0x80 | byte)),
    text('nothing but zeros', () => new Uint8Array(most)),
    text('a mark and nothing', () => latin1('\xff\xfe')),
    text('a mark at every place', () => many('\xef\xbb\xbf')),
    text('a text of 20 MB', () => latin1(filled(`${prose(1)[0]}\n\n`, scale(20_000_000)))),
    html('JSON that is called a page', () => latin1(`[${filled('[', most / 2)}`)),
    html('JSON that is wide', () => latin1(`[${filled('1,', most)}1]`)),
    text('JSON of empty lists, of 20 MB', () => latin1(`[${filled('[],', scale(20_000_000))}[]]`)),
    text('letters, of 20 MB', () => latin1(filled('a', scale(20_000_000)))),
    html('words that are called a page', () => latin1(filled(`${prose(1)[0]}\n\n`, most))),
    html('a page that begins late', () => latin1(`${filled(' ', most / 2)}${page('')}`)),
    html('processing instructions before the page', () =>
      latin1(`${filled('<?xml ?>', most / 2)}${page('')}`),
    ),
  ]
}
