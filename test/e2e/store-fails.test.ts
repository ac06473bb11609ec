import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { runFootnote } from '../support/run-footnote.ts'
import { cardIn, openScene, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { HARBOUR_PAGE } from './pages.ts'
import { openFolder } from './run-doctor.ts'

const start = (file: string) => {
  const environment = { DISCORD_TOKEN: 'no.such.token', STORAGE_URL: `sqlite:${file}` }
  return runFootnote(['start'], { environment })
}

it.each([
  [
    'is damaged',
    'These are notes and no database. '.repeat(200),
    /is not a SQLite database\. The host has to point STORAGE_URL/u,
  ],
  ['can only be read', null, /can only be read\. The host has to let Footnote write/u],
])('a bot whose store %s does not start, and names the file and what to do', async (_, words, says) => {
  const file = join(openFolder(), 'footnote.db')
  if (words === null) {
    await runFootnote(['usage'], { environment: { STORAGE_URL: `sqlite:${file}` } })
    mkdirSync(`${file}-shm`)
  } else writeFileSync(file, words)
  const { status, stderr, stdout } = await start(file)
  expect(status).toBe(1)
  expect(stdout).toBe('')
  const said = stderr.replaceAll(/\s+/gu, ' ')
  expect(said).toContain(file)
  expect(said).toMatch(says)
})

it('a conversation that is damaged while the bot runs is said to be, and everything else goes on', async () => {
  const scene = await openScene({ pages: { '/other': HARBOUR_PAGE } })
  const { discord, environment } = scene
  const bot = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, STORY)
  const card = await cardIn(scene, await threadOf(scene, post))
  await untilDone(bot, post.id)
  const database = new DatabaseSync(environment['STORAGE_URL']?.replace('sqlite:', '') ?? '')
  database.exec("UPDATE conversations SET summary = '{'")
  database.close()
  await told(scene, mira.press(card, 'Sources'), /database is damaged\..*storage-unavailable · c0de/su)
  expect(bot.logged.filter((line) => line.includes('Error'))).toEqual([
    expect.stringMatching(/^interaction-failed: .*is damaged/u),
  ])
  const command = mira.slash(discord.general, 'summarize', { url: 'http://news.example/other' })
  await told(scene, command, /Done/u)
  await cardIn(scene, discord.general)
})
