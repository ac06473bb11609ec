import { expect, it } from 'vitest'
import { cardIn, openScene, STORY, threadOf, told, untilDone } from './open-scene.ts'

const DAY = 24 * 60 * 60 * 1000

it('an article that nobody used for as long as the host keeps things is forgotten at the next start, and its buttons say so', async () => {
  let now = Date.now()
  const scene = await openScene({ environment: { RETENTION_DAYS: '3' }, clock: () => now })
  const { discord } = scene
  const mira = discord.person('mira')
  const first = await scene.startBot()
  const old = mira.post(discord.general, STORY)
  const oldCard = await cardIn(scene, await threadOf(scene, old))
  await untilDone(first, old.id)
  now += 2 * DAY
  const used = mira.slash(discord.general, 'summarize', { url: STORY, length: 'long' })
  await told(scene, used, /Done/u)
  const usedCard = await cardIn(scene, discord.general)
  await first.stop()
  now += 1.5 * DAY
  const second = await scene.startBot()
  await expect.poll(() => second.logged).toContain('old-articles-forgotten')
  await told(scene, mira.press(oldCard, 'Sources'), /I no longer have this article/u)
  await told(scene, mira.press(usedCard, 'Sources'), /the words behind each point/u)
})

it('nothing is forgotten because the clock is a year ahead when the bot starts', async () => {
  let now = Date.now()
  const scene = await openScene({ clock: () => now })
  const { discord } = scene
  const mira = discord.person('mira')
  const first = await scene.startBot()
  const post = mira.post(discord.general, STORY)
  const card = await cardIn(scene, await threadOf(scene, post))
  await untilDone(first, post.id)
  await first.stop()
  now += 365 * DAY
  const second = await scene.startBot()
  await expect.poll(() => second.logged).toContain('retention-waits')
  expect(second.logged).not.toContain('old-articles-forgotten')
  await told(scene, mira.press(card, 'Sources'), /the words behind each point/u)
})

it('a server that removed the bot while it was off is forgotten at the next start', async () => {
  const scene = await openScene()
  const { discord } = scene
  const first = await scene.startBot()
  const other = discord.guild('Another circle')
  const sven = discord.person('sven')
  const post = sven.post(other.general, `<@${discord.bot.id}> ${STORY}`)
  await untilDone(first, post.id)
  const own = discord.person('mira').post(discord.general, STORY)
  await untilDone(first, own.id)
  await first.stop()
  discord.throwOut(other)
  const second = await scene.startBot()
  await expect.poll(() => second.logged).toContain('guild-forgotten')
  expect(await second.assistant.conversations.findLatestInChannel(other.general.id)).toBeUndefined()
  expect(await second.assistant.conversations.findLatestInChannel(discord.general.id)).toBeDefined()
  // Discord was asked about a server that the bot is not in.
  expect(discord.violations.splice(0)).toHaveLength(1)
})

it('with a short retention no cache keeps a page for longer', async () => {
  let now = Date.now()
  const scene = await openScene({ environment: { RETENTION_DAYS: '1' }, clock: () => now })
  const { discord } = scene
  const bot = await scene.startBot()
  const post = discord.person('mira').post(discord.general, STORY)
  await untilDone(bot, post.id)
  now += 1.5 * DAY
  const [key = ''] = await bot.assistant.addressKeys(STORY)
  expect(key).not.toBe('')
  await bot.assistant.forgetting.unusedSince(now)
  await told(scene, discord.person('olaf').slash(discord.general, 'summarize', { url: STORY }), /Done/u)
  // Read anew, not asked whether it had changed.
  expect(scene.web.count('/harbour')).toBe(2)
  expect(scene.model.requests).toHaveLength(2)
})
