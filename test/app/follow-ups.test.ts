import { describe, expect, it } from 'vitest'
import { createBuiltInEngine } from '../../src/app/built-in-engine.ts'
import type { Turn } from '../../src/core/answer.ts'
import { anArticle } from '../support/an-article.ts'
import { BRIDGE_TALKS } from '../support/bridge-articles.ts'
import { MUSEUM_TALKS } from '../support/museum-articles.ts'

const TALKS = { ...BRIDGE_TALKS, ...MUSEUM_TALKS }

const engine = createBuiltInEngine()

describe('a conversation without a model', () => {
  it.each(Object.keys(TALKS))('follows pronouns and “what about” over six turns: %s', async (language) => {
    const { paragraphs, turns } = TALKS[language]!
    const article = anArticle(paragraphs, { language })
    const asked: Turn[] = []
    const given: string[] = []
    for (const [question] of turns) {
      const answer = await engine.answer(article, asked, question, {})
      asked.push({ question, answer: { question, ...answer } })
      given.push(answer.claims.map(({ text }) => text).join(' '))
    }
    for (const [at, [question, words]] of turns.entries()) {
      expect(`${question} ${given[at]}`).toContain(words)
    }
  })
})
