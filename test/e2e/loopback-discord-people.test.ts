// What people write, change and delete in the loopback Discord, and how much of it a bot gets.
import { ChannelType, type Client, MessageReferenceType } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { logIn, openLoopback, until } from './open-loopback.ts'

type Data = Readonly<Record<string, unknown>>

const openWithClient = async ({ messageContent = true } = {}) => {
  const { discord, call } = await openLoopback({ messageContent })
  const mira = discord.person('mira')
  const { client, events } = await logIn(discord, { messageContent })
  const event = (name: string, id?: string): Promise<Data> =>
    until(
      () =>
        events.findLast((one) => one.name === name && (id === undefined || one.data['id'] === id))?.data ??
        false,
    )
  return { discord, call, mira, client, events, event }
}

const messagesOf = (client: Client, channelId: string) => {
  const channel = client.channels.cache.get(channelId)
  if (channel?.isTextBased() !== true) throw new Error('no such channel')
  return channel.messages.cache
}

describe('a message', () => {
  it('that is edited says when, and one whose preview arrives does not', async () => {
    const { discord, mira, event, events } = await openWithClient()
    const message = mira.post(discord.general, 'http://news.example/a')
    discord.preview(message, [{ type: 'link' as never, url: 'http://news.example/a', title: 'A' }])
    const preview = await event('MESSAGE_UPDATE', message.id)
    expect(preview).toMatchObject({ edited_timestamp: null, embeds: [{ title: 'A' }] })
    mira.edit(message, 'nothing any more')
    const isEdit = () => events.find(({ data }) => typeof data['edited_timestamp'] === 'string')
    expect((await until(isEdit)).data).toMatchObject({ content: 'nothing any more' })
    expect(() => discord.person('olaf').edit(message, 'ha')).toThrow(/did not write/u)
  })

  it('is deleted by its author or a moderator, and by nobody else', async () => {
    const { discord, mira, call, event, events } = await openWithClient()
    const first = mira.post(discord.general, 'one')
    const olaf = discord.person('olaf')
    expect(() => olaf.delete(first)).toThrow(/ManageMessages/u)
    mira.delete(first)
    expect(await event('MESSAGE_DELETE')).toMatchObject({ id: first.id, guild_id: discord.guildId })
    const { id } = await call('POST', `/channels/${discord.general.id}/messages`, { content: 'mine' })
    const bots = discord.message(id ?? '')
    const runa = discord.person('runa', { permissions: ['ManageMessages'] })
    runa.delete(bots!)
    await until(() => events.some(({ name, data }) => name === 'MESSAGE_DELETE' && data['id'] === id))
    const two = [mira.post(discord.general, 'two'), mira.post(discord.general, 'three')]
    runa.deleteMany(two)
    expect(await event('MESSAGE_DELETE_BULK')).toMatchObject({ ids: two.map((message) => message.id) })
    expect(discord.messagesIn(discord.general)).toEqual([])
  })

  it('that is forwarded comes as it was then, with no words of its own', async () => {
    const { discord, call, mira, client, event } = await openWithClient()
    const other = discord.channel('other')
    const files = [{ name: 'a.txt', text: 'words', type: 'text/plain' }]
    const original = mira.post(other, 'http://news.example/a', { files })
    const forward = mira.forward(original, discord.general)
    mira.edit(original, 'changed')
    expect(await event('MESSAGE_CREATE', forward.id)).toMatchObject({
      content: '',
      message_reference: { type: 1, message_id: original.id, channel_id: other.id },
      message_snapshots: [
        { message: { content: 'http://news.example/a', attachments: [{ filename: 'a.txt' }] } },
      ],
    })
    const read = await call('GET', `/channels/${discord.general.id}/messages/${forward.id}`)
    expect(read).toMatchObject({ message_snapshots: [{ message: { content: 'http://news.example/a' } }] })
    const further = mira.forward(forward, other)
    const seen = await until(() => messagesOf(client, other.id).get(further.id))
    expect(seen.reference?.type).toBe(MessageReferenceType.Forward)
    expect(seen.messageSnapshots.first()?.content).toBe('http://news.example/a')
  })

  it('is empty without the intent, forwards too, but in direct messages and where the bot is mentioned', async () => {
    const { discord, mira, event } = await openWithClient({ messageContent: false })
    const files = [{ name: 'a.txt', text: 'words', type: 'text/plain' }]
    const plain = mira.post(discord.general, 'secret', { files })
    expect(await event('MESSAGE_CREATE', plain.id)).toMatchObject({ content: '', attachments: [] })
    discord.preview(plain, [{ title: 'A' }])
    expect(await event('MESSAGE_UPDATE', plain.id)).toMatchObject({ embeds: [] })
    const forward = mira.forward(plain, discord.general)
    expect(await event('MESSAGE_CREATE', forward.id)).toMatchObject({
      message_snapshots: [{ message: { content: '', attachments: [], embeds: [] } }],
    })
    const mention = mira.post(discord.general, `<@${discord.bot.id}> open`)
    expect(await event('MESSAGE_CREATE', mention.id)).toMatchObject({ content: `<@${discord.bot.id}> open` })
    const whisper = mira.whisper('open too')
    expect(await event('MESSAGE_CREATE', whisper.id)).toMatchObject({ content: 'open too' })
    const direct = mira.forward(plain, discord.channelOf(whisper))
    expect(await event('MESSAGE_CREATE', direct.id)).toMatchObject({
      message_snapshots: [{ message: { content: 'secret' } }],
    })
  })
})

