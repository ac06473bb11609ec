import { describe, expect, it } from 'vitest'
import { checkSpeaker } from '../../src/core/speaker.ts'
import { anArticle } from '../support/an-article.ts'

const article = anArticle([
  'Selon un communiqué du port, le quai ferme lundi. The mayor, Ana Ruiz, said that the ferry would stop. A report by the county counted nine boats.',
])
const kindOf = (name: string | null): string | null => {
  const speaker = checkSpeaker(article, name)
  return typeof speaker === 'string' ? speaker : (speaker?.kind ?? null)
}

describe('whom a claim is given to', () => {
  it.each([
    ['Ana Ruiz', 'named'],
    ['the mayor', 'unnamed'],
    ['a report', 'document'],
    ['un communiqué', 'document'],
    ['the writer', 'writer'],
    ['the article', null],
    ['', null],
    [null, null],
    ['Carl Noonan', 'unsupported'],
    ['Ana Noonan', 'unsupported'],
  ])('%j is %j', (name, kind) => {
    expect(kindOf(name)).toBe(kind)
  })
})
