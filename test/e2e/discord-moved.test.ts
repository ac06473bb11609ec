import { expect, it } from 'vitest'
import { cardIn, openScene, said, threadOf, untilDone } from './open-scene.ts'
import { articlePage, HARBOUR_PARAGRAPHS } from './pages.ts'

// A line that waits in the channel until there is a thread: whatever happens to its deletion, no line stays.

const DELETIONS = 'DELETE /channels/:channel/messages/:message'

/** Somebody asked for a page that takes its time, so that a line in the channel says so. */
async function openWaiting() {
  const page = articlePage('The hall of Brennholm', HARBOUR_PARAGRAPHS)
  const scene = await openScene({
    pages: { '/hall': (_, response) => void setTimeout(() => response.end(page), 1200) },
  })
  const { discord } = scene
  const bot = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, `<@${discord.bot.id}> http://news.example/hall`)
  const line = await said(scene, discord.general, /Reading/u)
  return { scene, discord, bot, post, line }
}

it.each(['lost answer', 'cut connection'])(
  'a %s to the deletion of the line costs nobody the card',
  async (what) => {
    const { scene, discord, bot, post } = await openWaiting()
    if (what === 'lost answer') discord.loseAnswer(DELETIONS)
    else discord.cut(DELETIONS)
    const card = await cardIn(scene, await threadOf(scene, post))
    await untilDone(bot, post.id)
    expect(discord.everyMessage()).toEqual([card])
    // Deleted a second time, as far as Discord can tell.
    discord.violations.splice(0)
  },
)

it('a line that somebody else deletes while it moves costs nobody the card', async () => {
  const { scene, discord, bot, post, line } = await openWaiting()
  discord.delay(DELETIONS, 500)
  const thread = await threadOf(scene, post)
  await said(scene, thread, /writing the points|^1\. /mu)
  discord.deleteMessage(line)
  const card = await cardIn(scene, thread)
  await untilDone(bot, post.id)
  expect(discord.everyMessage()).toEqual([card])
  expect(discord.violations.splice(0)).toEqual([expect.stringContaining('Unknown Message')])
})
