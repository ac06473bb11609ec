import { describe, expect, it } from 'vitest'
import { groupVoices } from '../../../src/core/voices/group-voices.ts'
import { namedNotQuoted } from '../../../src/core/voices/named-not-quoted.ts'
import { speakerAt } from '../../../src/core/voices/voices-of.ts'
import { anArticle } from '../../support/an-article.ts'

const article = anArticle([
  'I think the board has failed us. The loss was described as “quite unheard of here.”',
  'A defense official said “the boats are ready.” The report said “nine piers are cracked.”',
  'Mayor Ana Ruiz said “it is closed.” She added that the ferry would return in the spring. “Ask the board,” Ruiz said.',
  'Keeper Carl Noonan told the crew it was “a shame for all,” according to the Harbour Post.',
  'John Dray, the captain, watched from the quay.',
])

describe('voices of an article', () => {
  it('are sorted by how near the reader is to them, one entry for a speaker’s words of one directness', () => {
    const shown = groupVoices(article).map(({ speaker, direct, quotes }) => [
      speaker?.name ?? null,
      direct,
      quotes.length,
    ])
    expect(shown).toEqual([
      ['Ana Ruiz', true, 2],
      ['the report', true, 1],
      ['Ana Ruiz', false, 1],
      ['a defense official', true, 1],
      ['Carl Noonan', true, 1],
      [null, true, 1],
      ['the writer', false, 1],
    ])
  })

  it('are no voices of an article where they are more than anybody reads', () => {
    const quotes = (count: number) =>
      anArticle(Array.from({ length: 100 }, () => '“herons” '.repeat(count / 100)))
    expect(groupVoices(quotes(20_000)).flatMap(({ quotes: some }) => some)).toHaveLength(20_000)
    expect(() => groupVoices(quotes(20_100))).toThrow(/more text than I read at once/u)
  })

  it('have quotes that are slices of the article', () => {
    for (const { start, end, text, sentence } of groupVoices(article).flatMap(({ quotes }) => quotes)) {
      expect(article.text.slice(start, end)).toBe(text)
      expect(sentence.start <= start && end <= sentence.end).toBe(true)
    }
  })

  it('leave over those who are named and say nothing', () => {
    expect(namedNotQuoted(article)).toEqual(['John Dray'])
  })
})

describe('the voice of a sentence', () => {
  const speakerOf = (sentence: string): string | null => {
    const start = article.text.indexOf(sentence)
    return speakerAt(article, { start, end: start + sentence.length })?.name ?? null
  }

  it.each([
    ['quoted words', '“Ask the board,” Ruiz said.', 'Ana Ruiz'],
    ['reported words', 'She added that the ferry would return in the spring.', 'Ana Ruiz'],
    ['a report of facts', 'John Dray, the captain, watched from the quay.', null],
    ['words of nobody named', 'The loss was described as “quite unheard of here.”', null],
    [
      'two voices',
      'A defense official said “the boats are ready.” The report said “nine piers are cracked.”',
      null,
    ],
  ])('of %s', (_what, sentence, speaker) => {
    expect(speakerOf(sentence)).toBe(speaker)
  })
})
