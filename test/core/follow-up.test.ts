import { describe, expect, it } from 'vitest'
import { earlierQuestions, leaningOf } from '../../src/core/follow-up.ts'
import { FOLLOW_UPS } from '../support/follow-up-questions.ts'

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

  describe.each(Object.entries(FOLLOW_UPS))('in %s', (language, { before, lean, alone }) => {
    it.each(lean)('is needed by: %s', (question) => {
      expect(earlierQuestions([before], question, language)).toBe(before)
    })

    it.each(alone)('is not needed by: %s', (question) => {
      expect(earlierQuestions([before], question, language)).toBe('')
    })
  })

  it('gives way to the names in its answer where a pronoun stands beside other words', () => {
    const text = 'Mayor Ilse Brandt opened the bridge on Friday.'
    const quote = {
      passage: 'P1',
      start: 0,
      end: text.length,
      text,
      sentence: { start: 0, end: 1 },
      link: null,
      page: null,
    }
    const answer = {
      question: 'Who opened the bridge?',
      status: 'answered',
      claims: [{ text, speaker: null, quotes: [quote] }],
      dropped: [],
      missing: [],
      nearest: null,
    } as const
    const turns = [{ question: answer.question, answer }]
    expect(leaningOf(turns, 'What did she say about the ferry?', 'en').earlier).toBe('Mayor Ilse Brandt')
    expect(leaningOf(turns, 'And when?', 'en')).toMatchObject({ earlier: answer.question, isFragment: true })
    expect(leaningOf(turns, 'What did the repairs cost the region?', 'en').earlier).toBe('')
  })

  it('is nothing where nothing was asked before', () => {
    expect(earlierQuestions([], 'why?', 'en')).toBe('')
  })
})
