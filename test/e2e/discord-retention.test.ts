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
