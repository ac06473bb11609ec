import { describe, expect, it } from 'vitest'
import { questionParts } from '../../src/core/question-parts.ts'

describe('a question that asks two things', () => {
  it.each([
    ['Who called whom, and for how long?', ['Who called whom', 'for how long?']],
    ['When did it start and who paid?', ['When did it start', 'who paid?']],
    ['What broke? How much did it cost?', ['What broke?', 'How much did it cost?']],
    ['Wer hat gewonnen, und wie hoch?', ['Wer hat gewonnen', 'wie hoch?']],
    ['Кто победил и когда?', ['Кто победил', 'когда?']],
    ['Chi ha vinto e per quanto tempo?', ['Chi ha vinto', 'per quanto tempo?']],
    ['Quem ganhou, e quando?', ['Quem ganhou', 'quando?']],
    ['Wie won er, en hoe lang duurde het?', ['Wie won er', 'hoe lang duurde het?']],
    ['من فاز ومتى؟', ['من فاز', 'ومتى؟']],
    ['谁打来的，通话多久？', ['谁打来的', '通话多久？']],
    ['誰が勝ち、いつ決まりましたか？', ['誰が勝ち', 'いつ決まりましたか？']],
  ])('falls into its parts: %s', (question, parts) => {
    expect(questionParts(question)).toEqual(parts)
  })

  it.each([
    'Who won gold and silver?',
    'What did Anna, the whole time, know?',
    'Which towns, villages and farms?',
    '谁赢了',
    '在北部，谁赢了选举？',
    'Qual è la capitale, Roma o Milano?',
  ])('stays whole where it asks one: %s', (question) => {
    expect(questionParts(question)).toEqual([question])
  })

  it('has no part without a word', () => {
    expect(questionParts('?! ??')).toEqual([])
  })
})
