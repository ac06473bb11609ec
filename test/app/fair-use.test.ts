import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import { type Admit, createAdmit } from '../../src/app/fair-use.ts'
import { createGuildSettings, type SettingsOfGuilds } from '../../src/app/guild-settings.ts'
import type { Storage } from '../../src/app/ports.ts'
import { parseConfig } from '../../src/config.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const NEW = { again: false, patient: false }
const aUse = { kind: 'summary', guildId: 'g1', personId: 'p1' } as const

let storage: Storage
let now: number
let settings: SettingsOfGuilds
let admit: Admit
beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 8)
  storage = await openStorage('memory:', { directory: '/', clock: () => now })
  const ofHost = { autoSummarize: 'everywhere', summariesPerDay: 100, questionsPerDay: null } as const
  settings = createGuildSettings(storage.settings, ofHost)
  admit = createAdmit(storage.uses, parseConfig({}).fairUse, () => now, settings)
})
afterEach(() => storage.close())

describe('what people may ask for, as shipped', () => {
  it('is one summary every 15 seconds', async () => {
    await admit(aUse, NEW)
    now += 14 * SECOND
    await expect(admit(aUse, NEW)).rejects.toMatchObject({
      code: 'limit-reached',
      message: 'You can have one summary every 15 seconds. Try again in a moment.',
      retryAt: now + SECOND,
    })
    await admit({ ...aUse, personId: 'p2' }, NEW)
    now += SECOND
    await admit(aUse, NEW)
  })

  it('is ten summaries an hour for a person', async () => {
    const started = now
    for (let count = 0; count < 10; count += 1, now += MINUTE) await admit(aUse, NEW)
    await expect(admit({ ...aUse, guildId: 'g2' }, NEW)).rejects.toMatchObject({
      message: expect.stringContaining('your 10 summaries of the last hour'),
      retryAt: started + 60 * MINUTE,
    })
  })

  it('is a hundred summaries a day for a guild', async () => {
    const started = now
    for (let count = 0; count < 100; count += 1) {
      await admit({ ...aUse, personId: `p${count}` }, NEW)
      now += SECOND
    }
    await expect(admit({ ...aUse, personId: 'another' }, NEW)).rejects.toMatchObject({
      message: expect.stringContaining('This server has had its 100 summaries of the last 24 hours'),
      retryAt: started + 24 * 60 * MINUTE,
    })
    await admit({ ...aUse, guildId: 'g2', personId: 'another' }, NEW)
  })

  it('is sixty questions an hour for a person, without a pause between them', async () => {
    for (let count = 0; count < 60; count += 1) await admit({ ...aUse, kind: 'question' }, NEW)
    await expect(admit({ ...aUse, kind: 'question' }, NEW)).rejects.toMatchObject({
      message: expect.stringContaining('your 60 questions of the last hour'),
    })
  })
})

it('who has something done again after a failure need not wait, but is counted', async () => {
  await admit(aUse, NEW)
  for (let count = 0; count < 9; count += 1) await admit(aUse, { again: true, patient: false })
  await expect(admit(aUse, { again: true, patient: false })).rejects.toMatchObject({ code: 'limit-reached' })
})

it('what nobody asked for waits the pause out, and gives up only at the larger limits', async () => {
  const environment = { COOLDOWN_SECONDS: '1', PERSON_SUMMARIES_PER_HOUR: '2' }
  const real = await openStorage('memory:', { directory: '/', clock: Date.now })
  const patiently = createAdmit(real.uses, parseConfig(environment).fairUse, Date.now, settings)
  const started = Date.now()
  await patiently(aUse, NEW)
  await patiently(aUse, { again: false, patient: true })
  expect(Date.now() - started).toBeGreaterThanOrEqual(1000)
  await expect(patiently(aUse, { again: false, patient: true })).rejects.toMatchObject({
    code: 'limit-reached',
  })
  await real.close()
})

it('a host may switch summaries off, and the pause', async () => {
  const none = createAdmit(
    storage.uses,
    parseConfig({ GUILD_SUMMARIES_PER_DAY: '0' }).fairUse,
    () => now,
    settings,
  )
  await expect(none(aUse, NEW)).rejects.toMatchObject({
    message: 'The host allows no summaries for a server.',
    retryAt: null,
  })
  const quick = createAdmit(storage.uses, parseConfig({ COOLDOWN_SECONDS: '0' }).fairUse, () => now, settings)
  await quick(aUse, NEW)
  await quick(aUse, NEW)
})

describe('what the moderators of a guild allow', () => {
  it('is counted for the guild, at once and in no other', async () => {
    await settings.change('g1', { questionsPerDay: 1, summariesPerDay: 2 })
    const question = { ...aUse, kind: 'question' } as const
    await admit(question, NEW)
    await expect(admit({ ...question, personId: 'p2' }, NEW)).rejects.toMatchObject({
      message: 'This server has had its 1 question of the last 24 hours. They come back one by one.',
      retryAt: now + 24 * 60 * MINUTE,
    })
    await admit({ ...question, guildId: 'g2' }, NEW)
    await admit({ ...question, guildId: null }, NEW)
    await settings.change('g1', { questionsPerDay: null })
    await admit(question, NEW)
    await admit(aUse, NEW)
  })

  it('may be nothing, and never more than the host does', async () => {
    await settings.change('g1', { summariesPerDay: 0 })
    await expect(admit(aUse, NEW)).rejects.toMatchObject({
      code: 'limit-reached',
      message: "This server's moderators allow no summaries here.",
    })
    await settings.change('g1', { summariesPerDay: 500 })
    for (let count = 0; count < 100; count += 1) await admit({ ...aUse, personId: `p${count}` }, NEW)
    await expect(admit({ ...aUse, personId: 'last' }, NEW)).rejects.toMatchObject({
      message: expect.stringContaining('its 100 summaries'),
    })
  })
})
