import { describe, expect, it } from 'vitest'
import { findLatestMention, findUnclearDate, findWrittenDate } from '../../src/core/written-date.ts'

describe('findWrittenDate', () => {
  it.each([
    ['Published: May 13, 2022', '2022-05-13'],
    ['Friday, August 19, 2022', '2022-08-19'],
    ['13 May 2022', '2022-05-13'],
    ['Sept. 3rd, 2021', '2021-09-03'],
    ['the 3rd of March 2021', '2021-03-03'],
    ['Stand: 4. Oktober 2023, 18:30 Uhr', '2023-10-04'],
    ['1. März 2020', '2020-03-01'],
    ['Publié le 1er août 2021', '2021-08-01'],
    ['3 de mayo de 2020', '2020-05-03'],
    ['12 luglio 2019', '2019-07-12'],
    ['5 de março de 2021', '2021-03-05'],
    ['7 maart 2022', '2022-03-07'],
    ['2022-05-13T10:00:00+02:00', '2022-05-13'],
    ['2023年10月4日 18時30分', '2023-10-04'],
    ['2023/10/04', '2023-10-04'],
    ['04.10.2023', '2023-10-04'],
    ['13/05/2022', '2022-05-13'],
    ['05/13/2022', '2022-05-13'],
    ['2022-05-13 and 1 June 2023', '2022-05-13'],
  ])('%s', (text, value) => {
    expect(findWrittenDate(text)?.value).toBe(value)
  })

  it.each([
    '03/04/2022',
    'May 2022',
    'Friday',
    'February 30, 2022',
    '31.02.2022',
    'version 1.2.2022.4',
    '2022-13-01',
    'room 5 2020',
  ])('finds no day in: %s', (text) => {
    expect(findWrittenDate(text)).toBeNull()
  })

  it('names a date that can be read in two ways', () => {
    expect(findUnclearDate('on 03/04/2022 by')).toBe('03/04/2022')
    expect(findUnclearDate('on 13/04/2022')).toBeNull()
    expect(findUnclearDate('on 04/04/2022')).toBeNull()
  })
})

describe('findLatestMention', () => {
  it('tells the latest day without a year, in the words of the text', () => {
    expect(findLatestMention('It began on Feb.24. He spoke in late March, and before that on Feb.18.')).toBe(
      'late March',
    )
    expect(findLatestMention('On June 3 and again on June 12, but he may 5 times.')).toBe('June 12')
  })

  it('stays silent where the order is not known', () => {
    expect(findLatestMention('On December 3 and January 5.')).toBeNull()
    expect(findLatestMention('Nobody said when. In May 2020.')).toBeNull()
  })
})
