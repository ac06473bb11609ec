import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import {
  createGuildSettings,
  effective,
  type GuildSettings,
  type HostSettings,
  isBlockedDomain,
  mayUse,
  parseGuildSettings,
  summarizesByItself,
} from '../../src/app/guild-settings.ts'
import type { Storage } from '../../src/app/ports.ts'

const NOTHING_SET = parseGuildSettings(undefined)
const host: HostSettings = { autoSummarize: 'everywhere', summariesPerDay: 100, questionsPerDay: null }
const inEffect = (set: Partial<GuildSettings>, ofHost: Partial<HostSettings> = {}) =>
  effective({ ...NOTHING_SET, ...set }, { ...host, ...ofHost })

describe('settings as they were stored', () => {
  it('come back as they are', () => {
    const settings: GuildSettings = {
      autoSummarize: 'chosen',
      channels: ['123456789012345678'],
      fewestWords: 400,
      language: 'de',
      length: 'short',
      roles: ['223456789012345678'],
      blockedDomains: ['example.com'],
      summariesPerDay: 0,
      questionsPerDay: 20,
    }
    expect(parseGuildSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
  })

  it('are the host’s where nothing was stored, or what is no settings', () => {
    for (const stored of [undefined, null, 7, 'chosen', [], {}, { other: true }])
      expect(parseGuildSettings(stored)).toEqual(NOTHING_SET)
  })

  it('lose what is damaged, and nothing else', () => {
    const damaged = {
      autoSummarize: 'somewhere',
      channels: ['1', 2, null, 'general', '1'],
      fewestWords: -3,
      language: 'the language of Mordor',
      length: 'endless',
      roles: 'all',
      blockedDomains: ['Example.com', 'nonsense', {}],
      summariesPerDay: 1.5,
      questionsPerDay: 30,
    }
    expect(parseGuildSettings(damaged)).toEqual({
      ...NOTHING_SET,
      channels: ['1'],
      blockedDomains: ['example.com'],
      questionsPerDay: 30,
    })
  })

  it('are read without a failure whatever they hold, and are then read alike again', () => {
    const field = fc.oneof(fc.jsonValue(), fc.constantFrom('off', 'short', ['1', '2'], 12))
    const keys = fc.constantFrom(...Object.keys(NOTHING_SET))
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(keys, field)), (stored) => {
        const read = parseGuildSettings(stored)
        expect(parseGuildSettings(JSON.parse(JSON.stringify(read)))).toEqual(read)
      }),
    )
  })
})

describe('what holds in a guild', () => {
  it('is what the host has, where nothing is set', () => {
    expect(inEffect({})).toMatchObject({
      autoSummarize: 'everywhere',
      fewestWords: 250,
      length: 'standard',
      language: null,
      summariesPerDay: 100,
      questionsPerDay: null,
    })
  })

  it('is never more than the host allows', () => {
    expect(inEffect({ summariesPerDay: 500, questionsPerDay: 20 })).toMatchObject({
      summariesPerDay: 100,
      questionsPerDay: 20,
    })
    expect(inEffect({ summariesPerDay: 5 }).summariesPerDay).toBe(5)
    const places = (guild: GuildSettings['autoSummarize'], ofHost: HostSettings['autoSummarize']) =>
      inEffect({ autoSummarize: guild }, { autoSummarize: ofHost }).autoSummarize
    expect(places('off', 'everywhere')).toBe('off')
    expect(places('chosen', 'everywhere')).toBe('chosen')
    expect(places('everywhere', 'chosen')).toBe('chosen')
    expect(places(null, 'chosen')).toBe('chosen')
    expect(places('everywhere', 'off')).toBe('off')
  })
})

describe('links that nobody asked about', () => {
  it('are summarised everywhere, nowhere, or in chosen channels, their threads and categories', () => {
    const here = ['thread', 'channel', 'category']
    expect(summarizesByItself(inEffect({}), here)).toBe(true)
    expect(summarizesByItself(inEffect({ autoSummarize: 'off', channels: here }), here)).toBe(false)
    for (const id of here)
      expect(summarizesByItself(inEffect({ autoSummarize: 'chosen', channels: [id] }), here)).toBe(true)
    expect(summarizesByItself(inEffect({ autoSummarize: 'chosen', channels: ['other'] }), here)).toBe(false)
  })

  it('are summarised nowhere before a channel is chosen', () => {
    expect(summarizesByItself(inEffect({}, { autoSummarize: 'chosen' }), ['channel'])).toBe(false)
  })
})

describe('who may use it', () => {
  const settings = inEffect({ roles: ['readers'] })
  it('is everybody where no role is chosen, else those with one of them', () => {
    expect(mayUse(inEffect({}), { roles: [], manages: false })).toBe(true)
    expect(mayUse(settings, { roles: ['everyone', 'readers'], manages: false })).toBe(true)
    expect(mayUse(settings, { roles: ['everyone'], manages: false })).toBe(false)
  })

  it('is always whoever manages the server', () => {
    expect(mayUse(settings, { roles: [], manages: true })).toBe(true)
  })
})

describe('sites that are never read', () => {
  const settings = inEffect({ blockedDomains: ['example.com', 'xn--bcher-kva.test'] })
  it.each([
    'https://example.com/story',
    'http://EXAMPLE.com.:8080/',
    'https://blog.example.com/a',
    'https://bücher.test/x',
    'example.com',
    'news.example.com',
  ])('hold %s', (address) => {
    expect(isBlockedDomain(settings, address)).toBe(true)
  })

  it.each([
    'https://example.org/example.com',
    'https://notexample.com/',
    'https://example.com.evil.test/',
    'x',
  ])('do not hold %s', (address) => {
    expect(isBlockedDomain(settings, address)).toBe(false)
  })
})

describe('the settings of guilds', () => {
  let storage: Storage
  beforeEach(async () => {
    storage = await openStorage('memory:', { directory: '/', clock: Date.now })
  })
  afterEach(() => storage.close())

  it('are in effect at once, also for another process on the same store', async () => {
    const one = createGuildSettings(storage.settings, host)
    const other = createGuildSettings(storage.settings, host)
    await one.change('g1', { length: 'long' })
    await other.change('g1', { fewestWords: 300 })
    expect(await one.inEffect('g1')).toMatchObject({ length: 'long', fewestWords: 300 })
    expect(await one.inEffect('g2')).toMatchObject({ length: 'standard', fewestWords: 250 })
    await one.change('g1', { length: null })
    expect(await other.of('g1')).toEqual({ ...NOTHING_SET, fewestWords: 300 })
    await other.reset('g1')
    expect(await one.of('g1')).toEqual(NOTHING_SET)
  })

  it('are the host’s in a direct message', async () => {
    expect(await createGuildSettings(storage.settings, host).inEffect(null)).toEqual(inEffect({}))
  })
})
