import { expect, it } from 'vitest'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { MODEL_FAULTS } from '../support/model-faults.ts'
import { labels, openScene, said, STORY, threadOf, untilDone } from './open-scene.ts'

const QUICK = { firstByte: 2000, betweenBytes: 2000, total: 10_000, backoff: 10 }

it.each(MODEL_FAULTS)(
  'a model with the fault “$name” leaves no card hanging: its reader sees how it ended',
  async ({ script, environment = {}, page, code, shows }) => {
    const pages: Readonly<Record<string, string>> = page === undefined ? {} : { '/harbour': page }
    const scene = await openScene({ model: script, environment, pages, modelTimeouts: QUICK })
    const { discord } = scene
    const bot = await scene.startBot()
    const post = discord.person('mira').post(discord.general, `<@${discord.bot.id}> ${STORY}`)
    const thread = await threadOf(scene, post)
    await said(scene, thread, shows)
    await untilDone(bot, post.id)
    const [message, ...others] = discord.messagesIn(thread)
    expect(others).toEqual([])
    if (code === null) {
      expect(wordsOf(message!)).toMatch(/^1\. /mu)
      expect(labels(message!)).toEqual(['Ask', 'Sources', 'More'])
    } else {
      expect(wordsOf(message!)).toContain(`-# ${code} · c0de`)
      expect(labels(message!)).toEqual(['Retry', 'Without a model'])
    }
    expect(wordsOf(message!)).not.toMatch(/OPENAI_|127\.0\.0\.1/u)
  },
)
