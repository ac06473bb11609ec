// The loopback Discord where only a person has installed the bot: in guilds and conversations that it is not in.
import { describe, expect, it } from 'vitest'
import { DEFERRED, EPHEMERAL, MESSAGE, openWithCommands, V2 } from './open-with-commands.ts'

describe('where only a person has installed the bot', () => {
  const openAsGuest = async () => {
    const command = { name: 'sum', description: 'Sums', integration_types: [0, 1], contexts: [0, 1, 2] }
    const opened = await openWithCommands(command, { ...command, type: 3, name: 'Sum', description: '' })
    return { ...opened, elsewhere: opened.discord.guild('Elsewhere', { withBot: false }) }
  }

  it('only commands for that are offered, in guilds and conversations without the bot', async () => {
    const { discord, mira, elsewhere } = await openAsGuest()
    const group = discord.conversation([mira, discord.person('olaf'), discord.person('runa')])
    for (const channel of [elsewhere.general, group]) {
      expect(() => mira.slash(channel, 'read')).toThrow(/integration_types/u)
      expect(mira.slash(channel, 'sum').owners).toEqual({ 1: mira.id })
    }
    expect(() => discord.person('sven').slash(group, 'sum')).toThrow(/ViewChannel/u)
    expect(mira.slash(discord.general, 'sum').owners).toEqual({ 0: discord.guildId })
  })

  it('the bot answers through the interaction alone, to its user alone, five times more at most', async () => {
    const { discord, mira, elsewhere, call, answer, webhook } = await openAsGuest()
    const post = discord.person('olaf').post(elsewhere.general, 'http://news.example/a')
    const command = mira.menu(post, 'Sum')
    for (const path of ['', '/messages', `/messages/${post.id}`]) {
      const read = await call('GET', `/channels/${elsewhere.general.id}${path}`)
      expect(read).toMatchObject({ status: 403, code: 50_001 })
    }
    discord.violations.length = 0
    await answer(command, DEFERRED, { flags: EPHEMERAL })
    await webhook('PATCH', command, '/messages/@original', {
      flags: V2,
      components: [{ type: 10, content: 'a' }],
    })
    for (let n = 0; n < 5; n += 1) await webhook('POST', command, '', { content: `${n}`, flags: EPHEMERAL })
    expect(discord.violations).toEqual([])
    const sixth = await webhook('POST', command, '', { content: '6', flags: EPHEMERAL })
    expect(sixth).toMatchObject({ status: 400, code: 40_094 })
  })

  it('a public answer is on record', async () => {
    const { discord, mira, elsewhere, answer } = await openAsGuest()
    await answer(mira.slash(elsewhere.general, 'sum'), MESSAGE, { content: 'for all' })
    expect(discord.violations).toEqual([expect.stringContaining('public answer')])
  })
})
