import { describe, expect, it } from 'vitest'
import { createBuiltInEngine } from '../../src/app/built-in-engine.ts'
import type { EngineAnswer } from '../../src/app/engine.ts'
import { isInOtherLanguage } from '../../src/core/question-language.ts'
import { anArticle } from '../support/an-article.ts'
import { BRIDGE_TALKS } from '../support/bridge-articles.ts'

const ask = (question: string, language: string): Promise<EngineAnswer> =>
  createBuiltInEngine().answer(anArticle(BRIDGE_TALKS[language]!.paragraphs, { language }), [], question, {})

describe('a question in another language than the article', () => {
  it.each([
    ['Wie viele Gäste kamen zu der Feier?', 'en'],
    ['¿Por qué la carretera no está terminada?', 'en'],
    ['Why will the ferries go on sailing until October?', 'de'],
    ['Почему паромы ещё ходят?', 'en'],
    ['What did the bridge cost?', 'zh'],
    ['为什么渡轮还在航行？', 'fr'],
  ])('is answered by no sentence, and told why: %s', async (question, language) => {
    const { status, claims, missing, run } = await ask(question, language)
    expect({ status, claims, missing }).toEqual({ status: 'not-in-article', claims: [], missing: [question] })
    expect(run.notices).toMatchObject([
      { code: 'language-ignored', message: expect.stringContaining('only names and numbers can be matched') },
    ])
  })

  it('names the sentence that holds its names and numbers as the closest', async () => {
    const { nearest } = await ask('Wann ist der Ingenieur Jon Pell in die Berge gezogen?', 'en')
    expect(nearest?.text).toContain('Jon Pell')
    expect((await ask('Wer hat die 62 bezahlt, und warum?', 'en')).nearest?.text).toContain('62 million')
  })

  it('is answered where it asks with nothing else', async () => {
    const { status, claims, run } = await ask('Wer ist Jon Pell?', 'en')
    expect([status, claims[0]?.quotes[0]?.text.includes('Jon Pell')]).toEqual(['answered', true])
    expect(run.notices).toHaveLength(1)
  })

  it.each(Object.entries(BRIDGE_TALKS))('is not suspected in its own: %s', (language, { turns }) => {
    for (const [question] of turns) expect(isInOtherLanguage(question, language)).toBe(false)
  })
})
