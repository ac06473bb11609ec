import type { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import type { RunningBot, SceneOptions } from '../support/discord-scene.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, labels, openScene, pointsOn, said, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { openSettings } from './open-settings.ts'

const FULL = /cannot grow: the disk is full.*storage-unavailable · c0de/su

/** Rows that take what room there is left in the pages of a table. */
const ROWS = {
  tasks: "INSERT INTO tasks (id, state, request, created_at) VALUES (:key, 'done', :words, 1e15)",
  spending: "INSERT INTO spending (period, guild_id) VALUES ('2000-01', :key || :words)",
  settings: 'INSERT INTO guild_settings (guild_id, settings, changed_at) VALUES (:key, :words, 0)',
}

/** A disk that a test can fill. */
function openDisk() {
  let connection: DatabaseSync | undefined
  const fill = (sql: string): void => {
    const statement = connection?.prepare(sql)
    for (const length of [1000, 100, 1]) {
      try {
        for (let row = 0; ; row += 1) statement?.run({ key: `${length}-${row}`, words: 'x'.repeat(length) })
      } catch (error) {
        expect(error).toMatchObject({ errcode: 13 })
      }
    }
  }
  const setPages = (pages: number): unknown => connection?.prepare(`PRAGMA max_page_count = ${pages}`).get()
  const storage: SceneOptions['storage'] = { prepare: (database) => (connection = database) }
  return {
    storage,
    /** From here on these tables, and everything larger, get no more room, and no cache is left to give way. */
    fill: (...tables: readonly (keyof typeof ROWS)[]): void => {
      connection?.exec('DELETE FROM cache')
      setPages(1)
      for (const table of tables) fill(ROWS[table])
    },
    makeRoom: (): unknown => setPages(1_000_000),
  }
}

const failuresOf = ({ logged }: RunningBot): readonly string[] =>
  logged.filter((line) => line.includes('Error'))
const once = [expect.stringMatching(/^(task|interaction)-failed: .*disk is full/u)]

it('while the disk is full whoever asks is told so, once in the log and without a call to a model, and the bot works on when there is room', async () => {
  const disk = openDisk()
  const scene = await openScene(disk)
  const { discord, model } = scene
  const bot = await scene.startBot()
  disk.fill('tasks')
  const mira = discord.person('mira')
  mira.post(discord.general, `<@${discord.bot.id}> ${STORY}`)
  // Nothing of the request is stored, so there is nothing that a button could do again.
  expect(labels(await said(scene, discord.general, FULL))).toEqual([])
  expect(failuresOf(bot)).toEqual(once)
  const command = mira.slash(discord.general, 'summarize', { url: STORY })
  expect(labels(await told(scene, command, FULL))).toEqual([])
  expect(failuresOf(bot)).toEqual([...once, ...once])
  expect(model.requests).toEqual([])
  disk.makeRoom()
  await cardIn(scene, await threadOf(scene, mira.post(discord.general, STORY)))
})

it('a link that nobody asked about is left alone in silence while the disk is full', async () => {
  const disk = openDisk()
  const scene = await openScene(disk)
  const { discord, model } = scene
  const bot = await scene.startBot()
  disk.fill('tasks')
  discord.person('mira').post(discord.general, STORY)
  await expect.poll(() => failuresOf(bot)).toHaveLength(1)
  await bot.stop()
  expect(failuresOf(bot)).toEqual(once)
  expect(discord.messagesIn(discord.general)).toHaveLength(1)
  expect(discord.threads()).toEqual([])
  expect(model.requests).toEqual([])
})

it('no model is asked where the money for it cannot be set aside, and Retry asks it when there is room', async () => {
  const disk = openDisk()
  const scene = await openScene(disk)
  const { discord, model } = scene
  const bot = await scene.startBot()
  disk.fill('spending')
  const mira = discord.person('mira')
  const command = mira.slash(discord.general, 'summarize', { url: STORY })
  const failure = await told(scene, command, FULL)
  expect(labels(failure)).toEqual(['Retry'])
  expect(failuresOf(bot)).toEqual(once)
  expect(model.requests).toEqual([])
  // A second try on the full disk leaves the way to a third.
  disk.fill('tasks')
  mira.press(failure, 'Retry')
  await expect.poll(() => failuresOf(bot)).toEqual([...once, ...once])
  await bot.stop()
  await scene.startBot()
  mira.press(await told(scene, command, FULL), 'Retry')
  expect(pointsOn(await cardIn(scene, discord.general))).toHaveLength(5)
})

it('a question that cannot be stored is said to have failed, and the next one is answered when there is room', async () => {
  const disk = openDisk()
  const scene = await openScene(disk)
  const { discord } = scene
  const bot = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, STORY)
  const thread = await threadOf(scene, post)
  await cardIn(scene, thread)
  await untilDone(bot, post.id)
  disk.fill('tasks')
  mira.post(thread, 'When does the ferry sail again?')
  await said(scene, thread, FULL)
  const turns = async () => (await bot.assistant.conversations.findByThread(thread.id))?.turns
  expect(await turns()).toEqual([])
  disk.makeRoom()
  mira.post(thread, 'When does the ferry sail again?')
  await expect.poll(turns).toHaveLength(1)
  expect(failuresOf(bot)).toEqual(once)
})

it('a setting that cannot be stored is said to have failed, and the one before stands', async () => {
  const disk = openDisk()
  const { bot, discord, panelOf, choose } = await openSettings(disk)
  const panel = await panelOf()
  disk.fill('settings')
  expect(wordsOf(await choose(panel, 'length', ['Short: up to 3 points'], FULL))).not.toMatch(
    /up to 3 points/u,
  )
  expect((await bot.assistant.settings.of(discord.guildId)).length).toBeNull()
  expect(failuresOf(bot)).toEqual(once)
  disk.makeRoom()
  await choose(panel, 'length', ['Short: up to 3 points'], /up to 3 points/u)
})
