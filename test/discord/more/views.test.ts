import * as fc from 'fast-check'
import { InteractionContextType, PermissionsBitField, type User } from 'discord.js'
import { describe, expect, it } from 'vitest'
import type { Conversation, Place } from '../../../src/app/ports.ts'
import type { Voices } from '../../../src/app/thoughts.ts'
import type { Article } from '../../../src/core/article.ts'
import type { Claim } from '../../../src/core/claim.ts'
import { groupVoices } from '../../../src/core/voices/group-voices.ts'
import { namedNotQuoted } from '../../../src/core/voices/named-not-quoted.ts'
import { passGate } from '../../../src/discord/outgoing/gate.ts'
import { copyView } from '../../../src/discord/more/copy-view.ts'
import { mayChange } from '../../../src/discord/more/may-change.ts'
import { whoView } from '../../../src/discord/more/who-view.ts'
import type { View } from '../../../src/discord/cards/view.ts'
import { article, claim, result, wordsOf } from '../../support/a-card.ts'

const voicesIn = (of: Article): Voices => ({ voices: groupVoices(of), silent: namedNotQuoted(of) })

const conversationAbout = (of: Article, claims: readonly Claim[]): Conversation => ({
  id: 'c1',
  article: of,
  linesLeftOut: 0,
  summary: result(claims),
  turns: [],
  place: null,
  addressKey: null,
  createdAt: 0,
})

function pagesOf(view: (page?: string) => View): View[] {
  const first = view()
  const count = Number(/Page 1 of (\d+)/u.exec(wordsOf(first))?.[1] ?? 1)
  return [first, ...Array.from({ length: count - 1 }, (_, index) => view(String(index + 2)))]
}

const sentences = fc.array(
  fc.oneof(
    fc.constantFrom('The bridge is closed.', 'It costs `4.2 million` crowns, says nobody.'),
    fc
      .array(fc.constantFrom('old', 'bridge', 'harbour', '```', '@everyone', '<@1>', '“tired”', 'Ostvik'), {
        minLength: 4,
        maxLength: 120,
      })
      .map((words) => `${words.join(' ')}.`),
  ),
  { minLength: 1, maxLength: 12 },
)

describe('copy with quotes', () => {
  it('fits its pages, each a block of code that the gate leaves as it is, with every point once', () => {
    fc.assert(
      fc.property(sentences, fc.boolean(), (texts, isOwn) => {
        const numbered = texts.map((text, index) => `Then ${index + 1} ${text}`)
        const of = article(numbered)
        const claims = numbered.map((text) =>
          claim(of, text, isOwn ? {} : { text: `We say ${text.slice(0, 90)}` }),
        )
        const pages = pagesOf((page) => copyView(conversationAbout(of, claims), page))
        const numbers = pages.flatMap((page) => {
          if (page.kind !== 'plain') throw new Error('only plain text can be copied on a phone')
          expect(page.text.text.length).toBeLessThanOrEqual(2000)
          const passed = passGate({ content: page.text.text }, { links: page.text.links }).content
          expect(passed).toBe(page.text.text.replaceAll('@everyone', '＠everyone'))
          expect(passed).toMatch(/^```text\n[^`]+\n```(?:\n-# Page \d+ of \d+)?$/u)
          return [...passed.matchAll(/^(\d+)\. /gmu)].map(([, number]) => Number(number))
        })
        expect(numbers).toEqual(claims.map((_, index) => index + 1))
      }),
      { numRuns: 100 },
    )
  })
})

describe('who says what', () => {
  it('has every quote once, on pages that Discord takes', () => {
    const people = ['Ida Brandt', 'Olav Reinsvoll', 'Signe Aakre', 'Kari Nordlund']
    const said = people.flatMap((name, at) =>
      Array.from(
        { length: 9 },
        (_, index) => `${name} said: “${index}${at} ${'the bridge is tired '.repeat(8)}now.”`,
      ),
    )
    const of = article(said)
    const pages = pagesOf((page) => whoView(conversationAbout(of, []), voicesIn(of), page))
    expect(pages.length).toBeGreaterThan(2)
    const quotes = groupVoices(of).reduce((sum, voice) => sum + voice.quotes.length, 0)
    expect(quotes).toBeGreaterThan(30)
    const shown = pages.map(wordsOf)
    expect(shown.join('\n').match(/^> /gmu)).toHaveLength(quotes)
    for (const [index, page] of pages.entries()) {
      if (page.kind !== 'card') throw new Error('not a card')
      expect(shown[index]?.length).toBeLessThanOrEqual(4000)
      expect(passGate({ components: page.components }, { links: page.links })).toEqual({
        components: page.components,
      })
      // No quote without the name of who says it above it.
      expect(shown[index]).toMatch(/^\*\*[A-Z][a-z]+ [A-Z][a-z]+\*\*(?:, continued)?\n> /mu)
    }
  })

  it('of thousands of quotes has the first 2,000 and says how many there are', () => {
    const of = article(Array.from({ length: 7 }, () => '“Herons,” said Ann Berg. '.repeat(300)))
    const [about, voices] = [conversationAbout(of, []), voicesIn(of)]
    const first = wordsOf(whoView(about, voices))
    expect(first).toContain('2,100 quotes, found by rules: the first 2,000 are shown')
    const pages = pagesOf((page) => whoView(about, voices, page)).map(wordsOf)
    expect(pages.join('\n').match(/^> /gmu)).toHaveLength(2000)
  })

  it('says so where nobody says anything', () => {
    const of = article(['The bridge of the town is closed for some weeks, and then it opens again.'])
    expect(wordsOf(whoView(conversationAbout(of, []), voicesIn(of)))).toContain(
      'I found nobody’s words in it',
    )
  })
})

describe('who may refresh and remove a card', () => {
  const place: Place = {
    guildId: 'g1',
    channelId: 'ch1',
    threadId: null,
    cardMessageId: 'm1',
    sourceMessageId: null,
    personId: 'mira',
  }
  const presser = (id: string, guildId: string | null, permissions: readonly 'ManageMessages'[] = []) => ({
    user: { id } as User,
    guildId,
    memberPermissions: new PermissionsBitField(permissions),
    context: guildId === null ? InteractionContextType.BotDM : InteractionContextType.Guild,
  })

  it.each([
    ['whoever asked', presser('mira', 'g1'), place, true],
    ['somebody else', presser('olaf', 'g1'), place, false],
    ['a moderator', presser('olaf', 'g1', ['ManageMessages']), place, true],
    ['a moderator of another server', presser('olaf', 'g2', ['ManageMessages']), place, false],
    ['somebody, once the asker is forgotten', presser('mira', 'g1'), { ...place, personId: null }, false],
    [
      'whoever has this direct conversation',
      presser('mira', null),
      { ...place, guildId: null, personId: null },
      true,
    ],
    ['somebody, of an article without a place', presser('mira', 'g1'), null, false],
  ] as const)('%s', (_, who, where, may) => {
    expect(mayChange(who, { place: where })).toBe(may)
  })
})
