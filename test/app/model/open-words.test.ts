import { describe, expect, it } from 'vitest'
import { openWords } from '../../../src/app/model/open-words.ts'

const QUESTION = 'When was the call, and how much did Mayor Ana Ruiz pay?'

describe('what stays open of a question', () => {
  it.each([
    [['how much did Mayor Ana Ruiz pay?'], ['how much did Mayor Ana Ruiz pay']],
    [['HOW MUCH'], ['how much']],
    [['the amount that mayor ana ruiz paid'], ['Mayor Ana Ruiz']],
    [['that she stole the money'], []],
    [['whether Ruiz resigned in disgrace'], ['Ruiz']],
    [['the'], []],
    [['', '  '], []],
    [['how much', 'how much did'], ['how much did']],
  ])('%j becomes %j', (phrases, open) => expect(openWords(QUESTION, phrases)).toEqual(open))

  it('is found where words have no spaces', () => {
    expect(openWords('会談はいつ行われましたか', ['いつ行われました'])).toEqual(['いつ行われました'])
  })

  it('never holds a word that the question does not', () => {
    for (const open of openWords(QUESTION, ['Ana Ruiz bribed the council', 'call girls', 'pay <@1>'])) {
      expect(QUESTION).toContain(open)
    }
  })
})
