import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutMarkup } from '../../../src/discord/cards/cut-markup.ts'
import { LIMITS, passGate } from '../../../src/discord/outgoing/gate.ts'
import { codeBlock, markup } from '../../../src/discord/cards/markup.ts'
import { readAsDiscord } from '../../support/discord-markdown.ts'

const OURS = 'https://news.example/story#:~:text=The%20bridge,March.'

/** Pieces of which somebody hostile would build a message. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@everyone',
        '@here',
        '@\u200beveryone',
        '<@123456789012345678>',
        '<@!1>',
        '<@&12>',
        '<#42>',
        '</ask:77>',
        '<:smile:123456789012345678>',
        '<a:wave:1>',
        '<id:customize>',
        '<t:1:R>',
        '<t:x>',
        '[click](https://evil.example)',
        '[a](<https://evil.example/b>)',
        '[x](mailto:a@b.example)',
        `[real](${OURS})`,
        `${OURS}.evil`,
        'https://evil.example/x',
        'HTTPS://EVIL.EXAMPLE',
        'discord://x',
        '](',
        '[',
        '\\',
        '\\\\',
        '**',
        '||',
        '`',
        '```',
        '\n# ',
        '\n> ',
        '\u202e',
        '\u2066',
        '\ufeff',
        '\u{e0041}',
        '\ud800',
        '👩‍🚀',
        'می‌خواهم',
        ' ',
        '\n',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''))

/** Addresses that Discord would make into links: not those whose `://` an escape takes apart. */
const linksIn = (text: string): string[] => text.match(/[a-z][a-z0-9+.-]*:\/\/[^\s<>]*/giu) ?? []

const MENTION = /<@[!&]?\d+>|<#\d+>|<\/[^<>]*:\d+>|<a?:\w+:\d+>|<id:\w+>|@(?:everyone|here)/iu
const INVISIBLE = /[\p{Bidi_Control}\ufeff\u200b\u2060-\u206f\u{e0000}-\u{e0fff}\p{Cs}]|(?!\n)\p{Cc}/u

