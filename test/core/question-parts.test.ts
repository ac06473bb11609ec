import { describe, expect, it } from 'vitest'
import { earlierQuestions } from '../../src/core/follow-up.ts'
import { questionParts } from '../../src/core/question-parts.ts'

describe('a question that asks two things', () => {
  it.each([
    ['Who called whom, and for how long?', ['Who called whom', 'for how long?']],
    ['When did it start and who paid?', ['When did it start', 'who paid?']],
    ['What broke? How much did it cost?', ['What broke?', 'How much did it cost?']],
    ['Wer hat gewonnen, und wie hoch?', ['Wer hat gewonnen', 'wie hoch?']],
    ['Кто победил и когда?', ['Кто победил', 'когда?']],
  ])('falls into its parts: %s', (question, parts) => {
    expect(questionParts(question)).toEqual(parts)
  })

  it.each([
    'Who won gold and silver?',
    'What did Anna, the whole time, know?',
    'Which towns, villages and farms?',
    '谁赢了',
  ])('stays whole where it asks one: %s', (question) => {
    expect(questionParts(question)).toEqual([question])
  })

  it('has no part without a word', () => {
    expect(questionParts('?! ??')).toEqual([])
  })
})

describe('the question before', () => {
  const asked = ['Who opened the bridge?', 'What did the mayor of Oldhaven say about the repairs?']

  it.each(['and why?', 'How long?', 'what about the ferries?', 'Why did he say that?', 'Und wann?'])(
    'is needed by a question with hardly a word of its own: %s',
    (question) => {
      expect(earlierQuestions(asked, question, 'en')).toBe(asked[1])
    },
  )

  it('is not needed by a question that stands by itself', () => {
    expect(earlierQuestions(asked, 'How many people cross the bridge every day?', 'en')).toBe('')
  })

  it('is followed back as long as it leans on another', () => {
    const questions = ['Who opened the bridge in the old town?', 'and when?']
    expect(earlierQuestions(questions, 'why?', 'en')).toBe('Who opened the bridge in the old town? and when?')
  })

  it('is nothing where nothing was asked before', () => {
    expect(earlierQuestions([], 'why?', 'en')).toBe('')
  })
})
