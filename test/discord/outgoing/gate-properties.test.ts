import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passGate } from '../../../src/discord/outgoing/gate.ts'
import { joinMarkup, link, markup } from '../../../src/discord/cards/markup.ts'
import { card, plain } from '../../../src/discord/cards/view.ts'
import { type DiscordReading, readAsDiscord } from '../../support/discord-markdown.ts'
import { hostileWords, OURS } from '../../support/hostile-words.ts'

const SEED = 20_261_126
const RULES = { links: [OURS] }

/** What of a reading no reader may ever get, as one value: asking once a text keeps 100,000 texts quick. */
function forbidden({ links, mentions, emoji, invites, invisible }: DiscordReading): readonly string[] {
  return [...links.filter((address) => address !== OURS), ...mentions, ...emoji, ...invites, ...invisible]
}

const contentsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(contentsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, field]) =>
    key === 'content' && typeof field === 'string' ? [field] : contentsOf(field),
  )
}

/** What is wrong with texts as they left, or left twice. */
function wrongWithRaw(text: string): readonly string[] {
  const { content } = passGate({ content: text }, RULES)
  const isRightLength = content !== '' && content.length <= 2000
  const isFinal = passGate({ content }, RULES).content === content
  return [
    ...forbidden(readAsDiscord(content)),
    ...(isRightLength ? [] : ['length']),
    ...(isFinal ? [] : ['passes twice']),
  ]
}

function wrongWithCard(text: string, other: string): readonly string[] {
  const lines = [
    markup`Title: ${text}`,
    markup`Point ${other}. **${text}:** “${link(other, OURS)}” (${text})`,
    markup`Notes ${other} · ${text}`,
  ]
  const view = card([joinMarkup(lines, '\n')], [])
  const payload = view.kind === 'card' ? { components: [...view.components] } : {}
  return contentsOf(passGate(payload, RULES)).flatMap((content) => {
    const reading = readAsDiscord(content)
    const isOnItsLines = content.split('\n').length === lines.length
    return [
      ...forbidden(reading),
      ...reading.timestamps,
      ...reading.blocks,
      ...(isOnItsLines ? [] : ['lines']),
    ]
  })
}

function wrongAtLineStart(text: string): readonly string[] {
  const view = plain(markup`${text}`)
  const content = view.kind === 'plain' ? passGate({ content: view.text.text }, RULES).content : ''
  return readAsDiscord(content).blocks
}

describe('of 100,000 hostile texts', () => {
  it('none that is given to the gate as it is pings, links elsewhere or holds anything invisible; a second pass changes nothing', () => {
    const property = fc.property(hostileWords(14), (text) => wrongWithRaw(text).length === 0)
    expect(fc.check(property, { numRuns: 50_000, seed: SEED }).counterexample).toBeNull()
  })

  it.each([SEED, SEED + 1])(
    'none that goes through our templates does so either, or looks like a heading, a quote, a list or a moment in time (from %i)',
    (seed) => {
      const property = fc.property(
        hostileWords(10),
        hostileWords(4),
        (text, other) => wrongWithCard(text, other).length === 0,
      )
      expect(fc.check(property, { numRuns: 15_000, seed }).counterexample).toBeNull()
    },
  )

  it('none at the start of a line of ours becomes a heading, a quote, a list or a code block', () => {
    const property = fc.property(hostileWords(8), (text) => wrongAtLineStart(text).length === 0)
    expect(fc.check(property, { numRuns: 20_000, seed: SEED }).counterexample).toBeNull()
  })
})

describe('the checker itself', () => {
  it('finds what is forbidden in most texts that have passed no gate', () => {
    const texts = fc.sample(hostileWords(14), { numRuns: 1000, seed: SEED })
    const found = texts.filter((text) => forbidden(readAsDiscord(text)).length > 0)
    expect(found.length).toBeGreaterThan(700)
  })

  it.each([
    ['<@1> <@&2> @everyone', { mentions: ['@everyone', '<@1>', '<@&2>'] }],
    [String.raw`\<@1> <\@1> \@everyone`, { mentions: ['@everyone'] }],
    ['[a](https://x.example) https://y.example.', { links: ['https://x.example', 'https://y.example'] }],
    [String.raw`[a](https:\/\/x.example) [a]\(x) https:\/\/y.example`, { links: ['https://x.example'] }],
    ['<a@b.example> <+15550100>', { links: ['a@b.example', '+15550100'] }],
    ['discord.gg/abc', { invites: ['discord.gg/abc'] }],
    ['`<@1>`', { mentions: [] }],
    ['<:a:1> <t:1:R>', { emoji: ['<:a:1>'], timestamps: ['<t:1:R>'] }],
    ['# a\n-# b\n> c', { blocks: ['# ', '-# ', '> '] }],
  ])('reads %s as Discord does', (text, expected) => {
    expect(readAsDiscord(text)).toMatchObject(expected)
  })
})
