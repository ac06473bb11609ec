import { describe, expect, it } from 'vitest'
import {
  effective,
  type GuildSettings,
  type HostSettings,
  parseGuildSettings,
} from '../../../src/app/guild-settings.ts'
import type { GuildUsage } from '../../../src/app/guild-usage.ts'
import { passGate } from '../../../src/discord/outgoing/gate.ts'
import { readForm, settingsForm, type Typed } from '../../../src/discord/settings/form.ts'
import { greetingView } from '../../../src/discord/settings/greeting.ts'
import { settingsPanel } from '../../../src/discord/settings/panel.ts'
import type { View } from '../../../src/discord/cards/view.ts'

const host: HostSettings = { autoSummarize: 'everywhere', summariesPerDay: 100, questionsPerDay: null }
const nothingSet = parseGuildSettings(null)
const usage: GuildUsage = {
  summaries: 3,
  questions: 1,
  budgets: [
    { period: 'day', unit: 'nanodollars', used: 20_000_000, most: null },
    { period: 'month', unit: 'nanodollars', used: 310_000_000, most: 2_500_000_000 },
  ],
  shared: [{ per: 'all', period: 'day', unit: 'calls', most: 200 }],
}

const sent = (view: View) => {
  if (view.kind !== 'card') throw new Error('This is no card')
  return passGate({ components: view.components }, { links: [] }).components
}
type Part = Readonly<Record<string, unknown>>
const parts = (components: readonly unknown[]): Part[] =>
  (components as Part[]).flatMap((part) => [
    part,
    ...(Array.isArray(part['components']) ? parts(part['components']) : []),
  ])
const wordsOf = (view: View): string =>
  parts(sent(view))
    .flatMap(({ content }) => (typeof content === 'string' ? [content] : []))
    .join('\n')
const controlOf = (view: View, id: string): Part | undefined =>
  parts(sent(view)).find(({ custom_id: own }) => own === id)
const chosenIn = (view: View, id: string): unknown[] =>
  ((controlOf(view, id)?.['options'] ?? []) as Part[])
    .filter((option) => option['default'] === true)
    .map(({ value }) => value)

const panel = (set: Partial<GuildSettings> = {}, more: Partial<Parameters<typeof settingsPanel>[0]> = {}) =>
  settingsPanel({
    guildName: 'Reading circle',
    settings: { ...nothingSet, ...set },
    host,
    usage,
    channels: [],
    roles: [],
    seesPlainMessages: true,
    hasModel: true,
    ...more,
  })

