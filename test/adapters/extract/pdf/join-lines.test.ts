import { describe, expect, it } from 'vitest'
import { joinLines, vocabularyOf } from '../../../../src/adapters/extract/pdf/join-lines.ts'

const join = (lines: readonly string[], elsewhere: readonly string[] = []): string =>
  joinLines(lines, vocabularyOf([...lines, ...elsewhere]))

describe('the end of a line', () => {
  it.each([
    ['is a space', ['one', 'two'], 'one two'],
    ['is nothing between characters without spaces', ['東京は', '雨だ'], '東京は雨だ'],
    ['is a space between a word and such a character', ['Tokyo', '東京'], 'Tokyo 東京'],
    ['with a hyphen in a word is nothing', ['the admin-', 'istration'], 'the administration'],
    ['with a soft hyphen is nothing', ['the admin\u00ad', 'Istration'], 'the adminIstration'],
    ['with a hyphen before a capital keeps it', ['the Anglo-', 'Saxon'], 'the Anglo-Saxon'],
    ['with a hyphen before a number keeps it', ['COVID-', '19'], 'COVID-19'],
    ['with a hyphen between numbers keeps it', ['2019-', '2020'], '2019-2020'],
    ['with a dash keeps it and its space', ['the lake –', 'or so'], 'the lake – or so'],
    ['with a dash between numbers has no space', ['2019–', '2020'], '2019–2020'],
    ['with a hyphen that stands for a word keeps it', ['Vor-', 'und Nachteile'], 'Vor- und Nachteile'],
    ['with a hyphen in a compound of three keeps it', ['state-of-the-', 'art'], 'state-of-the-art'],
    ['with a hyphen behind a word of its own keeps it', ['self-', 'made'], 'self-made'],
    ['with a hyphen behind one letter keeps it', ['an e-', 'mail'], 'an e-mail'],
    ['in an address has no space', ['https://lantern.example/', 'herons'], 'https://lantern.example/herons'],
  ])('%s', (_, lines, text) => {
    expect(join(lines)).toBe(text)
  })

  it('keeps the hyphen of a compound that the document writes elsewhere, and only so', () => {
    expect(join(['a reed-', 'bed'], ['the reed-bed of the lake'])).toBe('a reed-bed')
    expect(join(['a reed-', 'bed'], ['the reed-bed of the lake', 'the reedbed'])).toBe('a reedbed')
    expect(join(['a reed-', 'bed'])).toBe('a reedbed')
  })
})
