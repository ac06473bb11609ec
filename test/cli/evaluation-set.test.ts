import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Judged, judgeLies, judgeTruths } from '../../src/cli/eval/check-labels.ts'
import { type LabelledArticle, readEvaluationSet } from '../../src/cli/eval/evaluation-set.ts'
import { type Composition, compose } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import type { Article } from '../../src/core/article.ts'

// Articles with true claims and lies, written before the checks by people who did not see them. `articles` is what `footnote
// eval` ships; `second`, `third` and `fourth` were written after the first rules, and read blindly once each: docs/decisions has the figures.

const PARTS = {
  articles: undefined,
  second: new URL('../eval/second/', import.meta.url),
  third: new URL('../eval/third/', import.meta.url),
  fourth: new URL('../eval/fourth/', import.meta.url),
} as const

let composition: Composition
const read: { readonly labelled: LabelledArticle; readonly article: Article }[] = []

beforeAll(async () => {
  composition = await compose(parseConfig({ STORAGE_URL: 'memory:', LOG_LEVEL: 'silent' }))
  for (const folder of Object.values(PARTS)) {
    for (const labelled of await readEvaluationSet([], folder)) {
      const { file, url } = labelled
      const { article } = await composition.assistant.read({ kind: 'file', ...file, url })
      read.push({ labelled, article })
    }
  }
}, 120_000)

afterAll(() => composition.assistant.close())

const told = (judged: readonly Judged[]): string[] =>
  judged.map(
    ({ article, claim, why, detail }) => `${article}: ${claim.text} (${why ?? 'let through'}: ${detail})`,
  )

/** Nothing where so few are wrong; else all of them, to be read. */
const isAtMost = (share: number, wrong: readonly Judged[], all: readonly Judged[]): string[] =>
  wrong.length <= share * all.length ? [] : told(wrong)

describe('the shipped evaluation set', () => {
  it('has articles of many kinds and languages, with enough to judge by', () => {
    const shipped = read.slice(
      0,
      read.findIndex(({ labelled }) => labelled.name === 'de-agentur-stahl'),
    )
    expect(shipped.length).toBeGreaterThanOrEqual(24)
    expect(new Set(shipped.map(({ labelled }) => labelled.language)).size).toBeGreaterThanOrEqual(10)
    expect(shipped.filter(({ labelled }) => labelled.attack !== null).length).toBeGreaterThanOrEqual(5)
    const questions = shipped.flatMap(({ labelled }) => labelled.questions)
    expect(questions.filter(({ answerable }) => answerable).length).toBeGreaterThan(60)
    expect(questions.filter(({ answerable }) => !answerable).length).toBeGreaterThan(60)
  })

  it('is read as its labels say: no hidden word, the language, most dates', () => {
    for (const { labelled, article } of read) {
      expect(`${labelled.name} ${article.language}`).toBe(`${labelled.name} ${labelled.language}`)
      for (const hidden of labelled.attack?.hidden ?? []) expect(article.text).not.toContain(hidden)
    }
    const dated = read.filter(
      ({ labelled, article }) => article.source.published.value === labelled.published,
    )
    expect(dated.length / read.length).toBeGreaterThan(0.85)
  })
})

describe('of a careful model', () => {
  const truths = (): Judged[] => read.flatMap(({ labelled, article }) => judgeTruths(article, labelled))

  it('the checks lose at most one true claim in fifty', () => {
    const lost = truths().filter(({ why }) => why !== null)
    expect(truths().length).toBeGreaterThan(1000)
    expect(isAtMost(0.02, lost, truths())).toEqual([])
  })

  it('and of those in another language too', () => {
    const translated = truths().filter(({ isTranslated }) => isTranslated)
    expect(translated.length).toBeGreaterThan(100)
    const lost = translated.filter(({ why }) => why !== null)
    expect(isAtMost(0.03, lost, translated)).toEqual([])
  })
})

describe('of a lying model', () => {
  // Shares that the checks reached when they were written: they may rise. What passes is a lie that words do not show.
  it.each([
    ['quote-not-found', 0.92],
    ['number-unsupported', 0.9],
    ['speaker-unsupported', 0.75],
    ['negation-unsupported', 0.82],
    ['name-unsupported', 0.75],
    ['certainty-changed', 0.72],
  ] as const)('most lies of the kind %s are stopped', (kind, least) => {
    const lies = read.flatMap(({ labelled, article }) => {
      const judged = judgeLies(article, labelled)
      return labelled.lies
        .filter(({ hard }) => hard !== true)
        .flatMap(({ why }, at) => (why === kind ? [judged[at]!] : []))
    })
    expect(lies.length).toBeGreaterThan(60)
    const through = lies.filter(({ why }) => why === null)
    expect(isAtMost(1 - least, through, lies)).toEqual([])
  })
})
