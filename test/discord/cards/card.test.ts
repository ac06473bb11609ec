import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SummaryResult } from '../../../src/app/ports.ts'
import type { Speaker } from '../../../src/core/claim.ts'
import type { Notice } from '../../../src/core/source.ts'
import { summaryCard } from '../../../src/discord/cards/card.ts'
import { passGate } from '../../../src/discord/outgoing/gate.ts'
import { markup, visibleLength } from '../../../src/discord/cards/markup.ts'
import { sharedWords } from '../../../src/discord/cards/shared-words.ts'
import { sourcesView } from '../../../src/discord/cards/sources-view.ts'
import { CARD } from '../../../src/discord/texts.ts'
import { threadName } from '../../../src/discord/cards/thread-name.ts'
import { ACCENT, type View } from '../../../src/discord/cards/view.ts'
import { article, claim, facts, PARAGRAPHS, result, run, wordsOf } from '../../support/a-card.ts'

describe('the card', () => {
  it('says that points in another language are the model’s and the quotes the original’s', () => {
    const of = article()
    const { summary } = result([
      claim(of, 'The repair costs 4.2 million crowns', { text: 'Die Reparatur kostet 4,2 Millionen.' }),
    ])
    const translated = { summary: { ...summary, language: 'de' }, run }
    expect(wordsOf(summaryCard(facts(of, [], { result: translated })))).toContain(
      "Points translated by the model; quotes are the original's.",
    )
    expect(wordsOf(summaryCard(facts(of, summary.claims)))).not.toContain('translated')
  })

  it('puts the time of a live entry before its words, and no voice before a sentence that names it', () => {
    const of = article()
    const sentence = 'Mayor Ida Brandt said that "the bridge is tired".'
    const speaker: Speaker = { name: 'Ida Brandt', kind: 'named', via: [] }
    const live = claim(of, sentence, { text: `17:40: ${sentence}`, speaker })
    expect(wordsOf(summaryCard(facts(of, [live])))).toMatch(/1\. 17:40: “\[?Mayor/u)
    const told = claim(of, sentence, { text: 'She calls the bridge tired.', speaker })
    expect(wordsOf(summaryCard(facts(of, [told])))).toContain('1. **Ida Brandt:** She calls')
  })

  it('keeps two quotation marks apart where the article’s own words begin or end with one', () => {
    const of = article(['“We measured it every week,” Mayor Ida Brandt said. The mayor calls it “tired”.'])
    const quoted = (words: string): string =>
      wordsOf(summaryCard(facts(of, [claim(of, words, { linked: false })])))
    expect(quoted('“We measured it every week')).toContain('1. “\u200a“We measured it')
    expect(quoted('The mayor calls it')).toMatch(/“The mayor calls it “tired”\.”/u)
    const ended = article(['The mayor says “it is tired”'])
    expect(wordsOf(summaryCard(facts(ended, [claim(ended, 'The mayor', { linked: false })])))).toContain(
      'tired”\u200a”',
    )
  })

  it('says how much was read of an article that was not read whole', () => {
    const part = (of: number | null): string => {
      const read = { words: 40, of, complete: false }
      return wordsOf(summaryCard(facts(article(PARAGRAPHS, 'Old bridge to close', { read }), [])))
    }
    expect(part(null)).toContain('40 words read, not the whole')
    expect(part(900)).toContain('40 of 900 words read')
  })

  it.each([
    [{ parts: 14 }, 'read 48,210 of 48,210 words in 14 parts'],
    [{ parts: 14, read: { words: 45_010, parts: 13 } }, 'read 45,010 of 48,210 words in 13 of 14 parts'],
    [{ parts: 1 }, 'all 48,210 words read'],
  ])('says how much of a long article was read, in how many parts: %o', (known, words) => {
    const read = { words: 48_210, of: 48_210, complete: true }
    const long = { ...article(PARAGRAPHS, 'Old bridge to close', { read }), words: 48_210 }
    const { summary } = result([claim(long, 'close the old harbour bridge')])
    const madeBy = { ...run, engine: 'openai', model: 'llama3.1', ...known } as const
    const card = wordsOf(summaryCard(facts(long, [], { result: { summary, run: madeBy } })))
    expect(card).toContain(`-# From 1 of 2 paragraphs · ${words} · llama3.1 · 4.2 s`)
  })

  it('says first what changes the reading most, and updated where only a change is dated', () => {
    const day = { value: '2025-12-12', basis: 'byline' } as const
    const notice = (code: Notice['code'], message: string): Notice => ({ code, message, evidence: ['x'] })
    const notices = [
      notice('old-story', 'Old story.'),
      notice('corrected', 'It carries a correction.'),
      notice('date-unstated', 'First publication not stated.'),
      notice('labelled', 'The page calls itself satire.'),
    ]
    const of = article(PARAGRAPHS, 'Old bridge to close', { notices, published: day, modified: day })
    const words = wordsOf(summaryCard(facts(of, [])))
    expect(words).toMatch(/calls itself satire[^]*First publication not stated[^]*carries a correction/u)
    expect(words).not.toContain('Old story')
    expect(words).toMatch(/ · updated <t:/u)
    expect(words).not.toContain('published <t:')
  })

  it('shows a sentence of the article in “ ” with the proof as a link on words of it', () => {
    const of = article()
    const words = wordsOf(summaryCard(facts(of, [claim(of, 'Two of the six pillars have cracks')])))
    expect(words).toMatch(
      /1\. “\[Two of the six pillars have cracks\]\(https:\/\/ostvik\.example\/bridge#:~:text=[^)]+\)\.”/u,
    )
  })

  it('links the words that a claim and its quote share, and says who speaks first', () => {
    const of = article()
    const speaker: Speaker = { name: 'Ida Brandt', kind: 'named', via: [] }
    const said = claim(of, 'the bridge is tired', { text: 'To her, the bridge is tired.', speaker })
    expect(wordsOf(summaryCard(facts(of, [said])))).toMatch(
      /1\. \*\*Ida Brandt:\*\* To her, \[the bridge is tired\]\([^)]+\)\./u,
    )
  })

  it('begins a voice with a capital letter, as a line begins', () => {
    const of = article()
    const speaker: Speaker = { name: "the engineers' report", kind: 'document', via: [] }
    const told = claim(of, 'The repair costs', { text: 'Repair costs 4.2 million crowns.', speaker })
    expect(wordsOf(summaryCard(facts(of, [told])))).toMatch(/1\. \*\*The engineers\\?' report:\*\* Repair/u)
  })

  it('links “quote 1” where claim and quote share no words', () => {
    const of = article()
    const far = claim(of, 'Two of the six pillars have cracks', { text: 'Damage was found.' })
    expect(wordsOf(summaryCard(facts(of, [far])))).toMatch(/Damage was found\. \[quote 1\]\(/u)
  })

  it('puts shared words of a paste in “ ”, without a link', () => {
    const of = article(PARAGRAPHS, 'Old bridge to close', { kind: 'text', url: null, publisher: null })
    const said = claim(of, 'Two of the six pillars have cracks', {
      text: 'It is old: six pillars have cracks now',
      linked: false,
    })
    const words = wordsOf(summaryCard(facts(of, [said])))
    expect(words).toContain('“six pillars have cracks” now')
    expect(words).toContain('pasted text, compared with no page')
    expect(words).not.toContain('](')
  })

  it('calls a paste without a title a pasted text, once, and not by its first point', () => {
    const of = article(PARAGRAPHS, '', { kind: 'text', url: null, publisher: null })
    const said = claim(of, 'Two of the six pillars have cracks')
    const given = 'https://discord.com/channels/1/2/3'
    const words = wordsOf(summaryCard(facts(of, [said], { given })))
    expect(words).toContain(`### [Pasted text](${given})\n-# compared with no page · `)
    expect(words.split('six pillars').length).toBe(2)
  })

  it('names the domain beside the publisher, and says that no date and no author are named', () => {
    expect(wordsOf(summaryCard(facts(article(), [])))).toContain(
      '-# Ostvik Post (ostvik.example) · no author named · **no date**',
    )
  })

  it('shows a stated day as a date with its age', () => {
    const of = article(PARAGRAPHS, 'T', { published: { value: '2022-05-13', basis: 'meta' } })
    expect(wordsOf(summaryCard(facts(of, [])))).toContain('published <t:1652443200:D>, <t:1652443200:R>')
  })

  it('puts what is doubtful above the points', () => {
    const notice = { code: 'old-story', message: 'Old story: published long ago.', evidence: [] } as const
    const of = article(PARAGRAPHS, 'T', { notices: [notice] })
    const words = wordsOf(summaryCard(facts(of, [claim(of, 'Two of the six pillars have cracks')])))
    expect(words.indexOf('> **Old story:** published long ago.')).toBeGreaterThan(0)
    expect(words.indexOf('> **Old story:**')).toBeLessThan(words.indexOf('1. '))
  })

  it('says how it was made, what was dropped, and how to ask where typing goes unheard', () => {
    const of = article()
    const words = wordsOf(
      summaryCard(facts(of, [], { result: result([], 2), howToAsk: CARD.howToAskUnseen, linesLeftOut: 9 })),
    )
    expect(words).toContain('From 1 of 2 paragraphs')
    expect(words).toContain('9 lines of page furniture left out · 2 points dropped for want of proof')
    expect(words).toContain('built-in engine · 4.2 s')
    expect(words).toContain("I can't see plain messages here")
  })

  it('says when a summary from the cache was made, and what it cost where that is known', () => {
    const of = article()
    const { summary } = result([claim(of, 'Two of the six pillars have cracks')])
    const shown = (known: Partial<SummaryResult['run']>, madeAt?: number): string =>
      wordsOf(summaryCard(facts(of, [], { result: { summary, run: { ...run, ...known }, madeAt } })))
    expect(shown({ cached: true, cost: 0 }, Date.UTC(2026, 2, 1))).toContain(
      'built-in engine · made <t:1772323200:R>',
    )
    expect(shown({ cached: true })).toContain('built-in engine · made earlier')
    expect(shown({ engine: 'openai', model: 'small', cost: 0.0021 })).toContain('small · $0.0021 · 4.2 s')
    expect(shown({ milliseconds: 3 })).toContain('built-in engine · under 0.1 s')
  })

  it('names people who say nothing, as long as that takes no point off the card', () => {
    const people =
      'Harbour master Ingrid Falkum and Mayor Signe Aakre met Olav Reinsvoll in the old town hall.'
    const of = article([people, ...PARAGRAPHS])
    const short = claim(of, 'Two of the six pillars have cracks')
    const names =
      /-# From 1 of 2 paragraphs · named, not quoted: Ingrid Falkum, Signe Aakre[^·]* · all \d+ words/u
    expect(wordsOf(summaryCard(facts(of, [short])))).toMatch(names)
    const nobody = article(['There is a meeting of some people in the old town hall.', ...PARAGRAPHS])
    const shownWith = (length: number): boolean => {
      const pointsOf = (on: typeof of): string => {
        const point = claim(on, 'Two of the six pillars have cracks', { text: 'x'.repeat(length) })
        return wordsOf(
          summaryCard(
            facts(
              on,
              Array.from({ length: 6 }, () => point),
            ),
          ),
        )
      }
      const count = (words: string): number => words.match(/^\d\. /gmu)?.length ?? 0
      expect(count(pointsOf(of))).toBe(count(pointsOf(nobody)))
      return pointsOf(of).includes('named, not quoted')
    }
    const shown = Array.from({ length: 30 }, (_, index) => shownWith(100 + index * 4))
    expect(new Set(shown)).toEqual(new Set([true, false]))
  })

  it('has a calm edge, and another one under what is doubtful, which it also says in words', () => {
    const accent = (view: View): unknown => (view.kind === 'card' ? view.components[0] : null)
    const notice = { code: 'old-story', message: 'Old story: published long ago.', evidence: [] } as const
    const of = article(PARAGRAPHS, 'T', { notices: [notice] })
    expect(accent(summaryCard(facts(article(), [])))).toMatchObject({ accent_color: ACCENT.calm })
    expect(accent(summaryCard(facts(of, [])))).toMatchObject({ accent_color: ACCENT.doubtful })
  })

  it('stays within 1,200 visible characters with six long sentences', () => {
    const long = Array.from(
      { length: 6 },
      (_, index) => `Sentence ${index} ${'goes on and on '.repeat(20)}to its end.`,
    )
    const of = article(long)
    const view = summaryCard(
      facts(
        of,
        long.map((text) => claim(of, text)),
      ),
    )
    expect(visibleLength(wordsOf(view))).toBeLessThanOrEqual(1200)
  })

  it('shows fewer points rather than cut sentences, and says how many more there are', () => {
    const long = Array.from(
      { length: 6 },
      (_, index) => `Sentence ${index} ${'goes on and on '.repeat(16)}to its end.`,
    )
    const of = article(long)
    const claims = long.map((text) => claim(of, text))
    const words = wordsOf(summaryCard(facts(of, claims)))
    expect(words).toContain('Sentence 2')
    expect(words).not.toContain('Sentence 4')
    expect(words).not.toContain('…')
    expect(words).toMatch(/-# Points 1–([34]) of 6 · [23] more points on page 2/u)
    expect(visibleLength(words)).toBeLessThanOrEqual(1200)
  })

  it('passes the gate unchanged, whatever title and text hold', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(text, text, (title, words) => {
        const of = article([`${words} and a few plain words for the proof of it.`], title)
        const view = summaryCard(facts(of, [claim(of, 'plain words for the proof')]))
        if (view.kind !== 'card') throw new Error('not a card')
        expect(passGate({ components: view.components }, { links: view.links })).toEqual({
          components: view.components,
        })
      }),
    )
  })
})

describe('markup', () => {
  it('shows outside text character by character', () => {
    expect(markup`${'# *a* _b_ ~c~ `d` |e| [f](https://g.example) <@1> @everyone 1. x'}`.text).toBe(
      String.raw`\# \*a\* \_b\_ \~c\~ \`d\` \|e\| \[f\](https:\/\/g.example) \<\@1> @everyone 1. x`,
    )
  })

  it('takes the list out of a line that begins as one', () => {
    expect(markup`${'- a'} ${'1. b'} ${'> c'}`.text).toBe(String.raw`\- a 1\. b \> c`)
  })
})

describe('shared words', () => {
  it('are whole words', () => {
    expect(sharedWords('so at the end', 'that the ending', true)).toBeNull()
  })

  it('put together again are the claim', () => {
    const words = fc.array(
      fc.constantFrom('the', 'bridge,', '“is', 'old”', '(very)', 'now.', '–', 'harbour'),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(words, words, fc.boolean(), (claimed, quoted, linkable) => {
        const text = claimed.join(' ')
        const found = sharedWords(text, quoted.join(' '), linkable)
        if (found === null) return
        expect(found.before + found.words + found.after).toBe(text)
        expect(quoted.join(' ')).toContain(found.words)
        if (linkable) expect(found.words).toMatch(/^[\p{L}\p{N} '’,.-]+$/u)
      }),
    )
  })

  it('are found in scripts without spaces', () => {
    expect(sharedWords('市议会决定关闭大桥', '据报道,市议会决定关闭大桥十一周。', true)?.words).toBe(
      '市议会决定关闭大桥',
    )
  })
})

describe('sources', () => {
  it('show each proof in bold in its paragraph, one entry for points that share it', () => {
    const of = article()
    const claims = [
      claim(of, 'Two of the six pillars have cracks'),
      claim(of, 'six pillars have cracks', { text: 'x' }),
    ]
    const conversation = {
      id: 'c1',
      article: of,
      linesLeftOut: 0,
      summary: result(claims),
      turns: [],
      place: null,
      addressKey: null,
      createdAt: 0,
    }
    const words = wordsOf(sourcesView(conversation))
    expect(words).toMatch(/\*\*1, 2\*\* · \[Paragraph 2\]/u)
    expect(words).toContain('**Two of the six pillars have cracks.**')
    expect(words).toContain('Not used: paragraphs 1')
  })
})

describe('the name of a thread', () => {
  it('is domain and title, at most 100 characters', () => {
    expect(threadName(article(), '')).toBe('ostvik.example: Old bridge to close')
    expect(threadName(article(PARAGRAPHS, 'word '.repeat(60)), '').length).toBeLessThanOrEqual(100)
  })
})
