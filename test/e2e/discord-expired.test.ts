import { describe, expect, it } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import type { Behaviour } from '../support/loopback-model.ts'
import { cardIn, openScene, pointsOn, said, STORY, threadOf, told, untilDone } from './open-scene.ts'

/** A scene whose model answers when it is told to, for the time that Discord takes an answer is then over. */
async function openHeld(answer: Behaviour | null = null) {
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const scene = await openScene({
    model: async (call) => {
      await held
      return answer ?? honestModel()(call)
    },
  })
  const bot = await scene.startBot()
  const { discord } = scene
  return { scene, bot, discord, release, mira: discord.person('mira') }
}

/** Discord refuses what comes too late, and that is on record. */
const refusals = (violations: string[]): string[] =>
  violations
    .splice(0)
    .map((violation) => /Unknown \w+|Invalid Webhook Token/iu.exec(violation)?.[0] ?? violation)

describe('a command whose reply Discord no longer takes', () => {
  it('has its card in the channel all the same', async () => {
    const { scene, bot, discord, release, mira } = await openHeld()
    const command = mira.slash(discord.general, 'summarize', { url: STORY })
    await said(scene, discord.general, /writing the points/u)
    discord.expire(command)
    release()
    const card = await cardIn(scene, discord.general)
    await untilDone(bot, command.id)
    await threadOf(scene, card)
    expect(discord.messagesIn(discord.general)).toEqual([card])
    expect(refusals(discord.violations)).toEqual(['Invalid Webhook Token'])
  })

  it('is told of a failure in the channel, with the way to try again', async () => {
    const { scene, bot, discord, release, mira } = await openHeld({ kind: 'status', status: 401 })
    const command = mira.slash(discord.general, 'summarize', { url: STORY })
    await said(scene, discord.general, /writing the points/u)
    discord.expire(command)
    release()
    const failure = await said(scene, discord.general, /model-rejected/u)
    await untilDone(bot, command.id)
    scene.model.setBehaviour(honestModel())
    mira.press(failure, 'Retry')
    expect(pointsOn(await cardIn(scene, discord.general))).toHaveLength(5)
    expect(refusals(discord.violations).every((one) => one === 'Invalid Webhook Token')).toBe(true)
  })

  it('that was known only when it was too late to acknowledge is done in the channel', async () => {
    const { scene, bot, discord, release, mira } = await openHeld()
    release()
    discord.delay(/callback/u, 3500)
    const command = mira.slash(discord.general, 'summarize', { url: STORY })
    const card = await cardIn(scene, discord.general)
    await untilDone(bot, command.id)
    expect(wordsOf(card)).toContain(STORY)
    expect(discord.violations.splice(0)).not.toEqual([])
  })
})

describe('a command whose acknowledgement gets lost', () => {
  it('posts no second card', async () => {
    const { scene, bot, discord, release, mira } = await openHeld()
    release()
    discord.loseAnswer(/\/messages$/u)
    const command = mira.slash(discord.general, 'summarize', { url: STORY })
    await told(scene, command, /Done/u)
    await untilDone(bot, command.id)
    expect(discord.messagesIn(discord.general)).toHaveLength(1)
  })
})
