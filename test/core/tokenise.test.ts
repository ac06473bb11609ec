import { describe, expect, it } from 'vitest'
import { stemmerFor } from '../../src/core/stem.ts'
import { tokenise } from '../../src/core/tokenise.ts'

const words = (text: string): string[] => tokenise(text).map(({ word }) => word)

describe('reading words', () => {
  it('folds case and accents, and keeps numbers whole', () => {
    expect(words('In Ålesund: 1,200.5 kg — Straße, ИЙ')).toEqual([
      'in',
      'alesund',
      '1,200.5',
      'kg',
      'strasse',
      'ии',
    ])
  })

  it('gives overlapping pairs of characters where words have no spaces', () => {
    expect(words('北京大学3个。漢')).toEqual(['北京', '京大', '大学', '3', '个', '漢'])
    expect(words('𠮷野家')).toEqual(['𠮷野', '野家'])
  })

  it.each(['Zoë’s 3rd 😀 call, Feb.24', '在𠮷野家 eat 3 个', '“Ünïcode” e\u0301te'])(
    'says where each word stands: %s',
    (text) => {
      for (const { word, start, end } of tokenise(text)) {
        expect(words(text.slice(start, end))).toEqual([word])
      }
    },
  )
})

describe('taking endings off', () => {
  it.each([
    ['en', 'call calls called calling'],
    ['en', 'speak spoke spoken'],
    ['en', 'country countries'],
    ['en', 'run running runs'],
    ['en', '1980 1980s'],
    ['de', 'Gespräch Gespräche Gespräches Gesprächen Gesprache'],
    ['fr', 'national nationales nationale'],
    ['es', 'ministro ministros'],
    ['ru', 'инспектор инспекторы инспекторов инспектору'],
    ['it', 'nazione nazioni'],
    ['pt', 'menino meninos Menina'],
    ['nl', 'leraar leraren Leraar'],
    ['sv', 'flicka flickor flickornas'],
    ['tr', 'kitap kitaplar kitapları Kitaplarından'],
    ['tr', 'IŞIK ışık ışıklar'],
    ['ar', 'مدرسة المدرسة والمدرسة'],
  ])('makes one term of the forms of a word: %s %s', (language, forms) => {
    const stem = stemmerFor(language)
    expect(new Set(forms.split(' ').map(stem)).size).toBe(1)
  })

  it('leaves words alone in a language that it does not know, but for case and accents', () => {
    expect(stemmerFor('und')('Calls')).toBe('calls')
    expect(stemmerFor('und')('Čália')).toBe('calia')
  })

  it('keeps different words apart', () => {
    const stem = stemmerFor('en')
    expect(stem('minister')).not.toBe(stem('mine'))
    expect(stem('bus')).not.toBe(stem('bush'))
  })
})
