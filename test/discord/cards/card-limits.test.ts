import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Notice } from '../../../src/core/source.ts'
import { type CardFacts, summaryCard } from '../../../src/discord/cards/card.ts'
import { passGate } from '../../../src/discord/outgoing/gate.ts'
import { visibleLength } from '../../../src/discord/cards/markup.ts'
import { pageOf, turnButtons } from '../../../src/discord/cards/paging.ts'
import { pageStarts, pointsPage } from '../../../src/discord/cards/points-page.ts'
import { sourcesView } from '../../../src/discord/cards/sources-view.ts'
import { CARD } from '../../../src/discord/texts.ts'
import type { View } from '../../../src/discord/cards/view.ts'
import { aRun } from '../../support/a-run.ts'
import { article, claim, facts, result, wordsOf } from '../../support/a-card.ts'

// Whatever an article is like: a card fits a phone and Discord, and nothing is lost between its pages.

const WORDS =
  'the bridge of Ostvik closed on Tuesday after Mayor Ida Brandt read a report, costs 4.2 million (crowns) and *nobody* objected'.split(
    ' ',
  )
const words = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength, maxLength }).map((chosen) => chosen.join(' '))
const notice: fc.Arbitrary<Notice> = fc.record({
  code: fc.constantFrom('old-story', 'labelled', 'date-conflict', 'truncated'),
  message: words(3, 60).map((message) => `${message}.`),
  evidence: fc.constant(['x']),
})
const named = words(1, 12).map((name) => ({ name, basis: 'meta' }))
const sentence = fc
  .oneof({ weight: 4, arbitrary: words(6, 22) }, words(20, 90))
  .map((text) => `Then ${text} again.`)

const anyCard: fc.Arbitrary<CardFacts> = fc
  .record({
    title: fc.oneof(words(0, 50), fc.string({ unit: 'grapheme', maxLength: 200 })),
    sentences: fc.array(sentence, { minLength: 1, maxLength: 12 }),
    said: fc.array(fc.option(words(6, 24), { nil: undefined }), { minLength: 12, maxLength: 12 }),
    source: fc.record({
      notices: fc.array(notice, { maxLength: 5 }),
      authors: fc.array(named, { maxLength: 5 }),
      origin: fc.option(
        named.map(({ name }) => ({ name, url: null, basis: 'x' })),
        { nil: null },
      ),
      published: fc.constantFrom(
        { value: '2022-05-13', basis: 'meta' } as const,
        { value: null, basis: 'none' } as const,
      ),
    }),
    model: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 90 }),
    notes: fc.array(words(4, 50), { maxLength: 3 }),
    linesLeftOut: fc.nat(2000),
    dropped: fc.nat(12),
    isUnheard: fc.boolean(),
  })
  .map(({ title, sentences, said, source, ...made }) => {
    const numbered = sentences.map((text, index) => `Number ${index + 1}. ${text}`)
    const of = article(numbered, title, source)
    const claims = sentences.map((text, index) => {
      const at = of.text.indexOf(`Number ${index + 1}.`)
      const proven = of.text.indexOf(text, at)
      const span = { start: proven, end: proven + text.length }
      const ours = said[index]
      const base = claim(of, text, ours === undefined ? {} : { text: ours })
      return {
        ...base,
        text: ours ?? text,
        quotes: base.quotes.map((quote) => ({ ...quote, ...span, sentence: span })),
      }
    })
    const run = aRun({
      engine: 'openai',
      model: made.model,
      notices: made.notes.map((message) => ({ code: 'part-unread' as const, message })),
    })
    return facts(of, claims, {
      result: { ...result(claims, made.dropped), run },
      linesLeftOut: made.linesLeftOut,
      howToAsk: made.isUnheard ? CARD.howToAskUnseen : null,
    })
  })

function requireFits(view: View): void {
  if (view.kind !== 'card') throw new Error('not a card')
  const text = wordsOf(view)
  expect(visibleLength(text)).toBeLessThanOrEqual(1200)
  requireSendable(view)
}

