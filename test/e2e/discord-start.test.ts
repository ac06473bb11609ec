import { describe, expect, it } from 'vitest'
import { honestSummary } from '../support/honest-model.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { runFootnote, startFootnote } from '../support/run-footnote.ts'
import { cardIn, openScene, threadOf } from './open-scene.ts'

const honestAnswerTo = honestSummary(5)

describe('footnote start', () => {
  it('with a token that Discord does not know says so and ends with status 2', async () => {
    const { environment, discord } = await openScene()
    const wrong = { ...environment, DISCORD_TOKEN: 'wrong' }
    const { status, stderr } = await runFootnote(['start'], { environment: wrong })
    expect(stderr).toContain('Discord does not know this token')
    expect(status).toBe(2)
    expect(discord.violations.splice(0)).toEqual([expect.stringContaining('401: Unauthorized')])
  })

  it('finishes what runs when it is told to end', async () => {
    const scene = await openScene()
    const { discord, web, model, environment } = scene
    const address = `127.0.0.1:${web.port}`
    const { child, done } = startFootnote(['start'], {
      environment: { ...environment, FETCH_ALLOW_HOSTS: address },
    })
    await discord.untilConnected()
    model.setBehaviour((call) => {
      child.kill('SIGTERM')
      return honestAnswerTo(call)
    })
    const post = discord.person('mira').post(discord.general, `http://${address}/harbour`)
    const { status } = await done
    expect(wordsOf(await cardIn(scene, await threadOf(scene, post)))).toContain('loopback-1')
    expect(status).toBe(0)
  })
})

it('a server that DISCORD_ALLOWED_GUILDS does not list is left, and nothing is answered there', async () => {
  const scene = await openScene({ environment: { DISCORD_ALLOWED_GUILDS: '123456789012345678' } })
  const { discord } = scene
  await scene.startBot()
  discord.person('mira').post(discord.general, `<@${discord.bot.id}>`)
  await discord.until('the bot to leave', discord.hasLeft)
  expect(discord.everyMessage()).toEqual([])
})

it('commands are registered once, also after DISCORD_GUILD_ID was set or taken away', async () => {
  const scene = await openScene()
  const { commands, guildId } = scene.discord
  await (await scene.startBot()).stop()
  const global = commands()
  expect(global).toContain('summarize')
  await (await scene.startBot({ DISCORD_GUILD_ID: guildId })).stop()
  expect(commands()).toEqual(global)
  await scene.startBot()
  expect(commands()).toEqual(global)
})

it('a bot that lacks the right to write tells whoever asked it in private', async () => {
  const scene = await openScene({ discord: { without: ['SendMessages', 'CreatePublicThreads'] } })
  const { discord } = scene
  const bot = await scene.startBot()
  const mira = discord.person('mira')
  const link = mira.post(discord.general, 'http://news.example/harbour')
  mira.post(discord.general, `<@${discord.bot.id}> http://news.example/harbour`)
  const message = await discord.until('a message', () => discord.everyMessage()[0])
  expect(wordsOf(message)).toContain('permission-missing')
  expect(wordsOf(message)).toContain('Send Messages')
  expect(discord.messagesIn(discord.general).filter(({ author }) => author.bot)).toEqual([])
  expect(await bot.assistant.tasks.find(link.id)).toBeUndefined()
})
