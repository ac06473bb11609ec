// Guilds, channels and rights of the loopback Discord, asked by REST and seen by an unmodified discord.js client.
import { ChannelType, PermissionFlagsBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { logIn, openLoopback, until } from './open-loopback.ts'

const MISSING_ACCESS = { status: 403, code: 50_001 }
const MISSING_PERMISSIONS = { status: 403, code: 50_013 }

describe('rights in a channel', () => {
  it('are what discord.js makes of roles and overwrites, and what the server enforces', async () => {
    const { discord, call } = await openLoopback()
    const readOnly = discord.channel('rules', { without: ['SendMessages'] })
    const hidden = discord.channel('bots keep out', { without: ['ViewChannel'] })
    const { client } = await logIn(discord)
    const mayIn = (id: string, right: keyof typeof PermissionFlagsBits) => {
      const channel = client.channels.cache.get(id)
      if (channel === undefined || channel.isDMBased()) throw new Error('no such channel')
      return channel.permissionsFor(client.user)?.has(PermissionFlagsBits[right])
    }
    expect(mayIn(discord.general.id, 'SendMessages')).toBe(true)
    expect(mayIn(readOnly.id, 'SendMessages')).toBe(false)
    expect(mayIn(hidden.id, 'ViewChannel')).toBe(false)
    const post = (id: string) => call('POST', `/channels/${id}/messages`, { content: 'a' })
    expect(await post(readOnly.id)).toMatchObject(MISSING_PERMISSIONS)
    expect(await post(hidden.id)).toMatchObject(MISSING_ACCESS)
    expect(await call('GET', `/channels/${hidden.id}`)).toMatchObject(MISSING_ACCESS)
    expect(discord.violations).toHaveLength(3)
  })

  it('hide a channel from people who have no role for it, and from the bot too where that is said', async () => {
    const { discord } = await openLoopback()
    const moderator = discord.role('moderator')
    const room = discord.channel('moderators', { hiddenFrom: 'everyone', visibleTo: [moderator] })
    const closed = discord.channel('secret', {
      hiddenFrom: 'everyone',
      visibleTo: [moderator],
      without: ['ViewChannel'],
    })
    const { events } = await logIn(discord)
    const runa = discord.person('runa', { roles: [moderator] })
    expect(() => discord.person('mira').post(room, 'hello')).toThrow(/ViewChannel/u)
    runa.post(closed, 'among us')
    const heard = runa.post(room, 'for the bot too')
    await until(() => events.some(({ data }) => data['id'] === heard.id))
    expect(events.filter(({ name }) => name === 'MESSAGE_CREATE')).toHaveLength(1)
  })

  it('can be taken away while the bot runs', async () => {
    const { discord, call } = await openLoopback()
    const { names } = await logIn(discord)
    discord.changeRights(discord.general, { without: ['SendMessages'] })
    await until(() => names().includes('CHANNEL_UPDATE'))
    const answer = await call('POST', `/channels/${discord.general.id}/messages`, { content: 'a' })
    expect(answer).toMatchObject(MISSING_PERMISSIONS)
  })
})

it('channels are of the kind that was asked for, and keep its rules', async () => {
  const { discord, call } = await openLoopback()
  const { client } = await logIn(discord)
  const news = discord.channel('news', { type: 'announcement', nsfw: true, slowMode: 30 })
  const voice = discord.channel('voice', { type: 'voice' })
  const forum = discord.channel('forum', { type: 'forum' })
  await until(() => client.channels.cache.has(forum.id))
  const types = [news, voice, forum].map(({ id }) => client.channels.cache.get(id)?.type)
  expect(types).toEqual([ChannelType.GuildAnnouncement, ChannelType.GuildVoice, ChannelType.GuildForum])
  expect(await call('GET', `/channels/${news.id}`)).toMatchObject({ nsfw: true, rate_limit_per_user: 30 })
  const mira = discord.person('mira')
  const first = mira.post(news, 'extra')
  expect(() => mira.post(news, 'and again')).toThrow(/slow mode/u)
  const threadFrom = (channel: string, message: string) =>
    call('POST', `/channels/${channel}/messages/${message}/threads`, { name: 'a' })
  expect(await threadFrom(news.id, first.id)).toMatchObject({ type: ChannelType.AnnouncementThread })
  const said = mira.post(voice, 'can you hear me')
  expect(await threadFrom(voice.id, said.id)).toMatchObject({ status: 400, code: 50_024 })
  const inForum = await call('POST', `/channels/${forum.id}/messages`, { content: 'a' })
  expect(inForum).toMatchObject({ status: 400, code: 50_008 })
  expect(await call('POST', `/channels/${forum.id}/threads`, { name: 'a' })).toMatchObject({ code: 50_035 })
  const post = await call('POST', `/channels/${forum.id}/threads`, { name: 'a', message: { content: 'b' } })
  expect(await call('GET', `/channels/${post.id}/messages/${post.id}`)).toMatchObject({ content: 'b' })
})

describe('guilds', () => {
  it('say whose they are and where Discord writes', async () => {
    const { discord } = await openLoopback()
    const { client, names } = await logIn(discord)
    const staff = discord.channel('staff')
    discord.changeGuild({ systemChannelId: discord.general.id, publicUpdatesChannelId: staff.id })
    await until(() => names().includes('GUILD_UPDATE'))
    const guild = client.guilds.cache.get(discord.guildId)
    expect(guild?.systemChannelId).toBe(discord.general.id)
    expect(guild?.publicUpdatesChannelId).toBe(staff.id)
    expect(guild?.ownerId).toBe(discord.ownerOf(discord.home).id)
  })

  it('are joined and left, each for itself', async () => {
    const { discord, call } = await openLoopback()
    const { client, names } = await logIn(discord)
    const other = discord.guild('Other circle', { withBot: false })
    const mira = discord.person('mira')
    mira.post(other.general, 'nobody here')
    expect(await call('GET', `/guilds/${other.id}`)).toMatchObject({ status: 404, code: 10_004 })
    expect(await call('GET', `/channels/${other.general.id}`)).toMatchObject(MISSING_ACCESS)
    discord.join(other)
    await until(() => client.guilds.cache.has(other.id))
    expect(await call('POST', `/channels/${other.general.id}/messages`, { content: 'a' })).toMatchObject({
      status: 200,
    })
    await client.guilds.cache.get(other.id)?.leave()
    expect(discord.hasLeft(other)).toBe(true)
    expect(discord.hasLeft()).toBe(false)
    discord.throwOut()
    await until(() => names().filter((name) => name === 'GUILD_DELETE').length === 2)
    expect(await call('GET', `/channels/${discord.general.id}`)).toMatchObject(MISSING_ACCESS)
    const commands = `/applications/${discord.bot.id}/guilds/${other.id}/commands`
    expect(await call('PUT', commands, [])).toMatchObject(MISSING_ACCESS)
  })

  it('that break down send nothing until they are back', async () => {
    const { discord } = await openLoopback()
    const { client, names, events } = await logIn(discord)
    discord.breakDown()
    const mira = discord.person('mira')
    mira.post(discord.general, 'lost')
    discord.recover()
    const heard = mira.post(discord.general, 'found')
    await until(() => events.some(({ data }) => data['id'] === heard.id))
    expect(names()).toEqual(expect.arrayContaining(['GUILD_DELETE', 'GUILD_CREATE']))
    expect(names().filter((name) => name === 'MESSAGE_CREATE')).toHaveLength(1)
    expect(client.guilds.cache.get(discord.guildId)?.available).toBe(true)
  })
})

it('the rights of whoever acts and of the bot come with an interaction', async () => {
  const { discord, call } = await openLoopback()
  await call('PUT', `/applications/${discord.bot.id}/commands`, [{ name: 'read', description: 'Reads' }])
  const { events } = await logIn(discord)
  const editor = discord.role('editor', ['ManageGuild'])
  const room = discord.channel('room', { without: ['CreatePublicThreads'] })
  const runa = discord.person('runa', { roles: [editor], permissions: ['ManageMessages'] })
  runa.slash(room, 'read')
  const event = await until(() => events.find(({ name }) => name === 'INTERACTION_CREATE'))
  const { member, app_permissions: app } = event.data as unknown as {
    member: { permissions: string; roles: string[] }
    app_permissions: string
  }
  const has = (bits: string, right: keyof typeof PermissionFlagsBits) =>
    (BigInt(bits) & PermissionFlagsBits[right]) !== 0n
  expect(member.roles).toContain(editor.id)
  expect(has(member.permissions, 'ManageGuild') && has(member.permissions, 'ManageMessages')).toBe(true)
  expect(has(app, 'SendMessages')).toBe(true)
  expect(has(app, 'CreatePublicThreads')).toBe(false)
})
