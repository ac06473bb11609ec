import { describe, expect, it } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, said, STORY, threadOf, told } from './open-scene.ts'

describe('a second person who asks for what is being read', () => {
  async function openHeld() {
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const scene = await openScene({
      model: async (call) => {
        await held
        return honestModel()(call)
      },
    })
    await scene.startBot()
    const { discord } = scene
    return { scene, discord, release, mira: discord.person('mira'), olaf: discord.person('olaf') }
  }

  it('by a command is told for whom, and then gets the same card', async () => {
    const { scene, discord, release, mira, olaf } = await openHeld()
    const first = mira.slash(discord.general, 'summarize', { url: STORY })
    await said(scene, discord.general, /writing the points/u)
    const second = olaf.slash(discord.general, 'summarize', { url: STORY })
    await told(scene, second, /Already being read for mira: one card for you both/u)
    release()
    const card = await cardIn(scene, discord.general)
    for (const command of [first, second]) await told(scene, command, new RegExp(`Done: .*${card.id}`, 'u'))
    expect(discord.messagesIn(discord.general)).toEqual([card])
    expect(scene.model.requests).toHaveLength(1)
  })

  it('by a mention is told so below it', async () => {
    const { scene, discord, release, mira, olaf } = await openHeld()
    mira.slash(discord.general, 'summarize', { url: STORY })
    await said(scene, discord.general, /writing the points/u)
    const post = olaf.post(discord.general, `<@${discord.bot.id}> ${STORY}`)
    const note = await said(scene, discord.general, /Already being read for mira/u)
    expect(note.repliesTo?.id).toBe(post.id)
    release()
    await discord.until('a way to the card', () => wordsOf(discord.message(note.id)!).includes('the card'))
    expect(discord.threads()).toHaveLength(1)
  })

  it('and a third, while the message of the first is deleted, get one card for both', async () => {
    const { scene, discord, release, mira, olaf } = await openHeld()
    const post = mira.post(discord.general, `<@${discord.bot.id}> ${STORY}`)
    await said(scene, await threadOf(scene, post), /writing the points/u)
    const others = [olaf, discord.person('ida')]
    const commands = others.map((person) => person.slash(discord.general, 'summarize', { url: STORY }))
    for (const command of commands) await told(scene, command, /Already being read for mira/u)
    mira.delete(post)
    await said(scene, discord.general, /writing the points/u)
    release()
    const card = await cardIn(scene, discord.general)
    for (const command of commands) await told(scene, command, new RegExp(`Done: .*${card.id}`, 'u'))
    expect(discord.messagesIn(discord.general)).toEqual([card])
  })

  it('while a posted link comes to nothing gets a card of their own', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const short =
      '<html lang="en"><body><article><h1>Short</h1><p>' +
      'A short note about the quay wall. '.repeat(12) +
      '</p></article></body></html>'
    const scene = await openScene({
      pages: { '/note': (_, response) => void held.then(() => response.end(short)) },
    })
    await scene.startBot()
    const { discord } = scene
    const address = 'http://news.example/note'
    discord.person('mira').post(discord.general, address)
    await expect.poll(() => scene.web.count('/note')).toBe(1)
    const command = discord.person('olaf').slash(discord.general, 'summarize', { url: address })
    await told(scene, command, /Already being read for mira/u)
    release()
    await told(scene, command, /Done/u)
    await threadOf(scene, await cardIn(scene, discord.general))
  })
})
