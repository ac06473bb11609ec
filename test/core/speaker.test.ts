import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../src/core/claim.ts'
import { findQuote } from '../../src/core/quote.ts'
import { checkSpeaker } from '../../src/core/speaker.ts'
import { anArticle } from '../support/an-article.ts'
import { labelledVoices } from '../support/labelled-voices.ts'

const article = anArticle([
  'The ferry to Garrow will stop on Monday. John Kirby, the Pentagon spokesman, said the pier was no longer safe. “Nobody wanted this to happen,” he told reporters.',
  'Mayor Ana Ruiz called the plan “a slap in the face of every islander.” A defense official said the Navy would send two boats.',
  'A report by the county counted nine boats in the harbour. The boats were described as “barely fit for the sea.”',
  'Carl Noonan watched from the quay. The goats stayed ashore all day.',
])

/** What becomes of a model's speaker beside these words as its proof. */
function check(name: string | null, words: string): Speaker | null | 'unsupported' {
  const finding = findQuote(article, words, null)
  if (!finding.found) throw new Error(`Not in the article: ${words}`)
  return checkSpeaker(article, name, finding.quotes)
}
const KIRBY = { name: 'John Kirby', kind: 'named', via: [] }

describe('a model’s speaker', () => {
  it.each([
    ['the full name', 'John Kirby'],
    ['the last name', 'Kirby'],
    ['the name with its title', 'Mr. Kirby'],
    ['what the article calls that person', 'the Pentagon spokesman'],
    ['a pronoun that means that person beside its quote', 'Kirby', 'Nobody wanted this to happen'],
  ])('is our record of the voice: %s', (_rule, name, words = 'the pier was no longer safe') => {
    expect(check(name, words)).toEqual(KIRBY)
  })

  it.each([
    ['a name that the article does not have', 'Lars Brandt', 'the pier was no longer safe'],
    ['half a name of it', 'Ana Noonan', 'a slap in the face of every islander'],
    ['a name that says something else', 'Ana Ruiz', 'the pier was no longer safe'],
    ['a name that says nothing', 'Carl Noonan', 'Nobody wanted this to happen'],
    ['a name beside no verb of saying', 'Carl Noonan', 'The goats stayed ashore all day'],
    ['a name beside words of nobody named', 'Carl Noonan', 'the Navy would send two boats'],
    ['the writer where somebody else plainly speaks', 'the writer', 'the pier was no longer safe'],
    ['somebody else of the same office', 'Pentagon spokesman Carl Noonan', 'the pier was no longer safe'],
    ['a person for words of an unnamed one', 'Lars Brandt', 'the Navy would send two boats'],
  ])('is unsupported: %s', (_rule, name, words) => {
    expect(check(name, words)).toBe('unsupported')
  })

  it('may describe an unnamed voice in the claim’s own language, and ours is shown', () => {
    const official = { name: 'a defense official', kind: 'unnamed', via: [] }
    expect(check('ein Vertreter des Ministeriums', 'the Navy would send two boats')).toEqual(official)
    expect(check('an official of the defense ministry', 'the Navy would send two boats')).toEqual(official)
  })

  it('is added where the words are plainly somebody’s and the model names nobody', () => {
    expect(check(null, 'Nobody wanted this to happen')).toEqual(KIRBY)
    expect(check('the article', 'the pier was no longer safe')).toEqual(KIRBY)
  })

  it.each([
    ['the article itself reports', 'The goats stayed ashore all day'],
    ['the text does not say whose words they are', 'described as “barely fit for the sea'],
  ])('stays nobody where %s', (_rule, words) => {
    expect(check(null, words)).toBeNull()
  })

  it('may be the writer where the article is not reporting', () => {
    expect(check('the writer', 'The goats stayed ashore all day')).toMatchObject({ kind: 'writer' })
  })
})

describe('on labelled news', () => {
  const checked = (['tuned', 'held-out', 'languages'] as const).flatMap((part) =>
    labelledVoices(part).flatMap(({ text, language, quotes }) => {
      const read = anArticle(text.split('\n\n'), { language })
      const names = [...new Set(quotes.flatMap(({ speaker }) => speaker ?? []))]
      return quotes.flatMap(({ start, end, speaker }) => {
        const finding = findQuote(read, text.slice(start, end), null)
        if (speaker === null || !finding.found) return []
        const others = names.filter((name) => !name.includes(speaker) && !speaker.includes(name))
        return [
          {
            isKept: checkSpeaker(read, speaker, finding.quotes) !== 'unsupported',
            lies: others.length,
            caught: others.filter((name) => checkSpeaker(read, name, finding.quotes) === 'unsupported')
              .length,
          },
        ]
      })
    }),
  )

  it('a model that names the right voices loses at most one in fifty', () => {
    expect(checked.length).toBeGreaterThan(200)
    expect(checked.filter(({ isKept }) => isKept).length / checked.length).toBeGreaterThan(0.98)
  })

  it('a model that mixes the voices up is caught', () => {
    const lies = checked.reduce((sum, each) => sum + each.lies, 0)
    const caught = checked.reduce((sum, each) => sum + each.caught, 0)
    expect(lies).toBeGreaterThan(1000)
    expect(caught / lies).toBeGreaterThan(0.93)
  })
})
