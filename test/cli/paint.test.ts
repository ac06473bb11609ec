import { describe, expect, it } from 'vitest'
import { paint, PLAIN } from '../../src/cli/paint.ts'
import { block, emptyLine } from '../../src/cli/styled.ts'
import { jsonLine, visible } from '../../src/cli/visible.ts'
import { columnsOf, wrap } from '../../src/cli/wrap.ts'

const linesOf = (text: string, columns: number): string[] =>
  wrap(text, columns).map(({ start, end }) => text.slice(start, end))

describe('wrapping', () => {
  it('breaks between words and leaves the space at the end of a line out', () => {
    expect(linesOf('one two three four', 9)).toEqual(['one two', 'three', 'four'])
  })

  it('leaves a separator on the line of the words before it', () => {
    expect(linesOf('one two · three', 9)).toEqual(['one two ·', 'three'])
    expect(linesOf('one two · three', 8)).toEqual(['one', 'two ·', 'three'])
  })

  it('counts a wide character as two columns and may break beside it', () => {
    expect(columnsOf('灯塔 ab')).toBe(7)
    expect(linesOf('灯塔再次点亮了', 6)).toEqual(['灯塔再', '次点亮', '了'])
  })

  it('never begins a line with a closing sign of a script without spaces', () => {
    expect(linesOf('灯塔再。次', 6)).toEqual(['灯塔', '再。次'])
  })

  it('cuts a word that is wider than the line, but no character', () => {
    expect(linesOf('aaaaaaaa', 3)).toEqual(['aaa', 'aaa', 'aa'])
    expect(linesOf('👩‍🚀👩‍🚀👩‍🚀', 4)).toEqual(['👩‍🚀👩‍🚀', '👩‍🚀'])
  })

  it('counts a combining mark as nothing', () => {
    expect(columnsOf('e\u0301')).toBe(1)
  })
})

describe('painting', () => {
  it('indents the lines after the first by the width of the lead', () => {
    const painted = paint([block('alpha beta gamma delta', '10. ')], { ...PLAIN, columns: 20 })
    expect(painted).toBe('10. alpha beta gamma\n    delta\n')
  })

  it('writes no escape sequence into a plain output', () => {
    const pieces = [{ text: 'words', bold: true, link: 'https://a.example/' }]
    expect(paint([block(pieces), emptyLine], PLAIN)).toBe('words\n\n')
  })

  it('repeats a link on every line that its words take', () => {
    const pieces = [{ text: 'alpha beta gamma delta', link: 'https://a.example/#:~:text=x' }]
    const painted = paint([block(pieces)], { columns: 20, colour: false, hyperlinks: true })
    expect(painted.match(/\u001b\]8;id=0-0;https:\/\/a\.example\/#:~:text=x\u001b\\/g)).toHaveLength(2)
    expect(painted.match(/\u001b\]8;;\u001b\\/g)).toHaveLength(2)
  })

  it.each([
    'javascript:alert(1)',
    'https://a.example/\u001b]0;owned\u0007',
    'https://a.example/ b',
    'https://',
  ])('opens no link to %j', (link) => {
    const painted = paint([block([{ text: 'words', link }])], { ...PLAIN, hyperlinks: true })
    expect(painted).toBe('words\n')
  })

  it.each([
    ['a colour', '\u001b[31mred'],
    ['a window title', '\u001b]0;owned\u0007'],
    ['an 8-bit control sequence', '\u009b2J'],
    ['a carriage return over what stands there', 'true\rfalse'],
    ['a backspace', 'yes\b\b\bno'],
    ['a turned writing direction', '\u202etxt.exe'],
    ['an invisible character', 'pass\u200bword'],
    ['tag characters', 'a\u{e0041}b'],
  ])('lets %s of a stranger do nothing', (_name, text) => {
    const painted = paint([block([{ text, bold: true }], '1. ')], { ...PLAIN, colour: true })
    const ours = painted.replaceAll('\u001b[1m', '').replaceAll('\u001b[22m', '').replace(/\n$/, '')
    expect(ours).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  it('leaves a block whole that says so, however narrow the terminal', () => {
    const address = `https://example.org/${'a'.repeat(90)}`
    expect(paint([{ ...block(address), whole: true }], { ...PLAIN, columns: 40 })).toBe(`${address}\n`)
  })

  it('keeps the joiners that scripts and emoji need', () => {
    expect(visible('می\u200cخواهم 👩\u200d🚀')).toBe('می\u200cخواهم 👩\u200d🚀')
  })
})

describe('one line of JSON', () => {
  it('means the same and holds nothing that a terminal obeys', () => {
    const value = { title: 'a\u009b2J\u202eb\u{e0041}\u2028c', text: 'new\nline' }
    const line = jsonLine(value)
    expect(JSON.parse(line)).toEqual(value)
    expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u)
  })
})
