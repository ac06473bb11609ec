import { existsSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import type { Scene } from '../support/discord-scene.ts'
import { liveIn, pageOf } from './lived-in.ts'
import { openScene, told } from './open-scene.ts'

// Two people in two servers use every way in; then one of them is forgotten, in each way that there is. What counts is not
// what the bot says of it but the bytes of its files, which it has open meanwhile.

const DAY = 24 * 60 * 60 * 1000
const GONE = 'quillmere'
const STAYS = 'brackwater'

const fileOf = ({ environment }: Scene): string => (environment['STORAGE_URL'] ?? '').replace(/^sqlite:/u, '')

/** Everything that stands in the files of the store. */
const bytesOf = (scene: Scene): string =>
  ['', '-wal', '-shm']
    .map((ending) => `${fileOf(scene)}${ending}`)
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path).toString('latin1'))
    .join('\n')

const countIn = (bytes: string, words: string): number => bytes.split(words).length - 1

const leftOf = (values: readonly string[], bytes: string): string[] =>
  values.filter((value) => countIn(bytes, value) > 0)

/** Every row of the store that holds one of these values, with the name of its table. */
function rowsWith(scene: Scene, values: readonly string[]): string[] {
  const database = new DatabaseSync(fileOf(scene), { readOnly: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    return tables
      .flatMap(({ name }) =>
        database
          .prepare(`SELECT * FROM "${String(name)}"`)
          .all()
          .map((row) => `${String(name)} ${JSON.stringify(row)}`),
      )
      .filter((row) => values.some((value) => row.includes(value)))
      .toSorted()
  } finally {
    database.close()
  }
}

const tablesWith = (scene: Scene, value: string): string[] => [
  ...new Set(rowsWith(scene, [value]).map((row) => row.split(' ', 1)[0] ?? '')),
]

async function openLives() {
  const clock = { now: Date.now() }
  const pages = [GONE, STAYS].flatMap((word) =>
    ['', '-2', '-3'].map((which) => [`/${word}${which}`, pageOf(`${word}${which}`)] as const),
  )
  const scene = await openScene({
    pages: Object.fromEntries(pages),
    environment: { RETENTION_DAYS: '3' },
    clock: () => clock.now,
  })
  const { discord } = scene
  const bot = await scene.startBot()
  const guild = discord.guild('The quill circle')
  const other = discord.guild('The other circle')
  const [mira, olaf] = [discord.person('mira'), discord.person('olaf')] as const
  const life = await liveIn(scene, bot, guild, mira, GONE)
  const otherLife = await liveIn(scene, bot, other, olaf, STAYS)
  const before = bytesOf(scene)
  const stored = [GONE, STAYS, `${GONE}-token`, guild.id, other.id, ...life.ids.slice(0, 5)]
  expect(leftOf(stored, before)).toEqual(stored)
  const othersRows = (): string[] => rowsWith(scene, [STAYS, other.id, ...otherLife.ids])
  return { scene, discord, bot, clock, guild, other, mira, life, othersRows, others: othersRows() }
}

it(
  'a thread and a person are gone from the bytes of the store, and so is what nobody comes back to',
  { timeout: 60_000 },
  async () => {
    const { scene, discord, bot, clock, guild, mira, life, othersRows, others } = await openLives()
    await told(scene, mira.slash(life.thread, 'forget', { scope: 'thread' }), /Forgotten/u)
    expect(countIn(bytesOf(scene), life.thread.id)).toBe(0)

    await told(scene, mira.slash(guild.general, 'forget', { scope: 'me' }), /Forgotten/u)
    const after = bytesOf(scene)
    expect(leftOf([`${GONE}-paste`, `${GONE}-file`, `${GONE}-token`, `${GONE}-3`], after)).toEqual([])
    expect(rowsWith(scene, [`passengers did the ${GONE}`])).toEqual([])
    // For a day it is known how often somebody with that id asked; how often is all.
    expect(tablesWith(scene, mira.id)).toEqual(['uses'])
    expect(othersRows()).toEqual(others)
    clock.now += DAY + 1
    await bot.assistant.forgetting.expired()
    expect(countIn(bytesOf(scene), mira.id)).toBe(0)

    // Cards of links are the server's; at the next start they are too old.
    expect(countIn(bytesOf(scene), GONE)).toBeGreaterThan(0)
    await bot.stop()
    clock.now += 2.5 * DAY
    const second = await scene.startBot()
    await expect.poll(() => second.logged).toContain('old-articles-forgotten')
    await expect.poll(() => countIn(bytesOf(scene), GONE)).toBe(0)
    expect(leftOf([STAYS, ...life.ids], bytesOf(scene))).toEqual([])
    expect(tablesWith(scene, guild.id)).toEqual(['guild_settings', 'guilds_greeted', 'spending'])
    discord.throwOut(guild)
    await expect.poll(() => second.logged).toContain('guild-forgotten')
    expect(tablesWith(scene, guild.id)).toEqual(['spending'])
  },
)

it(
  'a server is gone from the bytes of the store, by command or because it removed the bot; money is kept, of nobody',
  { timeout: 60_000 },
  async () => {
    const { scene, discord, bot, guild, other, mira, life, othersRows, others } = await openLives()
    // What people have alone with the bot is of no server.
    await told(scene, mira.slash(guild.general, 'forget', { scope: 'me' }), /Forgotten/u)
    discord.throwOut(guild)
    await expect.poll(() => bot.logged).toContain('guild-forgotten')
    const bytes = bytesOf(scene)
    const ofServer = life.ids.filter((id) => id !== mira.id)
    expect(leftOf([GONE, ...ofServer], bytes)).toEqual([])
    expect(tablesWith(scene, guild.id)).toEqual(['spending'])
    // Of a day, of a month, and nowhere beside that.
    expect(countIn(bytes, guild.id)).toBe(2)
    expect(othersRows()).toEqual(others)

    const head = discord.ownerOf(other)
    await told(scene, head.slash(other.general, 'forget', { scope: 'server' }), /Forgotten/u)
    expect(rowsWith(scene, [`"${other.general.id}"`])).toEqual([])
    expect(tablesWith(scene, other.id)).toEqual(['guild_settings', 'guilds_greeted', 'spending', 'uses'])
    const people = [mira.id, ...discord.interactions().map(({ user }) => user.id)]
    for (const table of ['spending', 'reservations', 'caps_reached', 'guild_settings', 'guilds_greeted'])
      for (const row of rowsWith(scene, people)) expect(row.startsWith(`${table} `)).toBe(false)
  },
)