function requireSendable(view: View): void {
  if (view.kind !== 'card') throw new Error('not a card')
  const text = wordsOf(view)
  expect([...text].length).toBeLessThanOrEqual(4000)
  expect(JSON.stringify(view.components).match(/"type":/gu)?.length).toBeLessThanOrEqual(40)
  // Every link is whole: its words, and an address that is one of ours.
  for (const [, address = ''] of text.matchAll(/(?<!\\)\]\(([^)]*)\)?/gu))
    expect(view.links).toContain(address)
  // The gate cuts nothing; at most it puts one more escape before what looks like a link.
  const passed = passGate({ components: view.components }, { links: view.links })
  expect(withoutEscapes(passed.components)).toBe(withoutEscapes(view.components))
}

const withoutEscapes = (components: unknown): string => JSON.stringify(components).replaceAll('\\', '')

const numbersOn = (view: View): number[] =>
  [...wordsOf(view).matchAll(/^(\d+)\. /gmu)].map(([, number]) => Number(number))

/** The button that leads on from a card, as its id has it. */
const nextOf = (view: View): string[] =>
  /"custom_id":"page:c1:(\d+):(\d+)"/u.exec(JSON.stringify(view))?.slice(1) ?? []

describe('whatever the article', () => {
  it('a card fits, and every point stands whole on one page, in order', () => {
    fc.assert(
      fc.property(anyCard, (of) => {
        const card = summaryCard(of)
        requireFits(card)
        const { claims } = of.result.summary
        const [page, second] = nextOf(card)
        const points = { article: of.article, claims }
        const starts = second === undefined ? [0] : pageStarts(points, Number(second))
        const pages = starts.slice(1).map((_, index) => {
          const turn = pageOf(String(index + 2), starts.length)
          return pointsPage(points, starts, turn, {
            note: null,
            buttons: turnButtons('page', 'c1', turn, [String(second)]),
          })
        })
        for (const one of pages) requireFits(one)
        const all = [card, ...pages].flatMap(numbersOn)
        expect(all).toEqual(claims.map((_, index) => index + 1))
        if (second !== undefined) {
          expect(page).toBe('2')
          expect(wordsOf(card)).toContain(` of ${claims.length} · `)
          // Back on the first page stand the same points as on the card.
          const first = pointsPage(
            points,
            starts,
            { page: 1, of: starts.length },
            { note: null, buttons: [] },
          )
          expect(numbersOn(first)).toEqual(numbersOn(card))
          requireFits(first)
        }
        const shown = [card, ...pages].map(wordsOf).join('\n')
        const short = claims.filter(({ text }) => text.length <= 140)
        if (short.length === claims.length) expect(shown).not.toMatch(/^\d+\. .* …/mu)
      }),
      { numRuns: 300 },
    )
  })

  it('Sources shows each proof once over its pages, each in one piece', () => {
    fc.assert(
      fc.property(anyCard, ({ article: of, result: summary }) => {
        const conversation = {
          id: 'c1',
          article: of,
          linesLeftOut: 0,
          summary,
          turns: [],
          place: null,
          addressKey: null,
          createdAt: 0,
        }
        const first = sourcesView(conversation)
        const count = Number(/Page 1 of (\d+)/u.exec(wordsOf(first))?.[1] ?? 1)
        const pages = Array.from({ length: count }, (_, index) =>
          sourcesView(conversation, String(index + 1)),
        )
        for (const page of pages) requireSendable(page)
        const heads = pages.flatMap((page) => [...wordsOf(page).matchAll(/^\*\*([\d, ]+)\*\* · /gmu)])
        const numbers = heads.flatMap(([, list = '']) => list.split(', ').map(Number))
        expect(numbers.toSorted((one, other) => one - other)).toEqual(
          summary.summary.claims.map((_, index) => index + 1),
        )
      }),
      { numRuns: 100 },
    )
  })
})
