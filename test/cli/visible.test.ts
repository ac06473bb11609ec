import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paint } from '../../src/cli/paint.ts'
import { block } from '../../src/cli/styled.ts'
import { jsonLine, visible } from '../../src/cli/visible.ts'

/** What a terminal obeys: sequences of ECMA-48 in seven and in eight bits, strings of OSC, DCS, APC and PM, and less. */
const OBEYED = [
  '\u001b[2J',
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u001b]8;;https://evil.example\u001b\\',
  '\u001b]52;c;cm0gLXJm\u0007',
  '\u001bP+q544e\u001b\\',
  '\u001b_Gf=100\u001b\\',
  '\u001b^x\u001b\\',
  '\u001bc',
  '\u001b(0',
  '\u009b2J',
  '\u009d0;t\u009c',
  '\u0007',
  '\b\b',
  '\r',
  '\n',
  '\u000b',
  '\f',
  '\u000e',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200f',
  '\ufeff',
  '\u{e0041}',
  '\u{e0101}',
  '\u3164',
  '\u2800',
  '\u00ad',
  '\ud800',
  '\udc00',
  '\uffff',
  '\u001b',
  '[',
  ']',
  ';',
  'words',
  ' ',
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...OBEYED), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 30 })
  .map((pieces) => pieces.join(''))
const FORBIDDEN =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\u200b\ufeff\u3164\u2800\u00ad\u{e0000}-\u{e0fff}]/u

describe('what reaches a terminal', () => {
  it('holds nothing that it obeys and nothing that hides, whatever a page or a model says', () => {
    const property = fc.property(hostile, (text) => !FORBIDDEN.test(visible(text)))
    expect(fc.check(property, { numRuns: 5000, seed: 3 }).counterexample).toBeNull()
  })

  it('holds no sequence but ours also where colours and links are shown', () => {
    const look = { columns: 40, colour: true, hyperlinks: true }
    const property = fc.property(hostile, hostile, (text, link) => {
      const painted = paint(
        [block([{ text: `x${text}`, bold: true, link: `https://news.example/${link}` }])],
        look,
      )
      const left = painted
        .replaceAll(/\u001b\[(?:1|22)m|\u001b\]8;[\x21-\x7e]*\u001b\\/gu, '')
        .replaceAll('\n', '')
      return !FORBIDDEN.test(left)
    })
    expect(fc.check(property, { numRuns: 3000, seed: 3 }).counterexample).toBeNull()
  })

  it('holds no such thing in JSON, which still means the same', () => {
    const property = fc.property(hostile, (text) => {
      const line = jsonLine({ text })
      const isSame = (JSON.parse(line) as { text: string }).text === text
      return isSame && !/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u.test(line.slice(0, -1))
    })
    expect(fc.check(property, { numRuns: 3000, seed: 3 }).counterexample).toBeNull()
  })
})
