import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/adapters/extract/charset.ts'
import { encodeText } from '../../support/encode-text.ts'

interface Sample {
  readonly charsets: readonly string[]
  readonly text: string
}

// One invented article a language: what is decoded has to be the text again, to the last character.
const samples = globSync('test/fixtures/charsets/*.json').map((file): [language: string, sample: Sample] => [
  basename(file, '.json'),
  JSON.parse(readFileSync(file, 'utf8')) as Sample,
])
const cases = samples.flatMap(([language, { charsets, text }]) =>
  charsets.map((charset): [string, string, string] => [language, charset, text]),
)
/** Some forty words. */
const opening = (text: string): string =>
  text.split(' ').length < 40 ? text.slice(0, 92) : text.split(' ').slice(0, 40).join(' ')
const pageOf = (text: string, head = ''): string =>
  `<!doctype html><html><head>${head}<title>x</title><script>function track(event) { return window.name }</script></head>
  <body class="page"><div id="main"><p class="story-text">${text}</p></div></body></html>`
/** What that encoding has no sign for is written with plain ones. */
const fitting = (text: string, charset: string): string =>
  charset.startsWith('iso-8859') ? text.replace(/[“”]/gu, '"').replace(/[–—]/gu, '-') : text

describe('text in an encoding that nothing states', () => {
  it('is there in fourteen languages and more', () => expect(samples.length).toBeGreaterThanOrEqual(14))

  it.each(cases)('is decoded, in %s and %s', (_, charset, whole) => {
    for (const text of [opening(whole), whole].map((words) => fitting(words, charset))) {
      expect(decodeText(encodeText(text, charset), null)).toBe(text)
      expect(decodeText(encodeText(pageOf(text), charset), 'text/html')).toBe(pageOf(text))
    }
  })

  it.each(samples)('is decoded, in %s and UTF-8 or UTF-16 without a mark', (_, { text }) => {
    const page = pageOf(text)
    for (const charset of ['utf-8', 'utf-16le', 'utf-16be'])
      expect(decodeText(encodeText(page, charset), 'text/html')).toBe(page)
  })

  it.each(['café naïve', 'Zoë Müller', 'It’s over – for now.', '30 €'])(
    'is windows-1252 where there is next to nothing to tell by: %s',
    (text) => expect(decodeText(encodeText(text, 'windows-1252'), null)).toBe(text),
  )
})

describe('text in an encoding that something states', () => {
  it.each(cases)('is decoded by the header alone, in %s and %s', (_, charset, whole) => {
    const text = fitting(opening(whole), charset)
    expect(decodeText(encodeText(text, charset), `text/html; charset=${charset}`)).toBe(text)
  })

  it.each(cases)(
    'is decoded by its meta whatever a careless server says, in %s and %s',
    (_, charset, whole) => {
      const page = pageOf(fitting(whole, charset), `<meta charset="${charset}">`)
      for (const header of ['utf-8', 'iso-8859-1'])
        expect(decodeText(encodeText(page, charset), `text/html; charset=${header}`)).toBe(page)
    },
  )

  it.each(samples)(
    'is UTF-8 where it can be nothing else, whatever the header says, in %s',
    (_, { text }) => {
      for (const header of ['iso-8859-1', 'windows-1251', 'shift_jis', 'gbk', 'euc-kr']) {
        expect(decodeText(encodeText(text, 'utf-8'), `text/html; charset=${header}`)).toBe(text)
        const page = pageOf(text, '<meta charset="utf-8">')
        expect(decodeText(encodeText(page, 'utf-8'), `text/html; charset=${header}`)).toBe(page)
      }
    },
  )

  it('is not UTF-8 because two characters of another set happen to look like it', () => {
    const bytes = Uint8Array.of(0xd2, 0xb3)
    expect(decodeText(bytes, 'text/plain; charset=gbk')).toBe('页')
    expect(decodeText(bytes, 'text/plain')).toBe('ҳ')
  })

  it.each([
    ['utf8', 'utf-8'],
    ['UTF_8', 'utf-8'],
    ['x-sjis', 'shift_jis'],
    ['cp932', 'shift_jis'],
    ['gb_2312-80', 'gbk'],
    ['eucJP', 'euc-jp'],
    ['cp949', 'euc-kr'],
    ['win-1251', 'windows-1251'],
    ['cp1251', 'windows-1251'],
    ['iso-8859-8-i', 'iso-8859-8'],
    ['tis-620', 'windows-874'],
  ])('is decoded where it is called %s', (label, charset) => {
    const words: Record<string, string> = {
      'utf-8': 'Über',
      shift_jis: '港',
      gbk: '港',
      'euc-jp': '港',
      'euc-kr': '항',
      'windows-1251': 'Ёж',
      'iso-8859-8': 'נמל',
      'windows-874': 'ท่าเรือ',
    }
    const word = words[charset]!
    expect(decodeText(encodeText(word, charset), `text/plain; charset="${label}"`)).toBe(word)
    const page = `<meta charset=${label}>${word}`
    expect(decodeText(encodeText(page, charset), 'text/html')).toBe(page)
  })

  it.each(['none', 'x-klingon', '', 'utf-32', 'text/html', 'iso-2022-kr'])(
    'is decoded as if nothing were stated where that is nonsense: "%s"',
    (label) => {
      const { text } = JSON.parse(readFileSync('test/fixtures/charsets/ru.json', 'utf8')) as Sample
      expect(decodeText(encodeText(text, 'koi8-r'), `text/plain; charset=${label}`)).toBe(text)
    },
  )

  const inMeta = (head: string): string => {
    const page = `${head}<p>Żółw</p>`
    return decodeText(encodeText(page, 'iso-8859-2'), 'text/html').slice(head.length)
  }
  it.each([
    '<meta charset="iso-8859-2">',
    '<META CHARSET=ISO-8859-2/>',
    `<meta content='text/html; charset=iso-8859-2' http-equiv='Content-Type'>`,
    '<?xml version="1.0" encoding="iso-8859-2"?>',
    `<!-- ${'x'.repeat(3000)} --><meta charset="iso-8859-2">`,
    '<meta charset="nonsense"><meta charset="iso-8859-2">',
    '<!-- <meta charset="koi8-r"> --><meta charset="iso-8859-2">',
    `<script>document.write('<meta charset="koi8-r">')</script><meta charset="iso-8859-2">`,
    '<title><meta charset="koi8-r"></title><meta charset="iso-8859-2">',
    '<meta name="description" content="charset=koi8-r"><meta charset="iso-8859-2">',
  ])('is read from %s', (head) => expect(inMeta(head)).toBe('<p>Żółw</p>'))

  it('in plain ASCII that calls itself UTF-16 is ASCII', () => {
    const page = '<meta charset="utf-16"><p>Müller</p>'
    expect(decodeText(encodeText(page, 'utf-8'), 'text/html; charset=utf-16')).toBe(page)
  })

  it('in UTF-16 is decoded by the header where no zero byte tells', () => {
    const text = '港口关闭了'
    expect(decodeText(encodeText(text, 'utf-16be'), 'text/plain; charset=utf-16be')).toBe(text)
    expect(decodeText(encodeText(text, 'utf-16le'), 'text/plain; charset=utf-16')).toBe(text)
  })

  it('that Western sets cannot be in is decoded by its letters, though the server says so', () => {
    const { text } = JSON.parse(readFileSync('test/fixtures/charsets/ru.json', 'utf8')) as Sample
    expect(decodeText(encodeText(text, 'windows-1251'), 'text/html; charset=iso-8859-1')).toBe(text)
  })
})