describe('the panel of settings', () => {
  it('says what is in effect and what was used, with the menus on what is chosen', () => {
    const view = panel()
    expect(wordsOf(view)).toContain(
      'in every channel that I can read: articles of 250 words or more, if the points are at most 30 % as long',
    )
    expect(wordsOf(view)).toContain('**Who:** everybody')
    expect(wordsOf(view)).toContain('3 of 100 summaries, 1 question')
    expect(wordsOf(view)).toContain('$0.020 today, $0.31 of $2.50 this month')
    expect(chosenIn(view, 'settings:where')).toEqual(['everywhere'])
    expect(chosenIn(view, 'settings:length')).toEqual(['standard'])
    expect(chosenIn(view, 'settings:language')).toEqual(['own'])
  })

  it('says what moderators have set', () => {
    const view = panel(
      {
        autoSummarize: 'chosen',
        channels: ['1', '2', 'gone'],
        fewestWords: 400,
        language: 'de',
        length: 'short',
        roles: ['3'],
        blockedDomains: ['example.com', 'xn--bcher-kva.test'],
        summariesPerDay: 20,
        questionsPerDay: 1,
      },
      {
        channels: [
          { id: '1', name: 'general' },
          { id: '2', name: 'news' },
        ],
        roles: [{ id: '3', name: '@everyone <@&1> readers' }],
      },
    )
    const words = wordsOf(view)
    expect(words).toContain('in #general and #news: articles of 400 words or more')
    expect(words).toMatch(/\*\*Who:\*\* .*everyone.*readers, and who manages this server/u)
    expect(words).not.toMatch(/@everyone|<@&/u)
    expect(words).toContain('up to 3 points, in German')
    expect(words).toContain('**Never read:** example.com and bücher.test')
    expect(words).toContain('3 of 20 summaries, 1 of 1 question')
    expect(controlOf(view, 'settings:channels')?.['default_values']).toEqual([
      { id: '1', type: 'channel' },
      { id: '2', type: 'channel' },
    ])
    expect(controlOf(view, 'settings:roles')?.['default_values']).toEqual([{ id: '3', type: 'role' }])
    expect(chosenIn(view, 'settings:language')).toEqual(['de'])
  })

  it('says that chosen channels without any are nowhere, and that roles may be gone', () => {
    const words = wordsOf(panel({ autoSummarize: 'chosen', roles: ['9'] }))
    expect(words).toContain('nowhere yet: no channel is chosen')
    expect(words).toContain('only who manages this server: the chosen roles are gone')
  })

  it('offers no more than the host allows, and says so', () => {
    const chosen = panel({ autoSummarize: 'everywhere' }, { host: { ...host, autoSummarize: 'chosen' } })
    const options = controlOf(chosen, 'settings:where')?.['options'] as Part[]
    expect(options.map(({ value }) => value)).toEqual(['chosen', 'off'])
    expect(chosenIn(chosen, 'settings:where')).toEqual(['chosen'])
    expect(wordsOf(chosen)).toContain('in chosen channels only')
    const off = panel({}, { host: { ...host, autoSummarize: 'off' } })
    expect(wordsOf(off)).toContain('switched this off in all servers')
    for (const id of ['settings:where', 'settings:channels'])
      expect(controlOf(off, id)).toMatchObject({ disabled: true })
  })

  it('says what cannot be: seeing links without the intent, another language without a model', () => {
    const words = wordsOf(
      panel({}, { seesPlainMessages: false, hasModel: false, usage: { ...usage, budgets: [] } }),
    )
    expect(words).toContain("I can't see links that people post")
    expect(words).toContain("I only pick the article's own sentences")
    expect(words).not.toContain('**Model:**')
    expect(wordsOf(panel())).not.toContain("can't see links")
  })

  it('fits Discord’s limits with everything chosen', () => {
    const many = Array.from({ length: 25 }, (_, n) => ({ id: String(n + 1), name: 'n'.repeat(100) }))
    const ids = many.map(({ id }) => id)
    const everything = parts(
      sent(
        panel(
          { autoSummarize: 'chosen', channels: ids, roles: ids, language: 'eo' },
          { channels: many, roles: many, seesPlainMessages: false, hasModel: false },
        ),
      ),
    )
    expect(everything.length).toBeLessThanOrEqual(40)
    for (const { options } of everything)
      if (Array.isArray(options)) expect(options.length).toBeLessThanOrEqual(25)
    expect(wordsOf(panel({}, { channels: many }))).not.toContain('…')
  })
})

