import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runFootnote } from '../support/run-footnote.ts'
import { openScene, STORY, untilDone } from './open-scene.ts'
import { openFolder } from './run-doctor.ts'

it('footnote backup copies the store of a bot that runs, and a bot on the copy knows its cards', async () => {
  const scene = await openScene()
  const { discord } = scene
  const bot = await scene.startBot()
  const post = discord.person('mira').post(discord.general, STORY)
  await untilDone(bot, post.id)
  const workingDirectory = openFolder()
  const options = { environment: { STORAGE_URL: scene.environment['STORAGE_URL'] ?? '' }, workingDirectory }
  const plain = await runFootnote(['backup', 'copy.db'], options)
  expect(plain.stderr).toBe('')
  expect(plain.stdout.replaceAll(/\s+/gu, ' ')).toMatch(
    /^copy\.db is a whole copy of the store \(schema \d+, \d\.\d MB\): 1 conversation, 0 questions, settings of 0 servers\. $/u,
  )
  expect(plain.status).toBe(0)
  const again = await runFootnote(['backup', 'copy.db', '--json'], options)
  expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'bad-request' } })
  expect(again.status).toBe(2)
  const json = await runFootnote(['backup', 'other.db', '--json'], options)
  expect(JSON.parse(json.stdout)).toMatchObject({ backup: { file: 'other.db', conversations: 1 } })
  expect(existsSync(join(workingDirectory, 'other.db'))).toBe(true)
  await bot.stop()
  const store = join(openFolder(), 'footnote.db')
  copyFileSync(join(workingDirectory, 'copy.db'), store)
  const { assistant } = await scene.startBot({ STORAGE_URL: `sqlite:${store}` })
  expect((await assistant.conversations.findByThread(post.id))?.summary).not.toBeNull()
})
