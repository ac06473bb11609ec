import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from '../../src/core/normalise.ts'

/** Text that holds the characters in question far more often than chance would. */
const awkwardText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '\r',
        '\n',
        '\r\n',
        '\u2028',
        '\u00a0',
        '\u3000',
        '\u200b',
        '\u200c',
        '\u200d',
        '\ufe0f',
        '\u00ad',
        '\ufeff',
        '\u202e',
        '\u2066',
        '\u{e0041}',
        '\u0301',
        'e',
        'क',
        '्',
        'ष',
        'ن',
        'می',
        '👩',
        '🏽',
        '❤',
        '1',
        '\u20e3',
        '\ud800',
        '葛',
        '\u{e0100}',
        '\u0300',
        '\u0345',
        '가',
        '\u11a8',
        '\u034f',
      ),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''))

describe('normaliseText', () => {
  it('leaves out the colours of a terminal whole, not their first character alone', () => {
    expect(normaliseText('\u001b[1;31mThe pier\u001b[0m \u001b[2Kis [31m] metres long')).toBe(
      'The pier is [31m] metres long',
    )
  })

  it.each([
    ['line ends become \\n', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['exotic spaces become plain ones', 'a\u00a0b\u202fc\u3000d\te\u2009f', 'a b c d e f'],
    ['letters are composed', 'Cafe\u0301', 'Café'],
    ['letters are composed over what was dropped', 'Cafe\u200b\u0301', 'Café'],
    ['soft hyphens and zero-width characters go', 'Zu\u00adsam\u200bmen\u2060hang\ufeff', 'Zusammenhang'],
    ['direction marks and overrides go', '\u202eabc\u202c \u2066x\u2069 \u200f', 'abc x '],
    ['tag characters go', 'safe\u{e0049}\u{e0067}\u{e006e}', 'safe'],
    ['control characters go', 'a\u0000b\u001bc\u007f\u009b', 'abc'],
    [
      'a joiner inside an emoji stays',
      '👩\u200d🚀 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥',
      '👩\u200d🚀 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥',
    ],
    ['a keycap stays', '1\ufe0f\u20e3', '1\ufe0f\u20e3'],
    ['a Persian non-joiner stays', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['a Hindi joiner stays', 'क्\u200dष', 'क्\u200dष'],
    ['a Han variant stays', '葛\u{e0100}飾', '葛\u{e0100}飾'],
    ['a joiner between Latin letters goes', 'pass\u200dword\u200c', 'password'],
    ['a selector after a letter goes', 'a\ufe0fb 1\ufe0f2', 'ab 12'],
    ['Arabic number signs are seen, so they stay', '\u0601 \u06dd', '\u0601 \u06dd'],
    ['half a surrogate pair cannot break the text', 'a\ud83d b', 'a\ufffd b'],
  ])('%s', (_rule, raw, expected) => {
    expect(normaliseText(raw)).toBe(expected)
  })

  it('keeps thirty marks on a letter, more than any script has, and sorts no more of them', () => {
    const marked = normaliseText(`e${'\u0323\u0327'.repeat(1000)}t`)
    expect(marked.match(/\p{M}/gu)!.length).toBeLessThanOrEqual(30)
    expect(marked).toMatch(/^\p{L}\p{M}+t$/u)
    expect(normaliseText(marked)).toBe(marked)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(awkwardText, (raw) => {
        const once = normaliseText(raw)
        expect(normaliseText(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  it('changes nothing in blocks joined by blank lines', () => {
    fc.assert(
      fc.property(fc.array(awkwardText, { maxLength: 4 }), (raws) => {
        const joined = raws.map((raw) => normaliseText(raw).trim()).join('\n\n')
        expect(normaliseText(joined)).toBe(joined)
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves no invisible, control or direction character', () => {
    fc.assert(
      fc.property(awkwardText, (raw) => {
        const left = normaliseText(raw).replace(/[\u200c\u200d\ufe0e\ufe0f\u{e0100}-\u{e01ef}\n]/gu, '')
        expect(left).not.toMatch(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/u)
      }),
      { numRuns: 1000 },
    )
  })
})
