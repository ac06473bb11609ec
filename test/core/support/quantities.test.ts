import { describe, expect, it } from 'vitest'
import { readQuantities } from '../../../src/core/support/read-quantities.ts'

const numbers = (text: string, language: string): string[] =>
  readQuantities(text, language).map(({ kind, readings, unit, bounds }) =>
    [
      kind === 'number' ? '' : `${kind} `,
      readings.map((reading) => Number(reading.toPrecision(6))).join(' or '),
      unit === null ? '' : ` ${unit.dimension}`,
      bounds.size === 0 ? '' : ` (${[...bounds].join(', ')})`,
    ].join(''),
  )

describe('numbers are read', () => {
  it.each([
    ['twenty-four people and one hundred and five cars', 'en', ['24', '105']],
    [
      'half a million, two thirds, a dozen, one in four',
      'en',
      ['500000', '0.666667', '12', '1 or 0.25', '4 or 0.25'],
    ],
    ['3,4 Millionen, vierundzwanzig, dreihundertvierzig', 'de', ['3.4e+6', '24', '340']],
    ['quatre-vingt-dix-sept et deux cent mille', 'fr', ['97', '200000']],
    ['dos mil trescientos millones, treinta y cuatro', 'es', ['2.3e+9', '34']],
    ['ventiquattro e duemila', 'it', ['24', '2000']],
    ['двадцать четыре тысячи и 3,4 млн', 'ru', ['24000', '3.4e+6']],
    ['12 bin 500 ve otuz dört', 'tr', ['12500', '34']],
    ['خمسة وعشرون و ١٢٠٠', 'ar', ['25', '1200']],
    ['1亿2000万人, 十五天', 'zh', ['1.2e+8', '15 time']],
    ['3万4千人と半額', 'ja', ['34000', '0.5']],
  ])('as words and as digits: %s', (text, language, expected) => {
    expect(
      numbers(text, language).map((each) => (Number.isFinite(Number(each)) ? String(Number(each)) : each)),
    ).toEqual(expected.map((each) => (Number.isFinite(Number(each)) ? String(Number(each)) : each)))
  })

  it('in both ways where a mark may group or divide', () => {
    expect(numbers('1.200 and 1,200.50 and 1 200', 'en')).toEqual(['1200 or 1.2', '1200.5', '1200'])
  })

  it('with the unit that they count', () => {
    expect(numbers('40 per cent, 3 percentage points, $3.4bn, fourteen months, half a year', 'en')).toEqual([
      '40 percent',
      '3 points',
      '3.4e+9 money-dollar'.replace('3.4e+9', '3400000000'),
      '14 month',
      '0.5 month',
    ])
  })

  it('with how exactly they are meant', () => {
    expect(numbers('up to 40, about 300, more than 12, nearly 60, within 5 days', 'en')).toEqual([
      '40 (at-most)',
      '300 (about)',
      '12 (over)',
      '60 (about, under)',
      '5 time (within)',
    ])
  })

  it('with the scale that a range says once', () => {
    expect(numbers('2.45–2.50 billion', 'en')).toEqual(['2.45 or 2450000000', '2500000000'])
    expect(numbers('fra i 600 e gli 800 mila euro', 'it')).toEqual([
      '600 or 600000 money-euro',
      '800000 money-euro',
    ])
    expect(numbers('4 bis 6 Monate', 'de')).toEqual(['4 month', '6 month'])
  })
})

describe('dates are read', () => {
  it.each([
    ['on Tuesday 3 March 2025', 'en', ['weekday 2', '3', 'month 3', '2025']],
    ['am 03.03.2025', 'de', ['3', '2025', 'month 3']],
    ['2024年3月5日', 'zh', ['2024', 'month 3', '5']],
    ['03/2027.', 'en', ['month 3', '2027']],
  ])('by day, month and year: %s', (text, language, expected) => {
    expect(numbers(text, language)).toEqual(expected)
  })

  it('and "may" is no month where it is a doubt', () => {
    expect(numbers('it may rain, but not in May 2025', 'en')).toEqual(['month 5', '2025'])
  })
})