describe('the form of settings', () => {
  const open = (set: Partial<GuildSettings> = {}) => {
    const form = passGate(settingsForm({ ...nothingSet, ...set }, host), { links: [] })
    const values = Object.fromEntries(
      form.components.map((label) => {
        const { component } = label as { component: { custom_id: string; value?: string } }
        return [component.custom_id, component.value ?? '']
      }),
    ) as Typed
    return { form, values, controlId: form.custom_id.replace('settings:', '') }
  }
  const submit = (set: Partial<GuildSettings>, typed: Partial<Typed>) => {
    const { values, controlId } = open(set)
    return readForm(controlId, { ...values, ...typed }, host)
  }

  it('holds what is set, and its id fits', () => {
    const { form, values } = open({ fewestWords: 400, blockedDomains: ['a.example', 'xn--bcher-kva.test'] })
    expect(values).toEqual({ words: '400', summaries: '', questions: '', sites: 'a.example\nbücher.test' })
    expect(form.custom_id.length).toBeLessThanOrEqual(100)
    expect(form.title.length).toBeLessThanOrEqual(45)
  })

  it('changes what was changed in it, and nothing else', () => {
    const set = { fewestWords: 400, summariesPerDay: 20, blockedDomains: ['a.example'] }
    expect(submit(set, {})).toEqual({ changes: {}, problems: [] })
    expect(submit(set, { words: ' 300 ' })).toEqual({ changes: { fewestWords: 300 }, problems: [] })
    expect(submit(set, { summaries: '' })).toEqual({ changes: { summariesPerDay: null }, problems: [] })
    expect(submit(set, { sites: 'a.example\r\nhttps://www.B.example/x, *.c.example' }).changes).toEqual({
      blockedDomains: ['a.example', 'b.example', 'c.example'],
    })
    expect(submit(set, { sites: ' ' }).changes).toEqual({ blockedDomains: [] })
  })

  it('says what cannot be used, and loses nothing of the rest', () => {
    const { changes, problems } = submit(
      { fewestWords: 400 },
      { words: 'ten', summaries: '500', questions: '30', sites: 'a.example\nnonsense\nb.example' },
    )
    expect(changes).toEqual({ questionsPerDay: 30, blockedDomains: ['a.example', 'b.example'] })
    expect(problems).toEqual([
      expect.stringMatching(/^Fewest words.*“ten” is no whole number from 0 to 99,999/u),
      expect.stringMatching(/^Summaries a day.*“500” is more than the 100 that the host allows/u),
      '“nonsense” is no site. Write it as example.com.',
    ])
  })

  it('keeps the sites where none of what was typed is one', () => {
    const { changes, problems } = submit({ blockedDomains: ['a.example'] }, { sites: 'what?' })
    expect(changes).toEqual({})
    expect(problems).toHaveLength(1)
  })
})

describe('the first message in a server', () => {
  const greeting = (set: Partial<GuildSettings>, more: Partial<Parameters<typeof greetingView>[0]> = {}) => {
    const ofHost = more.host ?? host
    return greetingView({
      settings: effective({ ...nothingSet, ...set }, ofHost),
      host: ofHost,
      usage,
      channels: [],
      seesPlainMessages: true,
      modelName: 'gpt-4o-mini',
      retentionDays: 30,
      ...more,
    })
  }

  it('says what the bot does, where, what is kept, by which model and at what cost', () => {
    const words = wordsOf(greeting({}))
    expect(words).toContain('in every channel that I can read')
    expect(words).toContain('30 days')
    expect(words).toContain('gpt-4o-mini')
    expect(words).toContain('$2.50 a month for this server; 200 calls a day for all servers together')
    expect(controlOf(greeting({}), 'greeting:channels')).toMatchObject({ type: 8, default_values: [] })
    expect(controlOf(greeting({}), 'greeting:stop')).toMatchObject({ label: 'Only when somebody asks' })
  })

  it('says what was chosen with it', () => {
    const channels = [{ id: '1', name: 'news' }]
    const narrowed = greeting({ autoSummarize: 'chosen', channels: ['1'] }, { channels })
    expect(wordsOf(narrowed)).toContain('in #news')
    expect(controlOf(narrowed, 'greeting:channels')?.['default_values']).toHaveLength(1)
    const stopped = greeting({ autoSummarize: 'off', channels: ['1'] }, { channels })
    expect(wordsOf(stopped)).toContain('only when somebody asks')
    expect(controlOf(stopped, 'greeting:stop')).toBeUndefined()
    expect(controlOf(stopped, 'greeting:channels')).toBeDefined()
  })

  it('offers nothing to narrow where nothing is done unasked', () => {
    const unseen = greeting({}, { seesPlainMessages: false })
    expect(wordsOf(unseen)).toContain("I can't see links that people post")
    expect(controlOf(unseen, 'greeting:channels')).toBeUndefined()
    const off = greeting({}, { host: { ...host, autoSummarize: 'off' } })
    expect(wordsOf(off)).toContain('only when somebody asks')
    expect(controlOf(off, 'greeting:channels')).toBeUndefined()
  })

  it('speaks of no money where no model is set up', () => {
    const words = wordsOf(greeting({}, { modelName: null, usage: { ...usage, budgets: [], shared: [] } }))
    expect(words).toContain('**Model:** none')
    expect(words).not.toContain('**Budget:**')
  })
})