describe('the outgoing gate', () => {
  it('lets no mention, foreign link or invisible character through, whatever a text holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { content } = passGate({ content: text }, { links: [OURS] })
        expect(content).not.toMatch(MENTION)
        expect(content).not.toMatch(INVISIBLE)
        for (const link of linksIn(content)) expect(link.startsWith(OURS)).toBe(true)
        for (const [, target] of content.matchAll(/\]\(([^)]*)\)?/gu)) expect(target).toBe(OURS)
        expect(content.length).toBeLessThanOrEqual(LIMITS.content)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves a block of code of ours as it stands, whatever is in it', () => {
    const words = '1. “*Two* of <@1>, [six](https://evil.example) \\\\ :// pillars_” </ask:77>'
    const block = codeBlock(words)
    const content = `${block.text}\n-# Page 1 of 2`
    expect(passGate({ content }, { links: [] })).toEqual({ content })
    expect(block.text).toContain(words)
    fc.assert(
      fc.property(hostile, (text) => {
        const passed = passGate({ content: codeBlock(text).text }, { links: [] }).content
        expect(passed).toMatch(/^```text\n[^`]+\n```$/u)
        const { links, mentions, emoji, invites, invisible } = readAsDiscord(passed)
        expect([links, mentions, emoji, invites, invisible].flat()).toEqual([])
      }),
    )
  })

  it('takes nothing else for a block of code, and cuts none in two', () => {
    const piece = fc.oneof(
      hostile,
      fc.constantFrom('```text\n', '\n```', '\n```text\n<@1>\n```\n', '`', '\\\\', '\n'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const { content } = passGate({ content: pieces.join('') }, { links: [OURS] })
        const { links, mentions, emoji, invites } = readAsDiscord(content)
        expect([mentions, emoji, invites].flat()).toEqual([])
        // As a bare address ours ends before its full stop.
        for (const link of links) expect(link.startsWith(OURS.slice(0, -1))).toBe(true)
        expect(passGate({ content }, { links: [OURS] })).toEqual({ content })
      }),
      { numRuns: 2000 },
    )
    const long = `Look:\n${codeBlock('word '.repeat(500)).text}`
    expect(passGate({ content: long }, { links: [] }).content).toBe('Look:…')
  })

  it('does the same in every text of a card, a form and a thread name', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const payload = {
          title: text,
          name: text,
          components: [
            {
              type: 17,
              components: [
                { type: 10, content: text },
                { type: 14 },
                { type: 10, content: text },
                { type: 1, components: [{ type: 2, style: 2, label: text, custom_id: 'ask:1' }] },
              ],
            },
            { type: 18, label: text, component: { type: 4, custom_id: 'question', placeholder: text } },
          ],
        }
        const passed = passGate(payload, { links: [] })
        const words = JSON.stringify(passed)
        expect(words).not.toMatch(MENTION)
        expect(linksIn(words)).toEqual([])
        expect(passed.title.length).toBeLessThanOrEqual(45)
        expect(passed.name.length).toBeLessThanOrEqual(100)
        expect(words).toContain('"custom_id":"ask:1"')
      }),
      { numRuns: 500 },
    )
  })

  it('changes nothing more when a payload passes twice', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rules = { links: [OURS] }
        const once = passGate({ content: text }, rules)
        expect(passGate(once, rules)).toEqual(once)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps our own masked and bare links as they are', () => {
    const text = `1. The bridge [closes in March](${OURS})”. See ${OURS}.`
    expect(passGate({ content: text }, { links: [OURS] }).content).toBe(text)
  })

  it('keeps timestamps, bold, headings and small print of our own', () => {
    const text = '### Title\n-# small · <t:1652443200:D>, <t:1652443200:R>\n> **doubt**'
    expect(passGate({ content: text }, { links: [] }).content).toBe(text)
  })

  it('keeps joined emoji and Persian joiners, which are spelling', () => {
    const text = '👩‍🚀 ❤️ می‌خواهم'
    expect(passGate({ content: text }, { links: [] }).content).toBe(text)
  })

  it('leaves out a link button that does not lead to one of our addresses', () => {
    const link = (url: string) => ({ type: 2, style: 5, label: 'Open', url })
    const row = { type: 1, components: [link(OURS), link('https://evil.example')] }
    expect(passGate({ components: [row] }, { links: [OURS] }).components[0]?.components).toEqual([link(OURS)])
  })

  it('cuts a message between words and never through a link, an escape or a timestamp', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 400 }), (limit) => {
        const text = markup`a * b _ c `.text + `[the words](${OURS}) <t:1652443200:R> ${'word '.repeat(60)}`
        const cut = cutMarkup(text, limit)
        expect(cut.length).toBeLessThanOrEqual(limit)
        expect(cut).not.toMatch(/\\…|\[[^\]]*…|\]\([^)]*…|<t:[^>]*…/u)
      }),
    )
  })

  it('closes bold that a cut leaves open', () => {
    expect(cutMarkup(`**${'word '.repeat(40)}**`, 60)).toMatch(/…\*\*$/u)
  })

  it('keeps all texts of a card together within 4,000 characters and 40 components', () => {
    const texts = Array.from({ length: 60 }, () => ({ type: 10, content: 'word '.repeat(50) }))
    const row = { type: 1, components: [{ type: 2, style: 1, label: 'Ask', custom_id: 'ask:1' }] }
    const card = { type: 17, components: [...texts, row] as { type: number; content?: string }[] }
    const passed = passGate({ components: [card] }, { links: [] })
    const inside = passed.components[0]?.components ?? []
    const length = inside.reduce((sum, { content }) => sum + (content?.length ?? 0), 0)
    expect(length).toBeLessThanOrEqual(LIMITS.displayText)
    expect(inside.length + 2).toBeLessThanOrEqual(LIMITS.components)
    expect(inside.at(-1)).toEqual(row)
  })

  it.each([
    [
      'a masked link whose bracket is disarmed, so that the bare address runs on',
      String.raw`\[real](${OURS})@evil`,
    ],
    ['our address as the name of a user at another host', `${OURS}@evil.example`],
    ['our address before more of a host name', `${OURS}.evil.example`],
    ['an invite without https', 'discord.gg/abc'],
    ['an address to write to', '<mailto:a@b.example> <a@b.example> <+15550100>'],
  ])('takes the link out of %s', (_, text) => {
    expect(readAsDiscord(passGate({ content: text }, { links: [OURS] }).content)).toMatchObject({
      links: [],
      invites: [],
    })
  })

  it('leaves no field empty that Discord asks for, and leaves out what it does not', () => {
    const nothing = '\u200b\u202e '
    const passed = passGate(
      {
        title: nothing,
        name: nothing,
        components: [
          { type: 1, components: [{ type: 2, style: 2, label: nothing, custom_id: 'ask:1' }] },
          {
            type: 18,
            label: nothing,
            description: nothing,
            component: { type: 4, custom_id: 'q', placeholder: nothing },
          },
          { type: 17, components: [{ type: 10, content: nothing }] },
          { type: 1, components: [{ type: 2, style: 5, label: 'Open', url: 'https://evil.example' }] },
        ],
      },
      { links: [] },
    )
    expect(passed).toEqual({
      title: '…',
      name: '…',
      components: [
        { type: 1, components: [{ type: 2, style: 2, label: '…', custom_id: 'ask:1' }] },
        { type: 18, label: '…', component: { type: 4, custom_id: 'q' } },
      ],
    })
    expect(passGate({ content: nothing, components: [] }, { links: [] }).content).toBe('…')
    expect(passGate({ components: [{ type: 10, content: nothing }] }, { links: [] }).components).toEqual([
      { type: 10, content: '…' },
    ])
  })

  it('keeps a select within 25 options of 100 characters, a row within five buttons, an id within 100', () => {
    const long = 'x'.repeat(300)
    const options = Array.from({ length: 40 }, () => ({ label: long, value: long, description: long }))
    const button = { type: 2, style: 2, label: long, custom_id: long }
    const { components } = passGate(
      {
        components: [
          { type: 1, components: [{ type: 3, custom_id: 'pick', options }] },
          { type: 1, components: Array.from({ length: 9 }, () => button) },
        ],
      },
      { links: [] },
    ) as {
      components: { components: { options?: { label: string; value: string; description: string }[] }[] }[]
    }
    const shown = components[0]?.components[0]?.options ?? []
    expect(shown).toHaveLength(25)
    for (const { label, value, description } of shown)
      expect(Math.max(label.length, value.length, description.length)).toBe(100)
    expect(components[1]?.components).toHaveLength(5)
    expect(components[1]?.components[0]).toMatchObject({
      label: `${'x'.repeat(79)}…`,
      custom_id: 'x'.repeat(100),
    })
  })

  it('lets menus of channels, roles and people through, one in a row and none that is empty', () => {
    const chosen = Array.from({ length: 30 }, (_, n) => ({ id: String(n), type: 'channel' }))
    const long = 'x'.repeat(300)
    const menus = [5, 6, 7, 8].map((type) => ({
      type,
      custom_id: `pick-${type}`,
      placeholder: long,
      min_values: 0,
      max_values: 25,
      default_values: chosen,
      disabled: false,
    }))
    const empty = { type: 3, custom_id: 'nothing', options: [] }
    const rowOf = (...components: object[]) => ({ type: 1, components })
    const { components } = passGate(
      { components: [...menus.map((menu) => rowOf(menu)), rowOf(...menus), rowOf(empty)] },
      { links: [] },
    )
    const passed = menus.map((menu) => ({
      ...menu,
      placeholder: `${'x'.repeat(149)}…`,
      default_values: chosen.slice(0, 25),
    }))
    expect(components).toEqual([...passed, passed[0]].map((menu) => rowOf(menu!)))
  })

  it('keeps the lines of what a form holds already, and nothing that hides in them', () => {
    const input = (style: number, value: string) => ({
      type: 18,
      label: 'Sites',
      component: { type: 4, custom_id: 'sites', style, value },
    })
    const words = 'a.example\nb.example\u202e @everyone'
    const passed = passGate({ title: 'Form', components: [input(2, words), input(1, words)] }, { links: [] })
    expect(passed.components.map(({ component }) => component.value)).toEqual([
      'a.example\nb.example ＠everyone',
      'a.example b.example ＠everyone',
    ])
    expect(passGate(passed, { links: [] })).toEqual(passed)
  })

  it('sends no embed, file or picture, whoever asks for it', () => {
    const payload = {
      content: 'hello',
      embeds: [{ title: 'Win', url: 'https://evil.example', image: { url: 'https://evil.example/i.png' } }],
      components: [
        { type: 12, items: [{ media: { url: 'https://evil.example/i.png' } }] },
        {
          type: 9,
          components: [{ type: 10, content: 'x' }],
          accessory: { type: 11, media: { url: 'https://e.example' } },
        },
      ],
    }
    expect(passGate(payload, { links: [] })).toEqual({ content: 'hello', components: [] })
  })
})