describe('a few bytes that are no characters', () => {
  const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part))))
  const around = 'Zoë Müller, François, Łódź, Þór, Ærø, “quoted” – and so on. '

  it.each([
    ['a quotation mark of windows-1252', [0x93], '“'],
    ['a letter of windows-1252', [0xe9], 'é'],
    ['an emoji cut after three bytes', [0xf0, 0x9f, 0x98], ''],
    ['a character cut after two bytes', [0xe6, 0x97], ''],
    ['halves of a pair', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], ''],
    ['a spelling longer than needed', [0xc0, 0xaf], 'À¯'],
  ])('do not spoil a text in UTF-8: %s', (_, stray, read) => {
    for (const header of [null, 'text/html; charset=utf-8', 'text/html; charset=iso-8859-1']) {
      const text = decodeText(bytesOf(around, 'Ja', stray, 'ne ', around), header)
      expect(text).toBe(`${around}Ja${read}ne ${around}`)
    }
  })

  it('do not at the very end, nor behind a byte order mark', () => {
    expect(decodeText(bytesOf([0xef, 0xbb, 0xbf], around, [0xf0, 0x9f]), null)).toBe(around)
  })

  it('do not spoil a text in a stated set of several bytes', () => {
    const { text } = JSON.parse(readFileSync('test/fixtures/charsets/ja.json', 'utf8')) as Sample
    const bytes = Buffer.concat([
      encodeText(text, 'shift_jis'),
      Uint8Array.of(0xfd),
      encodeText(text, 'shift_jis'),
    ])
    expect(decodeText(bytes, 'text/html; charset=shift_jis')).toBe(text + text)
  })

  it('are quotation marks of Windows where a page calls itself by the set without them', () => {
    const bytes = bytesOf([0x84, 0xaf, 0xf3, 0xb3, 0x77, 0x94])
    expect(decodeText(bytes, 'text/html; charset=iso-8859-2')).toBe('„Żółw”')
  })

  it('are read without a failure, whatever they are and are called', () => {
    let seed = 7
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647)
    for (let round = 0; round < 200; round += 1) {
      const bytes = Uint8Array.from({ length: random() % 300 }, () => random() % 256)
      const header = ['utf-8', 'utf-16', 'shift_jis', 'gb18030', 'big5', 'iso-2022-jp', 'none'][round % 7]
      expect(typeof decodeText(bytes, `text/html; charset=${header}`)).toBe('string')
    }
  })

  it('never become question marks or marks of replacement, whatever they are', () => {
    for (let byte = 0x80; byte < 0x100; byte += 1) {
      const text = decodeText(bytesOf('Ja', [byte], 'ne M', [byte], 'ller. ', around), null)
      expect(text).not.toMatch(/[?\ufffd]/u)
    }
  })
})