describe('a thread', () => {
  it('that a person starts is not the bot’s, and its first line is Discord’s', async () => {
    const { discord, mira, call, event, events } = await openWithClient()
    const post = mira.post(discord.general, 'Ferries?')
    const thread = mira.startThread(post, 'About ferries')
    expect(await event('THREAD_CREATE')).toMatchObject({ id: post.id, owner_id: mira.id })
    const starter = () => events.find(({ data }) => data['type'] === 21)
    expect((await until(starter)).data).toMatchObject({ channel_id: thread.id, content: '' })
    expect(() => mira.startThread(post, 'again')).toThrow(/already/u)
    const line = (await until(starter)).data['id']
    const away = await call('DELETE', `/channels/${thread.id}/messages/${String(line)}`)
    expect(away).toMatchObject({ status: 400, code: 50_021 })
    expect(await call('PATCH', `/channels/${thread.id}`, { archived: true })).toMatchObject({ code: 50_013 })
    const loose = mira.startThread(discord.general, 'Anything', { isPrivate: true })
    expect(await call('GET', `/channels/${loose.id}`)).toMatchObject({ status: 403, code: 50_001 })
    mira.post(loose, `<@${discord.bot.id}> come in`)
    expect(await call('GET', `/channels/${loose.id}`)).toMatchObject({ status: 200 })
  })

  it('of a forum begins with a message of its own id', async () => {
    const { discord, mira, client, call } = await openWithClient()
    const forum = discord.channel('questions', { type: 'forum' })
    const thread = mira.startPost(forum, 'Which ferry?', 'http://news.example/a')
    const seen = await until(() => client.channels.cache.get(thread.id))
    expect(seen.type).toBe(ChannelType.PublicThread)
    expect(await call('GET', `/channels/${thread.id}/messages/${thread.id}`)).toMatchObject({
      content: 'http://news.example/a',
      flags: 0,
    })
  })

  it('that is archived is opened by whoever writes, not by edits', async () => {
    const { discord, mira, call, event } = await openWithClient()
    const post = mira.post(discord.general, 'Ferries?')
    const path = `/channels/${discord.general.id}/messages/${post.id}/threads`
    expect(await call('POST', path, { name: 'Ferries' })).toMatchObject({ status: 200 })
    const [thread] = discord.threads()
    const messages = `/channels/${thread!.id}/messages`
    const { id } = await call('POST', messages, { content: 'a' })
    expect(await call('PATCH', `/channels/${thread!.id}`, { archived: true })).toMatchObject({
      thread_metadata: { archived: true },
    })
    expect(await event('THREAD_UPDATE')).toMatchObject({ thread_metadata: { archived: true } })
    const edited = await call('PATCH', `${messages}/${id}`, { content: 'b' })
    expect(edited).toMatchObject({ status: 400, code: 50_083 })
    expect(await call('DELETE', `${messages}/${id}`)).toMatchObject({ code: 50_083 })
    mira.post(thread!, 'still there?')
    expect(thread!.thread?.archived).toBe(false)
    discord.archive(thread!)
    await call('POST', messages, { content: 'yes' })
    expect(thread!.thread?.archived).toBe(false)
    discord.lock(thread!)
    expect(await call('POST', messages, { content: 'c' })).toMatchObject({ status: 403, code: 160_005 })
    expect(await call('PATCH', `/channels/${thread!.id}`, { archived: true })).toMatchObject({ code: 50_013 })
    expect(() => mira.post(thread!, 'hello?')).toThrow(/locked/u)
  })

  it('and a channel are deleted with all that is in them', async () => {
    const { discord, mira, call, event } = await openWithClient()
    const room = discord.channel('room')
    const thread = mira.startThread(mira.post(room, 'a'), 'A')
    const said = mira.post(thread, 'b')
    discord.deleteChannel(thread)
    expect(await event('THREAD_DELETE')).toMatchObject({ id: thread.id, parent_id: room.id })
    expect(discord.message(said.id)).toBeUndefined()
    discord.deleteChannel(room)
    expect(await event('CHANNEL_DELETE')).toMatchObject({ id: room.id })
    expect(await call('GET', `/channels/${room.id}`)).toMatchObject({ status: 404, code: 10_003 })
  })
})

describe('the bot', () => {
  it('may change and delete its own messages, and those of others only with the right for it', async () => {
    const { discord, mira, call } = await openWithClient()
    const theirs = mira.post(discord.general, 'a')
    const messages = `/channels/${discord.general.id}/messages`
    const { id } = await call('POST', messages, { content: 'a' })
    expect(await call('DELETE', `${messages}/${theirs.id}`)).toMatchObject({ status: 403, code: 50_013 })
    expect(await call('PATCH', `${messages}/${theirs.id}`, { content: 'b' })).toMatchObject({ code: 50_005 })
    expect(await call('DELETE', `${messages}/${id}`)).toMatchObject({ status: 204 })
    expect(await call('DELETE', `${messages}/${id}`)).toMatchObject({ status: 404, code: 10_008 })
  })

  it('is timed: how long a message waited until anything happened', async () => {
    const { discord, mira, call } = await openWithClient()
    const post = mira.post(discord.general, 'a')
    const other = discord.channel('other')
    const elsewhere = mira.post(other, 'b')
    expect(post.reactedAfter).toBeNull()
    await call('POST', `/channels/${discord.general.id}/typing`)
    expect(post.reactedAfter).toBeGreaterThanOrEqual(0)
    expect(elsewhere.reactedAfter).toBeNull()
    await call('POST', `/channels/${other.id}/messages/${elsewhere.id}/threads`, { name: 'B' })
    expect(elsewhere.reactedAfter).toBeGreaterThanOrEqual(0)
  })
})
